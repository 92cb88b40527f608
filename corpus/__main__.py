"""`python -m corpus show FILE`: what the parser makes of a paper."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from corpus.clean import clean
from corpus.errors import PaperError
from corpus.parse import parse
from corpus.readers import read
from corpus.scanned import FROM_PICTURE
from corpus.sidecar import known_of
from corpus.types import Paper, Source

# What decides is green, what only asks or was voted on yellow, what is kept back red, and headings stand out.
_DIM = "2"
_COLOURS = {
    "heading": "1",
    "resolution": "32",
    "recommendation": "33",
    "motion": "33",
    "vote": "33",
    "action": "36",
    "exempt": "31",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when the paper was shown, 1 when it could not be read, 2 for wrong use."""
    parser = argparse.ArgumentParser(prog="python -m corpus", description="What the parser makes of a paper.")
    commands = parser.add_subparsers(dest="command", required=True)
    show = commands.add_parser("show", help="print a paper's paragraphs in reading order")
    show.add_argument("file", type=Path)
    show.add_argument("--json", action="store_true", help="one JSON object a paragraph, one a line")
    show.add_argument(
        "--stats", action="store_true", help="only what was found: papers, types, pages without text, furniture"
    )
    options = parser.parse_args(arguments)
    try:
        source = read(options.file)
        papers = parse(source, known_of(options.file))
    except PaperError as error:
        print(error, file=sys.stderr)
        return 1
    if not options.stats:
        for warning in source.warnings:
            print(f"{source.file}: {warning}", file=sys.stderr)
    lines = _stats(papers, source) if options.stats else _json(papers) if options.json else _readable(papers)
    try:
        for line in lines:
            print(line)
    except BrokenPipeError:  # the reader of the other end ("| head") has seen enough
        sys.stdout = None
    return 0


def _json(papers: Sequence[Paper]) -> list[str]:
    return [
        json.dumps(
            {
                "file": paper.file,
                "title": paper.title,
                "body": paper.body,
                "date": paper.date.isoformat() if paper.date else None,
                "kind": paper.kind,
                "part": paper.part,
                "locator": paragraph.locator,
                "label": list(paragraph.label),
                "type": paragraph.type,
                "page": paragraph.page,
                "printed_page": paragraph.printed_page,
                "text": paragraph.text,
                "start": paragraph.start,
                "end": paragraph.end,
                "council": paper.council,
                "from_picture": paragraph.from_picture,
            },
            ensure_ascii=False,
        )
        for paper in papers
        for paragraph in paper.paragraphs
    ]


def _about(paper: Paper) -> str:
    month = f"{paper.month:%B %Y} (day not printed)" if paper.month else "no date"
    day = paper.date.isoformat() if paper.date else month
    draft = ", draft" if paper.draft else ""
    council = f" of {paper.council}" if paper.council and paper.council != paper.body else ""
    return f"{paper.part}. {paper.title or '(no title)'}\n   {paper.body or 'no body'}{council}, {day}, {paper.kind}{draft}"


def _coloured(text: str, code: str) -> str:
    """A text in a colour on a terminal; plain elsewhere, and where NO_COLOR asks for it."""
    return f"\033[{code}m{text}\033[0m" if code and sys.stdout.isatty() and not os.environ.get("NO_COLOR") else text


def _readable(papers: Sequence[Paper]) -> list[str]:
    lines: list[str] = []
    for paper in papers:
        lines += [_about(paper), ""]
        for paragraph in paper.paragraphs:
            depth = "    " * min(len(paragraph.label), 4)
            mark = (
                "" if paragraph.type == "text" else _coloured(f" <{paragraph.type}>", _COLOURS.get(paragraph.type, ""))
            )
            how = f", {FROM_PICTURE}" if paragraph.from_picture else ""
            page = f" (page {paragraph.printed_page or paragraph.page}{how})" if paragraph.page else ""
            where = _coloured(f"[{paragraph.locator}]", _DIM)
            lines.append(f"{depth}{where}{mark}{page} {paragraph.text}")
        lines.append("")
    return lines


def _stats(papers: Sequence[Paper], source: Source) -> list[str]:
    lines: list[str] = []
    for paper in papers:
        counts = Counter(paragraph.type for paragraph in paper.paragraphs)
        lines += [_about(paper), "   " + ", ".join(f"{count} {type_}" for type_, count in counts.most_common())]
    if source.pages is not None:
        lines.append(f"{len(source.pages_without_text)} of {source.pages} pages hold no text")
        if source.read_pages:
            lines.append(f"{len(source.read_pages)} of {source.pages} pages were read from their pictures")
    lines += source.warnings
    furniture = clean(source).furniture
    return (
        lines
        + ([f"{len(furniture)} running heads and footers taken out:"] if furniture else [])
        + [f"   {text}" for text in furniture]
    )


if __name__ == "__main__":
    sys.exit(main())
