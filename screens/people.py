"""The screen for a new officer's first week: who is who, what the abbreviations mean, and which bodies there are."""

from __future__ import annotations

from typing import TypedDict

import streamlit as st

from bot.pipeline import Bot
from index.errors import EmptyIndex, IndexFault
from index.glossary import entries
from index.holdings import BodyHeld, bodies_held
from index.people import Person, people
from screens.drawing.gathering import OF, ON
from screens.drawing.held import many
from screens.drawing.links import link
from screens.drawing.look import no_papers, trouble, wear
from screens.drawing.markup import safe
from screens.drawing.office import Office, Stamp, office
from screens.drawing.reading import AT, PAPER
from screens.drawing.shown import day

MOST_PEOPLE = 300
"""Rows shown at once: a county's papers name thousands, and the box above finds the others."""

MOST_OFFICES = 3
MOST_MEETINGS = 60


class Row(TypedDict):
    """A row of a table: what it may be found by, and its HTML."""

    words: str
    drawn: str


def main() -> None:
    """Draw the screen."""
    wear("people")
    st.html('<h1 class="ma-title">People and words</h1>')
    try:
        _screen(office())
    except EmptyIndex as fault:
        no_papers(str(fault))
    except IndexFault as fault:
        trouble(str(fault))


def _screen(desk: Office) -> None:
    rows = _rows(desk, desk.stamp())
    wanted = st.text_input("Find a person, an abbreviation or a body", st.query_params.get("find", ""))
    words = wanted.casefold().split()
    found = {kind: [row for row in of if all(word in row["words"] for word in words)] for kind, of in rows.items()}
    tabs = st.tabs([f"{kind} ({len(of)})" for kind, of in found.items()])
    for tab, (kind, of) in zip(tabs, found.items(), strict=True):
        with tab:
            st.html(_table(kind, of))


HEADS = {
    "People": ("Name", "As what", "Where"),
    "Abbreviations": ("Letters", "What they stand for", "First used"),
    "Bodies": ("Body", "Also called", "Papers held"),
}
NOTES = {
    "People": "Mined from lists of attendance and from who took the chair: a name may be missing, or be given twice where it is printed in two ways.",
    "Abbreviations": "As the papers themselves expand them, in brackets behind the words.",
    "Bodies": "Whose papers are held, with the names and letters that the papers call them by.",
}


def _table(kind: str, rows: list[Row]) -> str:
    if not rows:
        return '<p class="ma-note" role="status">Nothing of that name: try fewer letters.</p>'
    head = "".join(f'<th scope="col">{title}</th>' for title in HEADS[kind])
    body = "".join(row["drawn"] for row in rows[:MOST_PEOPLE])
    more = f"<p>… and {len(rows) - MOST_PEOPLE} more: find them by name.</p>" if len(rows) > MOST_PEOPLE else ""
    return (
        f'<p class="ma-searched">{NOTES[kind]}</p><table class="ma-table ma-people">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"
    )


@st.cache_data(show_spinner="Reading the papers for names and words …", max_entries=2)
def _rows(_desk: Office, stamp: Stamp) -> dict[str, list[Row]]:  # noqa: ARG001 - says when to mine anew
    return _desk.read(_mined)


def _mined(bot: Bot) -> dict[str, list[Row]]:
    catalogue = bot.index.catalogue
    everybody = people(catalogue)
    names = {person.name.casefold() for person in everybody}
    glossary = []
    for entry in entries(catalogue):
        if entry.words.casefold() in names:  # the initials that minutes call somebody by
            continue
        paper = catalogue.paper(entry.paper)
        told = f"{paper.body_in_full or paper.title}, {day(paper.days)}" if paper else ""
        to = link("papers", {PAPER: entry.paper, AT: entry.paragraph}, safe(told))
        drawn = f'<tr><th scope="row">{safe(entry.letters)}</th><td>{safe(entry.words)}</td><td>{to}</td></tr>'
        glossary.append(Row(words=f"{entry.letters} {entry.words}".casefold(), drawn=drawn))
    used = catalogue.frequencies([name for body in bodies_held(catalogue) for name in body.also])
    return {
        "People": [_person(person) for person in everybody],
        "Abbreviations": glossary,
        "Bodies": [_body(body, [name for name in body.also if used.get(name)]) for body in bodies_held(catalogue)],
    }


def _person(person: Person) -> Row:
    offices = "; ".join(person.offices[:MOST_OFFICES])
    days = [one.date for one in person.appearances if one.date]
    span = (
        f", {days[0].year} to {days[-1].year}"
        if days and days[0].year != days[-1].year
        else f", {days[0].year}"
        if days
        else ""
    )
    told = f"{', '.join(body for body in person.bodies[:2] if body)}: {many(len(person.appearances), 'meeting')}{span}"
    rows = "".join(
        f"<li>{link('papers', {PAPER: one.paper, AT: one.paragraph}, safe(day(one.date)))}"
        f"{f' ({safe(one.office)})' if one.office else ''}</li>"
        for one in person.appearances[-MOST_MEETINGS:]
    )
    where = f"<details><summary>{safe(told)}</summary><ul>{rows}</ul></details>"
    drawn = f'<tr><th scope="row">{safe(person.name)}</th><td>{safe(offices)}</td><td>{where}</td></tr>'
    return Row(words=f"{person.name} {offices} {' '.join(person.bodies)}".casefold(), drawn=drawn)


def _body(body: BodyHeld, also: list[str]) -> Row:
    told = f"{many(body.papers, 'paper')}, {many(body.meetings, 'meeting')}{_span(body)}"
    to = link("meetings", {"body": body.name}, safe(told))
    last = body.last.day if body.last else None
    latest = link("meetings", {OF: body.name, ON: last.isoformat()}, f"latest: {day(last)}") if last else ""
    drawn = (
        f'<tr><th scope="row">{safe(body.name)}</th><td>{safe(", ".join(also))}</td>'
        f"<td>{to}{f'<br>{latest}' if latest else ''}</td></tr>"
    )
    return Row(words=f"{body.name} {' '.join(also)}".casefold(), drawn=drawn)


def _span(body: BodyHeld) -> str:
    if not (body.first and body.last):
        return ""
    first, last = f"{body.first.first:%B %Y}", f"{body.last.last:%B %Y}"
    return f", {first}" if first == last else f", {first} to {last}"


main()
