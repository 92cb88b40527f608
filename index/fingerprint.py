"""A short hash of the parser's own sources: files parsed by an older parser are parsed again when they are added."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_NO_PARSER = ("samples", "__pycache__")
"""Folders under corpus/ that have no part in parsing."""


@cache
def parser_fingerprint(folder: Path | None = None) -> str:
    """A hash over every Python source of the parser, the command line and the samples left out."""
    root = folder or Path(__file__).resolve().parent.parent / "corpus"
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*.py")):
        if path.name == "__main__.py" or any(part in _NO_PARSER for part in path.relative_to(root).parts):
            continue
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
