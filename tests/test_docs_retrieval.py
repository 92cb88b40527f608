import re
from pathlib import Path

import pytest

from index.__main__ import main as index

ROOT = Path(__file__).parent.parent
EXAMPLES = re.findall(r"```python\n(.+?)```", (ROOT / "docs/retrieval.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    made = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MATTERS_EMBEDDER", "words")
        assert index(["add", str(ROOT / "corpus/samples/papers"), "--home", str(made)]) == 0
    return made


@pytest.mark.parametrize("example", EXAMPLES, ids=["retriever", "runnable"])
def test_an_example_of_the_documentation_runs(example, home, monkeypatch, capsys):
    monkeypatch.setenv("MATTERS_EMBEDDER", "words")
    monkeypatch.setenv("MATTERS_HOME", str(home))
    exec(compile(example, "docs/retrieval.md", "exec"), {})  # noqa: S102 - it is our own
    assert "Minute" in capsys.readouterr().out
