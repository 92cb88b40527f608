"""Whether a quotation carries what a model says of it: what a sentence must pass before a reader sees it.

Everything that can be checked is: labels, quotations, figures, dates, names, who said or moved it, negations, outcomes,
and how much of the sentence's wording is the quotation's own. In doubt a sentence fails, and the quotation is shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from bot.grounding import polarity
from bot.grounding import speakers_named as attribution
from bot.grounding.claims import Claim, Part
from bot.grounding.figures import Figure, NamedDate, blank, dates, figures
from bot.grounding.quoted import Quoted
from bot.query.terms import stem
from bot.reading.sentences import sentences
from bot.rendering.openings import without_opening
from corpus.types import ParagraphType

# Share of a sentence's content words that its quotation must hold. Of 1,464 inventions over 60 passages, 134 were shown at
# 0.7, 92 at 0.8, 25 at 0.9, none at 1.0; of 220 honest sentences, close to the papers' words, 0.964 were kept at each.
OVERLAP_FLOOR = 1.0
NEAR = 8  # words of the quotation within which words that stand side by side in the sentence must stand
NEARNESS_FLOOR = 0.5  # share of such pairs that do

_MARKUP = re.compile(r"<\s*/?[a-z!]|\]\(|!\[|`|https?:|www\.|javascript:|\S+@\S+\.\w", re.IGNORECASE)
_QUOTED = re.compile(r"“([^”]*)”|\"([^\"]*)\"")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NAME = re.compile(r"\b[A-Z][\w’'-]*")
_NUMBER = re.compile(r"^\s*(?:\((?:\d+|[a-z]|[ivx]+)\)|\d+(?:\.\d+)*[.)]?)\s+")
_NAMES = re.compile(r"\b[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)+")
_JOINED = re.compile(r"^[,;]?\s*(?:and|while)\s+")  # to what another label carries
_AUXILIARY = re.compile(r"\b(?:be|is|are|was|were|been|will|would|has|have|had|shall|should)\b")
_SIDE = re.compile(
    r"\s+(?:(?:votes?|members?|councillors?|voted|voting|were)\s+)*(for|in favour|against|abst)", re.IGNORECASE
)
_SPACE = re.compile(r"\s+")
_FREE = frozenset(
    """
    a an the of to in on at for by with from and or that this these those which who whom whose it its their his her he she
    they them be is are was were been being has have had will would should shall can as so also then there into than
    """.split()
)
"""Words that say nothing of their own. "Before", "more", "all", "only", "until" do, and must be the quotation's."""
_DECIDED = frozenset(stem(word) for word in "resolved resolution agreed decided decision".split())
_OF_TYPE: Mapping[str, frozenset[str]] = {
    "resolution": _DECIDED,
    "recommendation": frozenset({stem("recommended"), stem("recommendation")}),
    "motion": frozenset({stem("moved"), stem("motion")}),
    "vote": frozenset({stem("vote"), stem("voted")}),
    "action": frozenset({stem("action")}),
    "question": frozenset({stem("question"), stem("asked")}),
}
_MUST_SAY: Mapping[str, frozenset[str]] = {
    "recommendation": frozenset(
        map(stem, "recommend recommended recommendation proposed proposal asked suggested".split())
    ),
    "motion": frozenset(
        map(stem, "moved motion proposed proposal seconded amendment lost carried defeated withdrawn".split())
    ),
    "question": frozenset(map(stem, "asked question enquired queried enquiry whether".split())),
}
_LIKE = {"cllr": "councillor", "cllrs": "councillors", "councillors": "councillor", "mr": "mr", "&": "and"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What a sentence lacks. `labels` are those it names that this answer does not have."""

    told: str
    labels: tuple[str, ...] = ()


def fault(claim: Claim, sources: Mapping[str, Quoted], floor: float = OVERLAP_FLOOR) -> Fault | None:
    """Why a sentence may not be shown, or None where its labels carry the whole of it."""
    if _MARKUP.search(claim.text):
        return Fault("holds markup or a link")
    if claim.text.rstrip('”" ').endswith("?"):
        return Fault("asks instead of telling")
    if unknown := tuple(label for label in claim.labels if label not in sources):
        return Fault("names a source that this answer does not have", unknown)
    for part in claim.parts:
        if not part.labels:
            return Fault("names no source")
        for label in part.labels:  # each that is named must carry the whole: two half-truths make no truth
            if told := _of_part(part, sources[label], floor):
                return Fault(told)
    return None


def _of_part(part: Part, source: Quoted, floor: float) -> str:
    text, quoted = _JOINED.sub("", _SPACE.sub(" ", part.text).strip()), source.citation.quote
    if _misquoted(text, quoted):
        return "puts words in quotation marks that the quotation does not hold"
    text = _QUOTED.sub(lambda match: match[1] or match[2] or "", text)
    rest = without_opening(text, source)
    told = attribution.fault(text, quoted, source.citation.body_alone or "", source.citation.body or "") or _unsaid(
        text, source.type
    )
    if told or _whole(rest, source):
        return told
    return (
        _dates(rest, quoted)
        or _figures(rest, quoted)
        or _words(rest, source, floor)
        or polarity.fault(rest, quoted, source.type)
    )


def _whole(rest: str, source: Quoted) -> bool:
    """Whether it is a whole sentence of the quotation, word for word: then nothing is left out or turned round."""
    said = _words_alone(rest)
    held = (_NUMBER.sub("", sentence.text) for sentence in sentences(source.citation.quote))
    return bool(said) and any(said == _words_alone(without_opening(plain(one), source)) for one in held)


def _words_alone(text: str) -> list[str]:
    return plain(text).strip(" .;:,").split()


def _misquoted(text: str, quoted: str) -> bool:
    """Whether something in quotation marks does not stand, word for word, in the quotation."""
    held = plain(quoted)
    for match in _QUOTED.finditer(text):
        words = plain(match[1] or match[2] or "").strip(" .,;")
        if not words or not re.search(rf"(?<!\w){re.escape(words)}(?!\w)", held):
            return True
    return bool(re.search('[“”"]', _QUOTED.sub("", text)))


def plain(text: str) -> str:
    """A text with single spaces and plain apostrophes, its quotation marks dropped."""
    return re.sub('[“”"]', "", _SPACE.sub(" ", text.replace("’", "'"))).strip()


def _dates(text: str, quoted: str) -> str:
    held = [(one.named, _stems(part.text)) for part in sentences(quoted) for one in dates(part.text)]
    said = _stems(_undated(text))
    for one in dates(text):
        there = [words for named, words in held if _same_date(one.named, named)]
        if not there:
            return "a date that the quotation lacks"
        if not any(2 * len(said & words) >= len(said) for words in there):
            return "a date of something else"
    return ""


def _same_date(told: NamedDate, held: NamedDate) -> bool:
    if told.month != held.month or told.day not in (None, held.day):
        return False
    return told.year is None or told.year == held.year


def _figures(text: str, quoted: str) -> str:
    """Figures must be the quotation's, in its order, and stand with the words that they stand with there."""
    told = [one.figure for one in figures(_undated(text))]
    held = [one.figure for one in figures(_undated(quoted))]
    if any(figure not in held for figure in told):
        return "a figure that the quotation lacks"
    if not _in_order(told, held):
        return "figures in another order than the quotation's"
    if Counter(_votes(text)) - Counter(_votes(quoted)):
        return "votes that the quotation counts otherwise"
    return "a figure of something else" if _misbound(_undated(text), _undated(quoted)) else ""


def _votes(text: str) -> list[tuple[Figure, str]]:
    """Figures with the side that they are counted on: 5 for, 4 against."""
    return [(one.figure, side[1].lower()) for one in figures(text) if (side := _SIDE.match(text, one.end))]


def _undated(text: str) -> str:
    return blank(text, ((one.start, one.end) for one in dates(text)))


def _in_order(told: Sequence[Figure], held: Sequence[Figure]) -> bool:
    at = 0
    for figure in told:
        if figure not in held[at:]:
            return False
        at = held.index(figure, at) + 1
    return True


def _misbound(text: str, quoted: str) -> bool:
    """Whether a figure of the sentence stands with words that stand, in the quotation, with a figure left out.

    A clause lends its words to the figures after it ("£4,200 was set aside for the quay and £6,100 for the slipway"): those
    of an earlier figure count against one only where it has none of its own.
    """
    told = {one.figure for one in figures(text)}
    said, around = _stems(text), _around_figures(quoted)
    for at, (figure, words, clause) in enumerate(around):
        others = [(place, other) for place, (one, other, _) in enumerate(around) if one not in told]
        if figure not in told or sum(one == figure for one, *_ in around) > 1:
            continue
        if any(said & (other - words) for place, other in others if place > at):
            return True
        lent = not _AUXILIARY.search(
            clause
        )  # "and £6,100 for the slipway" has its verb from before, "be held at £8" its own
        if (not lent or not said & words) and any(said & (other - words) for place, other in others if place < at):
            return True
    return False


def _around_figures(quoted: str) -> list[tuple[Figure, set[str], str]]:
    """Each figure of a quotation with the content words of its clause, and the clause."""
    ends = [match.end() for match in re.finditer(r"[;:.,](?=\s)|\band\b|\n", quoted)]
    found = []
    for one in figures(quoted):
        start = max((end for end in ends if end <= one.start), default=0)
        end = min((end for end in ends if end >= one.end), default=len(quoted))
        found.append((one.figure, _stems(quoted[start:end]), quoted[start:end]))
    return found


def _stems(text: str) -> set[str]:
    """The stems of a text's content words, figures left out."""
    return {_stem(m[0]) for m in _WORD.finditer(text) if m[0].lower() not in _FREE and not m[0][0].isdigit()}


def _stem(word: str) -> str:
    return stem(_LIKE.get(word.lower(), word))


def _words(text: str, source: Quoted, floor: float) -> str:
    """Content words must be the quotation's own (or its heading's), names without exception, and stand near each other."""
    spans = [(one.start, one.end) for one in dates(text)]
    bare = blank(text, [*spans, *((one.start, one.end) for one in figures(blank(text, spans)))])
    quoted = source.citation.quote
    held = {_stem(match[0]) for match in _WORD.finditer(quoted)}
    # The heading says what "the report" is: its words count in that form alone, "opening" but not "open".
    headed = {m[0].lower() for m in _WORD.finditer(source.heading)}
    around = held | _OF_TYPE.get(source.type, frozenset())
    said = [m for m in _WORD.finditer(bare) if m[0].lower() not in _FREE]
    telling = [m for m in said if not polarity.is_negation(m[0].lower().replace("’", "'"))]
    lacking = [m[0] for m in telling if _stem(m[0]) not in around and m[0].lower() not in headed]
    if any(_NAME.match(word) for word in lacking) or not _named(bare, f"{quoted}\n{source.heading}"):
        return "a name that the quotation lacks"
    if telling and len(lacking) > (1 - floor) * len(telling):
        return "words that the quotation lacks"
    carried = [_stem(m[0]) for m in telling if _stem(m[0]) in held]
    if len(set(carried)) + len(figures(text)) < 2:  # noqa: PLR2004 - one word of it is no statement of it
        return "says too little of the quotation to be checked"
    held_times = Counter(_stem(match[0]) for match in _WORD.finditer(quoted))
    if any(times > max(1, held_times[word]) for word, times in Counter(carried).items()):
        return "words more often than the quotation has them"
    return "" if _near(carried, quoted) else "words put together that stand apart in the quotation"


def _named(text: str, held: str) -> bool:
    """Whether words in capitals that stand side by side do so in the quotation, in the same order."""
    there = plain(held).casefold()
    return all(plain(match[0]).casefold() in there for match in _NAMES.finditer(text))


def _near(carried: Sequence[str], quoted: str) -> bool:
    """Whether words that stand side by side in the sentence stand near each other in a sentence of the quotation.

    Half the pairs must, and each word must stand in one sentence with one of its neighbours.
    """
    places: dict[str, list[tuple[int, int]]] = {}
    for number, sentence in enumerate(sentences(quoted)):
        for at, match in enumerate(_WORD.finditer(sentence.text)):
            places.setdefault(_stem(match[0]), []).append((number, at))
    apart = [_apart(places.get(one, []), places.get(other, [])) for one, other in pairwise(carried)]
    near = sum(distance <= NEAR for distance in apart)
    lonely = any(min(before, after) == inf for before, after in pairwise([inf, *apart, inf]))
    return not apart or (near >= NEARNESS_FLOOR * len(apart) and not lonely)


def _apart(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> float:
    """How many words two words stand apart at the nearest, in one sentence; infinite where they share none."""
    return min((abs(a - b) for in_one, a in one for in_other, b in other if in_one == in_other), default=inf)


def _unsaid(text: str, type_: ParagraphType) -> str:
    """A recommendation, a motion or a question must be told as one."""
    said = {stem(match[0]) for match in _WORD.finditer(text)}
    wanted = _MUST_SAY.get(type_)
    return f"a {type_} that is not told as one" if wanted and not said & wanted else ""
