"""The whole parse of every sample paper, as a person reads it, kept under tests/golden.

A change of the parser shows here line by line. When the change is meant, write the golden files anew and read the
difference before it is committed:

    .venv/bin/python tests/test_corpus_golden.py --write
"""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAPERS = ROOT / "corpus" / "samples" / "papers"
GOLDEN = Path(__file__).resolve().parent / "golden"
SAMPLES = sorted(path.relative_to(PAPERS).as_posix() for path in PAPERS.rglob("*") if path.suffix)


def golden(sample):
    return GOLDEN / (sample.replace("/", " - ") + ".txt")


def parsed(sample):
    from corpus.parse import parse_file  # noqa: PLC0415 (run as a script, the path is set first)

    lines = []
    for paper in parse_file(PAPERS / sample, sample):
        lines += [
            f"# {paper.title}",
            f"# {paper.body} | {paper.date} | {paper.kind}{' | draft' if paper.draft else ''}",
        ]
        for p in paper.paragraphs:
            page = f" p{p.page}/{p.printed_page or '-'}" if p.page else ""
            lines.append(f"[{p.locator}] ({', '.join(p.label)}) {p.type}{page}: {p.text}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_parse_of_a_sample_paper_is_the_golden_one(sample):
    assert parsed(sample) == golden(sample).read_text(encoding="utf-8")


def write():
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.glob("*.txt"):
        old.unlink()
    for sample in SAMPLES:
        golden(sample).write_text(parsed(sample), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit("usage: python tests/test_corpus_golden.py --write")
    sys.path.insert(0, str(ROOT))
    write()
