"""One paper to read as it was parsed: its outline, its paragraphs with their places; and correcting or removing it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from corpus.picture import PagePicture
from corpus.scanned import FROM_PICTURE
from index.adding import WAIT_TO_REMOVE, patiently, remove_paper
from index.catalogue import Catalogue
from index.correct import BadSidecar, correct_paper
from index.errors import IndexFault
from index.holdings import Heading, outline, parts, textless_pages
from index.original import original_of
from index.types import HeldPaper, HeldParagraph
from screens.drawing import giving, source
from screens.drawing.adder import adder
from screens.drawing.closed import MARK, TOLD, is_closed
from screens.drawing.filters import KINDS
from screens.drawing.links import address, link
from screens.drawing.look import trouble
from screens.drawing.markup import marked, safe
from screens.drawing.office import Office, Stamp
from screens.drawing.shown import KIND_OF_ONE, day

_TOLD_BESIDE = "Told by the papers beside it in its folder: this paper prints none, or another spelling."

PAPER, AT, QUOTE, FROM = "paper", "at", "quote", "from"
"""The parts of an address: the paper, a paragraph to begin at, the words to mark there, the first paragraph shown."""

AT_ONCE = 250
"""Paragraphs shown on one screen: the longest strategies have thousands, and a screen of all of them takes seconds."""

BEFORE_AT = 20
"""Paragraphs shown before the one that a link leads to, where that lies deep in the paper."""

GONE = "This paper is no longer held, or was changed since: look for it in the list."
TELLING: dict[str, str] = {
    "resolution": "Resolved",
    "recommendation": "Recommended",
    "motion": "Moved",
    "vote": "Vote",
    "action": "Action",
    "question": "Question",
    "reply": "Reply",
    "exempt": "Exempt",
    "attendance": "Attendance",
}
"""Types of paragraph that are told beside it."""


def focus() -> str:
    """Where the reader should be: at the paragraph that the address leads to, or at the paper's title."""
    at = st.query_params.get(AT)
    if at:
        return f"p-{at.rpartition('-')[2]} {at} {st.query_params.get(QUOTE, '')}"
    return f"paper-title {st.query_params.get(PAPER)}" if PAPER in st.query_params else ""


def draw(desk: Office, stamp: Stamp, wanted: str) -> None:
    """The paper that the address names."""
    paper = desk.read(lambda bot: bot.index.catalogue.paper(wanted))
    st.html(f'<p class="ma-back">{link("papers", {}, "← All papers")}</p>')
    if paper is None:
        st.html(f'<h1 class="ma-title" id="paper-title" tabindex="-1">Not held</h1><p class="ma-note">{GONE}</p>')
        return
    closed = desk.read(lambda bot: is_closed(bot, paper.id))
    of_file = desk.read(lambda bot: parts(bot.index.catalogue, paper.file))
    st.html(_head(paper, of_file, _textless(desk, stamp, paper.file), closed=closed))
    with st.container(horizontal=True, key="paper-tools"):
        original = desk.read(lambda bot: original_of(bot.index.catalogue, paper.file))
        source.download(original, key=f"file {paper.id}")
        with st.popover("Correct", icon=":material/edit:"):
            _correction(desk, paper)
        with st.popover("Remove", icon=":material/delete:"):
            _removal(desk, paper)
    if original.url:
        st.html(f'<p><a href="{safe(original.url)}" rel="noreferrer">Open it on the council’s site</a></p>')
    if closed:
        st.html(f'<p class="ma-note" role="note">{TOLD}</p>')
    at = st.query_params.get(AT, "")
    picture = _page_of(desk, stamp, at)
    if picture:
        st.html('<span class="ma-wide"></span>')
        text, side = st.columns([3, 2], gap="medium")
        with side, st.container(key="page"):
            source.draw_picture(picture[0], picture[1])
    else:
        text = st.container()
    with text:
        # The address is read here: the office's threads have none.
        first, quote = _first(paper, at), st.query_params.get(QUOTE, "")
        st.html(
            desk.read(lambda bot: _text(bot.index.catalogue, paper, first, at, quote)) or "<p>It holds no words.</p>"
        )


@st.cache_data(show_spinner=False, max_entries=64)
def _textless(_desk: Office, stamp: Stamp, file: str) -> tuple[int, ...]:  # noqa: ARG001 - says when to reckon it anew
    return _desk.read(lambda bot: textless_pages(bot.index.catalogue, file))


