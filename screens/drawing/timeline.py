"""The meetings held, year by year and month by month; and a topic over time, each bar leading to the minutes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

import streamlit as st

from corpus.dates import MONTHS
from index.meeting import MeetingHeld, meetings_held, papers_of_months
from index.topics import Mention, over_time
from index.types import Filter, HeldPaper
from screens.drawing import filters
from screens.drawing.gathering import OF, ON
from screens.drawing.held import many
from screens.drawing.links import address, link
from screens.drawing.markup import safe
from screens.drawing.office import Office, Stamp
from screens.drawing.reading import AT, PAPER
from screens.drawing.shown import KIND_OF_ONE, day

BODY, YEAR, TOPIC = "body", "year", "topic"
"""The parts of an address: a body, a year, and a topic to follow through time."""

ANY = "Any body"
MOST_BARS = 40
"""Bars for single meetings; where there are more, a bar is a year: narrower ones cannot be hit with a finger."""


TALLEST = 4.0
"""Height of the highest bar, in rem; its number stands over it."""


def draw(desk: Office, stamp: Stamp) -> None:
    """The calendar of meetings, or a topic over time where one is asked for."""
    st.html('<h1 class="ma-title">Meetings</h1>')
    there, query = filters.held(desk, stamp), st.query_params
    bodies = [ANY, *there["bodies"]]
    with st.form("meetings", border=False):
        left, right = st.columns(2)
        shown = bodies.index(query[BODY]) if query.get(BODY) in bodies else 0
        body = left.selectbox("Body", bodies, shown, format_func=lambda one: there["told"].get(one, one))
        topic = right.text_input("A topic over time", query.get(TOPIC, ""), placeholder="apprentices")
        if st.form_submit_button("Show"):
            wanted = {BODY: "" if body == ANY else body, TOPIC: topic.strip()}
            st.query_params.from_dict({name: value for name, value in wanted.items() if value})
            st.rerun()
    chosen, topic = query.get(BODY, ""), query.get(TOPIC, "").strip()
    st.html(_topic(desk, stamp, topic, chosen) if topic else _calendar(desk, stamp, chosen, query.get(YEAR, "")))


@st.cache_data(show_spinner=False, max_entries=32)
def _calendar(_desk: Office, stamp: Stamp, body: str, year: str) -> str:  # noqa: ARG001 - says when to draw it anew
    chosen = _filter(body)
    held = _desk.read(lambda bot: meetings_held(bot.index.catalogue, chosen))
    of_months = _desk.read(lambda bot: papers_of_months(bot.index.catalogue, chosen))
    drawn = sorted(
        [(one.date, one.body, _meeting(one)) for one in held]
        # Last in their month: the day is not known.
        + [(one.days.last, one.body or "", _of_month(one)) for one in of_months if one.days]
    )
    if not drawn:
        return '<p class="ma-note">No meeting with a date is held. Give the papers their dates on the screen of papers.</p>'
    years = Counter(when.year for when, _, _ in drawn)
    shown = int(year) if year.isdecimal() and int(year) in years else max(years)
    months = groupby((one for one in drawn if one[0].year == shown), key=lambda one: one[0].month)
    calendar = "".join(
        f'<section class="ma-month"><h3>{MONTHS[number - 1].capitalize()}</h3><ul>{"".join(text for *_, text in of)}</ul></section>'
        for number, of in months
    )
    return (
        f'<nav aria-label="Years"><ul class="ma-years ma-latest">{_years(years, shown, body)}</ul></nav>'
        f'<h2 class="ma-h2">{shown}: {many(years[shown], "meeting")}</h2><div class="ma-months">{calendar}</div>'
    )


def _years(years: Mapping[int, int], shown: int, body: str) -> str:
    """The years as bars, as high as there were meetings, each with its number."""
    most = max(years.values())
    rows = []
    for year in range(max(years), min(years) - 1, -1):  # the latest are seen first where there is little room
        count = years.get(year, 0)
        text = f"{_column(count, most)}<span>{year}</span>"
        now = ' aria-current="true"' if year == shown else ""
        inner = (
            link("meetings", {BODY: body, YEAR: str(year)}, text, label=f"{year}: {many(count, 'meeting')}", more=now)
            if count
            else f'<span class="ma-empty">{text}</span>'
        )
        rows.append(f"<li>{inner}</li>")
    return "".join(rows)


def _column(count: int, most: int) -> str:
    """A bar with its number over it; the link that it stands in says the same in words."""
    number = f'<span class="ma-count">{count or ""}</span>'
    none = "" if count else " ma-none"
    bar = f'<span class="ma-bar{none}" style="height:{count / most * TALLEST:.2f}rem"></span>'
    return f'<span class="ma-column" aria-hidden="true">{number}{bar}</span>'


def _meeting(one: MeetingHeld) -> str:
    kinds = ", ".join("other" if kind == "other" else KIND_OF_ONE.get(kind, kind) for kind in one.kinds)
    to = link(
        "meetings",
        {OF: one.body, ON: one.date.isoformat()},
        f"{one.date:%a} {one.date.day} · {safe(one.of)}",
        css="ma-where",
    )
    return f'<li>{to}<span class="ma-details">{safe(kinds)} · {many(one.papers, "paper")}</span></li>'


def _of_month(one: HeldPaper) -> str:
    """A paper whose meeting's day is not printed: it leads to the paper itself."""
    kind = KIND_OF_ONE.get(one.kind, one.kind)
    to = link("papers", {PAPER: one.id}, safe(one.body_in_full or ""), css="ma-where")
    return f'<li>{to}<span class="ma-details">{safe(kind)} · day not printed</span></li>'


