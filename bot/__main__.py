"""The command line of the bot: `python -m bot ask QUESTION`, `batch QUESTIONS.jsonl`, `chat`.

JSON on standard output, messages on standard error; exit status 0, 1 (failed) or 2 (wrong use). Declining is an answer.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from shutil import get_terminal_size
from typing import Any

from tqdm import tqdm

from bot.events import Event, last, told
from bot.grounding.verify import UnverifiedQuotation
from bot.llm import WrongModel
from bot.pipeline import Bot, WrongQuestion
from bot.rendering.answer_rows import answer_row
from bot.rendering.export import Exchange, to_markdown, where
from bot.rendering.export_word import to_word
from bot.rendering.table import laid_out
from bot.types import Answer, Turn
from bot.wire import open_bot
from index.errors import IndexFault

EXPORT = "/export"  # typed in a chat

FAULTS = (IndexFault, WrongModel, WrongQuestion, UnverifiedQuotation)


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; gives the exit status."""
    given = _parser().parse_args(arguments)
    try:
        bot = open_bot(given.home)
        return int(given.run(bot, given))
    except FAULTS as fault:
        print(fault, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Ask the papers held a question.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    ask = commands.add_parser("ask", help="answer one question")
    ask.add_argument("question")
    form = ask.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="the whole answer as one JSON object")
    form.add_argument("--markdown", action="store_true", help="with numbered references, for a briefing note")
    ask.set_defaults(run=_ask)
    batch = commands.add_parser("batch", help="answer a file of questions, a JSON row each")
    batch.add_argument("questions", type=Path, help="rows {id, question, history?}")
    batch.set_defaults(run=_batch)
    chat = commands.add_parser("chat", help="ask in turns; /export FILE keeps them, an empty line or Ctrl-D ends it")
    chat.set_defaults(run=_chat)
    for command in (ask, batch, chat):
        command.add_argument("--home", type=Path, help="where the index lives (default: MATTERS_HOME or .matters)")
    return parser


def _ask(bot: Bot, given: argparse.Namespace) -> int:
    answer = bot.answer(Turn(given.question))
    if given.json:
        print(json.dumps(answer_row(answer), ensure_ascii=False))
    else:
        print(to_markdown([Exchange(given.question, answer)]) if given.markdown else _told(answer))
    return 0


def _batch(bot: Bot, given: argparse.Namespace) -> int:
    failed = 0
    for place, row in tqdm(list(_rows(given.questions)), desc="asking", unit="question", disable=None, file=sys.stderr):
        if row is None:
            print(f"{given.questions}, line {place}: not a JSON row with id and question; left out", file=sys.stderr)
            failed = 1
            continue
        try:
            answer = bot.answer(Turn(row["question"], tuple(row.get("history") or ())))
        except (WrongQuestion, UnverifiedQuotation) as fault:
            print(f"{row['id']}: {fault}", file=sys.stderr)
            failed = 1
            continue
        print(json.dumps(answer_row(answer, row["id"]), ensure_ascii=False), flush=True)
    return failed


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any] | None]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise WrongQuestion(f"{path}: cannot be read as a file of questions ({fault})") from fault
    for place, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield place, _row(line)


def _row(line: str) -> dict[str, Any] | None:
    try:
        row = json.loads(line)
    except ValueError:
        return None
    whole = isinstance(row, dict) and isinstance(row.get("question"), str) and "id" in row
    return row if whole else None


def _chat(bot: Bot, given: argparse.Namespace) -> int:
    del given
    done: list[Exchange] = []
    while question := _typed():
        if question.split()[0] == EXPORT:
            print(_export(done, question.removeprefix(EXPORT).strip()), file=sys.stderr)
            continue
        try:
            answer = last(_telling(bot.events(Turn(question, tuple(exchange.question for exchange in done)))))
        except WrongQuestion as fault:
            print(fault, file=sys.stderr)
            continue
        print(f"\n{_told(answer)}\n")
        done.append(Exchange(question, answer))
    return 0


def _telling(events: Iterable[Event]) -> Iterator[Event]:
    """Events as they come, what is done on the way told on standard error, with the sentences that were checked."""
    for event in events:
        if line := told(event):
            print(line, file=sys.stderr)
        yield event


def _typed() -> str:
    """What the reader types next; "" at the end."""
    try:
        return input("? ").strip()
    except EOFError:
        return ""


def _export(done: list[Exchange], file: str) -> str:
    """Writes the conversation so far into a file, as Word or as Markdown by its ending; what the reader is told of it."""
    path = Path(file)
    if not done:
        return "Nothing has been answered yet."
    if path.suffix not in (".md", ".docx"):
        return f"{EXPORT} FILE: FILE ends in .md (Markdown) or .docx (Word)"
    written = to_word(done) if path.suffix == ".docx" else to_markdown(done).encode()
    try:
        with path.open("xb") as new:
            new.write(written)
    except FileExistsError:
        return f"{path} is there already: choose another name"
    except OSError as fault:
        return f"{path} cannot be written: {fault.strerror}"
    return f"{len(done)} answered question{'s' if len(done) > 1 else ''} written to {path}"


def _told(answer: Answer) -> str:
    """An answer for a terminal: the words, where each stands, and what was searched."""
    lines = [laid_out(answer.text, get_terminal_size().columns), ""]
    lines += [f"[{citation.n}] {where(citation)}" for citation in answer.citations]
    if answer.missing:
        lines.append(answer.missing)
    lines.append(f"Searched {answer.searched}.")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
