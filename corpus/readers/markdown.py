"""Markdown, with the HTML that papers turned into markdown carry.

Marks are taken out: what is left is what a browser would show, and what a quotation holds.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from bs4 import BeautifulSoup

from corpus.readers.blocks import BlockWriter
from corpus.readers.lines import LineWriter, Reading
from corpus.readers.mending import squeeze
from corpus.readers.text import decode, indent_of

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^title:(.*)$", re.MULTILINE)
_IN_QUOTES = re.compile(r"(['\"])(.*)\1")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*)")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_UNDERLINE = re.compile(r" {0,3}=+[ \t]*$")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_TABLE_RULE = re.compile(r"[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+(?:\|[ \t]*)?$")
_BULLET = re.compile(r"^([ \t]*)[*+][ \t]+")
_QUOTED = re.compile(r"^(?:[ \t]*>)+[ \t]?")
_HTML_BLOCK = re.compile(r"<(?:table|div|p|ul|ol|li|br|tr|h[1-6]|hr|section|center)\b[^<>]*>", re.IGNORECASE)
_BOLD_LINE = re.compile(r"(\*\*|__)(?!\s).+\1")
_PAGE_NUMBER = re.compile(r"\d{1,3}")
_NEAR_PAGES = 1  # a number behind a rule is the page's if it differs by no more from the rules so far: covers count too

_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>|~<&])")
# No part of these may run on over what begins the next one: a line of nothing but "[" or "<" would be read through anew
# from each of them.
_PICTURE = re.compile(r"!\[([^\[\]]*)\]\((?:(?:[^()]|\([^()]*\))*|(?:(?!!\[)[^)])*)\)")
_LINK = re.compile(r"\[([^\[\]]+)\]\((?:[^()\s]|\([^()]*\))*(?:[ \t]+['\"][^()]*)?\)")
_WEB_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LONG_CODE = re.compile(r"&#\d{8,};?")  # of a character that there is not
_STARS = re.compile(r"\*+|`+|~~")
_UNDERSCORES = re.compile(r"(?<![^\W_])_+|_+(?![^\W_])")
_DOTTED = re.compile(r"_{2,}")  # a line to sign on
_HELD = 0xE000  # escaped marks are held as private characters while the marks are taken out


def read_markdown(data: bytes, file: str) -> Reading:  # noqa: ARG001  (every reader is given the name)
    """Read markdown, a line a line. `title` is the front matter's, else the first heading of the first level."""
    text = decode(data)
    title = ""
    if front := _FRONT.match(text):
        text = text[front.end() :]
        if named := _TITLE.search(front[1]):
            title = named[1].strip()
            title = quoted[2].strip() if (quoted := _IN_QUOTES.fullmatch(title)) else title
    page = _Page()
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        at = page.take(lines, at)
    return page.writer.reading(title=title or page.title)


@dataclass(slots=True)
class _Page:
    """Markdown as it is read, line by line."""

    writer: LineWriter = field(default_factory=LineWriter)
    title: str = ""
    blank: bool = True
    rules: int = 0
    fenced: bool = False
    in_table: bool = False

    def take(self, lines: list[str], at: int) -> int:
        """Take the line at a place, or the block that begins there; gives the place behind it."""
        line = lines[at]
        after = lines[at + 1] if at + 1 < len(lines) else ""
        if _FENCE.match(line):
            self.fenced = not self.fenced
            self.blank = True
        elif self.fenced:
            self._write(line, squeeze(line))
        elif not line.strip():
            self.blank, self.in_table = True, False
        elif _RULE.match(line):
            return self._rule(lines, at)
        elif _HTML_BLOCK.search(line):
            return self._html(lines, at)
        elif _TABLE_RULE.match(after) and "|" in line:
            self._row(line, bold=True)
            self.in_table = True
            return at + 2
        elif self.in_table and "|" in line:
            self._row(line, bold=False)
        elif heading := _HEADING.match(line):
            self._heading(plain(heading[2].rstrip(" \t#")), len(heading[1]))
        elif _UNDERLINE.match(after):
            self._heading(plain(line), 1)
            return at + 2
        else:
            shown = _QUOTED.sub("", _BULLET.sub(r"\1• ", line))
            self._write(line, plain(shown), bold=_BOLD_LINE.fullmatch(line.strip()) is not None)
        return at + 1

    def _write(self, raw: str, text: str, *, bold: bool = False) -> None:
        self.writer.add(text, bold=bold, indent=indent_of(raw), blank_before=self.blank)
        self.blank = not text

    def _heading(self, text: str, level: int) -> None:
        self.writer.add(text, level=level, blank_before=True)
        self.blank = True
        if level == 1 and not self.title:
            self.title = text

    def _rule(self, lines: list[str], at: int) -> int:
        """A rule is a gap; in text taken from pages it ends a page, and the page's number stands behind it."""
        self.rules += 1
        self.blank, self.in_table = True, False
        behind = lines[at + 1].strip() if at + 1 < len(lines) else ""
        is_page = _PAGE_NUMBER.fullmatch(behind) and abs(int(behind) - self.rules) <= _NEAR_PAGES
        return at + 2 if is_page else at + 1

    def _row(self, line: str, *, bold: bool) -> None:
        inner = line.strip().removeprefix("|").removesuffix("|")
        cells = tuple(plain(cell) for cell in re.split(r"(?<!\\)\|", inner))
        self.writer.add("\t".join(filter(None, cells)), cells=cells, bold=bold, blank_before=self.blank)
        self.blank = False

    def _html(self, lines: list[str], at: int) -> int:
        """HTML, up to the next empty line, or to the end of its table."""
        end = at + 1
        depth = _open_tables(lines[at])
        while end < len(lines) and (depth > 0 or lines[end].strip()):
            depth += _open_tables(lines[end])
            end += 1
        soup = BeautifulSoup("\n".join(lines[at:end]), "lxml")
        BlockWriter(self.writer, clean=plain).write(soup.body or soup)
        self.blank = True
        return end


def _open_tables(line: str) -> int:
    small = line.lower()
    return small.count("<table") - small.count("</table")


def plain(text: str) -> str:
    """A line as it is shown: escapes, emphasis, links and tags resolved."""
    text = _ESCAPE.sub(lambda match: chr(_HELD + ord(match[1])), text)
    text = _WEB_ADDRESS.sub(r"\1", _LINK.sub(r"\1", _PICTURE.sub(r"\1", text)))
    text = html.unescape(_LONG_CODE.sub("\ufffd", _TAG.sub("", _without_comments(text))))
    text = _UNDERSCORES.sub("", _STARS.sub("", text))
    text = re.sub("[\ue000-\ue07f]", lambda match: chr(ord(match[0]) - _HELD), text)
    return squeeze(_DOTTED.sub(" ", text))


def _without_comments(text: str) -> str:
    """The text without its comments; what opens one behind the last that is closed is looked at no further."""
    closed, mark, rest = text.rpartition("-->")
    return _COMMENT.sub("", closed + mark) + rest
