"""Whether the words quoted tell what somebody said, where it is asked what he said: being asked or written to is no reply.

Minutes often tell that somebody is to be asked, and never what he answered. Those words name him and the matter, and so
rank first for "What did the bank say about the cash machine?".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.query.terms import Word, stems, words
from bot.reading.lexical import Asked, Window

_SAYS = (
    r"(?:say|said|tell|told|answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|give|gave|make|think|thought|write|wrote|advised?|"
    r"report(?:ed)?|explain(?:ed)?|feel|felt|come back with|argued?|suggest(?:ed)?)"
)
_ASKS_WHAT_WAS_SAID = re.compile(
    r"\bwhat (?:answers?|reply|replies|response|reasons?|feedback|advice|promise)?\s*(?:did|does|do|has|have|had)\s+"
    rf"(?P<who>[^?,]{{2,90}}?)\s+(?:really |then |later |ever |just )?{_SAYS}\b",
    re.IGNORECASE,
)
_ASKS_FOR_A_REPLY = re.compile(
    r"\bwhat (?:answer|reply|response)\b|\b(?:answer(?:ed)?|reply|replied|respond(?:ed)?|(?:say|come|write) back)\b",
    re.IGNORECASE,
)
# A paper "says" what stands in it, and is no speaker.
_PAPERS = stems(
    "report paper paragraph section note minute minutes plan policy scheme strategy letter document budget agreement survey "
    "review item agenda law act rules guidance constitution appendix table notice statement"
)
# Whose reply minutes give without naming them: "Reply:" stands over the words.
_WITHIN = stems(
    "council councillor cllr councillors member members officer officers official officials clerk director chair chairman "
    "leader staff executive engineer department management authority cabinet committee commission board administration"
)
_TITLE = re.compile(
    r"(?:Councillors?|Cllrs?|Ald(?:erman)?|Mrs?|Ms|Miss|Mx|Dr|Sir|Lord|Lady|Revd?|Inspector|Sergeant)\.?"
)
_ADDRESSED = re.compile(
    r"\b(?:to|with|about|ask(?:s|ed|ing)?|contact(?:s|ed|ing)?|chas(?:e|ed|ing)|invit\w+|request(?:s|ed|ing)?|"
    r"thank(?:s|ed|ing)?|approach(?:ed|ing)?|remind(?:ed|ing)?|urg(?:ed?|ing)|lobby\w*|e-?mail(?:ed|ing)?|phon(?:ed?|ing)|"
    r"call(?:ed|ing)? on|notif\w+|petition\w*|consult\w*|meet)\s+(?:(?:the|our|its|their|his|her|an?|both|all) )*$",
    re.IGNORECASE,
)
_BEING_ADDRESSED = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:had|has|have|was|were|is|are|(?:will|would|should|to) be|be)\s+(?:(?:also|all|again|been|now|be) )*"
    r"(?:told|informed|asked|invited|written to|contacted|thanked|reminded|approached|notified|requested|consulted|chased|"
    r"spoken to|e-?mailed)\b",
    re.IGNORECASE,
)
_HE_SAID = re.compile(
    r"(?:^|[.;!?]\s+|\n|\b(?:and|but|that) )(?:he|she|they) (?:(?:had|have|has|also|then|further|later|still) )*"
    r"(?:said|replied|responded|answered|advised|confirmed|explained|informed|stated|reported|felt|thought|told|wrote|argued|"
    r"suggested|assured|clarified|commented)\b",
    re.IGNORECASE,
)


def unreplied(asked: Asked, chosen: Sequence[Window]) -> str:
    """Whose words are asked for, where what was chosen tells at most what was put to him; "" where it may tell them."""
    who = _speaker(asked)
    if not who:
        return ""
    named = "“" + " ".join(word.text for word in who) + "”"
    spoken = [_speaks(who, window.text) for window in chosen]
    if True in spoken:
        return ""
    if False not in spoken:
        return named if _asked_for_a_reply(asked, who) and not _placed(who, chosen) else ""
    heard = any(
        _HE_SAID.search(window.text) or any(paragraph.type == "reply" for paragraph in window.paragraphs)
        for window, speaks in zip(chosen, spoken, strict=True)
        if speaks is False
    )
    return "" if heard else named


def _speaker(asked: Asked) -> list[Word]:
    """The words that name whose words are asked for; none where nobody's are, or those of a paper."""
    asks = _ASKS_WHAT_WAS_SAID.search(asked.question.text)
    if asks is None:
        return []
    start, end = asks.span("who")
    who = [w for w in asked.question.terms if start <= w.start and w.end <= end and not _TITLE.fullmatch(w.text)]
    return [] if _PAPERS & {word.stem for word in who} or any(word.text[0].isdigit() for word in who) else who


def _asked_for_a_reply(asked: Asked, who: Sequence[Word]) -> bool:
    """Whether the reply of somebody outside the council is asked for: he is named where he replies."""
    named = {word.stem for word in who}
    bodies = asked.scoping.scope.called
    return bool(
        _ASKS_FOR_A_REPLY.search(asked.question.text)
        and not named & _WITHIN
        and not any(named & stems(body) for body in bodies)
    )


def _placed(who: Sequence[Word], chosen: Sequence[Window]) -> bool:
    return any(window.placed.get(word.stem) for window in chosen for word in who)


def _speaks(who: Sequence[Word], text: str) -> bool | None:
    """Whether somebody stands in a text otherwise than as one who is spoken to; None where he does not stand there."""
    wanted, found = {word.stem for word in who}, words(text)
    places = [at for at, word in enumerate(found) if word.stem in wanted]
    if not places:
        return None
    return any(
        at + 1 not in places
        and not _BEING_ADDRESSED.match(text[found[at].end :])
        and not _ADDRESSED.search(text[: found[_first(found, at, wanted, text)].start])
        for at in places
    )


def _first(found: Sequence[Word], at: int, wanted: set[str], text: str) -> int:
    """Where the name begins that a word ends: with its titles and forenames, "Mrs Ann Other"."""
    while at > 0 and (found[at - 1].stem in wanted or found[at - 1].text[0].isupper()):
        if re.search(r"[.;:\n]\s", text[found[at - 1].end : found[at].start]) and found[at - 1].stem not in wanted:
            break
        at -= 1
    return at
