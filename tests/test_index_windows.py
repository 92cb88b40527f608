from corpus.types import Chunk
from index.windows import OVERLAP_WORDS, WINDOW_WORDS, digest_of, windows_of


def chunk(words, context="Cabinet, 4 March 2031"):
    return Chunk(0, 0, 0, context, " ".join(f"w{n}" for n in range(words)))


def test_a_chunk_is_embedded_whole_with_its_context():
    assert windows_of(chunk(3)) == ["Cabinet, 4 March 2031\nw0 w1 w2"]


def test_a_chunk_without_context_is_its_words():
    assert windows_of(chunk(2, "")) == ["w0 w1"]


def test_a_long_chunk_is_embedded_in_windows_that_overlap():
    windows = [window.splitlines()[1].split() for window in windows_of(chunk(500))]
    assert all(len(window) <= WINDOW_WORDS for window in windows)
    assert windows[0][-OVERLAP_WORDS:] == windows[1][:OVERLAP_WORDS]
    assert windows[-1][-1] == "w499"


def test_every_word_of_a_long_chunk_is_in_a_window():
    for words in range(185, 460, 7):
        held = {word for window in windows_of(chunk(words)) for word in window.split()}
        assert {f"w{n}" for n in range(words)} <= held


def test_the_digest_is_of_what_is_embedded():
    assert digest_of("a") != digest_of("b")
    assert digest_of("a") == digest_of("a")