@st.cache_data(show_spinner=False, max_entries=32)
def _topic(_desk: Office, stamp: Stamp, topic: str, body: str) -> str:  # noqa: ARG001 - says when to draw it anew
    found = _desk.read(lambda bot: over_time(bot.index.catalogue, topic, _filter(body)))
    back = f'<p class="ma-back">{link("meetings", {BODY: body}, "← All meetings")}</p>'
    title = f'<h2 class="ma-h2">“{safe(topic)}” over time</h2>'
    if not found:
        return (
            f'{back}{title}<p class="ma-note" role="status">No dated paper speaks of it: try fewer or other words.</p>'
        )
    passages = sum(one.passages for one in found)
    told = f'<p role="status">Spoken of at {many(len(found), "meeting")}, in {many(passages, "passage")}.</p>'
    return f"{back}{title}{told}{_bars(found)}{_table(found, topic)}"


def _bars(found: Sequence[Mention]) -> str:
    """A bar for each meeting, or for each year where there are many: the same is in the table below."""
    if len(found) > MOST_BARS:
        years = Counter(dict.fromkeys(range(found[0].days.first.year, found[-1].days.first.year + 1), 0))
        for one in found:
            years[one.days.first.year] += one.passages
        bars = [
            (f"#year-{year}", str(year), count, f"{year}: {many(count, 'passage')}", "")
            for year, count in years.items()
        ]
    else:
        bars = [
            (_to(one), f"{one.days.first:%b} {one.days.first.year}", one.passages, _said(one), ' data-ma="1"')
            for one in found
        ]
    most = max(count for _, _, count, _, _ in bars)
    drawn = "".join(
        f'<li><a{ours} href="{safe(href)}" aria-label="{safe(said)}" title="{safe(said)}">'
        f'{_column(count, most)}<span aria-hidden="true">{safe(name)}</span></a></li>'
        if count
        else f"<li><span>{_column(count, most)}<span>{safe(name)}</span></span></li>"
        for href, name, count, said, ours in bars
    )
    return f'<div class="ma-scroll"><ul class="ma-years" aria-label="Passages over time">{drawn}</ul></div>'


def _table(found: Sequence[Mention], topic: str) -> str:
    most = max(one.passages for one in found)
    rows = []
    for year, of in groupby(found, key=lambda one: one.days.first.year):
        for n, one in enumerate(of):
            anchor = f' id="year-{year}"' if n == 0 else ""
            to = link("papers", {PAPER: one.paper, AT: one.paragraph}, day(one.days), label=_said(one))
            bar = f'<span class="ma-across" style="width:{one.passages / most * 6:.1f}rem" aria-hidden="true"></span>'
            rows.append(
                f'<tr{anchor}><th scope="row">{to}</th><td>{safe(one.of)}</td><td class="ma-number">{bar}{one.passages}</td></tr>'
            )
    head = '<tr><th scope="col">Meeting</th><th scope="col">Body</th><th scope="col">Passages</th></tr>'
    caption = f'<caption class="ma-unseen">Meetings at which {safe(topic)} was spoken of</caption>'
    return f'<table class="ma-table ma-mentions">{caption}<thead>{head}</thead><tbody>{"".join(rows)}</tbody></table>'


def _to(one: Mention) -> str:
    return address("papers", {PAPER: one.paper, AT: one.paragraph})


def _said(one: Mention) -> str:
    return f"{day(one.days)}, {one.of}: {many(one.passages, 'passage')}"


def _filter(body: str) -> Filter:
    return Filter(bodies=frozenset([body])) if body else Filter()
