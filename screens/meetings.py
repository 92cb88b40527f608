"""The screen of meetings: when which were held, a topic over time, and one meeting's page."""

from __future__ import annotations

from datetime import date

import streamlit as st

from index.errors import EmptyIndex, IndexFault
from screens.drawing import gathering, timeline
from screens.drawing.look import no_papers, trouble, wear
from screens.drawing.office import office


def main() -> None:
    """Draw the screen: one meeting where the address names one, else all."""
    body, on = st.query_params.get(gathering.OF), _day(st.query_params.get(gathering.ON))
    wear("meetings", f"meeting-title {body} {on}" if body and on else "")
    try:
        desk = office()
        if body and on:
            gathering.draw(desk, desk.stamp(), body, on)
        else:
            timeline.draw(desk, desk.stamp())
    except EmptyIndex as fault:
        st.html('<h1 class="ma-title">Meetings</h1>')
        no_papers(str(fault))
    except IndexFault as fault:
        st.html('<h1 class="ma-title">Meetings</h1>')
        trouble(str(fault))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


main()
