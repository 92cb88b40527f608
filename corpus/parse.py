"""The way of a paper from its file to its paragraphs: read, clean, join, split, identify, type."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from corpus.blocks import Block, is_wrapped, join_lines
from corpus.clean import Cleaned, clean
from corpus.identity import Identity, identify
from corpus.locators import locate
from corpus.parsers import PARSERS
from corpus.parsers.walk import walk
from corpus.readers import read
from corpus.runin import part_run_in
from corpus.runin_minutes import part_minutes
from corpus.scanned import mark_scanned
from corpus.sidecar import Known, corrected, known_of
from corpus.split import split
from corpus.titles import join_title
from corpus.types import Paper, Paragraph, Source

_MOST_WARNINGS = 3  # told of one file: a damaged one could fill the screen
_log = logging.getLogger(__name__)


def parse_file(path: Path, file: str | None = None) -> list[Paper]:
    """Read and parse a file. `file` is the name it goes by. A `papers.csv` beside it overrides what is read from it.

    What could not be read of it (pages that are pictures, or damaged) is logged as a warning, a line a file.

    Raises:
        PaperError: The file or its `papers.csv` cannot be read; the message says why and what to do.
    """
    source = read(path, file)
    if source.warnings:
        more = len(source.warnings) - _MOST_WARNINGS
        told = [*source.warnings[:_MOST_WARNINGS], *([f"{more} more of the kind"] if more > 0 else [])]
        _log.warning("%s: %s", source.file, "; ".join(told))
    return parse(source, known_of(path, file))


def parse(source: Source, known: Known | None = None) -> list[Paper]:
    """The papers that a source holds, in order; mostly one, several where the file is a pack.

    `known` is what someone knows better of body, date, kind and title than the paper's own opening says.
    """
    cleaned, parts = parts_of(source)
    identities: list[Identity] = []
    for part in parts:
        first = identities[0] if identities else None
        identities.append(
            identify(
                part,
                file=source.file,
                title="" if first else source.title,
                window="" if first else source.window,
                furniture=cleaned.furniture if len(parts) == 1 else (),
                pack=first,
                before=identities[-1] if identities else None,
            )
        )
    if known:
        identities = [corrected(one, identities[0] if n else None, known) for n, one in enumerate(identities)]
    papers = [
        _paper(source, cleaned, number, part, identity)
        for number, (part, identity) in enumerate(zip(parts, identities, strict=True), 1)
    ]
    return mark_scanned(papers, source)


def parts_of(source: Source) -> tuple[Cleaned, list[Sequence[Block]]]:
    """A source without its furniture, and the blocks of each paper in it."""
    cleaned = clean(source)
    wrapped = is_wrapped(cleaned.lines, paged=source.pages is not None)
    blocks = part_run_in(join_lines(cleaned, wrapped=wrapped))
    return cleaned, [join_title(part) for part in split(blocks, cleaned.stamped, cleaned.openings)]


def _paper(source: Source, cleaned: Cleaned, number: int, blocks: Sequence[Block], identity: Identity) -> Paper:
    pieces = walk(part_minutes(blocks) if identity.kind == "minutes" else blocks, identity.kind)
    types = PARSERS[identity.kind](pieces)
    paragraphs = tuple(
        Paragraph(
            ordinal,
            piece.block.text,
            type_,
            piece.label,
            locate(
                piece.label, kind=identity.kind, type_=type_, heading=piece.under, title=identity.title, own=piece.own
            ),
            piece.under,
            piece.block.start,
            piece.block.end,
            piece.block.page,
            cleaned.printed.get(piece.block.page) if piece.block.page is not None else None,
        )
        for ordinal, (piece, type_) in enumerate(zip(pieces, types, strict=True))
    )
    return Paper(
        source.file,
        number,
        identity.title,
        identity.body,
        identity.date,
        identity.kind,
        paragraphs,
        identity.draft,
        identity.month,
        identity.council,
    )
