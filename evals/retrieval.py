"""Measures what search finds, beside baselines on the same papers: on questions with quotations, and on BEIR sets.

A run keeps config.json, figures.json and a file of rows for each system, a folder a set. What is committed is less: the
figures and the ids of the questions missed, from which the table in the documentation is made.
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from evals.answers import Run, index_papers, read_rows, write_rows
from evals.beir import corpus_files, documents, query_sets
from evals.beir_home import index_documents
from evals.retrieval_measures import Measured, measure_queries, measure_questions
from evals.retrieval_systems import OURS, System, of_documents, of_papers
from evals.retrieval_vectors import KeptVectors
from index.embedders import embedder
from index.opening import Index
from index.settings import load
from index.types import Embedder, Place

RESULTS = Path(__file__).with_name("results")

Results = dict[str, dict[str, Measured]]
"""By set and system."""


@dataclass(frozen=True, slots=True)
class Material:
    """What is held in one index, and the sets of questions on it.

    `ours` are the product's systems on it, `fill` brings the index up to date, `texts` are the same papers for a pipeline that reads them itself.
    """

    home: Path
    ours: Callable[[Index], dict[str, System]]
    fill: Callable[[Embedder], None]
    texts: Callable[[], Iterator[tuple[Place, str]]]
    sets: Mapping[str, Callable[[System], Measured]]


def question_material(questions: Path, papers: Path, runs: Path) -> Material:
    """Questions with expected quotations, on a folder of papers; the index is that of `python -m evals answers`."""
    run = Run(questions, papers, runs / f"answers-{questions.stem}")
    return Material(
        run.home,
        of_papers,
        lambda _: index_papers(run),
        lambda: _page_texts(papers),
        {questions.stem: partial(measure_questions, read_rows(questions))},
    )


def beir_material(folder: Path, runs: Path, queries: str | None = None) -> Material:
    """A BEIR set in every form of its queries, or in one.

    Raises:
        WrongSet: the folder is no BEIR set, or lacks these queries.
    """
    home = runs / f"home-beir-{folder.resolve().name}"
    return Material(
        home,
        of_documents,
        partial(index_documents, folder, home),
        lambda: ((Place(file.name, one.id), one.text) for file in corpus_files(folder) for one in documents(file)),
        {
            f"{folder.resolve().name}-{form.name}".rstrip("-"): partial(measure_queries, form)
            for form in query_sets(folder, queries)
        },
    )


def retrieval(
    materials: Sequence[Material], runs: Path, *, only_ours: bool = False, as_indexed: bool = False, keep: bool = True
) -> Results:
    """Indexes and measures; unless told otherwise, keeps configuration, rows and figures.

    `only_ours` leaves the baselines out; `as_indexed` takes indexes (and what the naive pipeline read) as they stand.
    """
    model = KeptVectors(embedder(load().embedder), runs / "vectors.sqlite")
    results: Results = {}
    for material in materials:
        if not (as_indexed and material.home.is_dir()):
            material.fill(model)
        with Index.open(material.home, model) as index:
            systems = material.ours(index)
            if not only_ours:
                systems |= _baselines(material, index, as_indexed=as_indexed)
            for name, measure in material.sets.items():
                results[name] = {system: measure(find) for system, find in systems.items()}
                if keep:
                    _keep(runs / f"retrieval-{name}", results[name], model.name)
    return results


def _baselines(material: Material, index: Index, *, as_indexed: bool) -> dict[str, System]:
    from evals.baselines import baselines  # noqa: PLC0415 - libraries that `only_ours` does without
    from evals.baselines_naive import NAIVE, naive  # noqa: PLC0415 - the same

    kept = material.home / "texts.jsonl"
    if not (as_indexed and kept.is_file()):
        write_rows(kept, ({"place": asdict(place), "text": text} for place, text in material.texts()))
    texts = ((Place(**row["place"]), row["text"]) for row in read_rows(kept))
    return baselines(index) | {NAIVE: naive(texts, index.embedder)}


def _page_texts(papers: Path) -> Iterator[tuple[Place, str]]:
    from evals.baselines_naive import page_texts  # noqa: PLC0415 - see above

    return page_texts(papers)


def _keep(folder: Path, measured: Mapping[str, Measured], model: str) -> None:
    """The run's configuration, its figures, and a row for each question and system."""
    folder.mkdir(parents=True, exist_ok=True)
    config = {"embedder": model, "python": platform.python_version(), "systems": list(measured)}
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    figures = {system: one.figures for system, one in measured.items()}
    (folder / "figures.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    for system, one in measured.items():
        write_rows(folder / f"{system.replace(' ', '-').lower()}.jsonl", one.rows)


def record(results: Results, model: str, folder: Path = RESULTS) -> None:
    """Writes what is committed, a file a set; systems that this run left out keep the figures that they had."""
    folder.mkdir(exist_ok=True)
    for name, measured in results.items():
        path = folder / f"retrieval-{name}.json"
        systems = json.loads(path.read_text(encoding="utf-8"))["systems"] if path.is_file() else {}
        systems |= {system: {"figures": one.figures, "missed": one.missed} for system, one in measured.items()}
        lines = ",\n".join(f"    {json.dumps(system)}: {json.dumps(told)}" for system, told in systems.items())
        head = f'  "set": {json.dumps(name)},\n  "embedder": {json.dumps(model)},\n'
        path.write_text(f'{{\n{head}  "systems": {{\n{lines}\n  }}\n}}\n', encoding="utf-8")


def told(results: Results) -> str:
    """The figures for a terminal: a line for each set and system."""
    lines = []
    for name, measured in results.items():
        for system, one in measured.items():
            figures = "  ".join(
                f"{figure} {value:.3f}" for figure, value in one.figures.items() if figure != "questions"
            )
            lines.append(f"{name:24} {system:22} {figures}")
    return "\n".join(lines)


def figures_of(results: Results, system: str = OURS) -> dict[str, float]:
    """One system's figures, for floors: by figure, or where there are several sets by set and figure."""
    if len(results) == 1:
        return next(iter(results.values()))[system].figures
    sets = {name: measured[system].figures for name, measured in results.items()}
    return {f"{name} {figure}": value for name, figures in sets.items() for figure, value in figures.items()}


def show_missed(results: Results) -> None:
    """A line for every question of which ours found too little."""
    for name, measured in results.items():
        rows = {row["id"]: row for row in measured[OURS].rows}
        for id_ in measured[OURS].missed:
            print(f"{name} {id_}: {rows[id_]['query']}", file=sys.stderr)
