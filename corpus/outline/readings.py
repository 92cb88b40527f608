"""A paper's blocks as an outline sees them: what each may number, how it is set, what its words say of lists and items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.blocks import Block
from corpus.headings import looks_like_heading
from corpus.marks import Mark, Series, doubtful_marks, find_series, read_counted, read_mark
from corpus.outline.levels import Look, NumberedLine, Reading
from corpus.parsers.promised import ACTION_LIST
from corpus.types import PaperKind

_CROSS_REFERENCE = re.compile(r"\(?\s*(?P<item>(?:agenda )?item(?: no\.?)?\s*(?P<n>\d+)[a-z]?)\s*\)?", re.IGNORECASE)
_ENDS_NUMBERING = re.compile(
    r"(?:(?:un)?restricted items|exempt items|recommendations?|background (?:documents|papers|information)|appendices"
    r"|contact (?:details|officers?)|list of appendices|report authors?|confidential (?:business|items?|session)|(?:open|closed|private|public) (?:session|business)|part (?:[12ab]|i{1,2}|one|two)\b.{0,60})\W*",
    re.IGNORECASE,
)
_DECISION_LEAD = re.compile(
    r".*\b(?:RESOLVED|AGREED)\b[^.]*:\W*$|\W*(?:RESOLVED|AGREED|DECIDED|Resolved|Agreed|Decided)\b\W"
)
_CONTINUES = re.compile(r"\W*(?:that\b|and\b|[a-z])|[“\"‘']")
_INSIDE_ITEM = re.compile(
    r"\W*(?:decisions?|minutes?|resolutions?|resolved|(?:no )?(?:objections?|observations?|comments?)|support|repl(?:y|ies)|answers?|responses?|(?:recorded )?votes?|voting|actions?|discussion|outcome)\W*",
    re.IGNORECASE,
)
_LIST_GOES_ON = re.compile(r"[;,]\s*(?:and|or)?\W*$", re.IGNORECASE)
_LIST_ENDS = re.compile(r"\.\W*$")
_OF_THE_DECISION = re.compile(
    r"\W*(?:reasons?|alternatives?|(?:other |alternative )?options?|key decision|call-in|eligible for call-in)\b[^:.]{0,50}(?::|$)",
    re.IGNORECASE,
)
_NUMBER_COLUMN = re.compile(r"(?:agenda )?item(?: no\.?)?|no\.?|ref\.?", re.IGNORECASE)
_ARISING = re.compile(r"\W*(?:matters|actions?) arising\b|\W*minutes\b.{0,60}\bmatters arising\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:signed|date of (?:the )?next|there being no|the (?:meeting|chair\w*) (?:closed|declared|ended|finished|then closed)|meeting (?:closed|ended|adjourned))",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"(?=.*\d)[A-Z]{0,5}[ /.-]?\d{1,4}(?:[/.-][A-Z\d]{1,4}){0,3}", re.IGNORECASE)
_ROW_OF_LOG = 3  # cells: a reference, what is to be done, who does it
_SHORT = 40  # characters
_ALIGNED = 8  # points
_ENOUGH = 3  # numbers alike: fewer are chance
_BIG = 99  # a number above it is a minute's, or no number
_KINDS: dict[PaperKind, str] = {"minutes": "minutes", "agenda": "agenda"}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A number that a block may carry; `doubt` says why it may be none."""

    mark: Mark
    doubt: str = ""


def numbered_lines(blocks: Sequence[Block], kind: PaperKind) -> list[NumberedLine]:
    """Each block of a paper with all that it may number."""
    series = find_series(f"{block.number} {block.text}".strip() for block in blocks if not block.bullet)
    marks = [mark_of(block, series) or (_reference(block) if kind == "actions" else None) for block in blocks]
    references = _References(blocks, marks)
    candidates = [list(_candidates(blocks, n, marks[n], references)) for n in range(len(blocks))]
    runs = _Runs(blocks, candidates)
    facts = _facts(blocks, kind, marks)
    return [
        NumberedLine(
            tuple(_readings(blocks, marks, n, candidates[n], runs)),
            _heads(blocks, marks, n, None),
            Look(round(block.indent), block.bold, block.caps, block.level),
            facts[n],
        )
        for n, block in enumerate(blocks)
    ]


