"""Finds the name of the body that met, or that a report is put to, in a paper's opening."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from corpus.blocks import Block
from corpus.dates import find_dates

_WORDS = (
    r"(?:sub-?\s?committees?|committees?|boards?|panels?|cabinet|council|commission|partnership|forum|executive|working (?:group|party)"
    r"|task (?:group|force)|trustees|governors|municipal district|assembly|authority|trust|society|association|parish meeting|group|ips"
    r"|federation|consortium|friends of [\w’' ]+|directors|governing (?:body|board)|club|network|union)"
)
_NAME = re.compile(rf"\b{_WORDS}\b", re.IGNORECASE)
_COUNCIL = re.compile(
    r"(?:[\w’'.&,-]+\s+){0,6}(?:(?:county|city|borough|district|metropolitan|town|london|unitary|royal|and)\s+)*(?:council|combined authority|fire (?:and rescue )?authority|park authority|nhs (?:foundation )?trust|(?:integrated care|health) board)$|^(?:royal |london )?borough of\b.*",
    re.IGNORECASE,
)
_SMALL_COUNCIL = re.compile(r"\b(?:parish|town|community) council$", re.IGNORECASE)
_LABEL = re.compile(
    r"\W*(?:\d{1,2}\.?\s*)?(?:meeting|to|report to|title of meeting|committee|name of (?:committee|meeting)|decision[- ]maker|decision to be taken by|body)\s*[:\t]\s*(?P<name>\S.*)?$"
    r"|\W*(?:title of meeting|report to)\s+(?P<name2>(?-i:[A-Z]).*)$",
    re.IGNORECASE,
)
_OF_MEETING = re.compile(
    r"\b(?:(?:minutes|notes|record|proceedings|agenda|notice)\s+(?:of|at|from|for)\s+)?(?:the\s+|a\s+|an\s+)?(?:proceedings (?:of|at) )?(?:the\s+|a\s+|an\s+)?"
    r"(?:[\w’'-]+\s+){0,4}meeting (?:of|for)\s+(?:the\s+)?(?P<name>(?-i:[A-Z]).+?)"
    r"(?=\s+(?:held|will be|to be|was|which|on (?:(?:mon|tue|wed|thu|fri|sat|sun)\w*|the|\d)|at|in the)\b|,?\s+held\b|\s*[,:(–]|\s+-\s|\.\s|\s*$)",
    re.IGNORECASE,
)
_OF_TRUSTEES = re.compile(
    r"\bminutes of (?:the )?(?:trustees|committee|directors|governors) of (?:the )?(?P<name>(?-i:[A-Z]).+?)(?=\s+(?:meeting|held)\b|[,:]|\s*$)",
    re.IGNORECASE,
)
_MINUTES_OF = re.compile(
    rf"\b(?:minutes|notes) of (?:the )?(?P<name>(?:(?-i:[A-Z])[\w’'&, -]*?)?{_WORDS})(?=\s+(?:meeting|held)\b|\s*[,:–-]|\s*$)",
    re.IGNORECASE,
)
_MEETING_NAME = re.compile(
    r"^(?P<name>.+?)[\s,:–—-]+(?:(?:annual|ordinary|extraordinary|special|monthly|general|virtual|extra-ordinary|full|open|public|closed|private|the|committee|board|trustees)\s+)*"
    r"(?:meeting|agm|egm|agenda|minutes?|a\.g\.m\.|action (?:log|tracker|list|sheet)|records? of (?:executive )?decisions?|decision (?:list|sheet|notice|record)|decisions)\b",
    re.IGNORECASE,
)
_TIDY_END = re.compile(
    r"\s*(?:[-–—,:;.(]|\b(?:on|held|the|at|minutes|agenda|meeting|board meeting|notice of|summons)\b)+\s*$",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"\b(?:present|apologies|resolved|questions?|by|to|from|member for|councillors? (?-i:[A-Z])|report|minutes of the|attend|considered|noted|agreed|chairman|clerk|street|road|hall|www|http|@|tel"
    r"|members|summary|actions?|tracker|pathway|department|was|were|will|is|are|has|have|please|action|items?|contact|venue|office)\b|[?!]|\d{2}",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:(?:annual|ordinary|extraordinary|special|monthly|general|full|the)\s+)*(?:(?:parish|town|community|county|city|borough|district|municipal) )?"
    r"(?:council|committees?|board|meetings?|panels?|trustees|municipal district|district|forum|partnership|board of (?:directors|governors|trustees))",
    re.IGNORECASE,
)
_ADJECTIVES = re.compile(r"^(?:(?:annual|ordinary|extraordinary|special|monthly|general|full|the)\s+)+", re.IGNORECASE)
_SMALL_WORDS = frozenset(("and", "of", "the", "for", "to", "in", "on", "with", "at", "a", "an"))
_MEMBERS_OF = re.compile(r"^.{0,60}\b(?:each|all|every|the)?\s*members? of (?:the )?", re.IGNORECASE)
_NAME_END = re.compile(rf"\b{_WORDS}(?:\s*\(.*\))?(?:\s+(?:of|for|on)\s+.+)?\W*$", re.IGNORECASE)
_LABEL_AFTER = re.compile(
    r"\s+(?:subject|from|by|to|date|decision (?:no|number)|classification|title|report|previous pathway|future pathway|status|wards?|contact|author|time|venue)\b[^:]{0,20}:.*$",
    re.IGNORECASE,
)
_OF_COUNCIL = re.compile(
    r"^(.*\b(?:committee|board|panel|cabinet|commission|forum|sub-?committee))\s+of\s+(?:the\s+)?.*\bcouncil$",
    re.IGNORECASE,
)
_COUNCIL_BEFORE = re.compile(
    r"^[^–—:|]{0,60}?\b(?:council|authority|borough|comhairle|cyngor|C?[BCDM]BC|[BCDM]C|LB)\b[^–—:|-]{0,30}(?::\s+|\s*[–—|]\s*|\s+-\s+)"
    r"(?=.*\b(?:committee|board|panel|cabinet|commission|forum|sub-?committee|executive|working (?:group|party))\b)",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(
    r"[\s–-]*(?:(?:first|second|third)\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:\s+20\d\d)?$",
    re.IGNORECASE,
)
_SHORT_COUNCIL = re.compile(
    r"^(?i:(?:draft |approved )?(?:minutes|agenda|notes) (?:of|for|from) (?:the )?)?"
    r"(?P<place>[A-Z][\w’'.-]+(?: (?:[A-Z][\w’'.-]+|&|and|on|upon|under|in|the|le|cum|with|next|by|super)){0,6}) (?P<sort>PC|TC|CC)"
    r"(?=\s*(?:$|[–—:,(-])|\s+(?i:the |annual|ordinary|extra|special|general|full|draft|monthly|meeting|minutes|agenda|notes|agm|egm|20\d\d"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
_SORTS = {"PC": "Parish Council", "TC": "Town Council", "CC": "Community Council"}
_MISPRINTED = 0.85  # of the letters in order: a place that the text itself writes a little otherwise
_BEGINS_A_SENTENCE = re.compile(
    r"(?:at|in|on|for|following|this|that|it|there|when|if|as|since|after|before)\b", re.IGNORECASE
)
_NO_BODY = re.compile(
    r"\b(?:you|are|is|mrs?|ms|dr|cllr|councillor|search|each|member for)\b|[^\w\s'’&,.()/–-]", re.IGNORECASE
)
_ACRONYM = 4
_ONLY_MINUTES = re.compile(
    r"(?:\s*\b(?:the|a|an|of|for|draft|minutes|notes|agenda|record|proceedings|report|notice|annual|ordinary|extraordinary|special"
    r"|monthly|general|full|joint|inaugural|virtual|remote|officers?|delegated|key)\b)+",
    re.IGNORECASE,
)
_LEAD = 12  # characters before "Minutes of the Finance Committee": "Draft", "Unconfirmed"
_OF_A_COUNCIL = re.compile(r"\b(?:committee|panel|working (?:group|party))$", re.IGNORECASE)
_LETTERHEAD = 4  # blocks
_SHORTEST = 3
_LONGEST = 90


def is_generic(name: str) -> bool:
    """Whether a name could be any council's: "Parish Council", "Committee"."""
    return bool(_GENERIC.fullmatch(name))


