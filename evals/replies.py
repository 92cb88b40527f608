"""Stands in for the model: writes its prompts down, or gives replies that were made to them elsewhere.

So any model, anywhere, can be measured without a network: one run writes the prompts, somebody has the model reply to each,
and a second run takes the replies back by the prompts' hashes. A prompt tells the day that it is: both runs must be told the same.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from threading import Lock

from bot.llm import Ask


class NoReply(LookupError):  # noqa: N818 - it says what was found, as our other errors do
    """There is no reply to a prompt: the model counts as not having answered."""


class Recording:
    """A model that writes every prompt to a file, as a line {"hash", "id", "prompt"}, and says nothing.

    `id` is that of the question that is asked, where whoever asks sets it; a prompt is written once for each.
    """

    def __init__(self, path: Path) -> None:
        self.id = ""
        self._path = path
        self._written: set[tuple[str, str]] = set()
        self._lock = Lock()
        path.write_text("", encoding="utf-8")

    def __call__(self, prompt: str) -> str:
        """Writes the prompt down."""
        key = (self.id, digest_of(prompt))
        with self._lock:
            if key not in self._written:
                row = {"hash": key[1], "id": self.id, "prompt": prompt}
                with self._path.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(row, ensure_ascii=False) + "\n")
                self._written.add(key)
        return ""


class Replaying:
    """A model that gives the replies of a file of lines {"hash", "reply"}.

    Raises:
        ValueError: a line is no such row.
    """

    def __init__(self, path: Path) -> None:
        self._replies: dict[str, str] = {}
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if line.strip():
                digest, reply = _row(line, f"{path}, line {number}")
                self._replies[digest] = reply

    def __call__(self, prompt: str) -> str:
        """The reply to a prompt.

        Raises:
            NoReply: the file holds none.
        """
        digest = digest_of(prompt)
        if digest not in self._replies:
            raise NoReply(digest)
        return self._replies[digest]


def recording(path: Path) -> Ask:
    """A model that writes its prompts to a file and says nothing."""
    return Recording(path)


def replaying(path: Path) -> Ask:
    """A model whose replies are those of a file, by the prompts' hashes.

    Raises:
        ValueError: a line of the file holds no hash and reply.
    """
    return Replaying(path)


def digest_of(prompt: str) -> str:
    """What a prompt is known by: its SHA-256 in hexadecimal digits."""
    return sha256(prompt.encode("utf-8", "surrogatepass")).hexdigest()


def _row(line: str, where: str) -> tuple[str, str]:
    try:
        row = json.loads(line)
        digest, reply = row["hash"], row["reply"]
    except (ValueError, KeyError, TypeError):
        raise ValueError(f"{where}: is no row with a hash and a reply") from None
    if not isinstance(digest, str) or not isinstance(reply, str | dict):
        raise ValueError(f"{where}: hash and reply are no texts")  # noqa: TRY004 - it is the file's fault, not a caller's
    return digest, reply if isinstance(reply, str) else json.dumps(reply, ensure_ascii=False)
