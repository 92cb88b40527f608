"""The list that quoted words are of, where its marks are odd."""

from bot_papers import paper

from bot.lists import list_of
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