def find_body(
    head: Sequence[Block], *, title: str, file: str, furniture: Sequence[str], labelled: bool = False
) -> str | None:
    """The body's name, the most particular one printed: a committee before its council.

    `labelled`: only a name after "To:", "Meeting:" and the like counts.
    """
    texts = [block.text for block in head]
    council: str | None = None
    generic: str | None = None
    for name in _labelled(texts):
        tidy = _tidied(name)
        if tidy is not None:
            return cased(tidy)
    for name in () if labelled else _candidates(texts, title, furniture, file):
        tidy = _tidied(name)
        if tidy is None:
            continue
        if _GENERIC.fullmatch(tidy):
            generic = generic or tidy
        elif _COUNCIL.fullmatch(tidy) and not _SMALL_COUNCIL.search(tidy):
            council = council or tidy
        else:
            return cased((_SMALL_COUNCIL.search(tidy) and _committee_under(tidy, texts)) or tidy)
    found = council or generic
    return cased(_ADJECTIVES.sub("", found)) if found else None


def _committee_under(council: str, texts: Sequence[str]) -> str | None:
    """The committee that stands alone under a parish or town council's letterhead: it is the committee that met."""
    below = [text for text in texts[:_LETTERHEAD] if council.casefold() not in text.casefold()]
    names = filter(None, map(_tidied, _standing_alone(below)))
    return next((name for name in names if _OF_A_COUNCIL.search(name) and not _GENERIC.fullmatch(name)), None)


