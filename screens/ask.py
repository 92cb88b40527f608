"""The screen where a reader asks: the conversation, the source that is open beside it, and the filter."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from bot.events import Answered
from bot.events import told as told_of
from bot.grounding.verify import UnverifiedQuotation
from bot.llm import WrongModel
from bot.pipeline import WrongQuestion
from bot.query.starters import starters
from bot.sessions.conversations import Conversations, Opinion, Told, answered
from bot.types import Turn
from index.errors import EmptyIndex, IndexFault
from screens.drawing import asking, filters, going_on, kept, markup, shown, source
from screens.drawing.asking import Asked
from screens.drawing.filters import Chosen
from screens.drawing.links import scroll_to
from screens.drawing.look import no_papers, trouble, wear
from screens.drawing.office import Office, Stamp, office
from screens.drawing.shown import Place

# What the session keeps, as plain values: the conversation shown, a question clicked, and the source that was open.
CONVERSATION, CLICKED, OPENED = "conversation", "clicked", "opened"

LOADING = "Loading the language model, which takes a while the first time …"
LOOKING = "Looking through the papers …"
GONE = "This conversation is no longer kept: ask anew."


@dataclass(frozen=True, slots=True)
class View:
    """What a drawing of the screen is of: the papers as they stand, a conversation, the reader's filter, and its foot."""

    desk: Office
    stamp: Stamp
    conversations: Conversations
    current: str
    chosen: Chosen
    foot: DeltaGenerator


def main() -> None:
    """Draw the screen."""
    wear("", _focus())
    try:
        _screen(office())
    except EmptyIndex as fault:
        st.html('<h1 class="ma-title">Ask the papers</h1>')
        no_papers(str(fault))
    except (IndexFault, WrongModel) as fault:
        st.html('<h1 class="ma-title">Ask the papers</h1>')
        trouble(str(fault))


def _screen(desk: Office) -> None:
    stamp = desk.stamp()
    conversations = Conversations(desk.home, desk.is_kept_back)
    link = asking.linked()
    if link:
        filters.follow(link.allowed)
    # In a container of its own the box does not make Streamlit scroll to the foot of the page at every change.
    body, foot = st.container(key="conversation"), st.container(key="foot")
    typed = foot.chat_input("Ask the papers a question")
    current, gone = _current(conversations, linked=link is not None)
    with st.sidebar:
        st.button("New conversation", on_click=_begin_anew, width="stretch", icon=":material/add:")
        listed = st.container()
        st.html('<h2 class="ma-side">Search only in</h2>')
        chosen = filters.choose(filters.held(desk, stamp))
    asked = _asked(typed, link, chosen)
    if asked:
        current = current or conversations.begin(asked.question)
        _remember(current)
    with body:
        _conversation(View(desk, stamp, conversations, current, chosen, foot), asked, gone=gone)
    with listed:
        kept.listed(conversations, current)


def _conversation(view: View, asked: Asked | None, *, gone: bool) -> None:
    """What was asked and answered, and the question asked now."""
    conversations, current = view.conversations, view.current
    turns = conversations.turns(current) if current else []
    _top(conversations, current, turns[0].question if turns else asked.question if asked else "", gone=gone)
    # Both are always there, empty or not: what stood in them goes at once, and the turns below keep their places.
    bar, opening = st.empty(), st.empty()
    if only := filters.told(view.chosen):
        with bar.container():
            _filter_told(only)
    if not turns and not asked:
        with opening.container():
            _opening(view)
    opinions = conversations.opinions(current) if turns else {}
    for n, told in enumerate(turns):
        _draw(view, told, _place(current, n), opinions.get(n))
    if asked:
        turns.append(_ask(view, asked, turns))
    if turns:
        going_on.draw(view.desk, view.stamp, turns, _click)


def _current(conversations: Conversations, *, linked: bool) -> tuple[str, bool]:
    """The conversation to show: the address's, or the one that was left for another screen; and whether it has gone."""
    wanted = st.query_params.get(asking.CONVERSATION, "")
    if not wanted and not linked:
        wanted = st.session_state.get(CONVERSATION, "")
    gone = bool(wanted) and conversations.name(wanted) is None
    if gone:
        wanted = ""
    if not linked:
        _remember(wanted)
    return wanted, gone


def _remember(conversation: str) -> None:
    """Name the conversation in the address, so that it opens again, and in the session, for the way back to this screen."""
    st.session_state[CONVERSATION] = conversation
    query = {name: st.query_params[name] for name in (asking.SOURCE,) if conversation and name in st.query_params}
    wanted = {asking.CONVERSATION: conversation, **query} if conversation else {}
    if st.query_params.to_dict() != wanted or len(st.query_params) != len(wanted):
        st.query_params.from_dict(wanted)


