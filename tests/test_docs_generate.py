from pathlib import Path

import pytest

from docs import generate
from index.settings import Settings, load


@pytest.fixture
def root(tmp_path, monkeypatch):
    (tmp_path / "docs").mkdir()
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    return tmp_path


def readme(root: Path, name: str) -> Path:
    path = root / "README.md"
    path.write_text(f"Before.\n<!-- generate {name} -->\nold\n<!-- end -->\nAfter.\n", encoding="utf-8")
    return path


def test_a_stale_part_is_told_and_left_as_it_is(root, capsys):
    path = readme(root, "settings")
    assert generate.main(["--check"]) == 1
    assert "README.md: stale: run `python -m docs.generate`" in capsys.readouterr().out
    assert "old" in path.read_text(encoding="utf-8")


def test_a_stale_part_is_written_and_the_rest_left(root):
    path = readme(root, "settings")
    assert generate.main([]) == 0
    text = path.read_text(encoding="utf-8")
    assert text.startswith("Before.\n<!-- generate settings -->\n| setting |")
    assert text.endswith("|\n<!-- end -->\nAfter.\n")
    assert generate.main(["--check"]) == 0


def test_a_part_that_nobody_writes_is_refused(root):
    readme(root, "weather")
    with pytest.raises(generate.UnknownPart, match="weather"):
        generate.main([])


@pytest.mark.usefixtures("by_words")
def test_a_readers_own_settings_change_no_example(root, monkeypatch):
    monkeypatch.setenv("MATTERS_MODEL", "nobody:nothing")
    path = readme(root, "ask: What was resolved on the airport?")
    generate.main([])
    assert "The papers held do not say." in path.read_text(encoding="utf-8")


def test_every_command_has_its_help_in_full():
    told = generate.commands()
    assert "## python -m index add\n```text\nusage: python -m index add " in told
    assert "## python -m bot ask\n" in told


def test_the_example_of_settings_can_be_used_as_it_stands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"MATTERS_{name.upper()}", raising=False)
    plain = generate.example().replace("\n#MATTERS_", "\nMATTERS_")
    Path(".env").write_text(plain, encoding="utf-8")
    assert load() == Settings.model_construct()
