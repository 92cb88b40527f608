"""From a PDF page's operators to the words it shows, each with its place.

Coordinates are points from the page's top left corner, as the page is seen (its rotation applied).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

from pypdf.generic import ContentStream, DictionaryObject, StreamObject

from corpus.readers.mending import LIGATURES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pypdf import PageObject

    from corpus.readers.pdf.fonts import FontShelf, FontTable

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_DEEPEST_FORM = 8  # forms within forms; real papers show two or three, a file made to harm shows no end
_KERN = 0.1  # ems: pieces of one string nearer than this are one word, whatever the gaps elsewhere


class Run(NamedTuple):
    """Characters without white space that a page shows in one go: a word, or a piece of one.

    `x0` and `x1` are where it begins and ends and `y` where it stands (its baseline), measured along its own
    direction: `angle` is 0 for upright text, else degrees clockwise. `spaced` says that white space was shown before it.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    angle: int
    spaced: bool


def runs_of(page: PageObject, shelf: FontShelf) -> list[Run]:
    """The words of a page in the order in which they are drawn."""
    contents = page.get("/Contents")
    if contents is None:
        return []
    walk = _Walk(shelf, _seen_matrix(page))
    resources = page.get_inherited("/Resources", DictionaryObject()).get_object()
    walk.follow(_operations(contents.get_object(), page.pdf), resources, 0)
    return [run for run in walk.runs if _on_page(run, page)]


def _operations(stream: Any, pdf: Any) -> Iterable[tuple[list[Any], bytes]]:
    """The operators of a content stream, strings left as the bytes they are."""
    return ContentStream(stream, pdf, "bytes").operations


def _seen_matrix(page: PageObject) -> Matrix:
    """From the page's own coordinates to points from the top left corner of the page as it is seen."""
    left, bottom, right, top = (float(value) for value in page.cropbox)
    return {
        90: (0.0, 1.0, 1.0, 0.0, -bottom, -left),
        180: (-1.0, 0.0, 0.0, 1.0, right, -bottom),
        270: (0.0, -1.0, -1.0, 0.0, top, right),
    }.get(page.rotation % 360, (1.0, 0.0, 0.0, -1.0, -left, top))


def _on_page(run: Run, page: PageObject) -> bool:
    """Whether upright text is on the page, or hidden beyond its edge."""
    width, height = float(page.cropbox.width), float(page.cropbox.height)
    if page.rotation % 180:
        width, height = height, width
    return bool(run.angle) or (run.x1 > 0 and run.x0 < width and 0 < run.y < height + run.size)


