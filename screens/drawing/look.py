"""The look of every screen, and what is shown where there is nothing to ask."""

from __future__ import annotations

import sys
from pathlib import Path

import streamlit as st

from index import settings
from index.errors import WrongSetting
from screens.drawing.links import link, listen
from screens.drawing.markup import safe
from screens.drawing.shown import draw_fault

_STYLE = Path(__file__).with_name("look.css")


def wear(here: str, focus: str = "") -> None:
    """Put the style on the screen `here`, follow its links, and say where the reader should now be (see `listen`)."""
    st.html(_STYLE)
    listen(here, focus)


def trouble(fault: str) -> None:
    """One clear message where the index or the settings do not serve, and a way on once it is mended."""
    st.html(draw_fault(fault))
    st.button("Try again")


def no_papers(fault: str) -> None:
    """How to add papers, where none are held."""
    st.html(
        '<div class="ma-declined"><p class="ma-declined-title">No papers are held yet</p>'
        f"<p>{link('papers', {}, 'Add papers on their screen')}, or add a folder of papers (PDF, Word, .odt, web pages or text) "
        "in a terminal, in the folder of this program:</p></div>"
    )
    add = f"{_python()} -m index add {{}}{_home()}"
    st.code(add.format("FOLDER"), language=None, wrap_lines=True)
    st.html("<p>Or begin with the sample papers of Orrendale, a council that does not exist:</p>")
    st.code(add.format("corpus/samples/papers"), language=None, wrap_lines=True)
    st.button("Look again", type="primary")
    st.html(f'<p class="ma-searched">{safe(fault.partition(":")[0].capitalize())}.</p>')


def _python() -> str:
    """The Python that runs this, as a terminal in this folder calls it: that of a virtual environment is not on the path."""
    try:
        return str(Path(sys.executable).relative_to(Path.cwd()))
    except ValueError:
        return "python"


def _home() -> str:
    """The option that names the home, where it is not the one that the command would take by itself."""
    try:
        home = settings.load().home
    except WrongSetting:
        return ""
    return "" if home == settings.Settings.model_fields["home"].default else f' --home "{home}"'
