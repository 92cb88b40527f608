"""What is seen of a step through a paper's outline, by name: each name has a weight, and the sum is the step's score.

A name is built of what is seen together ("next, title after title"), so that a plain sum can tell, say, a list that
begins again under a new title from one that begins again in the middle of a sentence.
"""

from __future__ import annotations

from corpus.outline.levels import Level, Look, NumberedLine, Outline, Reading

_ALIGNED = 8.0  # points: numbers of one list stand under each other
_NEAR = 3  # a gap that a dropped or withdrawn item leaves
_FAR = 30  # a jump further on than this is a year, a time or a sum that opens a line
_MOST_DROPPED = 3
_LISTS = frozenset(
    (
        "1.",
        "1)",
        "(1)",
        "a.",
        "a)",
        "(a)",
        "A.",
        "A)",
        "(A)",
        "i.",
        "i)",
        "(i)",
        "I.",
        "I)",
        "(I)",
        "1(a)",
        "1.1",
        "1.1.1",
    )
)
_WORDS = frozenset(("item", "minute", "question", "answer", "action", "recommendation", "appendix", "agenda"))
_GOES_ON = frozenset(("next", "near", "whole next", "whole on", "whole within", "whole item"))


def placed(outline: Outline, line: NumberedLine, reading: Reading, depth: int) -> tuple[str, ...]:
    """Of a number put at a depth of the outline: in the place of the one there, or under all of them."""
    old = outline.levels[depth] if depth < len(outline.levels) else None
    if old is None:
        relation = f"{'new' if depth else 'root'} {'first' if reading.value[-1] == 1 else 'later'}"
        found = [f"{relation}: {_family(reading.shape)}"]
    else:
        relation = _relation(reading, old.reading)
        found = _beside_old(relation, old, line, reading)
    found += [*_own(reading), relation]
    found += [f"{relation}: {fact}" for fact in reading.facts]
    found += [f"{relation}, line {fact}" for fact in line.facts]
    dropped = outline.depth - depth - (old is not None)
    if dropped > 0:
        found += [f"drops {min(dropped, _MOST_DROPPED)}", f"drops: {relation}"]
    if old is not None and depth >= outline.depth:
        found.append(f"resumes: {relation}, {'open' if outline.depth else 'closed'}")
    found += _under_parent(outline, line, reading, depth, relation if old is None else _kept(relation))
    if not depth and outline.depth:
        found.append(f"top open: {relation}, {_title(reading)}")
    if outline.levels and outline.depth and "arising" in outline.levels[0].facts:
        found.append(f"arising: {relation}, {'top' if not depth else 'deeper'}")
    return tuple(found)


def _beside_old(relation: str, old: Level, line: NumberedLine, reading: Reading) -> list[str]:
    """Of a number in the place of another: how it goes on, and whether the two look alike."""
    found = [
        f"{relation}: {_title(reading)} after {_title(old.reading)}",
        f"{relation}: {_across(line.look, old.look)}",
        f"{relation}: {_alike(line.look, old.look)}",
        f"{relation}: {_family(reading.shape)}",
    ]
    if relation in ("back", "first") and reading.value[0] <= old.highest:
        found.append(f"{relation}: seen")
    return found


def _under_parent(outline: Outline, line: NumberedLine, reading: Reading, depth: int, relation: str) -> list[str]:
    """Of a number under another, or under none."""
    if not depth:
        return [f"top: {_family(reading.shape)}, {_title(reading)}"]
    parent = outline.levels[depth - 1]
    found = [
        f"{relation}: {_family(reading.shape)} under {_family(parent.reading.shape)}",
        f"{relation}: {_title(reading)} under {_title(parent.reading)}",
        f"{relation}: {_across(line.look, parent.look)} of its {_title(parent.reading)}",
    ]
    if len(parent.reading.value) > 1:
        found.append(f"{relation}: under whole")
    if depth > outline.depth:
        found.append("under closed")
    return found


def list_apart(outline: Outline, line: NumberedLine, reading: Reading) -> tuple[str, ...]:
    """Of a number that begins a list apart from the outline, which goes on after it."""
    return (
        *_own(reading),
        "apart",
        f"apart: {_family(reading.shape)}, {_title(reading)}",
        f"apart: {'open' if outline.depth else 'closed'}",
        *[f"apart, line {fact}" for fact in line.facts],
    )


def passing(reading: Reading) -> tuple[str, ...]:
    """Of a number that is its line's alone."""
    return ("passing", f"passing: {_family(reading.shape)}")


