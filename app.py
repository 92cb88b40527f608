"""Matters Arising in a browser: `streamlit run app.py`. Settings of the page and navigation alone; the screens are in screens/."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from screens.drawing import guard

_SCREENS = Path(__file__).parent / "screens"

st.set_page_config(page_title="Matters Arising", page_icon=_SCREENS / "icon.png", layout="wide")
guard.refuse_strangers()
st.navigation(
    [
        st.Page(_SCREENS / "ask.py", title="Ask", icon=":material/forum:", default=True),
        st.Page(_SCREENS / "papers.py", title="Papers", icon=":material/folder_open:", url_path="papers"),
        st.Page(_SCREENS / "meetings.py", title="Meetings", icon=":material/calendar_month:", url_path="meetings"),
        st.Page(_SCREENS / "people.py", title="People and words", icon=":material/groups:", url_path="people"),
    ]
).run()
