"""Opens a folder of vectors in a process of its own: a damaged one has been seen to end the process that opened it.

Run as `python -m index.probe FOLDER COUNT`; the exit status is 0 where it holds that many vectors and answers a query.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np

from index.vectors import ChromaVectors

SECONDS = 120
"""Longer than Chroma takes to open 200,000 vectors on a slow disk; a hang counts as damage."""


class Probe:
    """A probe under way: started at once, asked for its finding when the vectors are needed."""

    def __init__(self, folder: Path, count: int, dimensions: int) -> None:
        ours = [str(Path(__file__).resolve().parent.parent), os.environ.get("PYTHONPATH", "")]
        self._process = subprocess.Popen(  # noqa: S603 - our own module, run by our own interpreter
            [sys.executable, "-m", "index.probe", str(folder.absolute()), str(count), str(dimensions)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, ours))},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def sound(self) -> bool:
        """Whether the folder opened, held what it should, and answered."""
        try:
            return self._process.wait(SECONDS) == 0
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            return False

    def stop(self) -> None:
        """End it, if it is still under way."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()


def main(folder: str, count: str, dimensions: str) -> int:
    """Open, count and query; anything else than 0 says that the folder is not to be used."""
    vectors = ChromaVectors(Path(folder))
    if vectors.count() != int(count):
        return 1
    query = np.ones(int(dimensions), dtype=np.float32) / np.sqrt(float(dimensions))
    return 0 if not int(count) or vectors.nearest(query, 1) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
