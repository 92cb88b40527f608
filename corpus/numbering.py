"""Where a printed number belongs among the numbers above it: the path that leads to a line, outermost first."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.marks import Mark

_OUT_OF_ORDER = 20  # an item up to here may have been taken before item 1; a minute numbered 246 has a list under it
_ALIGNED = 8  # points: numbers of one list stand under each other
_FARTHEST = 30  # a jump further on than this is a year, a time or a sum that opens a line
_NEAR = 3  # a gap in the numbers that a dropped or withdrawn item leaves; a bare number further on is a count


@dataclass(frozen=True, slots=True)
class _Level:
    label: str
    shape: str
    value: tuple[int, ...]
    heading: bool
    indent: float = 0.0
    seen: frozenset[int] = frozenset()  # values met at this place, so that an item out of order is no list begun


class Numbering:
    """The numbers that lead to the present line, kept as lines are read in order."""

    def __init__(self) -> None:
        self._levels: list[_Level] = []
        self._open = False
        self._over: list[_Level] = []  # of a list that a line under the item itself has parted from its next number
        self._indent = 0.0
        self._after_colon = False

    @property
    def path(self) -> tuple[str, ...]:
        """The printed numbers that the present line stands under, outermost first."""
        return tuple(level.label for level in self._levels) if self._open else ()

    @property
    def item(self) -> tuple[str, ...]:
        """The path down to the last numbered heading: what a line stands under once a list below it is over."""
        depth = max((n for n, level in enumerate(self._levels, 1) if level.heading), default=len(self._levels))
        return self.path[:depth]

    @property
    def compound(self) -> bool:
        """Whether the present number holds its parent's, as "7.4" does."""
        return bool(self._levels) and len(self._levels[0].value) > 1

    def close(self) -> None:
        """An unnumbered heading of the numbered ones' rank: what follows stands under no number until the next."""
        self._open = False

    def back_to_item(self) -> None:
        """A list under the item is over: what follows stands under the item itself."""
        kept = max(1, len(self.item))
        self._over = self._levels[kept:] or self._over
        self._levels = self._levels[:kept]

    def strange(self, mark: Mark) -> bool:
        """Whether a number neither goes on from those above nor begins a list: it is another paper's."""
        shape, value = mark.shapes[0]
        if not self._levels or shape.isalpha() or not (shape == "1." or mark.compound):
            return False
        if not mark.compound:
            return value[0] > 1 and not any(
                level.shape == shape and 0 < value[0] - level.value[0] <= _NEAR for level in self._levels
            )
        top = self._levels[0].value
        next_item = value[0] - top[0] == 1 and value[1] <= 2 and len(value) == 2  # noqa: PLR2004 ("8.1" run in before "8.2")
        first = value[:-1] == top[: len(value) - 1] and len(top) >= len(value) - 1
        return not (
            next_item
            or first
            or any(_follows(level.value, value) for level in self._levels if len(level.value) == len(value))
        )

    def place(
        self, mark: Mark, *, heading: bool = False, indent: float = 0.0, after_colon: bool = False
    ) -> tuple[str, ...] | None:
        """The path of a line that opens with this mark, or None where the mark turns out to be a mere count.

        `after_colon`: the line before announces a list.
        """
        self._indent, self._after_colon = indent, after_colon
        if mark.passing:
            return (mark.label,)
        self._go_on_with_list(mark)
        depth, shape, value = self._find(mark, heading=heading)
        if depth is None:
            return None
        before = self._levels[depth] if depth < len(self._levels) else None
        seen = before.seen if before and before.shape == shape else frozenset()
        self._levels = [*self._levels[:depth], _Level(mark.label, shape, value, heading, indent, seen | {value[0]})]
        self._open = True
        return self.path

    def _go_on_with_list(self, mark: Mark) -> None:
        """Takes up the list under the present item again where a number is the next of it."""
        for depth, level in enumerate(self._over):
            if any(shape == level.shape and value == (level.value[0] + 1,) for shape, value in mark.shapes):
                self._levels = [*self._levels, *self._over[: depth + 1]]
                break
        self._over = []

    def _find(self, mark: Mark, *, heading: bool) -> tuple[int | None, str, tuple[int, ...]]:
        shape, value = mark.shapes[0]
        if shape.isalpha():
            under = [n for n, level in enumerate(self._levels) if level.heading and not level.shape.isalpha()]
            return (under[-1] + 1 if under and self._open else 0), shape, value
        if mark.compound:
            plausible = mark.sure or self._continues_compound(value)
            return (0 if plausible else None), shape, value
        for want in ("next", "first", "near", "same"):
            for shape_, value_ in mark.shapes:
                depth = getattr(self, f"_as_{want}")(shape_, value_[0], heading)
                if depth is not None and (mark.sure or want != "same"):
                    return depth, shape_, value_
        shape, value = mark.shapes[-1]
        far = any(level.shape == shape == "1." and value[0] > level.value[0] + _FARTHEST for level in self._levels)
        if not mark.sure or far:
            return None, shape, value
        if (
            shape == "1)"
            and self._levels
            and self._levels[0].shape == "1."
            and value[0] == self._levels[0].value[0] + 1
        ):
            return 0, "1.", value  # "7." and then "8)": the next item, misprinted
        if shape == "1." and not any(level.shape == shape for level in self._levels):
            return 0, shape, value  # "10." begins no list under "(b)"
        return self._floor(heading=heading), shape, value

    def _continues_compound(self, value: tuple[int, ...]) -> bool:
        tops = [level.value for level in self._levels[:1]]
        first = value[-1] == 1 and (not tops or tops[0][: len(value) - 1] == value[:-1])
        return first or any(len(top) == len(value) and _follows(top, value) for top in tops)

    def _as_next(self, shape: str, value: int, heading: bool) -> int | None:  # noqa: FBT001
        return self._deepest(shape, {value - 1}, heading=heading)

    def _as_near(self, shape: str, value: int, heading: bool) -> int | None:  # noqa: FBT001
        if not self._levels and heading and value <= _NEAR:
            return 0
        return self._deepest(shape, set(range(value - _NEAR, value - 1)), heading=heading)

    def _as_first(self, shape: str, value: int, heading: bool) -> int | None:  # noqa: FBT001
        if value != 1:
            return None
        if not self._open:
            return 0
        top = self._levels[0]
        if heading and top.heading and top.shape == shape and value not in top.seen and self._early(top):
            return 0  # the meeting took a later item first
        depth = len(self._levels)
        like = [n for n, level in enumerate(self._levels) if level.shape == shape and level.heading == heading]
        if len(like) > 1 or (like and (like[-1] < depth - 1 or not self._deeper(self._levels[like[-1]], shape))):
            return like[-1]  # the list has begun again where the last one stood
        return self._floor(heading=heading)

    def _early(self, top: _Level) -> bool:
        """Whether the item above may have been taken before item 1: a low number, and not further left."""
        return top.value[0] <= _OUT_OF_ORDER and self._indent <= top.indent + _ALIGNED

    def _deeper(self, level: _Level, shape: str) -> bool:
        """Whether a list of the same look is a list under the last number, not the last list begun again."""
        if shape != "1.":
            return False
        return self._after_colon or level.heading or self._indent > level.indent + _ALIGNED

    def _as_same(self, shape: str, value: int, heading: bool) -> int | None:  # noqa: FBT001
        like = [
            n for n, level in enumerate(self._levels) if level.shape == shape and value <= level.value[0] + _FARTHEST
        ]
        looks = [n for n in like if self._levels[n].heading == heading]
        return (looks or like)[0] if like else None

    def _deepest(self, shape: str, before: set[int], *, heading: bool) -> int | None:
        fits = []
        for n, level in enumerate(self._levels):
            compound = len(level.value) > 1 and shape == "1."
            if (level.shape == shape or compound) and level.value[0] in before:
                aligned = abs(level.indent - self._indent) <= _ALIGNED
                fits.append((aligned, level.heading == heading, n))
        return max(fits)[-1] if fits else None

    def _floor(self, *, heading: bool) -> int:
        """How deep a new list goes: under everything, but a heading never stands under a mere paragraph."""
        if not self._open:
            return 0
        if not heading:
            return len(self._levels)
        return next((n for n, level in enumerate(self._levels) if not level.heading), len(self._levels))


def _follows(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    return before[:-1] == after[:-1] and 0 < after[-1] - before[-1] <= _NEAR
