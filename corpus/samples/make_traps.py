"""Makes the papers of the traps that are not plain text, two PDFs and four Word files, as `make_samples` makes its own.

python -m corpus.samples.make_traps
"""

from __future__ import annotations

from corpus.samples.make_samples import HERE, make_pdf, make_word

TRAPS = HERE / "traps"
PDFS = {
    "cabinet minutes 3 July 2024.txt": "cabinet/Printed minutes 03072024 1400 Cabinet.pdf",
    "community pack 10 September 2024.txt": "community/Public reports pack 10092024 1800 Community Committee.pdf",
}
WORD_FILES = {
    "scrutiny minutes 23 July 2024.txt": "scrutiny/Minutes 23072024 Overview and Scrutiny Committee.docx",
    "urgent decision 18 June 2024.txt": "cabinet/Urgent decision 18 June 2024 flood barriers.docx",
    "parish minutes 6 February 2024.txt": "parish/Minutes 6 February 2024.docx",
    "parish minutes 7 May 2024.txt": "parish/Minutes 7 May 2024.docx",
}


def main() -> None:
    """Write every made paper into `traps/papers/`."""
    for makers, make in ((PDFS, make_pdf), (WORD_FILES, make_word)):
        for source, paper in makers.items():
            path = TRAPS / "papers" / paper
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(make((TRAPS / "sources" / source).read_text(encoding="utf-8")))
            print(f"{path.relative_to(HERE)}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
