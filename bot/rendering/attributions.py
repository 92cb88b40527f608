"""Who said a quotation and when, and as what it was said: the words before it, which must be true of its type.

Only a resolution in minutes is told as resolved. A resolution that recommends (“RESOLVED – To recommend to Council:”) is the
recommendation of the body that passed it; what officers recommended to a body is told as put to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.followthrough.outcome import of_words
from bot.grounding.figures import dates
from bot.grounding.verify import MOST_WORDS
from bot.query.terms import count
from bot.reading.items import PaperOf
from bot.reading.signs import says
from bot.rendering.days import on, written
from bot.types import MOST_CITATIONS, Evidence
from corpus import lexicon
from index.types import HeldPaper, HeldParagraph, same_item
from index.words import words_of

CLAUSES_BACK = 12  # how far a clause's lead-in may stand before it
OPENING = 75  # letters of a resolution in which it says that it recommends
OPENING_MOVED = 220  # of one that tells first who proposed and who seconded it
_IN_A_WORD = {"recommendation": "recommended", "motion": "moved", "vote": "the vote"}


def as_recommended(evidence: Sequence[Evidence], paper_of: PaperOf) -> list[Evidence]:
    """The evidence, those marked that give what a body itself recommended to another.

    A clause that does not say so itself is followed by the line that it stands under, which does.
    """
    marked: list[Evidence] = []
    room = MOST_CITATIONS - len(evidence)
    cited = {paragraph.id for one in evidence for paragraph in one.paragraphs}
    for one in evidence:
        said = _recommending(one.lead, paper_of(one.paper_id))
        marked.append(replace(one, recommends=True) if said else one)
        if said and said.id not in cited and room > 0 and count(said.text) <= MOST_WORDS:
            room -= 1
            cited.add(said.id)
            marked.append(of_words(marked[-1], said, 0, len(said.text)))
    return marked


def lead(evidence: Evidence, *, in_full: bool = True) -> str:
    """The words before a quotation: "On 4 March 2031 the Harbour Committee resolved"; the council named too, `in_full`."""
    told = _told(evidence, in_full=in_full)
    if evidence.order and evidence.lead.paper.kind == "minutes":
        return f"{evidence.order.capitalize()}, {told[0].lower()}{told[1:]}"
    return told


def again(evidence: Evidence) -> str:
    """The words before a further quotation of the minutes told of just before; "" where it is told as any other is."""
    if evidence.lead.paper.kind != "minutes" or evidence.order:
        return ""
    if verb := _verb(evidence):
        return f"The same meeting {verb}"
    return "" if evidence.lead.type in _IN_A_WORD else "The same minutes record"


def as_what(evidence: Evidence) -> str:
    """The same in a word or two, where body and day stand beside it: "resolved", "moved", "report", "draft minutes"."""
    first = evidence.lead
    if first.paper.kind == "minutes":
        said = _verb(evidence) or _IN_A_WORD.get(first.type, "")
        return ", ".join(filter(None, [said, "draft minutes" if first.paper.draft else ""]))
    if first.type == "recommendation":
        return "recommended to it (not in itself a decision)"
    return first.paper.kind if first.paper.kind != "other" else first.paper.title


def _told(evidence: Evidence, *, in_full: bool) -> str:
    paper = evidence.lead.paper
    name = paper.body_in_full if in_full else paper.body_alone
    body = f"the {name}" if name else "the meeting"
    at = f"{body}, {written(paper.days)}" if paper.days else body
    if paper.kind == "minutes":
        dated = f"{on(paper.days)} {body}" if paper.days else body
        return _in_minutes(evidence, at, dated[0].upper() + dated[1:]) + (" (draft minutes)" if paper.draft else "")
    if evidence.lead.type == "recommendation":
        return f"Recommended to {at} (not in itself a decision)"
    return _of_paper(paper, body, at)


def _of_paper(paper: HeldPaper, body: str, at: str) -> str:
    """A report or an agenda by its title, and what the title leaves out of whose it is and of when."""
    title = paper.title or paper.file
    if title.casefold() in {str(name).casefold() for name in (paper.body_alone, paper.body_in_full, paper.council)}:
        return f"The {'paper' if paper.kind == 'other' else paper.kind} of {at}"
    said = paper.days is not None and any(one.named.is_of(paper.days) for one in dates(title))
    place = ", ".join(filter(None, [body if paper.body else "", "" if said else written(paper.days)]))
    return f"{title} ({place})" if place else title


def _in_minutes(evidence: Evidence, at: str, dated: str) -> str:
    if verb := _verb(evidence):
        return f"{dated} {verb}"
    told = {"recommendation": f"Recommended at {at}", "motion": f"Moved at {at}", "vote": f"The vote at {at}"}
    return told.get(evidence.lead.type, f"The minutes of {at}, record")


def _verb(evidence: Evidence) -> str:
    """What the meeting of these minutes did: "resolved", "recommended", or "" where it is not told as a deed of its own.

    A resolution is not told as resolved by what was only said before the decision that its paragraph ends in.
    """
    first, *others = evidence.spans
    said, rest = first.paragraph.text[: first.end], first.paragraph.text[first.end :]
    leads_up = not others and says(rest, lexicon.SAID_TO_BE_DECIDED) and not says(said, lexicon.SAID_TO_BE_DECIDED)
    resolved = first.paragraph.type == "resolution" and not leads_up
    return "recommended" if evidence.recommends else "resolved" if resolved else ""


def _recommending(first: HeldParagraph, paper: Sequence[HeldParagraph]) -> HeldParagraph | None:
    """The paragraph that says that one gives a recommendation of the body's own; None where it gives none."""
    if first.paper.kind != "minutes" or first.type not in ("resolution", "recommendation"):
        return None
    if _says_so(first.text):
        return first
    above = _lead_in(first, paper)
    return above if above and _says_so(above.text) else None


def _says_so(text: str) -> bool:
    """Whether a text opens with a recommending. In capitals that is the body's own; else mostly what a report recommended."""
    said = text[:OPENING]
    opens, moved = words_of(said)[:1] == ["RECOMMENDED"], says(text[:OPENING_MOVED], {"that it be recommended"})
    return opens or moved or says(said, lexicon.RECOMMENDING)


def _opens(text: str) -> bool:
    """Whether a text opens with the word, with a capital, that resolutions open with."""
    first = next(iter(words_of(text[:OPENING])), "")
    return first[:1].isupper() and first.lower() in lexicon.OPENS_RESOLUTION


def _lead_in(clause: HeldParagraph, paper: Sequence[HeldParagraph]) -> HeldParagraph | None:
    """The line that a clause stands under: "RESOLVED – To recommend to Council:"; None where there is none."""
    if _opens(clause.text):
        return None
    for before in reversed(paper[max(0, clause.ordinal - CLAUSES_BACK) : clause.ordinal]):
        if before.type != clause.type or not same_item(before, clause):
            return None
        if before.text.rstrip(" -–—").endswith(":"):
            return before
        if _opens(before.text):  # its first clause stands beside it; of a resolution, that alone may recommend
            return before if clause.type == "recommendation" else None
    return None