def _page_of(desk: Office, stamp: Stamp, at: str) -> tuple[PagePicture, int] | None:
    """The page on which the paragraph begins that the address leads to, its words marked; None where there is no such picture."""
    paragraph = desk.read(lambda bot: bot.index.catalogue.paragraph(at)) if at else None
    if paragraph is None or paragraph.page is None:
        return None
    words = st.query_params.get(QUOTE) or paragraph.text
    picture = source.page_of(desk, stamp, paragraph.paper.file, paragraph.page, words)
    return (picture, paragraph.page) if picture else None


def _head(paper: HeldPaper, of_file: Sequence[HeldPaper], textless: tuple[int, ...], *, closed: bool) -> str:
    """What paper it is: whose meeting's, of what kind, and what else its file holds."""
    when = day(paper.days)
    meeting = f"{paper.body_in_full or 'No body named'}, {when}"
    if paper.body and paper.date:
        meeting = link("meetings", {"of": paper.body, "on": paper.date.isoformat()}, safe(meeting))
    else:
        meeting = safe(meeting)
    kind = KIND_OF_ONE.get(paper.kind, paper.kind).capitalize() + (" (draft)" if paper.draft else "")
    length = f"{paper.paragraphs:,} paragraph{'s' * (paper.paragraphs != 1)}"
    more = [f"{kind} · {MARK if closed else length}"]
    if textless:
        more.append(f"Without text, and so not searched: page {', '.join(map(str, textless))}")
    told = "".join(f'<p class="ma-details">{safe(line)}</p>' for line in more)
    others = "".join(
        f"<li>{link('papers', {PAPER: one.id}, safe(one.title or one.file))}</li>"
        if one.id != paper.id
        else f'<li aria-current="page">{safe(one.title or one.file)}</li>'
        for one in of_file
    )
    pack = (
        f'<details class="ma-body"><summary>One of {len(of_file)} papers of this file</summary>'
        f'<div class="ma-source"><ol>{others}</ol></div></details>'
        if len(of_file) > 1
        else ""
    )
    return (
        f'<h1 class="ma-title" id="paper-title" tabindex="-1">{safe(paper.title or paper.file)}</h1>'
        f'<p class="ma-where">{meeting}</p>{told}<p class="ma-file">{safe(paper.file)}</p>{pack}'
    )


def _text(catalogue: Catalogue, paper: HeldPaper, first: int, at: str, quote: str) -> str:
    """The outline, and the paragraphs from `first` on, with the quotation marked in the one that the reader is at."""
    paragraphs = catalogue.paragraphs(paper.id, first, first + AT_ONCE - 1)
    place = next((n for n, one in enumerate(paragraphs) if one.id == at), None)
    texts = [safe(one.text) for one in paragraphs]
    if place is not None:
        texts, _ = marked([one.text for one in paragraphs], quote or paragraphs[place].text, place)
    rows = "".join(_paragraph(one, text, here=one.id == at) for one, text in zip(paragraphs, texts, strict=True))
    return f"{_outline(outline(catalogue, paper.id), paper, first)}{_onward(paper, first)}{rows}{_onward(paper, first)}"


def _first(paper: HeldPaper, at: str) -> int:
    """The ordinal of the first paragraph to show."""
    given = st.query_params.get(FROM, "")
    if given.isdecimal():
        return min(int(given), max(0, paper.paragraphs - 1))
    place = at.rpartition("-")[2]
    return max(0, int(place) - BEFORE_AT) if place.isdecimal() and int(place) >= AT_ONCE else 0


def _outline(headings: Sequence[Heading], paper: HeldPaper, first: int) -> str:
    if not headings:
        return ""
    rows = []
    for heading in headings:
        words = safe(heading.text)
        if first <= heading.ordinal < first + AT_ONCE:
            rows.append(f'<li><a href="#p-{heading.ordinal}">{words}</a></li>')
        else:
            rows.append(f"<li>{link('papers', {PAPER: paper.id, AT: heading.paragraph}, words)}</li>")
    return (
        f'<details class="ma-body"><summary>Outline: {len(rows)} headings</summary>'
        f'<nav class="ma-source ma-outline" aria-label="Outline"><ul>{"".join(rows)}</ul></nav></details>'
    )


