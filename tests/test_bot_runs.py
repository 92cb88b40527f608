from datetime import date

from bot_papers import bot_on, paper

from bot.reading import lexical as evidence
from bot.types import Turn

FERRY = """
heading|3||3. Ferry fares
text|3|3. Ferry fares|The Ferry Manager was asked what the fares would be. She replied that a crossing cost £3.20 in May 2030. It is £3.40 now.
text|3|3. Ferry fares|Members were content; see fares.pdf (20 KB). Fares go up in June.
text|3|3. Ferry fares|Three points were raised:
text|3|3. Ferry fares|The fares of pupils.
text|3|3. Ferry fares|JT
resolution|3,(1)|3. Ferry fares|(1) That the fares be noted.
resolution|3,(2)|3. Ferry fares|(2) That the fare of a crossing be £3.60 from 1 April 2031.
heading|4||4. Ferry slip
text|4|4. Ferry slip|To consider the ferry slip. Councillor Pell declared an interest in the ferry slip.
"""
QUESTIONS = (
    "What was resolved on ferry fares?",
    "How much is a crossing by ferry?",
    "When do ferry fares go up?",
    "What points were raised on ferry fares in March 2031?",
    "Who declared an interest in the ferry slip?",
    "How much was a crossing by ferry in May 2030, and what is it from 1 April 2031?",
)


def windows_of(folder, monkeypatch):
    """The windows of each question, as they are scored, and chosen."""
    seen = []
    scored = evidence.windows

    def kept(*args, **named):
        found = scored(*args, **named)
        seen.append([(window.pieces, window.passage.paragraphs, round(window.score, 9)) for window in found])
        return found

    folder.mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(evidence, "windows", kept)
        bot = bot_on(folder, {"march.txt": paper("march.txt", "minutes", date(2031, 3, 4), FERRY)})
        for question in QUESTIONS:
            bot.answer(Turn(question))
    return seen


def test_windows_left_unread_would_not_have_been_the_best(tmp_path, monkeypatch):
    quick = windows_of(tmp_path / "quick", monkeypatch)
    monkeypatch.setattr(evidence, "most_worded", lambda _wants: 9.0)
    assert len(quick) > len(QUESTIONS)
    assert quick == windows_of(tmp_path / "slow", monkeypatch)


def test_no_window_runs_over_a_note_in_the_margin_nor_from_one_clause_into_another(tmp_path, monkeypatch):
    pieces = {pieces for found in windows_of(tmp_path / "papers", monkeypatch) for pieces, _, _ in found}
    assert ("Three points were raised:", "The fares of pupils.") in pieces
    assert not any(len(one) > 1 and {"JT", "(1) That the fares be noted."} & set(one) for one in pieces)
