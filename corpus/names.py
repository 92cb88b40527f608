"""Tidies what stands for a body's name in a paper's opening: the name alone, without its meeting, its day or its council."""

from __future__ import annotations

import re

from corpus.dates import find_dates

BODY_WORDS = (
    r"(?:sub-?\s?committees?|committees?|boards?|panels?|cabinet|council|commission|partnership|forum|executive|working (?:group|party)"
    r"|task (?:group|force)|trustees|governors|(?:municipal|metropolitan|borough) district|assembly|authority|trust|society|association|parish meeting|group|ips|spc"
    r"|federation|consortium|friends of [\w’' ]+|directors|governing (?:body|board)|club|network|union)"
)
"""What the last word of a body's name may be, as a pattern."""
_MEETING_NAME = re.compile(
    r"^(?P<name>.+?)[\s,:–—-]+(?:(?:annual|ordinary|extraordinary|special|monthly|general|virtual|remote|adjourned|inaugural|extra-ordinary|full|open|public|closed|private|the|committee|board|trustees)\s+)*"
    r"(?:meeting|agm|egm|agenda|minutes?|a\.g\.m\.|action (?:log|tracker|list|sheet)|records? of (?:executive )?decisions?|decision (?:list|sheet|notice|record)|decisions)\b",
    re.IGNORECASE,
)
TIDY_END = re.compile(
    r"\s*(?:[-–—,:;.(]|\b(?:on|held|the|at|minutes|agenda|(?<!parish )meeting|board meeting|notice of|summons)\b)+\s*$",
    re.IGNORECASE,
)
"""What may stand behind a name and is not of it."""
_GENERIC = re.compile(
    r"(?:(?:annual|ordinary|extraordinary|special|monthly|general|full|the)\s+)*(?:(?:parish|town|community|county|city|borough|district|municipal|metropolitan) )?"
    r"(?:council|committees?|board|meetings?|panels?|trustees[’']?|(?:municipal |metropolitan )?district|forum|partnership|spc|strategic policy committee"
    r"|board of (?:director[’']?s|governors|trustees|education|commissioners|supervisors)(?: board)?)",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset(("and", "of", "the", "for", "to", "in", "on", "with", "at", "a", "an"))
_MEMBERS_OF = re.compile(r"^.{0,60}\b(?:each|all|every|the)?\s*members? of (?:the )?", re.IGNORECASE)
NAME_END = re.compile(rf"\b{BODY_WORDS}(?:\s*\(.*\))?(?:\s+(?:of|for|on)\s+.+)?\W*$", re.IGNORECASE)
"""A name's end."""
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
    r"(?=.*\b(?:committee|board|panel|cabinet|commission|forum|sub-?committee|executive|working (?:group|party))\b)"
    r"|^[^–—:|,]{0,60}?\bcouncil,\s+(?=.*\b(?:committee|panel|commission|forum|working (?:group|party))\b)",
    re.IGNORECASE,
)
MONTH_AFTER = re.compile(
    r"[\s–-]*(?:(?:first|second|third)\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:\s+20\d\d)?$",
    re.IGNORECASE,
)
"""A month behind a name, which is of the meeting."""
_BEGINS_A_SENTENCE = re.compile(
    r"(?:at|in|on|for|following|this|that|it|there|when|if|as|since|after|before)\b", re.IGNORECASE
)
_NO_BODY = re.compile(
    r"\b(?:you|are|is|mrs?|ms|dr|cllr|councillor|search|each|member for|above)\b|[^\w\s'’&,.()/–-]", re.IGNORECASE
)
_HELD = re.compile(
    r"\s+(?:was|were|is|has|have|had|will|held|met|meets|convened|assembled|called|took place|to (?:consider|discuss|order))\b.*$",
    re.IGNORECASE,
)
"""What a body did, behind its name: "Orren Parish Council held their meeting"."""
_OF_THE_MEETING = r"annual|ordinary|regular|extra-?\s?ordinary|adjourned|monthly|quarterly|virtual|remote|online|hybrid|inaugural|statutory"
# A virtual meeting of a council is no virtual council; "Special" and "General" may begin a committee's name.
_BEFORE_NAME = re.compile(
    rf"^(?:(?:{_OF_THE_MEETING})\s+)+(?=\S)|^(?:(?:special|general|full|{_OF_THE_MEETING})\s+)+(?=.*\bcouncil$)",
    re.IGNORECASE,
)
_PAPER_BEFORE = re.compile(
    r"^(?:(?:(?:amended|public) )?notice of (?:an? |the )?|(?:minutes|meeting|agm) of (?:the )?|the |a )+", re.IGNORECASE
)
"""What stands before a name and is the paper's, or the meeting's."""
_WITHIN_NAME = re.compile(
    rf"\s+(?:special|full|{_OF_THE_MEETING})(?=(?:\s+(?:parish|town|community|county|city|borough|district|municipal))+\s+(?:council|district|meeting)\b)",
    re.IGNORECASE,
)
_MISREAD = re.compile(r"(?:minuted?s?|proceedings)\b", re.IGNORECASE)
"""What begins no name: spaces were lost ("Minutes ofOrren"), or the words are the paper's."""
NO_NAME = re.compile(
    r"\b(?:present|apologies|resolved|questions?|by|to|from|member for|councillors? (?-i:[A-Z])|report|minutes of the|attend|considered|noted|agreed|chairman|clerk|street|road|hall(?! (?:management )?(?:committee|trust|trustees|charity|association)\b)|www|http|@|tel"
    r"|members|summary|actions?|tracker|pathway|department|was|were|will|is|are|has|have|please|action|items?|contact|venue|office)\b|[?!]|\d{2}",
    re.IGNORECASE,
)
"""What a line holds that is no body's name."""
_ACRONYM = 4
_ONLY_MINUTES = re.compile(
    r"(?:\s*\b(?:the|a|an|of|at|for|draft|minutes|meeting|notes|agenda|record|proceedings|report|notice|annual|ordinary|extraordinary|special"
    r"|monthly|general|full|joint|inaugural|virtual|remote|adjourned|resumed|reconvened|quarterly|statutory|budget|hybrid|online|officers?|delegated|key)\b)+",
    re.IGNORECASE,
)
_SHORTEST = 3
LONGEST = 90
"""Characters of a name."""


