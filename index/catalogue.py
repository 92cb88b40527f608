"""What is held, for readers: papers, paragraphs, printed numbers, words. The catalogue is the truth; vectors follow it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

from index import rows, schema
from index.closed import ClosedPaper, Curtain
from index.councils import Bodies, tell_apart
from index.types import Days, Filter, HeldPaper, HeldParagraph, Place
from index.words import quoted, stems, stems_of


class Catalogue:
    """The catalogue of one home, opened read-only; it may be read from several threads, and while papers are added.

    Unless the reader is `cleared`, papers that are not for publication are held by their title and notice alone.

    Raises:
        EmptyIndex: when the home holds no catalogue.
    """

    def __init__(self, home: Path, *, cleared: bool = False) -> None:
        self.home = home
        # One connection for every thread: SQLite is built to be shared so, and a screen's threads come and go by the
        # hundred.
        self._db = schema.open_to_read(home)
        self._curtain = None if cleared else Curtain(self._db)
        self._papers: tuple[int, dict[str, HeldPaper]] = (-1, {})
        self._bodies = Bodies({}, {}, {})

    def close(self) -> None:
        """Close the connection."""
        self._db.close()

    @property
    def db(self) -> sqlite3.Connection:
        """The connection to read from: its tables hold what this reader may see, as things are now."""
        if self._curtain:
            self._curtain.follow(self.generation)
        return self._db

    @property
    def cleared(self) -> bool:
        """Whether the reader may see papers that are not for publication."""
        return self._curtain is None

    @property
    def closed(self) -> Mapping[str, ClosedPaper]:
        """The papers, by id, whose text is kept from this reader."""
        if self._curtain is None:
            return {}
        self._curtain.follow(self.generation)
        return self._curtain.closed

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def meta(self, key: str, default: str = "") -> str:
        """A remark kept with the catalogue: "embedder", "generation"."""
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else default

    def unfinished(self) -> list[str]:
        """The paths of an add that is under way, or was cut off."""
        return [str(path) for path in json.loads(self.meta(schema.UNFINISHED, "[]"))]

    @property
    def generation(self) -> int:
        """A number that grows whenever papers are added or removed."""
        return int(self.meta("generation", "0"))

    # Papers

    def papers(self, chosen: Filter | None = None) -> list[HeldPaper]:
        """The papers that a filter allows, the oldest first (undated ones last), then by file and part."""
        every = self.papers_by_id()
        if chosen is None or chosen.is_empty:
            return list(every.values())
        wanted = self._bodies.meant(chosen.bodies)
        texts = self._texts(chosen.files) if chosen.files else frozenset()
        return [
            paper
            for paper in every.values()
            if (not wanted or paper.body in wanted)
            and (not chosen.kinds or paper.kind in chosen.kinds)
            and (not chosen.files or text_of(paper) in texts)
            and (not chosen.since or (paper.days is not None and paper.days.first >= chosen.since))
            and (not chosen.until or (paper.days is not None and paper.days.last <= chosen.until))
        ]

    def _texts(self, files: Collection[str]) -> frozenset[str]:
        """The texts that files have, by any of a text's names: a reader may know a paper by its second place."""
        sql = "SELECT text FROM files WHERE file IN (SELECT value FROM json_each(?))"
        return frozenset(str(row[0]) for row in self.db.execute(sql, (json.dumps(sorted(files)),)))

    def _read_papers(self) -> list[HeldPaper]:
        order = f"{rows.FIRST_DAY} IS NULL, {rows.FIRST_DAY}, file, held.part"
        found = [
            rows.paper_of(row) for row in self.db.execute(f"SELECT {rows.PAPER_COLUMNS} FROM held ORDER BY {order}")
        ]
        closed = self.closed
        return [replace(p, paragraphs=len(closed[p.id].told)) if p.id in closed else p for p in found]

    def paper(self, paper_id: str) -> HeldPaper | None:
        """The paper with this id, or None."""
        return self.papers_by_id().get(paper_id)

    def bodies(self, chosen: Filter | None = None) -> list[str]:
        """The names of the bodies whose papers are held, in the order of the alphabet."""
        if chosen is None:
            return list(self._every_body(self.generation))
        return sorted({paper.body for paper in self.papers(chosen) if paper.body is not None})

    def meetings(self, chosen: Filter | None = None) -> list[tuple[str | None, Days]]:
        """The meetings whose papers are held: body and day, or month where no day is printed; the earliest first."""
        return list(self._every_meeting(self.generation)) if chosen is None else meetings_of(self.papers(chosen))

    # Every question asks for all bodies and all meetings; a filter that allows everything stands for them here.

    @lru_cache(maxsize=1)  # noqa: B019 - a catalogue lives as long as the program
    def _every_body(self, _generation: int) -> tuple[str, ...]:
        return tuple(self.bodies(Filter()))

    @lru_cache(maxsize=1)  # noqa: B019 - a catalogue lives as long as the program
    def _every_meeting(self, _generation: int) -> tuple[tuple[str | None, Days], ...]:
        return tuple(self.meetings(Filter()))

    def files(self) -> list[tuple[str, str]]:
        """Every file held with the text it has: two files with the same content have the same text."""
        return [(str(file), str(text)) for file, text in self.db.execute("SELECT file, text FROM files ORDER BY file")]

    def places(self, paragraph: HeldParagraph) -> tuple[Place, ...]:
        """The other files that hold the very same text as this paragraph's file."""
        found = self.db.execute(
            "SELECT file FROM files WHERE text = ? AND file <> ? ORDER BY file",
            (text_of(paragraph.paper), paragraph.paper.file),
        )
        return tuple(Place(str(row[0]), paragraph.locator, paragraph.page) for row in found)

    def papers_by_id(self) -> dict[str, HeldPaper]:
        """Every paper by id, read once for each state of the catalogue."""
        generation, papers = self._papers
        now = self.generation
        if generation != now:
            printed = self._read_papers()
            told, self._bodies = tell_apart(printed)
            papers = {paper.id: paper for paper in told}
            self._papers = (now, papers)
        return papers

    @property
    def councils(self) -> Mapping[str, str]:
        """The council of each body, as far as it is known; empty where all papers held are of one council."""
        self.papers_by_id()
        return self._bodies.councils

    def printed(self, body: str) -> frozenset[str]:
        """The names that the papers of a body print for it."""
        self.papers_by_id()
        return self._bodies.printed.get(body, frozenset())

    # Paragraphs

    def paragraphs(self, paper_id: str, first: int = 0, last: int | None = None) -> list[HeldParagraph]:
        """The paragraphs of a paper in reading order, or those from ordinal `first` to `last` (both included)."""
        end = "" if last is None else "AND p.ordinal <= ?"
        values = [paper_id, first] + ([] if last is None else [last])
        sql = f"SELECT {rows.PARAGRAPH_COLUMNS} FROM paragraphs p WHERE p.paper = ? AND p.ordinal >= ? {end} ORDER BY p.ordinal"
        return self._held(self.db.execute(sql, values))

    def paragraph(self, paragraph_id: str) -> HeldParagraph | None:
        """The paragraph with this id, or None."""
        sql = f"SELECT {rows.PARAGRAPH_COLUMNS} FROM paragraphs p WHERE p.id = ?"
        found = self._held(self.db.execute(sql, (paragraph_id,)))
        return found[0] if found else None

    def neighbours(self, paragraph_id: str, before: int, after: int) -> list[HeldParagraph]:
        """The paragraph with this id among those before and after it, in reading order; empty where it is not held."""
        middle = self.paragraph(paragraph_id)
        if middle is None:
            return []
        return self.paragraphs(middle.paper.id, max(0, middle.ordinal - before), middle.ordinal + after)

    def with_label(self, number: str, chosen: Filter | None = None) -> list[HeldParagraph]:
        """The paragraphs whose label holds this number, printed as it may be: "(3)", "Item 3" and "3." are the same."""
        condition, values = rows.where(chosen)
        if chosen and chosen.bodies:  # two councils may print one name for a body of each
            condition = "held.id IN (SELECT value FROM json_each(?))"
            values = [json.dumps([paper.id for paper in self.papers(chosen)])]
        sql = (
            f"SELECT {rows.PARAGRAPH_COLUMNS} FROM numbers n JOIN paragraphs p ON p.id = n.paragraph "
            f"JOIN held ON held.id = p.paper WHERE n.number = ? AND {condition} "
            f"ORDER BY {rows.FIRST_DAY} IS NULL, {rows.FIRST_DAY}, held.id, p.ordinal"
        )
        return self._held(self.db.execute(sql, [rows.fold_number(number), *values]))

    def root_of(self, file: str) -> Path | None:
        """The folder that a file was added from, or None where it is not held."""
        row = self.db.execute("SELECT root FROM files WHERE file = ?", (file,)).fetchone()
        return Path(row[0]) if row else None

    def exempt(self, file: str) -> list[HeldParagraph]:
        """The paragraphs of a file that say that something in it is exempt, in reading order."""
        sql = (
            f"SELECT {rows.PARAGRAPH_COLUMNS} FROM paragraphs p JOIN held ON held.id = p.paper "
            "WHERE p.type = 'exempt' AND held.file = ? ORDER BY held.part, p.ordinal"
        )
        return self._held(self.db.execute(sql, (file,)))

    def is_kept_back(self, paragraph_id: str) -> bool:
        """Whether a paragraph is held whose words are kept from this reader."""
        paper = self.closed.get(paragraph_id.rpartition("-")[0])
        return paper is not None and paragraph_id not in paper.told

    def notices(self) -> list[list[HeldParagraph]]:
        """What may be told of each paper whose text is kept from this reader: its title, and that it is exempt."""
        return [told for paper in self.closed if (told := self.paragraphs(paper))]

    def _held(self, found: Iterable[tuple[object, ...]]) -> list[HeldParagraph]:
        """Rows as paragraphs; those of a paper removed meanwhile are left out."""
        papers = self.papers_by_id()
        return [rows.paragraph_of(row, papers[str(row[1])]) for row in found if str(row[1]) in papers]

    # Words and counts

    def frequencies(self, words: Sequence[str]) -> dict[str, int]:
        """In how many chunks each word (or phrase) stands, in any of its forms: what rarity is reckoned from."""
        return {word: self._frequency(word, self.generation) for word in words}

    @lru_cache(maxsize=10_000)  # noqa: B019 - a catalogue lives as long as the program
    def _frequency(self, word: str, _generation: int) -> int:
        found = stems(word.lower())
        if len(found) == 1 and not self.closed:
            row = self.db.execute("SELECT doc FROM vocabulary WHERE term = ?", found).fetchone()
        elif found:
            row = self.db.execute(
                "SELECT count(*) FROM chunk_words JOIN chunks ON chunks.rowid = chunk_words.rowid "
                "WHERE chunk_words MATCH ?",
                (quoted(word),),
            ).fetchone()
        else:
            row = None
        told = sum(set(found) <= titled for titled in self._titled(self.generation)) if found else 0
        return int(row[0]) + told if row else told

    @lru_cache(maxsize=1)  # noqa: B019 - a catalogue lives as long as the program
    def _titled(self, _generation: int) -> list[set[str]]:
        """The stems of what is told of each paper that is closed to the reader: those words the reader may hear of."""
        return [set(stems_of(" ".join(one.text for one in told))) for told in self.notices()]

    def size(self) -> int:
        """How many chunks are held: what rarity is reckoned against."""
        return self._size(self.generation)

    @lru_cache(maxsize=1)  # noqa: B019 - a catalogue lives as long as the program
    def _size(self, _generation: int) -> int:
        return int(self.db.execute("SELECT count(*) FROM chunks").fetchone()[0])

    def counts(self) -> dict[str, int]:
        """How many files, texts, papers, paragraphs, chunks and windows are held."""
        tables = ("files", "texts", "papers", "paragraphs", "chunks", "windows")
        return {table: int(self.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in tables}


def meetings_of(papers: Iterable[HeldPaper]) -> list[tuple[str | None, Days]]:
    """The meetings that papers are of, as `Catalogue.meetings` lists them.

    A paper of a month is taken to be of the meeting that the same body is known to have held in it.
    """
    held = {(paper.body, paper.days) for paper in papers if paper.days}
    dated = {(body, Days.of_month(when.first)) for body, when in held if when.day}
    return sorted(held - dated, key=lambda meeting: (meeting[1], meeting[0] or ""))


def text_of(paper: HeldPaper) -> str:
    """The text that a paper is of, from its id."""
    return paper.id.rpartition("-")[0]
