"""Shows figures of scale as a plot of cost against size, and as tables for docs/speed.md."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals.scale import Row, growth

RESULTS = Path(__file__).parent / "results" / "speed.json"
PLOT = Path("docs/speed.svg")

_LINES = (
    ("all_p50_work_ms", "all papers, median", "#1d4e89", "-", "o"),
    ("all_p95_work_ms", "all papers, 95th percentile", "#1d4e89", "--", "o"),
    ("filtered_p50_work_ms", "within a filter, median", "#b5540a", "-", "s"),
    ("filtered_p95_work_ms", "within a filter, 95th percentile", "#b5540a", "--", "s"),
)
_SCALE_HEAD = (
    "| paragraphs | search, all papers: p50, p95 | of it work | search, filtered: p50, p95 | of it work | cold start, work "
    "| peak memory: search, add | on disk: catalogue, Chroma |\n|---|---|---|---|---|---|---|---|"
)


def plot(rows: Sequence[Row], path: Path = PLOT) -> None:
    """Draw milliseconds of a search, and megabytes, against the paragraphs held, all on logarithmic axes."""
    import matplotlib as mpl  # noqa: PLC0415 - a second to import, and wanted for this alone

    mpl.use("svg")
    mpl.rcParams.update({"svg.hashsalt": "speed", "font.size": 11, "svg.fonttype": "none"})
    from matplotlib import pyplot as plt  # noqa: PLC0415

    sizes = [row["paragraphs"] for row in rows]
    figure, (times, room) = plt.subplots(1, 2, figsize=(11, 4.6), layout="constrained")
    for name, label, colour, line, mark in _LINES:
        times.plot(sizes, [row[name] for row in rows], color=colour, linestyle=line, marker=mark, label=label)
    linear = [size / sizes[0] * rows[0]["all_p50_work_ms"] for size in sizes]
    times.plot(sizes, linear, color="#999999", linestyle=":", label="linear growth, for comparison")
    times.set(
        title="Work of a search", xlabel="paragraphs held", ylabel="milliseconds of processor time", ylim=(1, 1_000)
    )
    for name, label, colour, mark in (
        ("search_mb", "peak memory, searching", "#1d4e89", "o"),
        ("build_mb", "peak memory, adding", "#b5540a", "s"),
        ("disk_mb", "on disk", "#3c7a3c", "^"),
    ):
        room.plot(sizes, [_with_disk(row)[name] for row in rows], color=colour, marker=mark, label=label)
    room.axhline(1_200, color="#999999", linestyle=":")
    room.annotate("goal for memory: 1,200 MB", (sizes[0], 1_260), color="#666666")
    room.set(title="Room", xlabel="paragraphs held", ylabel="megabytes", ylim=(5, 3_000))
    for axes in (times, room):
        axes.set_xscale("log")
        axes.set_yscale("log")
        axes.grid(visible=True, which="major", color="#dddddd")
        axes.legend(loc="lower right" if axes is room else "upper left", fontsize=9)
        axes.yaxis.set_major_formatter(mpl.ticker.StrMethodFormatter("{x:,.0f}"))
        axes.xaxis.set_major_formatter(mpl.ticker.StrMethodFormatter("{x:,.0f}"))
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)


def record(results: dict[str, Any], path: Path = RESULTS) -> None:
    """Keep results, for the tables; of parts that were not measured this time, those kept before."""
    path.parent.mkdir(exist_ok=True)
    before = json.loads(path.read_text()) if path.is_file() else {}
    path.write_text(json.dumps({**before, **results}, indent=1) + "\n")


def tables(path: Path = RESULTS) -> str:
    """The kept results as tables of markdown."""
    results = json.loads(path.read_text())
    rows: list[Row] = results["scale"]
    lines = [_SCALE_HEAD, *(_line(_with_disk(row)) for row in rows), ""]
    lines.append(
        f"From {rows[0]['paragraphs']:,} paragraphs to {rows[-1]['paragraphs']:,} the work of the median search grows as "
        f"size to the power of {growth(rows, 'all_p50_work_ms'):.2f} over all papers and {growth(rows, 'filtered_p50_work_ms'):.2f} "
        "within a filter (1 would be linear growth)."
    )
    if made := results.get("adding"):
        lines += ["", _adding(made)]
    return "\n".join(lines) + "\n"


def _line(row: Row) -> str:
    cells = (
        f"{row['paragraphs']:,}",
        f"{row['all_p50_ms']:.0f} ms, {row['all_p95_ms']:.0f} ms",
        f"{row['all_p50_work_ms']:.0f} ms, {row['all_p95_work_ms']:.0f} ms",
        f"{row['filtered_p50_ms']:.0f} ms, {row['filtered_p95_ms']:.0f} ms",
        f"{row['filtered_p50_work_ms']:.0f} ms, {row['filtered_p95_work_ms']:.0f} ms",
        f"{row['cold_s']:.1f} s, {row['cold_work_s']:.1f} s",
        f"{row['search_mb']:,.0f} MB, {row['build_mb']:,.0f} MB",
        f"{row['catalogue_mb']:,.0f} MB, {row['vectors_mb']:,.0f} MB",
    )
    return f"| {' | '.join(cells)} |"


def _adding(made: Row) -> str:
    return (
        f"Adding {made['files']} papers ({made['windows']} texts) that are parsed already takes {made['ratio']:.2f} times as long "
        f"as embedding the same texts with the same embedder and nothing else ({made['embedding_s']:.0f} s), "
        f"{made['ratio_cpu']:.2f} times in processor time."
    )


def _with_disk(row: Row) -> Row:
    return {**row, "disk_mb": row["catalogue_mb"] + row["vectors_mb"]}