def mark_of(block: Block, series: Series) -> Mark | None:
    """The number that opens a block, printed, counted by the file, or in the first cell of a row."""
    if block.number:
        return read_counted(block.number.strip(), series)
    if block.cells:
        worded = any(re.search(r"[^\W\d_]{2}", cell) for cell in block.cells)
        return read_mark(_opening(block), series) if worded else None
    return read_mark(block.text, series)


def _opening(block: Block) -> str:
    return block.cells[0].strip(" *") if block.cells else block.text


def _words_after(block: Block, mark: Mark | None) -> str:
    """A block's words without its number; where the file counts, the number is not among them."""
    return block.text[mark.end :].strip() if mark and not block.number else block.text


def _reference(block: Block) -> Mark | None:
    """The reference in the first cell of an action log's row: "23/04-B", "A14"."""
    first = block.cells[0].strip() if len(block.cells) >= _ROW_OF_LOG else ""
    return Mark(first, (("action", (1,)),), len(first), passing=True) if _REFERENCE.fullmatch(first) else None


def _candidates(blocks: Sequence[Block], n: int, mark: Mark | None, references: _References) -> Iterator[_Candidate]:
    block = blocks[n]
    if mark is not None:
        yield _Candidate(mark)
        return
    if block.bullet:
        return
    for doubt, doubtful in doubtful_marks(_opening(block)):
        told = references.kind_of(doubtful) if doubt == "reference" else doubt
        if told:
            yield _Candidate(doubtful, told)
    reference = _CROSS_REFERENCE.fullmatch(blocks[n + 1].text) if n + 1 < len(blocks) and not block.cells else None
    if reference:  # "(Item 5)" under a heading without a number is its number
        yield _Candidate(Mark(reference["item"], (("item", (int(reference["n"]),)),), 0), "named below")


def _readings(
    blocks: Sequence[Block], marks: Sequence[Mark | None], n: int, candidates: Sequence[_Candidate], runs: _Runs
) -> Iterator[Reading]:
    for one in candidates:
        mark = one.mark
        heading = _heads(blocks, marks, n, mark if mark.end else None)
        if mark.shapes[0][0].isalpha():
            heading = (heading and not blocks[n].cells) or not _words_after(blocks[n], mark)
        end = 0 if blocks[n].number else mark.end
        for shape, value in mark.shapes:
            facts = tuple(runs.facts(n, one, shape, value))
            yield Reading(mark.label, shape, value, heading, facts, mark.passing, end)


def _heads(blocks: Sequence[Block], marks: Sequence[Mark | None], n: int, mark: Mark | None) -> bool:
    """Whether a block looks like a heading, its opening taken for this number."""
    following = blocks[n + 1] if n + 1 < len(blocks) else None
    next_mark = marks[n + 1] if following else None
    return looks_like_heading(blocks[n], _words_after(blocks[n], mark), mark, following, next_mark)


def _facts(blocks: Sequence[Block], kind: PaperKind, marks: Sequence[Mark | None]) -> list[tuple[str, ...]]:
    """What each block's words, and those before it, say of the item and the list that it stands in."""
    found = []
    deciding = after_colon = False
    listed = ""  # a list whose clauses end with semicolons: "on", or "over"
    for n, block in enumerate(blocks):
        mark, text = marks[n], block.text
        apart = not (block.bullet or block.cells)
        lead = bool(_DECISION_LEAD.match(text))
        over = deciding and mark is None and apart and not (after_colon or _CONTINUES.match(text))
        next_mark = marks[n + 1] if n + 1 < len(blocks) else None
        seen = {
            _KINDS.get(kind, "other paper"): True,
            "ends numbering": _ENDS_NUMBERING.fullmatch(text),
            "inside item": _INSIDE_ITEM.fullmatch(text),
            "of the decision": _OF_THE_DECISION.match(text),
            "decision": lead,
            "decision over": over,
            "list over": listed == "over" and apart and not text[:1].islower(),
            "bullet": block.bullet,
            "row": block.cells,
            "after colon": after_colon,
            "small letter": text[:1].islower(),
            "paper begins": n == 0,
            "arising": _ARISING.match(_words_after(block, mark)),
            "actions": ACTION_LIST.fullmatch(text),
            "then first": next_mark is not None and next_mark.shapes[0][1][-1] == 1,
            "closing": _CLOSING.match(text),
            "short": len(text) < _SHORT,
            "number column": n and _NUMBER_COLUMN.fullmatch(blocks[n - 1].text),
        }
        found.append(tuple(name for name, true in seen.items() if true))
        if mark is None:
            deciding, listed = lead or (deciding and not over), ""
        else:
            closed = mark.label[-1] == ")" and _LIST_ENDS.search(text) is not None
            listed = "over" if closed and listed else "on" if _LIST_GOES_ON.search(text) else ""
        after_colon = text.rstrip(" -–—").endswith(":")
    return found