def _onward(paper: HeldPaper, first: int) -> str:
    ways = []
    if first > 0:
        ways.append(link("papers", {PAPER: paper.id, FROM: str(max(0, first - AT_ONCE))}, "← Earlier paragraphs"))
    if first + AT_ONCE < paper.paragraphs:
        ways.append(link("papers", {PAPER: paper.id, FROM: str(first + AT_ONCE)}, "Later paragraphs →"))
    return f'<p class="ma-tools">{"".join(ways)}</p>' if ways else ""


def _paragraph(paragraph: HeldParagraph, text: str, *, here: bool) -> str:
    """A paragraph with its place, which is also a link to it."""
    pages = [f"page {paragraph.page}"] if paragraph.page else []
    pages += [f"printed {paragraph.printed_page}"] if paragraph.printed_page else []
    pages += [FROM_PICTURE] if paragraph.from_picture else []
    told = " · ".join(filter(None, [TELLING.get(paragraph.type, ""), paragraph.locator, ", ".join(pages)]))
    to = {PAPER: paragraph.paper.id, AT: paragraph.id}
    name = "ma-heading" if paragraph.type == "heading" else f"ma-{paragraph.type}"
    words = f'<h2 class="{name}">{text}</h2>' if paragraph.type == "heading" else f'<p class="{name}">{text}</p>'
    now = ' ma-here" tabindex="-1' if here else ""
    place = f'<a class="ma-place" data-ma="1" href="{safe(address("papers", to))}">{safe(told)}</a>'
    return f'<div class="ma-para{now}" id="p-{paragraph.ordinal}">{words}{place}</div>'


def _correction(desk: Office, paper: HeldPaper) -> None:
    """A form that corrects what is held of a file: it is written into `papers.csv` beside the papers."""
    st.caption("What you write here goes before what the paper prints. It is kept in papers.csv beside the papers.")
    with st.form(f"correct {paper.file}", border=False):
        body = st.text_input("Body", paper.body_alone or "")
        council = st.text_input("Council", paper.council or "", help=_TOLD_BESIDE if paper.beside else None)
        when = st.text_input("Date, as 2024-05-14", paper.date.isoformat() if paper.date else "")
        kind = st.selectbox("Kind", list(KINDS), list(KINDS).index(paper.kind), format_func=KINDS.__getitem__)
        title = st.text_input("Title", paper.title)
        saved = st.form_submit_button("Save")
    if saved:  # below the form: its message has a button of its own, which Streamlit refuses within one
        _save(desk, paper, {"body": body, "council": council, "date": when, "kind": kind, "title": title})


def _save(desk: Office, paper: HeldPaper, wanted: dict[str, str]) -> None:
    held = {"body": paper.body_alone or "", "date": str(paper.date or ""), "kind": paper.kind, "title": paper.title}
    held |= {"council": paper.council or ""}
    changed = {cell: value.strip() for cell, value in wanted.items() if value.strip() not in ("", held[cell])}
    if not changed:
        st.info("Nothing was changed.")
        return
    try:
        report = desk.read(
            lambda bot: patiently(
                lambda: correct_paper(bot.index.catalogue, bot.index.embedder, paper.file, changed), WAIT_TO_REMOVE
            )
        )
    except (BadSidecar, IndexFault) as fault:
        trouble(str(fault))
        return
    if report.refused:
        trouble("; ".join(refusal.reason for refusal in report.refused))
    else:
        st.rerun()


def _removal(desk: Office, paper: HeldPaper) -> None:
    """A question before a file is removed: nothing of it is found any more, until it is added again."""
    here = desk.read(lambda bot: bot.index.catalogue.root_of(paper.file))
    uploaded = here is not None and here.resolve() == adder().uploads.resolve()
    lies = "The copy kept on this machine goes too." if uploaded else "The file itself stays where it lies."
    st.html(
        f"<p>Remove <b>{safe(paper.file)}</b>, with every paper in it? Its text is taken from this machine’s index. {lies}</p>"
    )
    if not st.button("Yes, remove it", type="primary", key=f"remove {paper.file}"):
        return
    try:
        report = remove_paper(adder().build(), paper.file)
    except IndexFault as fault:
        trouble(str(fault))
        return
    if report.refused:
        trouble("; ".join(refusal.reason for refusal in report.refused))
        return
    path = here / paper.file if here and not uploaded else None
    there = path if path and path.exists() else None
    st.session_state[giving.REMOVED] = {"file": paper.file, "path": str(there or ""), "root": str(here or "")}
    st.query_params.clear()
    st.rerun()