def _asked(typed: str | None, link: Asked | None, chosen: Chosen) -> Asked | None:
    """The question to answer now: one typed, one clicked, or that of the link followed; None where there is none."""
    clicked = st.session_state.pop(CLICKED, None)
    if typed is not None or clicked is not None:
        return Asked(typed if typed is not None else str(clicked), filters.filter_of(chosen))
    return link


def _ask(view: View, asked: Asked, turns: list[Told]) -> Told:
    """Answer a question, show it as it comes and keep it."""
    place = _place(view.current, len(turns))
    st.html(shown.draw_question(asked.question, place))
    # The answer takes the place of what was told on the way to it.
    coming = st.empty()
    if place.turn:
        with view.foot:
            scroll_to(f"turn-{place.turn + 1} {view.current}")
    told = _answer(view.desk, asked, turns, coming)
    coming.html(shown.draw_turn(told, place))
    view.conversations.add(view.current, told)
    kept.opinion(view.conversations, view.current, place.turn, told, None)
    return told


def _answer(desk: Office, asked: Asked, turns: list[Told], coming: DeltaGenerator) -> Told:
    """The turn of a question: the bot's answer, or the fault that stood in its way. What comes first is told in `coming`."""
    done = Told(asked.question, allowed=asked.allowed, without=asked.without)
    turn = Turn(asked.question, answered(turns), asked.without)
    stage = LOOKING if desk.is_warm else LOADING
    coming.html(shown.draw_coming(stage))
    try:
        for event in desk.tell(lambda bot: bot.events(turn, asked.allowed)):
            if isinstance(event, Answered):
                return replace(done, answer=event.answer)
            stage = told_of(event) or stage
            coming.html(shown.draw_coming(stage))
    except (WrongQuestion, UnverifiedQuotation, IndexFault) as fault:
        return replace(done, fault=str(fault))
    return done


def _draw(view: View, told: Told, place: Place, held: Opinion | None) -> None:
    """A turn; where one of its sources is open, the source beside it (on a telephone: below)."""
    st.html(shown.draw_question(told.question, place))
    if place.opened is None or told.answer is None:
        st.html(shown.draw_turn(told, place))
        kept.opinion(view.conversations, place.conversation, place.turn, told, held)
        return
    with st.container(key="beside"):
        left, right = st.columns([1, 1], gap="medium")
    with left:
        st.html(shown.draw_turn(told, place))
        kept.opinion(view.conversations, place.conversation, place.turn, told, held)
    with right, st.container(key="panel"):
        source.draw_panel(view.desk, view.stamp, told.answer.citations, place.opened, place)


def _place(conversation: str, n: int) -> Place:
    opened = asking.opened()
    return Place(conversation, n, opened[1] if opened and opened[0] == n else None)


def _focus() -> str:
    """Where the reader should now be: at the source that has opened, or back at the mark of the one that was closed."""
    now = st.query_params.get(asking.SOURCE, "")
    before = st.session_state.get(OPENED, "")
    st.session_state[OPENED] = now or before
    if now:
        return f"{source.TITLE} {now}"
    return f"mark-{before.replace('.', '-')}" if before else ""


def _top(conversations: Conversations, current: str, first: str, *, gone: bool) -> None:
    """The heading: what the conversation is called, with what can be done with it. `first` is its first question."""
    if current:
        kept.heading(conversations, current, first, on_delete=_begin_anew)
        return
    st.html('<h1 class="ma-title">Ask the papers</h1>')
    if gone:
        st.html(f'<p class="ma-note">{GONE}</p>')


def _opening(view: View) -> None:
    """What a reader sees first: what this is, and questions that the papers held should answer."""
    st.html(
        '<p class="ma-lead">Ask what was resolved, promised, reported or said. '
        "The answer comes in the papers’ own words, each with the place where it stands.</p>"
    )
    questions = _starters(view.desk, view.stamp, view.chosen)
    if questions:
        st.html("<p>For example:</p>")
    with st.container(key="starters", gap="xsmall"):
        for question in questions:
            st.button(markup.label(question), key=f"starter {question}", on_click=_click, args=(question,))


@st.cache_data(show_spinner=False, max_entries=32)
def _starters(_desk: Office, stamp: Stamp, chosen: Chosen) -> list[str]:  # noqa: ARG001 - see `held`
    return _desk.read(lambda bot: starters(bot.index.catalogue, filters.filter_of(chosen)))


def _filter_told(only: str) -> None:
    """The filter that is on, where it is seen with the sidebar closed."""
    with st.container(horizontal=True, vertical_alignment="center", key="only"):
        st.html(f'<p class="ma-only">Searching only: {markup.safe(only)}</p>', width="content")
        st.button("Search all", on_click=filters.clear, help="Take the filter off")


def _begin_anew() -> None:
    st.session_state[CONVERSATION] = ""
    st.session_state[OPENED] = ""
    st.query_params.clear()


def _click(question: str) -> None:
    st.session_state[CLICKED] = question


main()
