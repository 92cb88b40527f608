"""Adding papers from a screen: files or a folder given in the browser, or a folder's path; and how far that has come."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from index.adding import Adding, FileState, Progress, State
from index.uploads import keep
from screens.drawing.adder import Adder, adder
from screens.drawing.markup import message, safe
from screens.drawing.office import Office

EVERY = 1.0
"""Seconds between two looks at how far it has come."""

TOLD: dict[str, str] = {
    "waiting": "waiting",
    "reading": "being read",
    "read": "read, not held yet",
    "added": "added",
    "changed": "added in place of its earlier self",
    "unchanged": "held already, unchanged",
    "refused": "refused",
    "passed over": "passed over",
    "used": "used: what it says of the papers goes before what they print",
}
"""What became of a file, as a reader would say it."""

STEPS: dict[State, int] = {"waiting": 0, "reading": 1, "read": 2}
LAST_STEP = 3
"""How far a file has come, of how many steps; whatever else became of it is the last."""

MOST_ROWS = 200
"""Files told one by one; of a great folder the refused ones come first."""

REMOVED = "removed"
"""Where the session keeps what was removed last: its file, and the path to add it from again, where it is still there."""


def draw(desk: Office | None) -> None:
    """The ways to add papers. Where none are held yet there is no desk."""
    adding = adder()
    with st.expander("Add papers", expanded=desk is None, icon=":material/note_add:"):
        files, folder, path_to = st.tabs(["Files", "A folder", "A folder by its path"])
        with files:
            _given(adding, "files", "PDF, Word, .odt, web pages, markdown or text", "Add the files", folder=False)
        with folder:
            st.caption(
                "Every paper in it and in the folders within; a papers.csv among them is read for their bodies, dates and "
                "titles. Copies are kept on this machine."
            )
            _given(adding, "given-folder", "A folder of papers", "Add this folder", folder=True)
        with path_to, st.form("folder", border=False):
            st.caption("On the machine that this program runs on. The papers stay where they lie.")
            path = st.text_input("Folder", placeholder="/home/clerk/papers")
            if st.form_submit_button("Add the folder") and path.strip():
                _start_folder(adding, Path(path.strip()).expanduser())
    _progress(adding)


def told() -> None:
    """That a paper was removed, and how to have it back."""
    removed = st.session_state.get(REMOVED)
    if not removed:
        return
    file, path, root = removed["file"], removed["path"], removed["root"]
    with st.container(key="removed", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="ma-only" role="status">Removed: {safe(file)}</p>', width="content")
        if path:
            st.button("Undo: add it again", on_click=_again, args=(path, root))
        else:
            st.html('<p class="ma-details">To have it back, add the file again.</p>', width="content")


def _given(adding: Adder, key: str, label: str, button: str, *, folder: bool) -> None:
    """The way to give files, or a whole folder, in the browser."""
    with st.form(key, clear_on_submit=True, border=False):
        given = st.file_uploader(
            label, accept_multiple_files="directory" if folder else True, help="They are kept on this machine."
        )
        if not st.form_submit_button(button, type="primary"):
            return
        if given:
            _start(adding, given)
        else:
            st.html(
                '<p class="ma-note" role="status">Nothing was chosen, or it is not here yet: choose it, and wait.</p>'
            )


def _start(adding: Adder, given: Sequence[UploadedFile]) -> None:
    """Keep what was given, and begin to add it."""
    kept = keep(adding.home, [(file.name, file.getvalue) for file in given])
    besides = [FileState(name, "passed over", reason) for name, reason in kept.passed]
    besides += [FileState(name, "used") for name in kept.tables]
    adding.start(kept.papers, adding.uploads, besides)


def _start_folder(adding: Adder, folder: Path) -> None:
    if folder.is_dir():
        adding.start([folder], None)
    else:
        told_of = f"there is no folder {folder}: write its whole path, from the root of the disk"
        st.html(f'<div class="ma-fault" role="alert">{message(told_of[0].upper() + told_of[1:])}</div>')


def _again(path: str, root: str) -> None:
    st.session_state.pop(REMOVED, None)
    adder().start([Path(path)], Path(root))


def _progress(adding: Adder) -> None:
    """How far the add has come, looked at again every second while it works; the rest of the page is left alone."""
    work = adding.latest
    if work is None:
        return
    if work.progress.done:
        _report(work, adding)
    else:
        st.fragment(_watch, run_every=EVERY)(work)


def _watch(work: Adding) -> None:
    progress = work.progress
    if progress.done:
        st.rerun()
    ready = len(progress.files) - progress.count("waiting", "reading")
    count = len(progress.files)
    st.progress(ready / count if count else 0.0, f"Adding papers: {ready} of {count} files" if count else "Beginning …")
    if count:
        st.html(_table(progress))
    st.caption("You can go on asking meanwhile.")


def _report(work: Adding, adding: Adder) -> None:
    progress = work.progress
    parts = [
        f"{progress.count('added')} added",
        f"{progress.count('changed')} changed",
        f"{progress.count('unchanged')} unchanged",
        f"{progress.count('refused')} refused",
    ]
    passed = progress.count("passed over")
    parts += [f"{passed} passed over"] if passed else []
    fault = f'<div class="ma-fault" role="alert">{message(progress.fault)}</div>' if progress.fault else ""
    with st.container(border=True, key="report"):
        st.html(
            f'<h2 class="ma-side" role="status">Papers added: {safe(", ".join(parts))}</h2>{fault}{_table(progress)}'
        )
        st.button("Close this report", on_click=adding.forget)


def _table(progress: Progress) -> str:
    order = {"refused": 0, "reading": 1, "passed over": 2, "added": 3, "changed": 4}
    rows = sorted(progress.files, key=lambda file: (order.get(file.state, 9), file.file))
    more = f"<p>… and {len(rows) - MOST_ROWS} more files.</p>" if len(rows) > MOST_ROWS else ""
    drawn = "".join(_row(file) for file in rows[:MOST_ROWS])
    head = '<thead><tr><th scope="col">File</th><th scope="col">What became of it</th></tr></thead>'
    return (
        f'<div class="ma-scroll" tabindex="0" role="region" aria-label="Files given"><table class="ma-table">{head}<tbody>{drawn}</tbody></table></div>{more}'
        if rows
        else ""
    )


def _row(file: FileState) -> str:
    reason = f": {message(file.reason)}" if file.reason else ""
    step = STEPS.get(file.state, LAST_STEP)
    bar = f'<progress class="ma-step-of" value="{step}" max="{LAST_STEP}" aria-hidden="true"></progress>'
    told = f"{bar if step < LAST_STEP else ''}{TOLD[file.state]}{reason}"
    return f'<tr class="ma-{file.state.replace(" ", "-")}"><td>{safe(file.file)}</td><td>{told}</td></tr>'
