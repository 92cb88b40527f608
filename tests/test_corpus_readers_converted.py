"""Old Word files and rich text: how LibreOffice is asked to read them, and what is said where it cannot."""

import json
import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from corpus.errors import UnreadablePaper
from corpus.readers import converted, read

RICH = b"{\\rtf1\\ansi Netherby Parish Council\\par {\\b Resolved:} to cut the hedge.{\\v out of sight}\\par}"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
MADE = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>Resolved: to cut the hedge.</w:t></w:r></w:p></w:body></w:document>"
)
CONVERTS = f"""
import json, pathlib, sys, zipfile
told = dict(zip(sys.argv, [*sys.argv[1:], ""]))
profile = next(word for word in sys.argv if "UserInstallation" in word).partition("file://")[2]
settings = pathlib.Path(profile, "user", "registrymodifications.xcu").read_text()
pathlib.Path(HERE, "told.json").write_text(json.dumps([sys.argv[1:], settings]))
with zipfile.ZipFile(pathlib.Path(told["--outdir"], "paper.docx"), "w") as made:
    made.writestr("word/document.xml", {MADE!r})
"""
REFUSES = "import sys; sys.exit('warning\\nsource file could not be loaded')"
HANGS = """
import os, pathlib, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
pathlib.Path(HERE, "child").write_text(str(child.pid))
time.sleep(60)
"""

with_libreoffice = pytest.mark.skipif(
    not any(map(shutil.which, converted._NAMES)), reason="LibreOffice is not installed here"
)


@pytest.fixture
def libreoffice(tmp_path, monkeypatch):
    """Puts a program of this source in the place of LibreOffice; None leaves the place empty."""

    def put(source, interpreter=sys.executable):
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setattr(converted, "_USUAL_PLACES", ())
        if source is not None:
            program = tmp_path / "soffice"
            program.write_text(f"#!{interpreter}\nHERE = {str(tmp_path)!r}\n{source}")
            program.chmod(0o700)
        return tmp_path

    return put


def paper(folder, name="minutes.doc", data=OLD):
    path = folder / name
    path.write_bytes(data)
    return path


def told(folder):
    return json.loads((folder / "told.json").read_text())


def test_an_old_word_file_is_read_as_the_word_file_made_of_it(libreoffice):
    source = read(paper(libreoffice(CONVERTS)))
    assert [(line.text, source.text[line.start : line.end]) for line in source.lines] == [
        ("Resolved: to cut the hedge.", "Resolved: to cut the hedge.")
    ]


@pytest.mark.parametrize(("data", "as_what"), [(OLD, "MS Word 97"), (RICH, "Rich Text Format")])
def test_libreoffice_is_told_what_the_bytes_are_whatever_the_suffix(libreoffice, data, as_what):
    folder = libreoffice(CONVERTS)
    read(paper(folder, data=data))
    assert f"--infilter={as_what}" in told(folder)[0]


def test_libreoffice_shows_no_window_and_has_a_profile_of_its_own(libreoffice):
    folder = libreoffice(CONVERTS)
    read(paper(folder))
    read(paper(folder, "other.doc"))
    command = told(folder)[0]
    profile = next(word for word in command if word.startswith("-env:UserInstallation=file:///"))
    assert "--headless" in command
    assert Path(profile.partition("file://")[2]).parent == Path(command[-1]).parent


def test_a_strangers_macros_are_not_run_and_its_links_not_followed(libreoffice):
    folder = libreoffice(CONVERTS)
    read(paper(folder))
    settings = told(folder)[1]
    for name, value in (("DisableMacrosExecution", "true"), ("BlockUntrustedRefererLinks", "true"), ("Link", "0")):
        assert f'oor:name="{name}" oor:op="fuse"><value>{value}<' in settings


def test_nothing_of_a_conversion_is_left(libreoffice):
    folder = libreoffice(CONVERTS)
    read(paper(folder))
    assert not Path(told(folder)[0][-1]).parent.exists()


def test_without_libreoffice_it_is_said_what_to_install_or_to_save(libreoffice):
    with pytest.raises(UnreadablePaper, match=r"wants LibreOffice: install it, or save it as \.docx"):
        read(paper(libreoffice(None)))


def test_a_file_that_libreoffice_cannot_read_is_refused_with_what_it_says(libreoffice):
    with pytest.raises(UnreadablePaper, match=r"damaged or wants a password \(source file could not be loaded\)"):
        read(paper(libreoffice(REFUSES)))


def test_a_program_that_cannot_be_started_is_told(libreoffice):
    with pytest.raises(UnreadablePaper, match="cannot be started"):
        read(paper(libreoffice(CONVERTS, interpreter="/nowhere/python")))


@pytest.mark.skipif(os.name != "posix", reason="programs are ended by group where there are groups")
def test_a_conversion_that_takes_too_long_is_ended_with_what_it_started(libreoffice, monkeypatch):
    monkeypatch.setattr(converted, "_SECONDS", 1.0)
    folder = libreoffice(HANGS)
    with pytest.raises(UnreadablePaper, match="was not done with it in 1 s"):
        read(paper(folder))
    assert ended(int((folder / "child").read_text()))


def ended(pid, seconds=5.0):
    """Whether a program ends within some seconds; one that waits for its parent to take notice counts as ended."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        stat = Path(f"/proc/{pid}/stat")
        if not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False


def test_another_office_file_called_doc_is_not_given_to_libreoffice(libreoffice):
    with pytest.raises(UnreadablePaper, match="another kind of Office file"):
        read(paper(libreoffice(None), data=OLD[:8] + b"a workbook"))


@with_libreoffice
def test_libreoffice_reads_rich_text(tmp_path):
    source = read(paper(tmp_path, "minutes.rtf", RICH))
    assert [(line.text, line.bold) for line in source.lines] == [
        ("Netherby Parish Council", False),
        ("Resolved: to cut the hedge.", False),
    ]


@with_libreoffice
def test_libreoffice_refuses_a_damaged_old_word_file(tmp_path):
    with pytest.raises(UnreadablePaper, match="LibreOffice cannot read it"):
        read(paper(tmp_path, data=OLD + b"cut short" * 99))
