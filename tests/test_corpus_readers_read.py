"""What `read` does with any file: who reads it, and how a file that cannot be read is refused."""

import hashlib
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from fpdf import FPDF
from pypdf import PdfWriter

from corpus.errors import EmptyPaper, EncryptedPaper, PaperError, UnknownFormat, UnreadablePaper
from corpus.readers import may_have_pages, read

TEXTS = {
    ".txt": "NETHERBY PARISH COUNCIL\n\n1.\tApologies\n\nResolved: that the minutes be agreed.\n",
    ".md": "# Netherby Parish Council\n\n**1\\. Apologies** None.\n\n- that the *minutes* be agreed\n",
    ".markdown": "| Item | Owner |\n|---|---|\n| Hedge | Clerk |\n",
    ".html": "<h1>Netherby</h1><ol><li>Apologies</li></ol><table><tr><td>Hedge</td><td>Clerk</td></tr></table>",
    ".htm": "<p>Netherby<br>Parish &amp; Council</p>",
}


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PAGE = "<!DOCTYPE html><html><body><p>Netherby Parish Council</p></body></html>"


def pdf_bytes(*pages: str, password: str | None = None) -> bytes:
    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    if password is not None:
        pdf.set_encryption(owner_password="owner", user_password=password)  # noqa: S106  (a made-up paper)
    for page in pages:
        pdf.add_page()
        pdf.multi_cell(0, 6, page)
    return bytes(pdf.output())


def docx_bytes(body: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f"<w:body>{body}</w:body></w:document>",
        )
    return buffer.getvalue()


def odt_bytes(words: str) -> bytes:
    buffer = BytesIO()
    names = "urn:oasis:names:tc:opendocument:xmlns"
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr(
            "content.xml",
            f'<o:document-content xmlns:o="{names}:office:1.0" xmlns:text="{names}:text:1.0">'
            f"<o:body><o:text><text:p>{words}</text:p></o:text></o:body></o:document-content>",
        )
    return buffer.getvalue()


