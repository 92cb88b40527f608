"""Old Word files and rich text, which LibreOffice, where it is installed, makes into Word files of today.

A citation's place is counted in the text of the Word file made. It is made anew each time that the paper is added, and nothing of
it is kept.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from corpus.errors import UnreadablePaper
from corpus.readers.docx import read_docx
from corpus.readers.sniff import kind_of

if TYPE_CHECKING:
    from corpus.readers.lines import Reading

_NAMES = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
"""Where LibreOffice lies on machines that do not have it among their commands."""
_FILTERS = {"old Word": "MS Word 97", "rich text": "Rich Text Format"}
"""What LibreOffice is to read a kind of bytes as. Left to itself it takes what is damaged for text."""
_SECONDS = 120.0  # for one paper: papers of up to 84 paragraphs took 3.4 s on two cores, most of it LibreOffice's start
_SAVE = "save it as .docx from a word processor"
_SETTING = (
    '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'.format
)
_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + _SETTING("Office.Common/Security/Scripting", "DisableMacrosExecution", "true")
    + _SETTING("Office.Common/Security/Scripting", "MacroSecurityLevel", "3")
    + _SETTING("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true")
    + _SETTING("Office.Writer/Content/Update", "Link", "0")  # never
    + "</oor:items>"
)
"""The paper is a stranger's: its macros are not run, and what it links to is not fetched."""


def read_converted(data: bytes, file: str) -> Reading:
    """Read an old Word file or rich text, a line a paragraph or table row.

    Raises:
        UnreadablePaper: LibreOffice is not installed, or cannot read the file: it is damaged or wants a password.
    """
    program = _program()
    if program is None:
        raise UnreadablePaper(file, f"reading .doc and .rtf wants LibreOffice: install it, or {_SAVE}")
    with TemporaryDirectory(prefix="matters-") as folder:
        made = _converted(program, data, Path(folder), file)
    return read_docx(made, file)


def _program() -> str | None:
    """The command that starts LibreOffice, or None where it is not installed."""
    found = (shutil.which(name) for name in (*_NAMES, *_USUAL_PLACES))
    return next((path for path in found if path), None)


def _converted(program: str, data: bytes, folder: Path, file: str) -> bytes:
    """The bytes of the Word file that LibreOffice makes of a paper, working in a folder of its own.

    Raises:
        UnreadablePaper: It makes none, or takes too long.
    """
    paper, profile = folder / "paper", folder / "profile"
    paper.write_bytes(data)
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, encoding="utf-8")
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", f"--infilter={_FILTERS[kind_of(data)]}"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(paper)),
    ]
    try:
        told = _run(command)
    except OSError as error:
        raise UnreadablePaper(file, f"LibreOffice cannot be started ({error.strerror}); {_SAVE}") from error
    except subprocess.TimeoutExpired as error:
        raise UnreadablePaper(file, f"LibreOffice was not done with it in {_SECONDS:.0f} s; {_SAVE}") from error
    try:
        return paper.with_suffix(".docx").read_bytes()
    except FileNotFoundError as error:
        why = f" ({told})" if told else ""
        raise UnreadablePaper(
            file, f"LibreOffice cannot read it: it is damaged or wants a password{why}; {_SAVE}"
        ) from error


def _run(command: list[str]) -> str:
    """Run LibreOffice to its end, and return the last line of what it complains of.

    Raises:
        OSError: It cannot be started.
        subprocess.TimeoutExpired: It took too long; it is ended, with the programs that it has started itself.
    """
    with subprocess.Popen(  # noqa: S603  (the program that the machine calls LibreOffice)
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        try:
            complaint = process.communicate(timeout=_SECONDS)[1].decode(errors="replace")
        except subprocess.TimeoutExpired:
            _end(process)
            raise
    return next(iter(complaint.strip().splitlines()[-1:]), "")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and what it started."""
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
