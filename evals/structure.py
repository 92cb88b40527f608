"""Scores the parser against a structure gold standard that lies beside the project (its own scorer is used)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def structure(gold: Path, kept: Path, half: str = "dev") -> dict[str, float]:
    """The figures of the gold standard's scorer, on one of its halves, over `python -m corpus show`; parses are kept for a look.

    Raises:
        FileNotFoundError: the gold standard is not there.
    """
    scorer = gold / "score_structure.py"
    if not scorer.is_file():
        raise FileNotFoundError(f"{scorer} is not there: name the gold standard's folder with --gold")
    command = [sys.executable, str(scorer), str(gold / f"{half}.jsonl"), str(gold / f"{half}_papers.jsonl")]
    command += ["--root", str(gold.parent), "--json", "--save", str(kept)]
    command += ["--show-cmd", f"{sys.executable} -m corpus show {{file}} --json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    return {name: value for name, value in told.items() if isinstance(value, int | float)}