def made(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.fixture(params=[*TEXTS, ".pdf", ".docx", ".odt", ".php"])
def paper(request, tmp_path):
    suffix = request.param
    if suffix == ".pdf":
        return made(tmp_path, "a.pdf", pdf_bytes("Netherby\n\nResolved: that the\nminutes be agreed.", "Page two"))
    if suffix == ".docx":
        return made(tmp_path, "a.docx", docx_bytes("<w:p><w:r><w:t>Netherby  Council</w:t></w:r></w:p>"))
    if suffix == ".odt":
        return made(tmp_path, "a.odt", odt_bytes("Netherby  Council"))
    return made(tmp_path, f"a{suffix}", TEXTS.get(suffix, PAGE))


def test_every_line_is_the_text_between_its_places(paper):
    source = read(paper)
    assert source.lines
    for line in source.lines:
        assert line.text == source.text[line.start : line.end]
        assert line.text == line.text.strip() != ""


def test_lines_follow_each_other_in_the_text(paper):
    ends = [0, *(line.end for line in read(paper).lines)]
    assert all(line.start >= end for line, end in zip(read(paper).lines, ends, strict=False))


def test_a_cell_stands_in_its_rows_text(paper):
    for line in read(paper).lines:
        assert all(cell in line.text for cell in line.cells)


def test_source_names_the_file_as_it_was_added_and_its_hash(tmp_path):
    path = made(tmp_path, "minutes.txt", "Netherby\n")
    source = read(path, "2024/minutes.txt")
    assert source.file == "2024/minutes.txt"
    assert source.sha256 == hashlib.sha256(b"Netherby\n").hexdigest()


def test_pages_are_counted_where_the_file_has_pages(tmp_path):
    assert read(made(tmp_path, "a.pdf", pdf_bytes("One", "Two"))).pages == 2
    assert read(made(tmp_path, "a.txt", "One\fTwo")).pages is None


def test_suffix_in_capitals_is_known(tmp_path):
    assert read(made(tmp_path, "MINUTES.TXT", "Netherby")).lines


@pytest.mark.parametrize("name", ["minutes.xlsx", "minutes.csv", "minutes"])
def test_unknown_suffix_is_refused_with_those_known(tmp_path, name):
    with pytest.raises(UnknownFormat, match=r"\.pdf"):
        read(made(tmp_path, name, "x"))


@pytest.mark.parametrize("name", ["minutes.php", "minutes.aspx", "minutes.PHP", "minutes", "minutes.2024"])
def test_a_page_is_read_whatever_its_suffix(tmp_path, name):
    assert [line.text for line in read(made(tmp_path, name, PAGE)).lines] == ["Netherby Parish Council"]


def test_a_page_is_known_below_the_empty_lines_of_its_template(tmp_path):
    assert read(made(tmp_path, "minutes.aspx", "\r\n" * 3000 + PAGE)).lines


@pytest.mark.parametrize("data", [pdf_bytes("Netherby Parish Council"), odt_bytes("Netherby Parish Council")])
def test_what_says_itself_what_it_is_is_read_whatever_its_suffix(tmp_path, data):
    assert [line.text for line in read(made(tmp_path, "download.ashx", data)).lines] == ["Netherby Parish Council"]


@pytest.mark.parametrize("data", ["<?php echo minutes();", "plain words", docx_bytes("<w:p/>"), OLE + b"old", b""])
def test_what_its_first_bytes_leave_open_is_not_read_under_any_suffix(tmp_path, data):
    with pytest.raises(UnknownFormat):
        read(made(tmp_path, "minutes.php", data))


@pytest.mark.parametrize("name", ["minutes.eml", "minutes.MSG"])
def test_a_message_is_refused_with_what_to_do(tmp_path, name):
    with pytest.raises(UnreadablePaper, match="a message, not a paper; save the paper that is attached"):
        read(made(tmp_path, name, PAGE))


def test_a_word_file_locked_with_a_password_is_said_to_want_it(tmp_path):
    with pytest.raises(EncryptedPaper, match="wants a password"):
        read(made(tmp_path, "a.docx", OLE + "EncryptedPackage".encode("utf-16-le")))


@pytest.mark.parametrize(("name", "may"), [("a.pdf", True), ("a.ashx", True), ("a.docx", False), ("a.HTML", False)])
def test_a_name_tells_whether_the_file_may_have_pages(name, may):
    assert may_have_pages(name) is may


def test_missing_file_is_refused():
    with pytest.raises(UnreadablePaper, match="no such file"):
        read(Path("nowhere.pdf"))


def test_folder_named_like_a_paper_is_refused(tmp_path):
    (tmp_path / "minutes.pdf").mkdir()
    with pytest.raises(UnreadablePaper, match="cannot be opened"):
        read(tmp_path / "minutes.pdf")


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.odt", "a.doc", "a.html", "a.txt", "a.md"])
def test_empty_file_is_refused(tmp_path, name):
    with pytest.raises(EmptyPaper, match="empty"):
        read(made(tmp_path, name, b" \n"))


WRONG = [
    ("a.pdf", b"<!DOCTYPE html><html><body>Not found</body></html>", "web page"),
    ("a.pdf", b"\n\n<!-- served --><html><body>Not found</body></html>", "web page"),
    ("a.pdf", b"Minutes in plain words", "damaged"),
    ("a.pdf", docx_bytes("<w:p/>"), "Word file"),
    ("a.txt", b"%PDF-1.7\n%", "it is a PDF"),
    ("a.txt", b"\x89PNG\r\n\x1a\n", "picture"),
    ("a.md", b"%PDF-1.4", "rename it to .pdf"),
    ("a.html", b"%PDF-1.4", "rename it to .pdf"),
    ("a.docx", OLE + "WordDocument".encode("utf-16-le"), "rename it to .doc"),
    ("a.docx", OLE + "Workbook".encode("utf-16-le"), "another kind of Office file"),
    ("a.docx", b"{\\rtf1 minutes}", "rename it to .rtf"),
    ("a.docx", odt_bytes("x"), "rename it to .odt"),
    ("a.odt", docx_bytes("<w:p/>"), "rename it to .docx"),
    ("a.odt", b"just text", "damaged"),
    ("a.doc", b"<html><body>Minutes</body></html>", "rename it to .html"),
    ("a.rtf", b"just text", "damaged"),
    ("a.docx", b"just text", "damaged"),
    ("a.txt", b"\x00\x01\x02\x03binary", "no text"),
]


@pytest.mark.parametrize(("name", "data", "reason"), WRONG)
def test_file_that_is_not_what_its_name_says_is_refused(tmp_path, name, data, reason):
    with pytest.raises(UnreadablePaper, match=reason) as caught:
        read(made(tmp_path, name, data), f"papers/{name}")
    assert str(caught.value).startswith(f"papers/{name}: ")
    assert "\n" not in str(caught.value)


def test_spreadsheet_under_a_word_name_is_refused(tmp_path):
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(UnreadablePaper, match="another kind of Office file"):
        read(path)


def test_plain_words_under_a_web_pages_name_are_read(tmp_path):
    assert read(made(tmp_path, "a.html", "Resolved: to meet again.")).lines[0].text == "Resolved: to meet again."


def test_password_is_asked_for(tmp_path):
    with pytest.raises(EncryptedPaper, match="password"):
        read(made(tmp_path, "a.pdf", pdf_bytes("Secret", password="open")))  # noqa: S106


def test_pdf_that_only_its_owner_may_change_is_read(tmp_path):
    assert read(made(tmp_path, "a.pdf", pdf_bytes("Public words", password=""))).lines[0].text == "Public words"


def test_pdf_of_blank_pages_is_refused_with_what_to_do(tmp_path):
    with pytest.raises(EmptyPaper, match="none of its 2 pages holds text"):
        read(made(tmp_path, "a.pdf", pdf_bytes("", "")))


def test_truncated_pdf_is_refused(tmp_path):
    with pytest.raises(UnreadablePaper, match="damaged"):
        read(made(tmp_path, "a.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type"))


def test_truncated_word_file_is_refused(tmp_path):
    data = docx_bytes("<w:p><w:r><w:t>Netherby</w:t></w:r></w:p>" * 50)
    with pytest.raises(PaperError, match="damaged"):
        read(made(tmp_path, "a.docx", data[: len(data) // 2] + b"word/document.xml"))


@pytest.mark.parametrize("algorithm", ["AES-128", "AES-256"])
def test_a_pdf_protected_with_aes_and_no_password_is_read(tmp_path, algorithm):
    assert read(made(tmp_path, "a.pdf", protected("", algorithm))).lines[0].text == "Public words"


@pytest.mark.parametrize("algorithm", ["AES-128", "AES-256"])
def test_a_pdf_protected_with_aes_and_a_password_is_refused(tmp_path, algorithm):
    with pytest.raises(EncryptedPaper, match="wants a password"):
        read(made(tmp_path, "a.pdf", protected("open", algorithm)))


def protected(password, algorithm):
    writer, out = PdfWriter(BytesIO(pdf_bytes("Public words"))), BytesIO()
    writer.encrypt(password, "owner", algorithm=algorithm)
    writer.write(out)
    return out.getvalue()
