import json

from scanned_papers import MINUTES, reads, scanned, typed

from corpus.__main__ import main
from corpus.parse import parse_file
from corpus.scanned import FROM_PICTURE


def papers(folder, data):
    (folder / "minutes.pdf").write_bytes(data)
    return parse_file(folder / "minutes.pdf", "minutes.pdf")


def test_paragraphs_of_a_picture_are_marked_and_the_paper_keeps_its_lines(tmp_path, monkeypatch):
    reads(monkeypatch, *MINUTES)
    [paper] = papers(tmp_path, scanned(MINUTES))
    assert paper.date.isoformat() == "2031-03-04"
    assert all(paragraph.from_picture and paragraph.page == 1 for paragraph in paper.paragraphs)
    assert [line.text for line in paper.read_pages[0].lines] == list(MINUTES)


def test_paragraphs_of_a_page_with_text_are_not_marked(tmp_path):
    [paper] = papers(tmp_path, typed(MINUTES))
    assert not any(paragraph.from_picture for paragraph in paper.paragraphs)
    assert paper.read_pages == ()


def test_show_tells_what_was_read_from_a_picture(tmp_path, monkeypatch, capsys):
    reads(monkeypatch, *MINUTES)
    (tmp_path / "scan.pdf").write_bytes(scanned(MINUTES))
    main(["show", str(tmp_path / "scan.pdf")])
    assert f"(page 1, {FROM_PICTURE})" in capsys.readouterr().out
    main(["show", "--json", str(tmp_path / "scan.pdf")])
    assert all(json.loads(line)["from_picture"] for line in capsys.readouterr().out.splitlines())
    main(["show", "--stats", str(tmp_path / "scan.pdf")])
    assert "1 of 1 pages were read from their pictures" in capsys.readouterr().out
