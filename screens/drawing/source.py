"""A citation's source: whose paper it is, the passage in its surroundings with the quotation marked, and the page itself."""

from __future__ import annotations

import base64

import streamlit as st

from bot.types import Citation
from corpus.picture import PagePicture
from index.catalogue import Catalogue
from index.original import Original, original_of, page_picture
from index.types import HeldParagraph
from screens.drawing import asking, shown
from screens.drawing.closed import TOLD
from screens.drawing.links import address, link
from screens.drawing.markup import marked, safe
from screens.drawing.office import Office, Stamp

BEFORE = 3
AFTER = 3
"""Paragraphs shown on each side: enough to see who spoke and how it ended, few enough to read on a phone."""

MOST_WORDS = 60
"""Of a paragraph that is not quoted: tables and speeches are cut, at the end away from the quotation."""

NO_LONGER = "This paper is no longer held, or has changed since this was answered: ask again."

CHECK = "The page is a picture, and its words were read from it by a program: check them against the page below."

TITLE = "source-title"
"""The id of the panel's heading: the focus moves there when it opens."""


def draw_panel(desk: Office, stamp: Stamp, citations: tuple[Citation, ...], n: int, place: shown.Place) -> None:
    """The panel of source `n` of a turn, where the reader can go on to the next, or close it."""
    citation = next((one for one in citations if one.n == n), None)
    if citation is None:
        st.html(_note("There is no such source any more: ask again."))
        return
    st.html(_head(citation, len(citations), place))
    passage = desk.read(lambda bot: source(bot.index.catalogue, citation))
    check = _note(CHECK) if citation.from_picture else ""
    st.html(f'<div class="ma-source">{check}{passage}</div>')
    draw_page(desk, stamp, citation.file, citation.page, citation.quote)
    original = desk.read(lambda bot: original_of(bot.index.catalogue, citation.file))
    st.html(_ways_on(citation, original))
    download(original, key=f"download {place.conversation} {place.turn} {n}")


def draw_page(desk: Office, stamp: Stamp, file: str, page: int | None, words: str) -> None:
    """The page of a PDF as a picture, the words marked on it; nothing where the file is none."""
    picture = page_of(desk, stamp, file, page, words)
    if picture is not None and page is not None:
        draw_picture(picture, page)


def draw_picture(picture: PagePicture, page: int) -> None:
    """A page as a picture, its boxes over it, and a way to see it larger."""
    st.html(_figure(picture, page))
    if st.button("See the page larger", icon=":material/zoom_in:", type="tertiary", key="larger"):
        _larger(picture, page)


@st.dialog("The page", width="large")
def _larger(picture: PagePicture, page: int) -> None:
    st.html(_figure(picture, page))


def download(original: Original, key: str) -> None:
    """A button that gives the reader the file itself, where it is still there."""
    path = original.path
    if path:
        st.download_button(
            "Download the file", path.read_bytes, path.name, key=key, on_click="ignore", icon=":material/download:"
        )


def source(catalogue: Catalogue, citation: Citation) -> str:
    """HTML of the paragraphs around a quotation, within its item and under its heading."""
    around = catalogue.neighbours(citation.paragraph, BEFORE, AFTER + citation.quote.count("\n"))
    first = next((n for n, paragraph in enumerate(around) if paragraph.id == citation.paragraph), None)
    if first is None:
        return _note(TOLD if citation.paragraph.rpartition("-")[0] in catalogue.closed else NO_LONGER)
    around, first = _of_the_item(around, first)
    texts, found = marked([paragraph.text for paragraph in around], citation.quote, first)
    last = max((n for n, text in enumerate(texts) if "<mark>" in text), default=first)
    drawn = [] if found else [_note(NO_LONGER)]
    if around[0].type != "heading" and around[0].heading:
        drawn.append(f'<p class="ma-heading">{safe(around[0].heading)}</p><p>…</p>')
    for n, (paragraph, text) in enumerate(zip(around, texts, strict=True)):
        drawn.append(_drawn(paragraph, text if first <= n <= last else _cut(paragraph.text, keep_end=n < first)))
    return "".join(drawn)


