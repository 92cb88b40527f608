"""What a question wants: its kind, its telling words, and the names and numbers that an answer must not lack."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.query.terms import BUSINESS_STEMS, Word, content, stem, words
from index.bodies import SHORTEST_INITIALS

Wants = Literal[
    "resolved",
    "recommended",
    "vote",
    "promised",
    "reply",
    "who",
    "when",
    "money",
    "share",
    "quantity",
    "why",
    "meaning",
    "list",
    "outcome",
    "anything",
]

# "How much" asks for a sum, unless it is of one of these, or how much something rose.
_NO_SUM = (
    "longer|later|earlier|sooner|higher|lower|bigger|smaller|further|faster|slower|time|notice|land|space|room|waste|rubbish|water|rain|"
    "traffic|noise|energy|power|electricity|gas|oil|support|interest|progress|work|of the (?:work|waste|land|time|borough|county|city|town|village)"
)

# First match wins: "who resolved to …" asks who; "what was resolved" asks for the resolution.
_WANTS: tuple[tuple[Wants, re.Pattern[str]], ...] = (
    ("vote", re.compile(r"\b(votes?|voted|voting|split|divided?|division|how narrow(?:ly)?|tie[sd]?|casting|carried|defeated|motion)\b|\bwent for\b|\b(?:went|came out|were|was) (?:against|in favour)\b", re.IGNORECASE)),
    ("reply", re.compile(
        r"\bwhat (?:answer|reply|response|feedback)\b|\bwhat (?:was|were) (?:the|\w+['’]s?) (?:answer|reply|replies|response)\b|"
        r"\bwhat (?:did|has|have|had) .{0,120}\b(?:say back|reply|replied|answer(?:ed)?|respond(?:ed)?)\b|\bhow did .{0,80}\b(?:reply|answer|respond)\b",
        re.IGNORECASE)),
    ("why", re.compile(r"\bwhy\b|\bwhat (?:was|is|were) the reasons?\b|\b(?:what|which) reasons?\b|\breasons? (?:for which|why|that)\b|\bon what grounds?\b|\bhow come\b|\bwhat (?:lay behind|led to|caused|was behind|is behind|prompted|explains?|brought about)\b", re.IGNORECASE)),
    ("money", re.compile(
        r"\bwhat (?:will|did|does|do|would|has|had) .{0,60}\bcost(?:ing)?\b|\bwhat money\b|"
        rf"(?<!by )\bhow much\b(?! (?:more |less )?(?:{_NO_SUM})\b)(?!.*\b(?:rise[ns]?|rose|fallen|fell|increased?|grown|gr[eo]w)\b)|"
        r"\bhow much (?:money|(?:\w+[ '’-]+){0,8}?(?:cost|pay|paid|spend|spent|charge[ds]?|raise[ds]?|owed?|sell|sold|fetch|budget\w*|grant\w*|bank))\b|"
        r"\b(?:what|which) (?:\w+ ){0,3}?(?:sum|price|fee|cost|grant|budget|overspend|underspend|balance|savings?|subsidy|deficit|surplus)\b|"
        r"\bwhat (?:\w+ ){0,2}?(?:rent|fine|donation|levy|salary)\b|\bfor what (?:fee|price|sum)\b|^(?!.*\bwho\b).*\b(?:price|cost|fee)s?\s*\?\s*$|"
        r"\bwhat (?:did|does|do|will|would|has|have|had) (?:(?!decid|agre|resol|say|tell|think|recommend|promis|propos|settl|what)[\w'’-]+ ){1,5}?pay(?:ing)?\b|\bhow much\b.{0,80}\bc[ao]me to\b|"
        r"\bhow (?:large|big|high|much|small) (?:is|was|were|are) (?:(?:the|an?|its|their|our|his|her) )?(?:[\w'’-]+ ){0,3}?"
        r"(?:grant|fine|fee|rent|salary|bill|invoice|price|cost|donation|bequest|legacy|precept|loan|debt|deficit|surplus|overspend|"
        r"underspend|budget|subsidy|levy|charge|payment|sum)s?\b|"
        r"^(?!.*\b(?:who|whom|whose|how|what|when|why|which|where)\b).*\b(?:price|cost|fee|contract sum)\b(?! of living)[^?]*\??\s*$", re.IGNORECASE)),
    ("share", re.compile(r"\b(?:what|which) (?:\w+ ){0,2}?(?:share|percentage|proportion|per ?cent|rate)\b|^(?:and )?the (?:\w+ )?(?:percentage|proportion|share|rate)\b", re.IGNORECASE)),
    ("quantity", re.compile(
        r"\bhow (?:many|much|large|big|long|far|often|old)\b|\bhow did the (?:number|figure|size|level|rate)\b|\b(?:what|which) (?:\w+ ){0,3}?"
        r"(?:figure|amount|level|number|total|size|value)\b|^(?:and )?the (?:\w+ ){0,2}?(?:numbers?|counts?|length|total)\b|"
        r"^(?!.*\b(?:who|whom|whose|how|what|when|why|which|where)\b).*(?<!minute )(?<!item )\bnumber\b(?! \d)[^?]*\??\s*$", re.IGNORECASE)),
    ("when", re.compile(r"(?:^|[,;:] )(?:and |but |so )?when\b|\bwhen (?:was|were|did|is|are|will|does|do|has|have|had|would)\b|\b(?:what|which) (?:dates?|days?|time|month)\b|\bon which dates\b|\bhow soon\b|^the dates? (?:up)?on which\b|^the dates? (?:when|by which)\b", re.IGNORECASE)),
    ("who", re.compile(r"(?:^|[,;:.?!(–-]\s*|\b(?:and|or|but|to|by|for|from|of|with|on|say|says|said|names? of (?:the|those)|know|tell me|remind me|see|is|was|were|are|did) )who(?:m|se)?\b|^the names? of\b|\bwhich (?:\w+ ){0,3}?(?:councillors?|members?|officers?|firm|company|person|people)\b", re.IGNORECASE)),
    ("recommended", re.compile(r"\brecommend\w*|\bofficers? (?:\w+ ){0,2}?advis(?:e|ed|ing)\b|\bproposals?\b|\basked to (?:do|agree|approve|decide|note|consider|endorse)\b", re.IGNORECASE)),
    ("promised", re.compile(r"\bpromis\w*|\bbring back\b|\bundert(?:ook|ake\w*)\b|\bcommit(?:ted|ment)\b", re.IGNORECASE)),
    ("resolved", re.compile(
        r"\bresol\w+|\bdecid\w*|\bconcluded\b|^(?!(?:and |but |so )?(?:did|has|have|had|is|are|was|were)\b).*\bdecision\w*|\bwhat did .{0,60}\bdo (?:with|about|over|on)\b|\bagree[ds]?\b|\bapprov\w*|\badopt\w*|\bendors\w*|\bpick(?:ed)?\b|"
        r"\bappoint\w*|\bchosen?\b|\bchose\b|\bsettled?\b", re.IGNORECASE)),
    ("outcome", re.compile(
        r"^(?:and |but |so )?(?:did|has|have|had|is|are|was|were|will|does|do|can|could|would|whether|if)\b|"
        r"\bwhat (?:came|happened|became|has become|was done|followed)\b|\bwhat .{0,60}\bcome (?:of|out of|to)\b|"
        r"\bhow did .{0,80}\b(?:go|end|turn out)\b|\bin the end\b", re.IGNORECASE)),
    ("list", re.compile(r"\bwhat (?:are|were) the (?:\w+ ){0,3}?\w+s\b(?! of\b)|\bwhich (?:\w+ ){0,2}?\w+s\b|\blist\b", re.IGNORECASE)),
    ("meaning", re.compile(r"(?:^|[.!?;,:] )(?:and |so |but )?what (?:(?:is|are|was) (?:an? |the )?(?:(?! (?:at|of|on|to) )[\w -]){2,60}?(?: for)?|"
        r"(?:does|do) (?:an? |the )?(?:(?! (?:at|of|on|to|think|say|want|need|cost|pay|get|hold|have|owe|plan|propose|expect) )[\w -]){2,60}? (?:mean(?: by [\w -]{1,40})?|stand for|do|involve|cover))\s*\?", re.IGNORECASE)),
    ("list", re.compile(r"\bwhat are the\b", re.IGNORECASE)),
)  # fmt: skip

# A question that runs over meetings wants a quotation from each.
_ACROSS = re.compile(
    r"\bover time\b|\bover the (?:years|months)\b|\bchang\w+\b|\bacross\b|\beach of\b|\btwice\b|"
    r"\band then\b|\blater\b|\bat last\b|\bfinally\b|\bslip(?:s|ped|ping)?\b|\bcompar\w*\b|\btrend\b|\bhistory of\b|\bsince\b|"
    r"\bever\b|\bwhat (?:happened|became|came)\b|\bnext meeting\b|\bprogress\w*\b|\bfollow(?:ed)?[- ]up\b|\bdiffer\w*\b|\b(?:month by month|year on year)\b|"
    r"\bfrom (?:\w+ )?(?:19|20)\d\d (?:to|until|up to)\b|\bshift(?:s|ed)?\b|\bput back\b|\bhow (?:often|many times) (?:has|have|had|did|was|were)\b|"
    r"\b(?:has|have|had|['’]s|did) (?:[\w'’-]+ ){0,8}?(?:moved?|developed|altered|evolved|varied|gone (?:up|down)|got(?:ten)? (?:better|worse)|risen|fallen|grown)\b|"
    r"\bby year\b|\b(?:each|every) (?:year|time|meeting)\b|\bfrom one (?:meeting|year) to the next\b|\bhow .{0,60} (?:altered|moved|developed|went back)\b",
    re.IGNORECASE,
)
# What was ever said of a matter: there is no one answer, but what each meeting said of it.
_BROAD = re.compile(
    r"\bwhat (?:has|have|had|was|were|is|did|does|do) (?:(?!reasons?\b)[\w’'-]+ ){0,6}?(?:said|say|discuss(?:ed)?|heard?|talk(?:ed)?|mention(?:ed)?|"
    r"know|hold|think) (?:about|on|of|regarding)\b|"
    r"^(?:what )?about\b|^(?:anything|everything|brief me|update me|background|information)\b.{0,20}?\b(?:about|on|regarding)\b|"
    r"\bany (?:news|updates?|background|history) (?:on|about|of|regarding)\b|\bthe latest (?:news |update |position )?(?:on|about|with)\b",
    re.IGNORECASE,
)
_WHATEVER = frozenset("news update updates latest background history information anything everything position".split())
# A question about how things stand, or ended, wants the latest word on it.
_LATEST = re.compile(
    r"\bnow\b|\bcurrent(?:ly)?\b|\blatest\b|\bactually\b|\bat last\b|\bin the end\b|\bfinally\b|\bstill\b|\btoday\b|\bgoing to\b|"
    r"\bend(?:ed)? up\b|\bwhen(?: is|['’]s) the next\b|^(?:is|are|will|has|have)\b|\bwhat (?:became|has become|has happened)\b",
    re.IGNORECASE,
)
# How a reader introduces himself before he asks: "I've just joined the scrutiny side."
_ASIDE = re.compile(
    r"(?:I(?:['’]m| am) (?:an? )?new|I(?:['’]ve| have) (?:only )?(?:just|recently|newly)|As an? new(?:ly)?)\b"
    r"[^.?!,]*?(?=[.!,]| and | but )"
)
_ASKING_SENTENCE = re.compile(r"[^.?!]*(?:\.(?=\S)[^.?!]*|\b(?:Cllr|Mr|Mrs|Ms|Dr|St|No)\.[^.?!]*)*\?")
SECOND = re.compile(
    r"[,;]?\s+and\s+(?P<clause>(?:(?:by|for|at|from|since|until|on|to|out of|in)\s+)?(?:when|how(?! to)|"
    r"what|which|who|why|where|did|was|were|had|has)\b[^?]*)",
    re.IGNORECASE,
)
"""What is asked besides, in a question that asks two things."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?\s+(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\w*(?:,?\s+\d{4})?|"
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2}\b(?!\s*\d)|"
    r"\b(?:19|20)\d\d\s?[/-]\s?\d\d(?:\d\d)?\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b",
)
_CAPITAL = r"[A-Z](?:[\w-]|['’](?!s\b))*"  # a possessive ends a name: "Kent's Cabinet" is two
_PHRASE = re.compile(
    rf"\b{_CAPITAL}(?:,? (?:(?:and|of|the|&) ){{0,2}}{_CAPITAL})*"
    r"(?: (?:parish|town|county|city|borough|community|district|council|committee|board|panel|commission|partnership)\b)*"
)
_BODY = re.compile(
    r"\b(?:Councils?|Committee|Commission|Board|Panel|Cabinet|Partnership|Forum|Executive|Authority|Parish|District|"
    r"Assembly|Subcommittee|Sub-Committee)\b",
    re.IGNORECASE,
)
_TITLES = frozenset({"Councillor", "Councillors", "Cllr", "Cllrs", "Mr", "Mrs", "Ms", "Miss", "Dr", "Sir"})
_OPENERS = frozenset({"Two", "Three", "Four", "Members", "Given", "According", "Name", "List", "Remind", "Describe"})
_ENDS_OPENER = re.compile(r"[A-Z]\w* the ")  # "Follow the Orrendale District": a verb before a name
_NUMBER = re.compile(r"\d")
_MONTHS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)
_SENTENCE_OPENER = re.compile(r"(?:^|[.?!]\s+)[\"“'‘]?$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name of several words: its telling stems, all its stems in order, as written, and whether it names a body."""

    stems: tuple[str, ...]
    run: tuple[str, ...]
    text: str
    is_body: bool

    @property
    def initials(self) -> str:
        """The initials of the name, where they are enough to know it by; else ""."""
        capitals = "".join(word[0] for word in self.text.split() if word[0].isupper())
        return capitals if len(capitals) >= SHORTEST_INITIALS else ""


@dataclass(frozen=True, slots=True)
class Question:
    """A standalone question, read.

    `terms` are its content words, once each; `names` the stems among them that name somebody or something
    (capitals inside a sentence); `numbers` the figures that are no dates; `years` the years that are printed in it, and
    `dates` the stems of days, months' short forms and municipal years. `phrases` are names of several words. `latest`
    says that it asks how things stand. `carried` are the stems that an earlier turn lent it, `aside`
    those that stand only in what the reader says of himself, `besides` those of `text_besides`, by which a second thing is asked.
    `broad` says that it asks whatever was said of a matter, whenever that was.
    """

    text: str
    wants: Wants
    across: bool
    terms: tuple[Word, ...]
    names: frozenset[str]
    numbers: frozenset[str]
    years: frozenset[str]
    dates: frozenset[str] = frozenset()
    carried: frozenset[str] = frozenset()
    phrases: tuple[Phrase, ...] = ()
    aside: frozenset[str] = frozenset()
    besides: frozenset[str] = frozenset()
    text_besides: str = ""
    latest: bool = False
    broad: bool = False

    @property
    def bodies(self) -> frozenset[str]:
        """The stems of names of committees and councils."""
        return frozenset(stem for phrase in self.phrases if phrase.is_body for stem in phrase.stems)

    @property
    def over_meetings(self) -> bool:
        """Whether several meetings may each have their part of the answer."""
        return self.across or self.broad

    @property
    def telling(self) -> tuple[Word, ...]:
        """The terms that say what is asked about: not the business of meetings, no dates."""
        return tuple(w for w in self.terms if w.stem not in BUSINESS_STEMS and not is_date_word(w.text))


def is_date_word(word: str) -> bool:
    """Whether a word is a month, a weekday, or a year."""
    return word.lower() in _MONTHS or bool(_YEAR.fullmatch(word))


def read(text: str) -> Question:
    """Reads a standalone question."""
    terms: dict[str, Word] = {}
    broad = _is_broad(text)
    for word in content(text):
        if not (broad and word.text.lower() in _WHATEVER):
            terms.setdefault(word.stem, word)
    names = {w.stem for w in terms.values() if _is_name(text, w)}
    aside, second = _ASIDE.match(text), SECOND.search(text)
    phrases = _phrases(text)
    dates = {stem(piece) for match in _DATE.finditer(text) for piece in match[0].replace("-", " ").split()}
    numbers = {w.stem for w in terms.values() if _NUMBER.search(w.text) and not _YEAR.search(w.text)} - dates
    return Question(
        text=text,
        wants=_wants(text),
        across=bool(_ACROSS.search(text)) or len(set(_YEAR.findall(text))) > 1,
        terms=tuple(terms.values()),
        names=frozenset(names),
        numbers=frozenset(numbers),
        years=frozenset(_YEAR.findall(text)),
        dates=frozenset(dates),
        phrases=tuple(phrases),
        besides=frozenset(w.stem for w in terms.values() if second and w.start >= second.start("clause")),
        text_besides=second["clause"] if second else "",
        aside=frozenset(w.stem for w in terms.values() if aside and w.start < aside.end()) - names,
        latest=bool(_LATEST.search(text)),
        broad=broad,
    )


def _is_broad(text: str) -> bool:
    """Whether a question asks what was ever said of a matter, whenever that was."""
    return bool(_BROAD.search(text)) and not _YEAR.search(text) and not _DATE.search(text)


def _wants(text: str) -> Wants:
    """The kind of a question, by the sentences in it that ask; by all of it where none ends in a question mark."""
    asking = " ".join(sentence.strip() for sentence in _ASKING_SENTENCE.findall(text)) or text
    return next((wants for wants, pattern in _WANTS if pattern.search(asking)), "anything")


def _is_name(text: str, word: Word) -> bool:
    written = text[word.start : word.end]
    if not written[0].isupper() or is_date_word(written) or stem(written) in BUSINESS_STEMS:
        return False
    opens = _SENTENCE_OPENER.search(text[: word.start])
    return not opens or written.isupper() or written.endswith(("'s", "’s"))


def _phrases(text: str) -> list[Phrase]:
    """Names of several words: runs of capitals inside a sentence, without months, titles and the sentence's opener."""
    found = []
    for match in _PHRASE.finditer(text):
        opens = bool(_SENTENCE_OPENER.search(text[: match.start()]))
        run = [word for word in words(match[0]) if not is_date_word(word.text) and word.text not in _TITLES]
        telling = {word.stem for word in content(match[0])}
        if opens and run and (run[0].text in _OPENERS or run[0].stem not in telling or _ENDS_OPENER.match(match[0])):
            run = run[next((n for n, word in enumerate(run) if n and word.stem in telling), len(run)) :]
        stems_ = tuple(word.stem for word in run if word.stem in telling)
        if len(stems_) > 1:
            named = match[0][run[0].start :]
            found.append(Phrase(stems_, tuple(word.stem for word in run), named, bool(_BODY.search(named))))
    return found