class _References:
    """The references that may number a paper's items: of a year that its numbers share, or that run on."""

    def __init__(self, blocks: Sequence[Block], marks: Sequence[Mark | None]) -> None:
        endings = Counter(mark.label.rpartition("/")[2] for mark in marks if mark and "/" in mark.label)
        self._ending = next((ending for ending, count in endings.most_common(1) if count >= _ENOUGH), None)
        self._steps: Counter[str] = Counter()
        last: dict[str, list[int]] = {}
        for block in blocks:
            for doubt, mark in () if block.number else doubtful_marks(_opening(block)):
                if doubt == "reference":
                    shape, digits = mark.shapes[0][0], [int(part) for part in re.findall(r"\d+", mark.label)]
                    gone = [b - a for a, b in zip(last.get(shape, digits), digits, strict=True)]
                    self._steps[shape] += sorted(gone) == [0] * (len(gone) - 1) + [1]
                    last[shape] = digits

    def kind_of(self, mark: Mark) -> str | None:
        """What makes a reference likely to be a number; None where nothing does."""
        if self._ending and mark.label.endswith(self._ending):
            return "reference of the year"
        return "running reference" if self._steps[mark.shapes[0][0]] >= _ENOUGH - 1 else None


class _Runs:
    """How the numbers of a paper run on, whatever they stand under: one with neighbours is likelier a number."""

    def __init__(self, blocks: Sequence[Block], candidates: Sequence[Sequence[_Candidate]]) -> None:
        self._blocks = blocks
        self._places: dict[tuple[str, tuple[int, ...]], list[int]] = {}
        for n, several in enumerate(candidates):
            for one in several:
                for shape, value in one.mark.shapes:
                    self._places.setdefault((shape, value), []).append(n)

    def facts(self, n: int, one: _Candidate, shape: str, value: tuple[int, ...]) -> Iterator[str]:
        """What is seen of a number, itself and among the paper's others."""
        mark, block = one.mark, self._blocks[n]
        after = next((m for m in self._places.get((shape, (*value[:-1], value[-1] + 1)), ()) if m > n), None)
        earlier = [m for m in self._places.get((shape, (*value[:-1], value[-1] - 1)), ()) if m < n]
        neighbours = [m for m in (after, *earlier[-1:]) if m is not None]
        yield one.doubt or ("sure" if mark.sure else "unsure")
        yield "next follows" if after is not None else "none follows"
        yield "last before" if earlier else "none before"
        yield f"alike {sum(self._alike(n, m) for m in neighbours)}"
        bare = mark.label[-1].isdigit() and block.text[len(mark.label) : len(mark.label) + 1] not in ".:)"
        seen = {
            "one": value[-1] == 1,
            "big": value[0] > _BIG,
            "zero": mark.label[0] == "0",
            "counted": block.number,
            "cell": block.cells,
            "alone": mark.end >= len(block.text) and not block.number,
            "bare": bare and not block.number and not block.cells,
        }
        yield from (name for name, true in seen.items() if true)

    def _alike(self, n: int, m: int) -> bool:
        """Whether two blocks are set alike."""
        a, b = self._blocks[n], self._blocks[m]
        same = (a.bold, a.caps, bool(a.cells), a.level) == (b.bold, b.caps, bool(b.cells), b.level)
        return same and abs(a.indent - b.indent) <= _ALIGNED