def ignored_number(outline: Outline, line: NumberedLine) -> tuple[str, ...]:
    """Of taking a line's opening for no number, where it might be one."""
    if not line.readings:
        return ()
    reading = line.readings[0]
    found = ["none", f"none: {_family(reading.shape)}, {_title(reading)}", *[f"none: {fact}" for fact in reading.facts]]
    for depth, level in enumerate(outline.levels):
        relation = _relation(reading, level.reading)
        if relation in _GOES_ON:
            found.append(f"none: {relation} {'open' if depth < outline.depth else 'closed'}")
    if outline.levels and "arising" in outline.levels[0].facts:
        found.append("none: arising")
    if not outline.depth:
        found.append("none: under nothing")
    return tuple(found)


def without_number(way: str, outline: Outline, line: NumberedLine) -> tuple[str, ...]:
    """Of a line without a number that stays under what is in force, or by which some of that is over."""
    if not outline.depth:
        return ()
    look, title = line.look, "title" if line.heading else "text"
    told = tuple(f"{way}, line {fact}" for fact in line.facts)
    if way == "stay":
        return (f"stay: {title}, depth {min(outline.depth, 2)}", *told)
    if way == "leave":
        return (way, f"leave: {title}", *told)
    if way == "back":
        last = outline.levels[outline.depth - 1]
        item = outline.levels[outline.list_over - 1].reading
        return (way, f"back: {title}", f"back: {_across(look, last.look)}", f"back: to {_title(item)}", *told)
    top = outline.levels[0]
    return (
        way,
        f"close: {title}",
        f"close: {_set(look)} {title} after {_set(top.look)} {_title(top.reading)}",
        f"close: {title} {_rank(look, top.look)}",
        f"close: {title} {_across(look, top.look)}",
        f"close: {title} after {_family(top.reading.shape)}",
        *told,
        *[f"close: {title}, line {fact}" for fact in line.facts if fact in ("minutes", "agenda", "other paper")],
    )


def _own(reading: Reading) -> list[str]:
    return [*[f"number: {fact}" for fact in reading.facts], f"number: {_family(reading.shape)}, {_title(reading)}"]


def _title(reading: Reading) -> str:
    return "title" if reading.heading else "text"


def _kept(relation: str) -> str:
    """Whether a number in the place of another goes on with its list, or begins one there."""
    return "old" if relation in ("next", "near", "same", "later") else "again"


def _family(shape: str) -> str:
    """A form of number, rare ones together."""
    return shape if shape in _LISTS or shape in _WORDS else "word" if shape.isalpha() else "serial"


def _relation(reading: Reading, old: Reading) -> str:
    """How a number goes on from one in whose place it stands."""
    value, before = reading.value, old.value
    if len(value) > 1 or len(before) > 1:
        return "whole " + _whole_relation(value, before, alike=old.shape == "1." or len(before) > 1)
    first = value[0] == 1
    if reading.shape != old.shape:
        return "other first" if first else "other later"
    step = value[0] - before[0]
    if step in (0, 1):
        return "next" if step else "same"
    if step < 0:
        return "first" if first else "back"
    return "near" if step <= _NEAR else "later" if step <= _FAR else "far"


def _whole_relation(value: tuple[int, ...], before: tuple[int, ...], *, alike: bool) -> str:
    """The same where one of them holds its parent's number, as "7.4" does."""
    if not alike:
        return "begin" if value[-1] == 1 else "other"
    step = value[-1] - before[-1]
    if len(value) == len(before) and value[:-1] == before[:-1]:
        return (
            "same"
            if not step
            else "back"
            if step < 0
            else "next"
            if step == 1
            else "near"
            if step <= _NEAR
            else "later"
        )
    if len(value) == 1:
        return "item" if value[0] - before[0] == 1 else "first" if value[0] == 1 else "plain"
    if value[: len(before)] == before:
        return "within"
    place = min(len(value), len(before)) - 1
    on = value[:place] == before[:place] and 0 < value[place] - before[place] <= _NEAR
    if on or 0 < value[0] - before[0] < _NEAR:
        return "on"
    return "begin" if value[-1] == 1 and value[0] >= before[0] else "other"


def _across(look: Look, other: Look) -> str:
    """Where a line begins beside another: in line, further in, or further out."""
    if not look.indent and not other.indent:
        return "unknown"
    step = look.indent - other.indent
    return "in line" if abs(step) <= _ALIGNED else "in" if step > 0 else "out"


def _alike(look: Look, other: Look) -> str:
    alike = (look.bold == other.bold, look.caps == other.caps, look.level == other.level)
    return "look " + "".join("=" if same else "!" for same in alike)


def _set(look: Look) -> str:
    return ("B" if look.bold else "") + ("C" if look.caps else "") + ("H" if look.level else "") or "plain"


def _rank(look: Look, top: Look) -> str:
    """Whether a heading's level is as high as that of the numbered ones."""
    if not (look.level and top.level):
        return "no rank"
    return "ranks" if look.level <= top.level else "lower"