def spelt_out(titles: Sequence[str], texts: Sequence[str]) -> str | None:
    """The council that a title names by its place and two letters: "Orren PC - November Meeting".

    PC may be a constable and CC a county or a cricket club: the text must speak of a council of the sort. Where it writes the
    place a little otherwise, the title misprints it, and which council is meant stays open.
    """
    for title in titles:
        match = _SHORT_COUNCIL.match(title)
        if match is None:
            continue
        sort, place = _SORTS[match["sort"]], match["place"]
        told = any(re.search(rf"\b{sort}", text, re.IGNORECASE) for text in texts)
        words = {word for text in texts for word in re.findall(r"\b[A-Z][\w’'-]{3,}", text)}
        written = all(
            word in words or not get_close_matches(word, words, 1, _MISPRINTED)
            for word in re.findall(r"[A-Z][\w’'-]{3,}", place)
        )
        if told and written:
            return f"{place} {sort}"
    return None


def cased(name: str) -> str:
    """A name printed in capitals as it is written elsewhere: "Housing and Environment Committee"."""
    if not name.isupper() or (" " not in name and len(name) <= _ACRONYM):
        return name
    words = name.split(" ")
    return " ".join(
        word.lower()
        if n and word.lower() in _SMALL_WORDS
        else word
        if not re.search(r"[AEIOUÁÉÍÓÚ]", word)
        else _capitalised(word)
        for n, word in enumerate(words)
    )


def _capitalised(word: str) -> str:
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda match: match.group().capitalize(), word)


def _candidates(texts: Sequence[str], title: str, furniture: Sequence[str], file: str) -> Iterator[str]:
    for text in (*texts, title):
        for pattern in (_OF_MEETING, _OF_TRUSTEES):
            match = pattern.search(text[:400])
            if match and (_NAME.search(match["name"]) or match["name"].istitle()):
                yield match["name"]
    for text in texts:
        match = _MINUTES_OF.search(text[:300])
        told = match is None or re.search(r"\bmeeting\b", match["name"], re.IGNORECASE)
        if match and not told and match.start() <= _LEAD and not _NOT_A_NAME.search(match["name"]):
            yield match["name"]
    yield from _dated(texts)
    yield from _dated((title,))
    yield from _standing_alone(texts)
    for text in (*texts[:8], *furniture[:4], title):
        for match in (_MEETING_NAME.match(text[:200]), _MINUTES_OF.search(text[:300])):
            if (
                match
                and len(match["name"]) < _LONGEST
                and not _NOT_A_NAME.search(match["name"])
                and (_NAME.search(match["name"]) or match["name"].isupper())
            ):
                yield match["name"]
    if (whole := _MONTH_AFTER.sub("", title)) != title:
        yield from _standing_alone((whole,))
    yield from _dated(furniture[:6])
    yield from _standing_alone(furniture[:6])
    name = re.sub(r"\.\w{2,8}$", "", file.rsplit("/", 1)[-1])
    match = _OF_MEETING.search(name)
    if match and _NAME.search(match["name"]):
        yield match["name"]


def _labelled(texts: Sequence[str]) -> Iterator[str]:
    for n, text in enumerate(texts):
        match = _LABEL.match(text[:200])
        if not match:
            continue
        name = match["name"] or match["name2"] or (texts[n + 1] if n + 1 < len(texts) else "")
        if _NAME.search(name[:_LONGEST]):
            yield name


def _dated(texts: Sequence[str]) -> Iterator[str]:
    """Names that stand before a date: "Highways Committee - Thursday 15 January 2026"."""
    for text in texts:
        for found in find_dates(text[:200])[:1]:
            name = text[: found.start]
            meeting = _MEETING_NAME.match(name)
            stem = _TIDY_END.sub("", meeting["name"] if meeting else name)
            if (
                _NAME_END.search(stem)
                and len(name) < _LONGEST + 40
                and not _NOT_A_NAME.search(re.sub(r"\(.*?\)", "", name))
            ):
                yield name


def _standing_alone(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        if len(text) < _LONGEST and _NAME_END.search(text) and not _NOT_A_NAME.search(text):
            yield text


def _english(name: str) -> str:
    """The half of a name printed in two languages that says what sort of body it is in English."""
    halves = re.split(r"\s+[/|]\s+", name)
    return next((half for half in halves if _NAME_END.search(half)), name) if len(halves) == 2 else name  # noqa: PLR2004


def _tidied(name: str) -> str | None:
    name = _english(re.sub(r"\s+", " ", name).strip())
    for found in find_dates(name)[:1]:
        name = name[: found.start]
    meeting = _MEETING_NAME.match(name)
    if meeting:
        name = meeting["name"]
    name = _COUNCIL_BEFORE.sub("", _OF_COUNCIL.sub(r"\1", name))
    name = _MONTH_AFTER.sub("", _LABEL_AFTER.sub("", name))
    name = _MEMBERS_OF.sub("", name)
    name = re.sub(r"^(?:minutes of (?:the )?|the |a )", "", name, flags=re.IGNORECASE)
    while (shorter := _TIDY_END.sub("", name)) != name:
        name = shorter
    name = name.strip(" *_–—-,.:;")
    fits = _SHORTEST <= len(name) <= _LONGEST and name[0].isalpha()
    return (
        name
        if fits
        and not _ONLY_MINUTES.fullmatch(name)
        and not _BEGINS_A_SENTENCE.match(name)
        and not _NO_BODY.search(name)
        else None
    )
