"""Parts a reports pack into its papers."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.blocks import Block


def split(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """The blocks of each paper in the file, in order."""
    return [tuple(blocks)]
