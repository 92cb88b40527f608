"""Matters Arising in a browser: `streamlit run app.py`. Settings of the page and navigation alone; screens are in pages/."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages.drawing import guard

_PAGES = Path(__file__).parent / "pages"

st.set_page_config(page_title="Matters Arising", page_icon=_PAGES / "icon.png", layout="wide")
guard.refuse_strangers()
st.navigation(
    [
        st.Page(_PAGES / "ask.py", title="Ask", icon=":material/forum:", default=True),
        st.Page(_PAGES / "papers.py", title="Papers", icon=":material/folder_open:", url_path="papers"),
    ]
).run()
