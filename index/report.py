"""What adding or removing papers did, file by file."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not taken in, and what to do about it."""

    file: str
    reason: str


@dataclass(slots=True)
class Report:
    """What was done, by file. Not frozen: it is written as the work goes on, and given when it stops."""

    added: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    renamed: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    vanished: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    interrupted: bool = False

    def refuse(self, file: str, reason: str) -> None:
        """Remark that a file was not taken in."""
        self.refused.append(Refusal(file, reason))
