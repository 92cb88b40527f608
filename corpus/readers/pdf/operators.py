"""Follows the operators of a PDF page (ISO 32000, 8.4 to 9.4) and keeps the words and ruled lines that they show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pypdf.generic import ContentStream, DictionaryObject, IndirectObject, StreamObject

from corpus.readers.mending import LIGATURES
from corpus.readers.pdf.geometry import IDENTITY, Baseline, Box, Matrix, Run, box_around, multiply
from corpus.readers.pdf.paths import Path
from corpus.readers.pdf.shown import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from corpus.readers.pdf.fonts import FontShelf, FontTable

_DEEPEST_FORM = 8  # forms within forms; real papers show two or three, a file made to harm shows no end
_TALL = 0.7  # ems from the baseline to the top of a capital
_CUT = 0.1  # of a word's height and width: what a clip must leave of it; a line cut off at a page's foot is still read
_UNIT_SQUARE = ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0))


class _State(NamedTuple):
    """What "q" saves and "Q" brings back."""

    ctm: Matrix
    clip: Box
    font: FontTable | None = None
    size: float = 12.0
    char_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


def operations_of(stream: Any, pdf: Any) -> Iterable[tuple[list[Any], bytes]]:
    """The operators of a content stream, strings left as the bytes they are."""
    return ContentStream(stream, pdf, "bytes").operations


class Walk:
    """A walk over a page's operators. `runs` holds the words shown so far, `rules` the lines ruled.

    `unread` says that words were shown whose letters the font does not tell; `pictured` is what area pictures cover.
    """

    def __init__(self, shelf: FontShelf, seen: Matrix, page: Box) -> None:
        self.runs: list[Run] = []
        self.rules: list[Box] = []
        self.unread = False
        self.pictured = 0.0
        self._shelf = shelf
        self._state = _State(seen, page)
        self._saved: list[_State] = []
        self._tm = self._line = IDENTITY
        self._resources = DictionaryObject()
        self._depth = 0
        self._spaced = False
        self._path = Path()
        self._marks: list[str | None] = []
        self._actual: str | None = None
        self._act = self._operators()

    def _operators(self) -> dict[bytes, Callable[[list[Any]], None]]:
        return {
            b"q": lambda _: self._saved.append(self._state),
            b"Q": self._restore,
            b"cm": lambda o: self._set(ctm=multiply(_matrix(o), self._state.ctm)),
            b"BT": lambda _: self._place(IDENTITY),
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
            try:
                if (act := self._act.get(operator)) is not None:
                    act(operands)
                elif self._path.draw(operator, operands):
                    self._end_path(operator)
            except (IndexError, TypeError, ValueError):
                continue  # an operator without its numbers: viewers pass over it too
        self._resources, self._depth = before

    def _set(self, **changes: Any) -> None:
        self._state = self._state._replace(**changes)

    def _restore(self, _: list[Any]) -> None:
        if self._saved:
            self._state = self._saved.pop()

    def _end_path(self, operator: bytes) -> None:
        ctm, clip = self._state.ctm, self._state.clip
        self.rules += self._path.rules(operator, ctm, clip)
        if (box := self._path.clip(ctm)) is not None:
            self._set(clip=clip.within(box))
        self._path = Path()

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
        if operands[0] not in forms:
            return
        reference = forms.raw_get(operands[0])
        form = reference.get_object()
        if isinstance(form, StreamObject) and form.get("/Subtype") == "/Form":
            self.draw(form, IDENTITY)
            return
        if (
            box := box_around(_UNIT_SQUARE, self._state.ctm)
        ) is not None:  # where a picture is drawn (ISO 32000, 8.9.5)
            seen = box.within(self._state.clip)
            self.pictured += max(0.0, seen.right - seen.left) * max(0.0, seen.bottom - seen.top)
        if isinstance(reference, IndirectObject):
            _forget(reference)

    def draw(self, form: StreamObject, place: Matrix) -> None:
        """Draw a form: a part of a page that is kept as an object of its own."""
        if self._depth >= _DEEPEST_FORM:
            return
        state, saved, self._saved = self._state, self._saved, []
        self._set(ctm=multiply(multiply(_matrix(form.get("/Matrix", IDENTITY)), place), state.ctm))
        resources = form.get("/Resources", self._resources).get_object()
        self.follow(operations_of(form, None), resources, self._depth + 1)
        self._state, self._saved = state, saved

    def _begin_mark(self, operands: list[Any]) -> None:
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, str):
            named = self._resources.get("/Properties", DictionaryObject()).get_object()
            properties = named[properties].get_object() if properties in named else None
        self._marks.append(self._actual)
        if self._actual is None and isinstance(properties, DictionaryObject):
            self._actual = _text_of(properties.get("/ActualText"))

    def _end_mark(self, _: list[Any]) -> None:
        self._actual = self._marks.pop() if self._marks else None

    def _show(self, pieces: Iterable[Any]) -> None:
        """Show a string, or the strings and shifts of an array, and move on by their width."""
        state = self._state
        if state.font is None:
            return
        shown = Shown(state.size, spaced=self._spaced)
        for piece in pieces:
            if isinstance(piece, (int, float)):
                shown.shift(-float(piece) / 1000 * state.size * state.stretch)
                continue
            for (text, width), is_space in state.font.glyphs(_bytes(piece)):
                extra = state.char_space + (state.word_space if is_space else 0.0)
                shown.glyph(text, width * state.size * state.stretch, extra * state.stretch)
        shown.close()
        self.unread = self.unread or (shown.x != 0 and self._actual is None and not state.font.readable)
        self._keep(shown, state.font)
        self._spaced = shown.spaced
        self._tm = multiply((1.0, 0.0, 0.0, 1.0, shown.x, 0.0), self._tm)

    def _keep(self, shown: Shown, font: FontTable) -> None:
        base = Baseline.of(multiply((1.0, 0.0, 0.0, 1.0, 0.0, self._state.rise), multiply(self._tm, self._state.ctm)))
        size = abs(self._state.size) * base.height
        if self._actual is not None:
            self._keep_actual(shown, base, size, font)
            return
        for text, start, end, spaced in shown.words:
            x0, x1 = base.x + start * base.along, base.x + end * base.along
            if base.angle or self._seen(Box(x0, base.y - _TALL * size, x1, base.y)):
                self.runs.append(Run(text, x0, x1, base.y, size, font.bold, base.angle, spaced))

    def _seen(self, word: Box) -> bool:
        """Whether some of a word is left by the clip, be it only the tops of its letters."""
        left = word.within(self._state.clip)
        wide, high = left.right - left.left, left.bottom - left.top
        return wide >= _CUT * (word.right - word.left) and high >= _CUT * (word.bottom - word.top)

    def _keep_actual(self, shown: Shown, base: Baseline, size: float, font: FontTable) -> None:
        """Show what the file says the glyphs stand for, once, over all the glyphs it is said of."""
        text, end = self._actual or "", base.x + shown.x * base.along
        if text.strip():
            spaced = self._spaced or text[0].isspace()
            self.runs.append(Run(text.strip(), base.x, end, base.y, size, font.bold, base.angle, spaced))
            shown.spaced = text[-1].isspace()
            self._actual = ""
        elif text:
            shown.spaced = True
        elif self.runs and self.runs[-1].y == base.y:
            self.runs[-1] = self.runs[-1]._replace(x1=end)


def _forget(picture: IndirectObject) -> None:
    """Let the library drop a picture again: it keeps every object it has read, and pictures are most of a file."""
    known = getattr(picture.pdf, "resolved_objects", {})
    known.pop((picture.generation, picture.idnum), None)


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in operands)
    return (a, b, c, d, e, f)


def _bytes(piece: Any) -> bytes:
    return piece if isinstance(piece, bytes) else str(piece).encode("latin-1", "replace")


def _text_of(value: Any) -> str | None:
    """A text string as PDF writes it (ISO 32000, 7.9.2.2), or None."""
    if value is None:
        return None
    if not isinstance(value, bytes):
        return str(value).translate(LIGATURES)
    if value.startswith(b"\xfe\xff"):
        text = value[2:].decode("utf-16-be", "replace")
    elif value.startswith(b"\xef\xbb\xbf"):
        text = value[3:].decode("utf-8", "replace")
    else:
        text = value.decode("latin-1")
    return text.translate(LIGATURES)
