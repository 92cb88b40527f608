"""Who may see what: until readers can sign in, this copy is for whoever sits at the machine, and listens nowhere else."""

from __future__ import annotations

import ipaddress
import logging
import os
import signal
import threading

import streamlit as st

from screens.drawing.markup import safe

_log = logging.getLogger(__name__)

REFUSED = (
    "This server listens at {}, where others can reach it, and nobody has to sign in: it shows nothing and stops. "
    "Start it with --server.address 127.0.0.1 (the default of this project), on the machine where it is read."
)
STOP_AFTER = 3.0
"""Seconds: the page with the reason reaches its reader first."""


def is_loopback(address: str | None) -> bool:
    """Whether a server at this address is reached from its own machine alone; without an address it listens everywhere."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address or "").is_loopback
    except ValueError:
        return False


def refuse_strangers() -> None:
    """Show the reason and stop the server where it listens elsewhere than on this machine."""
    address = st.get_option("server.address")
    if is_loopback(address):
        return
    told = REFUSED.format(address or "every address of this machine")
    st.html(f'<div role="alert"><h1>Not open to others</h1><p>{safe(told)}</p></div>')
    _stop(told)
    st.stop()


@st.cache_resource(show_spinner=False)
def _stop(told: str) -> None:
    """End the server a little later, once."""
    _log.error(told)
    timer = threading.Timer(STOP_AFTER, os.kill, (os.getpid(), signal.SIGTERM))
    timer.daemon = True
    timer.start()
