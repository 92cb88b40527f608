import pytest

from evals.__main__ import main
from evals.chromium import NoChromium, chromium


@pytest.fixture(autouse=True)
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    return tmp_path


def program(at):
    at.write_text("#!/bin/sh\n")
    at.chmod(0o700)
    return str(at)


def test_chromium_is_found_on_the_path_by_its_names(path):
    browser = program(path / "chromium-browser")
    assert chromium() == browser


def test_the_variable_names_another_browser(path, monkeypatch):
    program(path / "chromium")
    other = program(path / "another")
    monkeypatch.setenv("CHROMIUM", other)
    assert chromium() == other


def test_without_chromium_the_error_says_what_to_install_or_set():
    with pytest.raises(NoChromium, match="install the package chromium, or set CHROMIUM"):
        chromium()


def test_a_variable_that_names_no_program_is_told(path, monkeypatch):
    program(path / "chromium")
    monkeypatch.setenv("CHROMIUM", "nowhere")
    with pytest.raises(NoChromium, match="CHROMIUM is 'nowhere'"):
        chromium()


def test_timing_the_screens_without_chromium_says_so_and_starts_nothing(path):
    questions = path / "questions.jsonl"
    questions.write_text('{"question": "What was resolved?"}\n')
    with pytest.raises(SystemExit, match="Chromium is not installed"):
        main(["screens", str(questions), "--home", str(path / "home")])
    assert [one.name for one in path.iterdir()] == ["questions.jsonl"]
