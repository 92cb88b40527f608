"""What can go wrong with the index. Every message says what to do about it."""

from __future__ import annotations

from pathlib import Path


class IndexFault(Exception):  # noqa: N818 - its own kinds are named for what is wrong
    """Anything the index refuses or cannot do; the text is meant for the reader as it stands."""


class EmptyIndex(IndexFault):
    """No papers are held at this home."""

    def __init__(self, home: Path) -> None:
        super().__init__(
            f"no papers are held in {home}: run `python -m index add FOLDER` (with --home for another home)"
        )


class EmbedderMismatch(IndexFault):
    """The vectors held were made by another embedder than the one asked for."""

    def __init__(self, held: str, asked: str) -> None:
        super().__init__(
            f"the index was built with the embedder {held!r}, and {asked!r} is asked for: "
            f"set MATTERS_EMBEDDER={held}, or rebuild with `MATTERS_EMBEDDER={asked} python -m index check --repair`",
        )


class EmbedderUnavailable(IndexFault):
    """The embedder cannot be loaded: unknown, not installed, or its weights are not the ones expected."""


class OutdatedIndex(IndexFault):
    """The catalogue was written by another version of this software."""

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(
            f"{path} has layout {found}, which this version cannot read: move it away and add the papers again"
        )


class DamagedIndex(IndexFault):
    """The catalogue's file is damaged or is no catalogue."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} cannot be read ({reason}): move it away and add the papers again")


class IndexBusy(IndexFault):
    """Another process is adding or removing papers."""

    def __init__(self, home: Path) -> None:
        super().__init__(f"papers are being added to {home} by another process: wait for it to finish and try again")


class WrongSetting(IndexFault):
    """A setting is unknown or its value cannot be used."""


class WrongPath(IndexFault):
    """A path that was given to add or remove cannot be used."""


class VectorsUnavailable(IndexFault):
    """Chroma cannot be opened or reached."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(
            f"the vectors at {place} cannot be opened ({reason}): run `python -m index check --repair`; "
            "for a server, see that it runs and that MATTERS_CHROMA_URL names it",
        )
