"""The screen of the papers held: what there is, by body and meeting; adding more; and one paper to read, correct or remove."""

from __future__ import annotations

import streamlit as st

from index.errors import EmptyIndex, IndexFault
from screens.drawing import giving, held, reading
from screens.drawing.look import no_papers, trouble, wear
from screens.drawing.office import office


def main() -> None:
    """Draw the screen: one paper where the address names one, else all."""
    wear("papers", reading.focus())
    wanted = st.query_params.get(reading.PAPER)
    if wanted is None:
        st.html('<h1 class="ma-title">Papers held</h1>')
        giving.told()
    try:
        desk = office()
        if wanted is None:
            held.draw(desk, desk.stamp())
        else:
            reading.draw(desk, desk.stamp(), wanted)
    except EmptyIndex as fault:
        no_papers(str(fault))
        giving.draw(None)
    except IndexFault as fault:
        trouble(str(fault))


main()
