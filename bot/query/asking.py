"""What a question asks for, by the words that it is put in: who, when, how much, what was resolved.

Plain words and short phrases, looked up in a fixed order. They tell what later steps need to know; whether a text answers a
question is the reader's to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, count, pairwise, takewhile
from typing import Final, Literal

from bot.query.terms import expand, straight

Wants = Literal["resolved", "recommended", "vote", "promised", "who", "when", "money", "quantity", "why", "list", "meaning", "anything"]  # fmt: skip

NEAR = 5
"""Words after "what" or "which" among which its noun stands: "what was the yearly cost"."""
SHORT = 8
"""Words of a question after "what" that asks what a thing is; a longer one asks something of it."""

_SENTENCE_END = re.compile(
    r"(?<=[.?!])(?<!\bCllr\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\b[Nn]o\.)\s+"
)
_MARK = re.compile(r"[,;:.?!)\]–—…-]+(?:\s|$)|(?:^|\s)[(\[–—-]+")
_NO_QUOTES = str.maketrans(dict.fromkeys('"“”‘'))
_ASKING = frozenset("what which who whom whose when where why how".split())
_CONTRACTED = {
    f"{word}'{end}": f"{word} {verb}" for word in _ASKING for end, verb in (("s", "is"), ("d", "would"), ("ll", "will"))
}
_ASKED_AFTER = frozenset(
    "^ and or but so then to by for from of with at than above say says said tell know me us see is was were are did".split()
)
"""What stands before a question word that asks; elsewhere it joins a clause: "members who voted", "when it sat in June"."""
_AUXILIARY = frozenset("was were did is are will does do has have had would can could should must may".split())
_RELATING = frozenset("at of on to in about before after with from by for".split())
_NO_MEANING = _RELATING - {"for", "by"} | frozenset("he she they we it being next there".split())
"""Words that stand in no question of what a thing is, or is for."""

_SUM = (
    "sum|price|prices|fee|fees|cost|costs|grant|budget|overspend|underspend|balance|saving|savings|subsidy|deficit|surplus|rent|fine|donation|levy|"
    "salary|money|charge|loan|debt"
)
_RISE = "rise|rises|risen|rose|fall|fallen|fell|increase|increased|grow|grown|grew"
_NO_SUM = (
    "more|less|longer|later|earlier|sooner|higher|lower|bigger|smaller|further|faster|slower|time|notice|land|space|room|waste|rubbish|water|rain|"
    "traffic|noise|energy|power|electricity|gas|oil|support|interest|progress|work"
)
_IS = "was|were|did|is|are|will|does|do|has|have|had|would"

# The first that fits tells what is asked for: "who resolved to …" asks who. How a phrase is written: see `put`.
_KINDS: Final[tuple[tuple[Wants, frozenset[str]], ...]] = (
    ("vote", expand(
        "vote|votes|voted|voting|split|divide|divided|division|tie|tied|ties|casting|carried|defeated|motion, how narrow|narrowly, went for|against,"
        "was|were|out against, in favour")),
    ("why", expand(
        "why, how come, what|which reason|reasons|ground|grounds, the reason|reasons for, is|was|were the reason|reasons, is|was|lay behind,"
        "what led|caused|prompted|explains, what brought about")),
    ("quantity", expand(
        f"by how much, how much {_NO_SUM}, how much … {_RISE}, what|which share|percentage|proportion|percent|rate")),
    ("money", expand(
        f"how much, … price|cost|fee, what price, what|which … {_SUM}, what did cost|pay, what … pay|paid|paying|costing,"
        f"how large|big|high|small … {_SUM}|bill|invoice|bequest|legacy|precept|payment")),
    ("quantity", expand(
        "how many|much|large|big|long|far|often|old, … number, number of, ^ the percentage|proportion|share|rate|length|total|number,"
        "what|which … share|percentage|proportion|percent|rate|figure|figures|amount|level|number|total|size|value,"
        "how did … number|figure|size|level|rate")),
    ("when", expand(f"? when, when {_IS}, how soon, date|dates on|by which, the date when, what|which date|dates|day|days|time|month")),
    ("who", expand(
        "? who|whom|whose, names of, what company|firm,"
        "which … councillor|councillors|member|members|officer|officers|firm|company|person|people")),
    ("recommended", expand(
        "recommend|recommends|recommended|recommending|recommendation|recommendations|proposal|proposals,"
        "officer|officers advise|advised|advising, asked to do|agree|approve|decide|note|consider|endorse")),
    ("promised", expand("promise|promises|promised|undertake|undertook|undertaken|committed|commitment|commitments, bring back")),
    ("resolved", expand(
        "resolve|resolves|resolved|resolution|resolutions|decide|decides|decided|concluded|agree|agrees|agreed|approve|approved|approval|adopt|adopted,"
        "endorse|endorsed|pick|picked|appoint|appointed|choose|chose|chosen|settle|settled, do with|about|over, … decision|decisions,"
        "what|which … decision|decisions")),
    ("list", expand("^ list, list the|all, the list of, what are|were the …s, which …s")),
    ("meaning", expand("what it is")),
    ("list", expand("what are the")),
)  # fmt: skip
ACROSS: Final = expand(
    "change|changes|changed|changing|across|twice|later|finally|slip|slips|slipped|slipping|compare|compared|compares|comparison|trend|since|ever|"
    "progress|progressed|follow-up|differ|differs|differed|different|difference|shift|shifts|shifted|risen|grown|evolved|varied,"
    "over time, over the years|months, each of, and then, at last, history of, what happened|became|came, what has become|happened, next meeting,"
    "follow|followed up, month by month, year on year, put back, by year, gone up|down, has|have|had fallen, each|every year|time|meeting, from one year|meeting,"
    "often|times was|were|did|has|have|had, how has|have|did … moved|move|developed|develop|altered|alter"
)
"""How a question asks how a matter went over several meetings."""
BROAD: Final = expand(
    "what did said|say|discuss|discussed|hear|heard|talk|talked|mention|mentioned|know|hold|think about|on|of|regarding,"
    "^ anything|everything|background|information about|on|regarding, brief|update me on|about, the latest about|on|with,"
    "any news|update|updates|background|history about|on|of|regarding, ^ about, ^ what about"
)
"""How a question asks whatever was said of a matter."""
LATEST: Final = expand(
    "now|current|currently|latest|actually|finally|still|today, at last, in the end, going to, end|ended up, is the next, what became,"
    "what has become|happened, ^^ is|are|will|has|have"
)
"""How a question asks how things stand."""
NEWS: Final = frozenset(
    "news update updates latest background history information anything everything position".split()
)
"""What a broad question calls the answer: no words of its matter."""


def put(text: str) -> frozenset[str]:
    """How a text is put: its words, and phrases of them, as the lists above have them.

    There are runs of two and of three words, with "^" where a clause opens ("^^ is": where the text does). "? who" is a question
    word that asks; "what … price" such a word with one of the words soon after it, "how large … grant" with any word of its
    clause. "what did cost" has a verb at any distance, "which …s" several things. "… price" is any word of a text that has no
    question word.
    """
    small = " ".join(_CONTRACTED.get(word, word) for word in straight(text).translate(_NO_QUOTES).split())
    clauses = [["^", *clause.split()] for clause in _MARK.split(small)]
    asks = any(not _ASKING.isdisjoint(clause) for clause in clauses)
    runs = chain.from_iterable(_runs(clause) for clause in clauses)
    asked = chain.from_iterable(map(_asked, clauses) if asks else map(_of_keywords, clauses))
    return frozenset(chain(runs, asked, [f"^{' '.join(clauses[0][:2])}"]))


def wants_of(text: str) -> Wants:
    """What a question asks for, by the sentences in it that ask; by all of it where none ends in a question mark."""
    asking = " ".join(one for one in _SENTENCE_END.split(text) if one.rstrip('"”’)').endswith("?"))
    is_put = put(asking or text)
    return next((wants for wants, phrases in _KINDS if not phrases.isdisjoint(is_put)), "anything")


def _runs(clause: Sequence[str]) -> Iterator[str]:
    """The words of a clause, and its runs of two and of three."""
    yield from clause
    yield from map(" ".join, pairwise(clause))
    yield from map(" ".join, zip(clause, clause[1:], clause[2:], strict=False))


def _of_keywords(clause: Sequence[str]) -> Iterator[str]:
    """The words of a clause that asks by naming what it wants, and not whether something is so."""
    if _AUXILIARY.isdisjoint(clause[1:2]):
        yield from (f"… {one}" for one, after in pairwise([*clause, ""]) if not after[:1].isdecimal())


def _asked(clause: Sequence[str]) -> Iterator[str]:
    """The question words of a clause that ask, with what they ask for."""
    for (before, word), at in zip(pairwise(clause), count(2)):
        if word not in _ASKING or before not in _ASKED_AFTER:
            continue
        rest = list(takewhile(lambda one: one not in _ASKING, clause[at:]))
        yield f"? {word}"
        if word == "how":
            yield from (f"how {rest[0]} … {other}" for other in rest[1:])
            continue
        yield from (f"{word} … {other}" for other in rest[:NEAR])
        opening = [] if word == "which" else rest[:2]
        noun = takewhile(lambda one: one not in _AUXILIARY | _RELATING, rest[len(opening) : NEAR - 1])
        if any(one.endswith("s") and not one.endswith(("ss", "us", "'s")) for one in noun):
            yield " ".join((word, *opening, "…s"))
        if word == "what" and rest and rest[0] in _AUXILIARY:
            yield from (f"what did {one}" for no, one in pairwise(rest) if no not in ("the", "of", "at"))
            yield from (f"what did {one} {other}" for one, other in pairwise(rest))
            if _asks_meaning(rest):
                yield "what it is"


def _asks_meaning(rest: Sequence[str]) -> bool:
    """Whether what follows "what" asks what a thing is, means, does or is for."""
    if rest[0] in ("does", "do") and (
        "mean" in rest or rest[-1] in ("do", "involve", "cover") or rest[-2:] == ["stand", "for"]
    ):
        return True
    return rest[0] in ("is", "are", "was") and 1 < len(rest) < SHORT and _NO_MEANING.isdisjoint(rest)