@st.cache_data(show_spinner=False, max_entries=64)
def page_of(_desk: Office, stamp: Stamp, file: str, page: int | None, words: str) -> PagePicture | None:  # noqa: ARG001
    """A page of a file as a picture, drawn once for each state of the catalogue; None where the file is no PDF."""
    return _desk.read(lambda bot: page_picture(bot.index.catalogue, file, page, words))


def _head(citation: Citation, count: int, place: shown.Place) -> str:
    """Which source it is, whose, and the ways to the others and back."""
    ways = [
        link("", place.source(citation.n + step), text, css="ma-step")
        for step, text in ((-1, "← Previous"), (1, "Next →"))
        if 1 <= citation.n + step <= count
    ]
    close = link(
        "", {asking.CONVERSATION: place.conversation}, "Close", css="ma-step ma-close", more=' data-ma-close="1"'
    )
    title = f'<p class="ma-title-of">{safe(citation.title)}</p>' if citation.title else ""
    return (
        f'<div class="ma-panel-head"><p class="ma-panel-bar"><span>Source {citation.n} of {count}</span>'
        f'<span class="ma-steps">{"".join(ways)}{close}</span></p>'
        f'<h3 id="{TITLE}" tabindex="-1">{safe(shown.where(citation))}</h3>'
        f'<p class="ma-details">{safe(shown.details(citation))}</p>{title}'
        f'<p class="ma-file">{safe(citation.file)}</p></div>'
    )


def _figure(picture: PagePicture, page: int) -> str:
    """The picture with its boxes. The words themselves stand above it, for whoever cannot see it."""
    coded = base64.b64encode(picture.jpeg).decode()
    boxes = "".join(
        f'<span class="ma-box" style="left:{box.left:.2%};top:{box.top:.2%};width:{box.width:.2%};height:{box.height:.2%}"></span>'
        for box in picture.boxes
    )
    told = f"Page {page} of {picture.pages}" + (", the words quoted marked" if picture.boxes else "")
    return (
        f'<figure class="ma-page"><div class="ma-sheet"><img src="data:image/jpeg;base64,{coded}" '
        f'alt="{told}. The words stand above as text." width="{picture.width}" height="{picture.height}">{boxes}</div>'
        f"<figcaption>{told}</figcaption></figure>"
    )


def _ways_on(citation: Citation, original: Original) -> str:
    """The whole paper, the council's own page of it, and a link to this very place."""
    here = {"paper": citation.paragraph.rpartition("-")[0], "at": citation.paragraph, "quote": citation.quote}
    ways = [link("papers", here, "Read the whole paper")]
    if original.url:
        ways.append(f'<a href="{safe(original.url)}" rel="noreferrer">Open it on the council’s site</a>')
    shared = safe(address("papers", here))
    ways.append(f'<button type="button" data-copy-link="{shared}">Copy link to this citation</button>')
    elsewhere = "".join(f"<li>{safe(', '.join(filter(None, [p.file, p.locator])))}</li>" for p in citation.places)
    also = f'<div class="ma-also">The same words stand in:<ul>{elsewhere}</ul></div>' if elsewhere else ""
    return f'{also}<p class="ma-tools">{"".join(ways)}</p>'


def _of_the_item(around: list[HeldParagraph], first: int) -> tuple[list[HeldParagraph], int]:
    """The paragraphs from the nearest heading before the quotation to the next after it, and its new place."""
    begin, end = first, first + 1
    while begin > 0 and around[begin].type != "heading":
        begin -= 1
    while end < len(around) and around[end].type != "heading":
        end += 1
    return around[begin:end], first - begin


def _drawn(paragraph: HeldParagraph, text: str) -> str:
    name = "ma-heading" if paragraph.type == "heading" else f"ma-{paragraph.type}"
    return f'<p class="{name}">{text}</p>'


def _cut(text: str, *, keep_end: bool) -> str:
    """A paragraph for HTML, shortened where it is long."""
    words = text.split()
    if len(words) <= MOST_WORDS:
        return safe(text)
    if keep_end:
        return f"… {safe(' '.join(words[-MOST_WORDS:]))}"
    return f"{safe(' '.join(words[:MOST_WORDS]))} …"


def _note(text: str) -> str:
    return f'<p class="ma-note">{safe(text)}</p>'
