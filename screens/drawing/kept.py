"""What is kept of conversations: the list of them, what each is called, and what the reader thought of an answer."""

from __future__ import annotations

import re
from collections.abc import Callable

import streamlit as st

from bot.rendering.export import Exchange, to_markdown
from bot.rendering.export_word import to_word
from bot.sessions.conversations import Conversations, Opinion, Told
from screens.drawing import asking, markup
from screens.drawing.links import link

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

SHOWN = 8
"""Conversations listed at once; the others are a click away."""


def listed(conversations: Conversations, current: str) -> None:
    """The conversations kept, the latest first, each a link."""
    every = conversations.every()
    if not every:
        return
    rows = [
        link(
            "",
            {asking.CONVERSATION: one.id},
            markup.safe(one.name),
            css="ma-kept",
            more=' aria-current="page"' if one.id == current else "",
        )
        for one in every
    ]
    first, more = ("".join(f"<li>{row}</li>" for row in part) for part in (rows[:SHOWN], rows[SHOWN:]))
    older = f"<details><summary>{len(rows) - SHOWN} earlier</summary><ul>{more}</ul></details>" if more else ""
    st.html(f'<h2 class="ma-side">Conversations</h2><nav aria-label="Conversations"><ul>{first}</ul>{older}</nav>')


def heading(conversations: Conversations, current: str, first: str, on_delete: Callable[[], None]) -> None:
    """What a conversation is called, with what can be done with the whole of it.

    Where it is called by its `first` question, which stands right below, the name is there for screen readers alone.
    """
    name = conversations.name(current) or ""
    unseen = " ma-unseen" if conversations.named_by(first) == name else ""
    with st.container(horizontal=True, vertical_alignment="center", key="top"):
        st.html(f'<h1 class="ma-title{unseen}">{markup.safe(name)}</h1>')
        with st.popover("Conversation", icon=":material/more_horiz:"):
            with st.form(f"rename {current}", border=False):
                wanted = st.text_input("Name of this conversation", name)
                if st.form_submit_button("Rename") and wanted.strip() != name:
                    conversations.rename(current, wanted)
                    st.rerun()
            _exports(conversations, current, name)
            st.button(
                "Delete this conversation",
                icon=":material/delete:",
                on_click=_delete,
                args=(conversations, current, on_delete),
                help="It goes at once, with what you thought of its answers. The papers stay.",
            )


def _exports(conversations: Conversations, current: str, name: str) -> None:
    """The conversation as a briefing note: made when it is asked for, as it is then."""

    def done() -> list[Exchange]:
        return [Exchange(told.question, told.answer) for told in conversations.turns(current) if told.answer]

    file = re.sub(r"[^\w -]+", "", name).strip()[:60] or "conversation"
    for title, ending, mime, make in (
        ("Save as Word", "docx", _WORD, lambda: to_word(done())),
        ("Save as Markdown", "md", "text/markdown", lambda: to_markdown(done())),
    ):
        st.download_button(
            title,
            make,
            f"{file}.{ending}",
            mime,
            key=f"{ending} {current}",
            on_click="ignore",
            icon=":material/download:",
        )


def opinion(conversations: Conversations, current: str, n: int, told: Told, held: Opinion | None) -> None:
    """Thumbs for an answer, and a comment on it; both stay on this machine. `held` is what was thought of it before."""
    if told.answer is None:
        return
    key = f"opinion {current} {n}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"judged{n}", gap="small"):
        st.feedback(
            "thumbs",
            key=key,
            default=int(held.good) if held else None,
            on_change=_judge,
            args=(conversations, current, n, key),
        )
        if held:
            with st.popover("Comment" if not held.comment else "Your comment", type="tertiary"):
                st.caption("Kept on this machine, for whoever looks after it.")
                comment = st.text_area("What was right or wrong with it?", held.comment, key=f"{key} comment")
                if st.button("Keep the comment", key=f"{key} keep"):
                    conversations.judge(current, n, Opinion(held.good, comment.strip()))
                    st.rerun()


def _judge(conversations: Conversations, current: str, n: int, key: str) -> None:
    thumb = st.session_state[key]
    before = conversations.opinions(current).get(n)
    comment = before.comment if before else ""
    conversations.judge(current, n, None if thumb is None else Opinion(bool(thumb), comment))


def _delete(conversations: Conversations, current: str, then: Callable[[], None]) -> None:
    conversations.delete(current)
    then()
