"""Times reading and parsing beside the PDF library's own text extraction, in one run on one machine; and memory.

The figures are for a look, and never a floor: they are the machine's as much as the code's.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from pypdf import PdfReader, PdfWriter

from corpus.parse import parse
from corpus.readers import read
from corpus.types import Source

_ROUNDS = 3  # the best of them is what the code takes; the rest is what else the machine did
_PAGES = 150  # of the PDF that memory is measured on
_MEASURE = "import sys; from evals.speed import peak; print(peak(sys.argv[1]))"


def speed(papers: Path, rounds: int = _ROUNDS, pages: int = _PAGES) -> dict[str, float]:
    """Seconds for all PDFs under a folder: `extract` the library's own, `read` our reader, `parse` all after it.

    `ratio` is parse / extract; `peak_mb` the most memory held while a PDF of so many `pages` is read and parsed.
    """
    files = sorted(papers.rglob("*.pdf"))
    sources = [read(path) for path in files]
    extracted = _best(rounds, lambda: _extract(files))
    reading = _best(rounds, lambda: [read(path) for path in files])
    parsing = _best(rounds, lambda: _parse(sources))
    long, peak_mb = _peak_of_long(files, pages)
    return {
        "files": len(files),
        "pages": sum(source.pages or 0 for source in sources),
        "extract": round(extracted, 2),
        "read": round(reading, 2),
        "parse": round(parsing, 2),
        "ratio": round(parsing / extracted, 2) if extracted else 0.0,
        "long_pages": long,
        "peak_mb": round(peak_mb),
    }


def peak(path: str) -> float:
    """The most memory, in MB, that this process has held once it has read and parsed a file."""
    parse(read(Path(path)))
    status = Path("/proc/self/status")
    if status.is_file():  # what getrusage tells on Linux counts the program that started this one as well
        held = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM:"))
        return int(held.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _best(rounds: int, work: Callable[[], object]) -> float:
    taken = []
    for _ in range(rounds):
        begun = perf_counter()
        work()
        taken.append(perf_counter() - begun)
    return min(taken)


def _extract(files: Sequence[Path]) -> None:
    for path in files:
        for page in PdfReader(path).pages:
            page.extract_text()


def _parse(sources: Sequence[Source]) -> None:
    for source in sources:
        parse(source)


def _peak_of_long(files: Sequence[Path], pages: int) -> tuple[int, float]:
    """Merges PDFs, the longest first, until there are so many pages; measured in a process of its own."""
    writer = PdfWriter()
    counted = [(len(PdfReader(path).pages), path) for path in files]
    for many, path in sorted(counted, reverse=True):
        if len(writer.pages) < pages:
            writer.append(path, pages=(0, min(many, pages - len(writer.pages))), import_outline=False)
    with tempfile.TemporaryDirectory() as folder:
        merged = Path(folder) / "long.pdf"
        writer.write(merged)
        done = subprocess.run([sys.executable, "-c", _MEASURE, str(merged)], capture_output=True, text=True, check=True)
    return len(writer.pages), float(done.stdout)
