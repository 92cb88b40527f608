"""The list that quoted words are of, where its marks are odd."""

import time

from bot_papers import paper

from bot.reading.cues import worded
from bot.rendering.lists import list_of
from index.types import HeldPaper, HeldParagraph


def held(text):
    """The paragraphs of made-up minutes as the catalogue keeps them."""
    made = paper("odd.txt", "minutes", None, text)
    of = HeldPaper(
        "odd-1", made.file, 1, made.title, made.body, None, "minutes", draft=False, paragraphs=len(made.paragraphs)
    )
    return [
        HeldParagraph(f"odd-1-{p.ordinal}", of, p.ordinal, p.text, p.type, p.label, p.locator, p.heading)
        for p in made.paragraphs
    ]


def test_a_footnotes_sign_for_a_clauses_number_counts_nothing():
    found = held("resolution|4,²|4. Quay|² That the quay be mended.\nresolution|4,³|4. Quay|³ That the slip be swept.")
    listing = list_of(found[0], 0, found)
    assert listing is None or not listing.counted


def test_clauses_of_long_lines_of_signs_are_soon_read():
    signs = "." * 20_000
    found = held(f"resolution|4|4. Quay|{signs}\nresolution|4|4. Quay|{signs}")
    began = time.process_time()
    assert list_of(found[0], 0, found) is None
    worded("resolved", found, signs)
    assert time.process_time() - began < 1  # 0.01 s; 10 s where the signs could be parted in two at each of them