def is_generic(name: str) -> bool:
    """Whether a name could be any council's: "Parish Council", "Committee"."""
    return bool(_GENERIC.fullmatch(name))


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


def before_meeting(text: str) -> str | None:
    """The name before a meeting: "Orren Council - Planning Committee" of its "meeting"; of a "Trust board meeting" the trust."""
    meeting = _MEETING_NAME.match(text)
    if meeting is None:
        return None
    name, rest = meeting["name"], text[meeting.end("name") :]
    if whole := re.match(r"\s+(?:trustees|directors)\b", rest, re.IGNORECASE) if name.lower().endswith(" of") else None:
        return name + whole.group()
    met = re.match(r"\s+(?:annual )?(?P<meeting>meeting)\b", rest, re.IGNORECASE)
    if met and re.search(r"\bparish$", name, re.IGNORECASE):
        return f"{name} {met['meeting']}"
    sort = re.match(r"\s+(?:committee|board)\b", rest, re.IGNORECASE)
    last = re.split(r"\s[–—|-]\s|[:,]\s", name)[-1]
    committee = sort is not None and sort.group().strip().lower() == "committee"
    return name + sort.group() if sort and (committee or last != name) and not NAME_END.search(last) else name


def _english(name: str) -> str:
    """The half of a name printed in two languages that says what sort of body it is in English."""
    halves = re.split(r"\s+[/|]\s+", name)
    return next((half for half in halves if NAME_END.search(half)), name) if len(halves) == 2 else name  # noqa: PLR2004


def tidied(name: str) -> str | None:
    """The body's name within words that hold one; None where they hold none."""
    name = _english(re.sub(r"\s+", " ", name).strip())
    for found in find_dates(name)[:1]:
        name = name[: found.start] or name[found.end :].strip()
    name = before_meeting(name) or name
    name = _HELD.sub("", name)
    name = _COUNCIL_BEFORE.sub("", _OF_COUNCIL.sub(r"\1", name))
    name = MONTH_AFTER.sub("", _LABEL_AFTER.sub("", name))
    name = _MEMBERS_OF.sub("", name)
    name = _PAPER_BEFORE.sub("", name)
    name = _WITHIN_NAME.sub("", _BEFORE_NAME.sub("", name))
    while (shorter := TIDY_END.sub("", name)) != name:
        name = shorter
    name = re.sub(r"(?<=council)[’']s?$", "", name.strip(" *_–—-,.:;"), flags=re.IGNORECASE)
    fits = _SHORTEST <= len(name) <= LONGEST and name[0].isalpha()
    return (
        name
        if fits
        and not _ONLY_MINUTES.fullmatch(name)
        and not _MISREAD.match(name)
        and not _BEGINS_A_SENTENCE.match(name)
        and not _NO_BODY.search(name)
        else None
    )
