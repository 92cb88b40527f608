import numpy as np
import pytest

from evals import scale_papers, scale_process
from evals.scale import growth, scale
from evals.scale_adding import adding
from evals.scale_plot import plot, record, tables
from index.embedders.words import WordsEmbedder


@pytest.fixture(scope="module")
def rows():
    return [
        {
            "paragraphs": n,
            **dict.fromkeys(
                (
                    "all_p50_ms",
                    "all_p95_ms",
                    "filtered_p50_ms",
                    "filtered_p95_ms",
                    "all_p50_work_ms",
                    "all_p95_work_ms",
                    "filtered_p50_work_ms",
                    "filtered_p95_work_ms",
                ),
                float(n) ** 0.5,
            ),
            **dict.fromkeys(
                ("search_mb", "build_mb", "catalogue_mb", "vectors_mb", "build_s", "cold_s", "cold_work_s"), 2.0
            ),
        }
        for n in (100, 10_000)
    ]


def test_the_same_number_makes_the_same_paper():
    assert scale_papers.paper(7) == scale_papers.paper(7)
    assert scale_papers.paper(7).body != scale_papers.paper(8).body


def test_common_words_are_common_and_most_words_rare():
    text = " ".join(p.text for n in range(20) for p in scale_papers.paper(n).paragraphs).split()
    assert 0.03 < text.count("the") / len(text) < 0.12
    assert len(set(text)) > 5_000


def test_vectors_of_one_topic_lie_nearer_than_others():
    near, also, far = scale_papers.SyntheticEmbedder().embed_passages(["a topic5.", "b topic5.", "c topic6."])
    assert near @ also > near @ far
    assert np.linalg.norm(near) == pytest.approx(1.0, abs=1e-5)


def test_every_question_stands_in_the_papers_and_every_filter_allows_some():
    assert len(scale_papers.questions(6, 100)) == 6
    held = [scale_papers.paper(n) for n in range(2_000)]
    for chosen in scale_papers.filters():
        allowed = [
            p
            for p in held
            if (not chosen.bodies or p.body in chosen.bodies)
            and (not chosen.kinds or p.kind in chosen.kinds)
            and (not chosen.since or chosen.since <= p.date <= chosen.until)
        ]
        assert 0 < len(allowed) < len(held)


def test_a_home_of_made_papers_is_built_and_asked_once(tmp_path):
    assert scale_process.build(100, tmp_path / "home")["build_s"] > 0
    assert scale_process.first(100, tmp_path / "home")["first_ms"] > 0


def test_growth_is_the_exponent(rows):
    assert growth(rows, "all_p50_ms") == pytest.approx(0.5)
    assert growth(rows[:1], "all_p50_ms") == 0.0


def test_results_are_kept_told_and_drawn(rows, tmp_path):
    record({"scale": rows}, tmp_path / "speed.json")
    told = tables(tmp_path / "speed.json")
    assert "| 10,000 | 100 ms, 100 ms |" in told
    assert "to the power of 0.50" in told
    plot(rows, tmp_path / "speed.svg")
    assert "paragraphs held" in (tmp_path / "speed.svg").read_text()


def test_adding_is_told_as_a_multiple_of_embedding(tmp_path):
    (tmp_path / "minutes.md").write_text("# Harbour Committee\n\nThe quay was mended.\n\nThe slipway was closed.\n")
    figures = adding(tmp_path, WordsEmbedder())
    assert (figures["files"], figures["ratio"] > 0) == (1, True)


def test_no_sizes_give_no_rows(tmp_path):
    assert scale(tmp_path, ()) == []