def multiply(m: Matrix, n: Matrix) -> Matrix:
    """The matrix that applies `m` first, then `n`."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


class _State(NamedTuple):
    """What "q" saves and "Q" brings back."""

    ctm: Matrix
    font: FontTable | None
    size: float
    char_space: float
    word_space: float
    stretch: float
    leading: float
    rise: float


class _Walk:
    """Follows the operators of a page (ISO 32000, 8.4 and 9.4) and keeps what they show."""

    def __init__(self, shelf: FontShelf, seen: Matrix) -> None:
        self.runs: list[Run] = []
        self._shelf = shelf
        self._state = _State(seen, None, 12.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        self._saved: list[_State] = []
        self._tm = self._line = _IDENTITY
        self._resources = DictionaryObject()
        self._depth = 0
        self._spaced = False
        self._marks: list[str | None] = []
        self._actual: str | None = None
        self._act: dict[bytes, Callable[[list[Any]], None]] = {
            b"q": self._save,
            b"Q": self._restore,
            b"cm": lambda o: self._set(ctm=multiply(_matrix(o), self._state.ctm)),
            b"BT": lambda _: self._place(_IDENTITY),
            b"Tf": self._choose_font,
            b"Tc": lambda o: self._set(char_space=float(o[0])),
            b"Tw": lambda o: self._set(word_space=float(o[0])),
            b"Tz": lambda o: self._set(stretch=float(o[0]) / 100),
            b"TL": lambda o: self._set(leading=float(o[0])),
            b"Ts": lambda o: self._set(rise=float(o[0])),
            b"Tm": lambda o: self._place(_matrix(o)),
            b"Td": lambda o: self._move(float(o[0]), float(o[1])),
            b"TD": self._move_and_lead,
            b"T*": lambda _: self._move(0.0, -self._state.leading),
            b"Tj": lambda o: self._show([o[0]]),
            b"TJ": lambda o: self._show(o[0]),
            b"'": self._next_line_show,
            b'"': self._next_line_spaced_show,
            b"Do": self._draw,
            b"BDC": self._begin_mark,
            b"BMC": self._begin_mark,
            b"EMC": self._end_mark,
        }

    def follow(self, operations: Iterable[tuple[list[Any], bytes]], resources: DictionaryObject, depth: int) -> None:
        """Follow operators that take their fonts and forms from `resources`."""
        before, self._resources, self._depth = (self._resources, self._depth), resources, depth
        for operands, operator in operations:
            act = self._act.get(operator)
            if act is not None:
                try:
                    act(operands)
                except (IndexError, TypeError, ValueError):
                    continue  # an operator without its numbers: viewers pass over it too
        self._resources, self._depth = before

    def _set(self, **changes: Any) -> None:
        self._state = self._state._replace(**changes)

    def _save(self, _: list[Any]) -> None:
        self._saved.append(self._state)

    def _restore(self, _: list[Any]) -> None:
        if self._saved:
            self._state = self._saved.pop()

    def _place(self, matrix: Matrix) -> None:
        self._tm = self._line = matrix

    def _move(self, x: float, y: float) -> None:
        self._place(multiply((1.0, 0.0, 0.0, 1.0, x, y), self._line))

    def _move_and_lead(self, operands: list[Any]) -> None:
        self._set(leading=-float(operands[1]))
        self._move(float(operands[0]), float(operands[1]))

    def _choose_font(self, operands: list[Any]) -> None:
        fonts = self._resources.get("/Font", DictionaryObject()).get_object()
        font = self._shelf.get(fonts, operands[0]) if isinstance(fonts, DictionaryObject) else None
        self._set(font=font, size=float(operands[1]))

    def _next_line_show(self, operands: list[Any]) -> None:
        self._move(0.0, -self._state.leading)
        self._show([operands[0]])

    def _next_line_spaced_show(self, operands: list[Any]) -> None:
        self._set(word_space=float(operands[0]), char_space=float(operands[1]))
        self._next_line_show(operands[2:])

    def _draw(self, operands: list[Any]) -> None:
        forms = self._resources.get("/XObject", DictionaryObject()).get_object()
        form = forms[operands[0]].get_object() if operands[0] in forms else None
        if not isinstance(form, StreamObject) or form.get("/Subtype") != "/Form" or self._depth >= _DEEPEST_FORM:
            return
        state, saved, self._saved = self._state, self._saved, []
        self._set(ctm=multiply(_matrix(form.get("/Matrix", _IDENTITY)), state.ctm))
        resources = form.get("/Resources", self._resources).get_object()
        self.follow(_operations(form, None), resources, self._depth + 1)
        self._state, self._saved = state, saved

    def _begin_mark(self, operands: list[Any]) -> None:
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, str):
            named = self._resources.get("/Properties", DictionaryObject()).get_object()
            properties = named[properties].get_object() if properties in named else None
        actual = properties.get("/ActualText") if isinstance(properties, DictionaryObject) else None
        self._marks.append(self._actual)
        if isinstance(actual, str) and self._actual is None:
            self._actual = actual

    def _end_mark(self, _: list[Any]) -> None:
        self._actual = self._marks.pop() if self._marks else None

    def _show(self, pieces: Iterable[Any]) -> None:
        """Show a string, or the strings and shifts of an array, and move on by their width."""
        font, size = self._state.font, self._state.size
        if font is None:
            return
        shown = _Shown(self._spaced)
        for piece in pieces:
            if isinstance(piece, (int, float)):
                shown.shift(-float(piece) / 1000 * size * self._state.stretch, _KERN * size)
                continue
            data = piece if isinstance(piece, bytes) else bytes(piece, "latin-1", "replace")
            for (text, width), is_space in font.glyphs(data):
                extra = self._state.char_space + (self._state.word_space if is_space else 0.0)
                shown.glyph(text, width * size * self._state.stretch, extra * self._state.stretch)
        shown.close()
        self._spaced = shown.spaced
        self._keep(shown.words, font.bold)
        self._tm = multiply((1.0, 0.0, 0.0, 1.0, shown.x, 0.0), self._tm)

    def _keep(self, words: list[tuple[str, float, float, bool]], bold: bool) -> None:
        if self._actual is not None and words:
            words = [(self._actual.strip().translate(LIGATURES), words[0][1], words[-1][2], words[0][3])]
            self._actual = ""
        trm = multiply((1.0, 0.0, 0.0, 1.0, 0.0, self._state.rise), multiply(self._tm, self._state.ctm))
        a, b, c, d, e, f = trm
        along = math.hypot(a, b)
        if not along:
            return
        size = self._state.size * math.hypot(c, d)
        angle = round(math.degrees(math.atan2(b, a))) % 360
        x, y = (e, f) if not angle else ((e * a + f * b) / along, (f * a - e * b) / along)
        for text, start, end, spaced in words:
            if text:
                self.runs.append(Run(text, x + start * along, x + end * along, y, abs(size), bold, angle, spaced))


class _Shown:
    """The words of one shown string, in text space, as its glyphs come."""

    def __init__(self, spaced: bool) -> None:
        self.words: list[tuple[str, float, float, bool]] = []
        self.x = 0.0
        self.spaced = spaced
        self._text = ""
        self._start = self._end = 0.0

    def glyph(self, text: str, width: float, extra: float) -> None:
        """Show a glyph; white space ends the word."""
        if text.isspace():
            self.close()
            self.spaced = True
        elif text:
            if not self._text:
                self._start = self.x
            self._text += text
            self._end = self.x + width
        self.x += width + extra

    def shift(self, by: float, kern: float) -> None:
        """Move on without showing; more than a kern ends the word."""
        if abs(by) > kern:
            self.close()
        self.x += by

    def close(self) -> None:
        """End the word, if one is open."""
        if self._text:
            self.words.append((self._text, self._start, self._end, self.spaced))
            self._text, self.spaced = "", False


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in operands)
    return (a, b, c, d, e, f)
