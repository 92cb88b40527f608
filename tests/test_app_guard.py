import pytest
import streamlit as st
from app_home import drawn, fill, screen, use

from screens.drawing import guard


@pytest.mark.parametrize(
    ("address", "loopback"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("192.0.2.7", False), (None, False)],  # noqa: S104
)
def test_only_this_machine_is_loopback(address, loopback):
    assert guard.is_loopback(address) is loopback


def test_a_server_that_others_can_reach_shows_nothing_and_stops(tmp_path, monkeypatch):
    fill(tmp_path / "home")
    use(monkeypatch, tmp_path / "home")
    stopped = []
    monkeypatch.setattr(guard, "_stop", stopped.append)
    monkeypatch.setattr(st, "get_option", lambda _: "0.0.0.0")  # noqa: S104
    at = screen()
    assert "listens at 0.0.0.0, where others can reach it" in drawn(at)
    assert not at.chat_input
    assert len(stopped) == 1
