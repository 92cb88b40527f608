"""The screen where a reader asks: the conversation, its sources, and the filter."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from bot.answer import WrongQuestion
from bot.llm import WrongModel
from bot.types import Turn
from bot.verify import UnverifiedQuotation
from index.errors import EmptyIndex, IndexFault
from pages.drawing import filters, markup, shown
from pages.drawing.filters import Chosen
from pages.drawing.look import no_papers, trouble, wear
from pages.drawing.office import Office, Stamp, office
from pages.drawing.shown import ShownTurn
from pages.drawing.starters import starters

# What the session keeps, as plain values: the conversation, a question clicked, and the question of the link followed.
TURNS, PENDING, LINKED = "turns", "pending", "linked"

LOADING = "Loading the language model, which takes a while the first time …"
LOOKING = "Looking through the papers …"


def main() -> None:
    """Draw the screen."""
    wear()
    st.title("Matters Arising", anchor=False)
    try:
        _screen(office())
    except EmptyIndex as fault:
        no_papers(str(fault))
    except (IndexFault, WrongModel) as fault:
        trouble(str(fault))


def _screen(desk: Office) -> None:
    turns: list[ShownTurn] = st.session_state.setdefault(TURNS, [])
    stamp = desk.stamp()
    # Streamlit puts the box at the foot of the page, wherever it is called.
    question = _asked(st.chat_input("Ask the papers a question"))
    begun = bool(turns) or question is not None
    with st.sidebar:
        st.button("New conversation", on_click=_begin_anew, disabled=not begun, width="stretch")
        st.subheader("Search only in", anchor=False)
        chosen = filters.choose(filters.held(desk, stamp))
    # Both are always there, empty or not: what stood in them goes at once, and the turns below keep their places.
    bar, opening = st.empty(), st.empty()
    if only := filters.told(chosen):
        with bar.container():
            _filter_told(only)
    if not begun:
        with opening.container():
            _opening(desk, stamp, chosen)
    for n, turn in enumerate(turns):
        _draw_question(turn["question"])
        with _answering():
            st.html(shown.draw_turn(turn, n))
    if question is not None:
        _draw_question(question)
        with _answering():
            turns.append(_answer(desk, question, chosen, turns))
            st.html(shown.draw_turn(turns[-1], len(turns) - 1))


def _asked(typed: str | None) -> str | None:
    """The question to answer now: one typed, one clicked, or that of the link followed; None where there is none."""
    clicked = st.session_state.pop(PENDING, None)
    linked = st.query_params.get(shown.LINK)
    if typed is not None or clicked is not None:
        st.session_state[LINKED] = linked
        return typed if typed is not None else str(clicked)
    if linked is not None and linked != st.session_state.get(LINKED):
        st.session_state[LINKED] = linked
        return linked
    return None


def _answer(desk: Office, question: str, chosen: Chosen, turns: list[ShownTurn]) -> ShownTurn:
    """The turn of a question: the bot's answer, or the fault that stood in its way."""
    history = tuple(turn["question"] for turn in turns if turn["answer"])
    allowed = filters.filter_of(chosen)
    done = ShownTurn(question=question, answer=None, fault="", only=filters.told(chosen))
    try:
        with st.spinner(LOOKING if desk.is_warm else LOADING):
            done["answer"] = desk.read(lambda bot: shown.answered(bot, Turn(question, history), allowed))
    except (WrongQuestion, UnverifiedQuotation, IndexFault) as fault:
        done["fault"] = str(fault)
    return done


def _draw_question(question: str) -> None:
    with st.chat_message("user", avatar=":material/person:"):
        st.html(shown.draw_question(question))


def _answering() -> DeltaGenerator:
    return st.chat_message("assistant", avatar=":material/menu_book:")


def _opening(desk: Office, stamp: Stamp, chosen: Chosen) -> None:
    """What a reader sees first: what this is, and questions that the papers held should answer."""
    st.html(
        '<p class="ma-lead">Ask what was resolved, promised, reported or said. '
        "The answer comes in the papers’ own words, each with the place where it stands.</p>"
    )
    questions = _starters(desk, stamp, chosen)
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
    words, button = st.columns([4, 1], vertical_alignment="center")
    words.html(f'<p class="ma-only">Searching only: {markup.safe(only)}</p>')
    button.button("Search all", on_click=filters.clear, help="Take the filter off")


def _begin_anew() -> None:
    st.session_state[TURNS] = []
    st.query_params.pop(shown.LINK, None)


def _click(question: str) -> None:
    st.session_state[PENDING] = question


main()
