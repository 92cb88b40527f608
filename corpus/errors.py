"""What can go wrong with a paper. Every message names the file and says what to do about it."""

from __future__ import annotations


class PaperError(Exception):
    """A file cannot be taken in. `file` is named as the user gave it; `reason` says what to do."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


class UnreadablePaper(PaperError):  # noqa: N818 (it says what the file is)
    """The file is damaged, missing, or is not what its name says."""


class EncryptedPaper(PaperError):  # noqa: N818 (it says what the file is)
    """The file wants a password."""


class EmptyPaper(PaperError):  # noqa: N818 (it says what the file is)
    """The file holds no text: nothing in it, or pictures of pages alone."""


class UnknownFormat(PaperError):  # noqa: N818 (it says what the file is)
    """No reader knows files with this ending."""
