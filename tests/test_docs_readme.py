import contextlib
import io
import re
from pathlib import Path
from typing import get_args

import pytest

from bot.types import Reason
from corpus.readers import BY_SUFFIX
from docs import generate
from index.settings import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(set(re.findall(r"python -m (corpus|index|bot|evals) ([a-z]+)", README)))


def test_the_generated_parts_say_what_the_program_says_today(capsys):
    assert generate.main(["--check"]) == 0, capsys.readouterr().out


def test_the_readme_shows_a_cited_answer():
    shown = README.partition("<!-- generate ask: ")[2].partition("<!-- end -->")[0]
    assert "resolved: “" in shown
    assert re.search(r"^\[1\] .+, Minute [\d.]+, resolution", shown, re.MULTILINE)


@pytest.mark.parametrize(("program", "command"), COMMANDS)
def test_a_command_of_the_readme_exists(program, command):
    with contextlib.redirect_stdout(io.StringIO()) as told, pytest.raises(SystemExit) as ended:
        generate.PROGRAMS[program]([command, "--help"])
    assert ended.value.code == 0
    assert f"python -m {program} {command}" in told.getvalue()


def test_a_command_of_the_program_is_in_the_readme():
    assert {("index", "add"), ("bot", "ask"), ("corpus", "show"), ("evals", "answers")} <= set(COMMANDS)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_a_setting_is_documented(name):
    row = re.search(rf"^\| `MATTERS_{name.upper()}` \|.*\| (.+) \|$", README, re.MULTILINE)
    assert row
    assert row[1].endswith(".")


@pytest.mark.parametrize("reason", get_args(Reason))
def test_a_reason_for_declining_is_documented(reason):
    assert f"`{reason}`" in README


@pytest.mark.parametrize("suffix", BY_SUFFIX)
def test_a_format_is_documented(suffix):
    assert f"{suffix}`" in README or f"{suffix} " in README


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\((?!http)([^)#]+)\)", README))))
def test_a_link_of_the_readme_leads_somewhere(target):
    assert (ROOT / target).exists()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`make ([a-z]+)`", README))))
def test_a_make_target_of_the_readme_exists(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_readme_stays_readable():
    assert len(README.splitlines()) < 250
