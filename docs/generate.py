"""Writes the parts of the documentation that must say what the program says: answers, settings, commands.

`python -m docs.generate` writes them; with `--check` it only says which files are stale, and then exits 1. In README.md
and docs/retrieval.md such a part stands between `<!-- generate NAME -->` and `<!-- end -->`; docs/commands.md and
.env.example are whole.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.__main__ import main as bot
from corpus.__main__ import main as corpus
from evals.__main__ import main as evals
from evals.retrieval_table import tables as retrieval
from evals.scale_plot import tables as speed
from index.__main__ import main as index
from index.settings import PREFIX, Settings

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "corpus/samples/papers"
PROGRAMS: Mapping[str, Callable[[list[str]], int]] = {"index": index, "bot": bot, "corpus": corpus, "evals": evals}
HELP_WIDTH = "100"  # what argparse wraps help at; it takes the terminal's width where none is given

_PART = re.compile(r"(<!-- generate (.+?) -->\n).*?(<!-- end -->)", re.DOTALL)
# A command among the positional arguments of a program's help, and its help, which may run over lines or begin on the next.
_COMMAND = re.compile(r"^ {4}(\w+)(?: {2,}| *\n {6,})(\S.*(?:\n {6,}\S.*)*)", re.MULTILINE)
_COMMANDS_HEAD = """# Every command
Written by `python -m docs.generate` from the programs' own help. Results go to standard output, messages to standard error.
The exit status is 0 when done (declining to answer is an answer), 1 when something failed, 2 when a command was used wrongly.
"""
_ENV_HEAD = """# Copy this file to .env and take the mark off the lines that you want to change. The environment wins over this file.
# Written by `python -m docs.generate` from index/settings.py.
"""


class UnknownPart(Exception):  # noqa: N818 - it says what was found, as our other errors do
    """A document asks for a part that nobody writes: correct its marker, or write it in docs/generate.py."""


def documents() -> dict[Path, str]:
    """Every file that is written here, whole or in part, as it should stand today."""
    made = {ROOT / "docs/commands.md": commands(), ROOT / ".env.example": example()}
    with _home() as home:
        for path in (ROOT / "README.md", ROOT / "docs/retrieval.md", ROOT / "docs/speed.md"):
            if path.is_file():
                text = path.read_text(encoding="utf-8")
                made[path] = _PART.sub(lambda part: f"{part[1]}{_part(part[2], home)}{part[3]}", text)
    return made


def _part(name: str, home: Path) -> str:
    if name.startswith("ask: "):
        return asked(name.removeprefix("ask: "), home)
    parts = {"settings": settings, "commands": command_table, "retrieval": retrieval, "speed": speed}
    if name not in parts:
        raise UnknownPart(f"nobody writes the part {name!r}; known are ask: QUESTION, {', '.join(parts)}")
    return parts[name]()


def asked(question: str, home: Path) -> str:
    """A question put to the sample papers on the command line, and what the program answers."""
    return f'```console\n$ python -m bot ask "{question}"\n{_said(bot, ["ask", question, "--home", str(home)])}\n```\n'


def settings() -> str:
    """Every setting, its default and what it does, as a table."""
    rows = [f"| `{name}` | {f'`{value}`' if value else ''} | {told} |" for name, value, told in _settings()]
    return "\n".join(["| setting | default | what it does |", "|---|---|---|", *rows]) + "\n"


def example() -> str:
    """Every setting at its default, marked off, for a file `.env`."""
    return _ENV_HEAD + "".join(f"\n# {told}\n#{name}={value}\n" for name, value, told in _settings())


def _settings() -> Iterator[tuple[str, str, str]]:
    for name, field in Settings.model_fields.items():
        default = field.default
        value = str(default).lower() if isinstance(default, bool) else str(default)
        yield PREFIX + name.upper(), value, field.description or ""


def command_table() -> str:
    """Every command but those that measure, with the line that its program's help gives it."""
    rows = [
        f"| `python -m {program} {command}` | {told} |" for program, command, told in _commands() if program != "evals"
    ]
    return "\n".join(["| command | what it does |", "|---|---|", *rows]) + "\n"


def commands() -> str:
    """Every command's help in full."""
    helps = []
    for program, command, _ in _commands():
        told = _said(PROGRAMS[program], [command, "--help"])
        helps.append(f"\n## python -m {program} {command}\n```text\n{told}\n```\n")
    return _COMMANDS_HEAD + "".join(helps)


def _commands() -> Iterator[tuple[str, str, str]]:
    """Program, command and the line of help of each, in the order of the programs' own help."""
    for program, main in PROGRAMS.items():
        for command in _COMMAND.finditer(_said(main, ["--help"])):
            yield program, command[1], " ".join(command[2].split())


def _said(main: Callable[[list[str]], int], arguments: list[str]) -> str:
    """What a program prints, standard output alone."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.suppress(SystemExit), _environment(COLUMNS=HELP_WIDTH):
        main(arguments)
    return out.getvalue().strip()


@contextlib.contextmanager
def _home() -> Iterator[Path]:
    """An index of the sample papers, under settings at their defaults but for an embedder that loads no model."""
    plain: dict[str, Any] = {name: value for name, value, _ in _settings()}
    plain |= {f"{PREFIX}EMBEDDER": "words"}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, _environment(**plain):
        with contextlib.redirect_stderr(io.StringIO()) as told:
            if index(["add", str(SAMPLES), "--home", folder]):
                raise RuntimeError(f"the sample papers cannot be added: {told.getvalue()}")
        yield Path(folder)


@contextlib.contextmanager
def _environment(**values: str) -> Iterator[None]:
    """These values in the environment, and afterwards what stood there before."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def main(arguments: list[str] | None = None) -> int:
    """Writes what is stale, or says it; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m docs.generate", description="Bring the documentation up to date.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where something is stale")
    given = parser.parse_args(arguments)
    made = documents()
    old = [path for path, text in made.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    for path in old:
        print(f"{path.relative_to(ROOT)}: {'stale: run `python -m docs.generate`' if given.check else 'written'}")
        if not given.check:
            path.write_text(made[path], encoding="utf-8")
    return 1 if old and given.check else 0


if __name__ == "__main__":
    sys.exit(main())
