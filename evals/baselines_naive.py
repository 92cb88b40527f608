"""The pipeline that a user would otherwise build from tutorials: pypdf, recursive splitting, the same model, Chroma."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from uuid import uuid4

from bs4 import BeautifulSoup
from chromadb import EphemeralClient
from chromadb.config import Settings
from langchain_text_splitters import RecursiveCharacterTextSplitter
from pypdf import PdfReader
from tqdm import tqdm

from bot.types import Turn
from evals.matching import paper_text
from evals.retrieval_systems import Found, System, as_read
from index.types import Embedder, Place
from index.vectors import BATCH

CHARACTERS, OVERLAP = 1000, 200
NAIVE = "LangChain and Chroma"
_READ = frozenset({".pdf", ".docx", ".odt", ".html", ".htm", ".md", ".txt"})


def naive(texts: Iterable[tuple[Place, str]], embedder: Embedder) -> System:
    """Texts cut at 1,000 characters with an overlap of 200, embedded, held by Chroma as it comes, the nearest given."""
    splitter = RecursiveCharacterTextSplitter(chunk_size=CHARACTERS, chunk_overlap=OVERLAP)
    held = [Found((place,), piece) for place, text in texts for piece in splitter.split_text(text)]
    vectors = embedder.embed_passages([found.text for found in held])
    client = EphemeralClient(Settings(anonymized_telemetry=False))
    collection = client.create_collection(uuid4().hex, embedding_function=None)
    for start in range(0, len(held), BATCH):
        ids = [str(at) for at in range(start, min(start + BATCH, len(held)))]
        collection.add(ids, embeddings=vectors[start : start + BATCH])

    def nearest(turn: Turn, k: int) -> list[Found]:
        if not held:
            return []
        found = collection.query(embedder.embed_query(as_read(turn)), n_results=min(k, len(held)), include=[])
        return [held[int(id_)] for id_ in found["ids"][0]]

    return nearest


def page_texts(folder: Path) -> Iterator[tuple[Place, str]]:
    """The texts of papers as a document loader gives them: PDFs page by page, other files whole."""
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _READ)
    for path in tqdm(files, desc="reading as LangChain does", unit="file", disable=None):
        place = Place(path.relative_to(folder).as_posix(), "")
        for text in _LOADERS.get(path.suffix.lower(), _whole)(path):
            yield place, text


def _pages(path: Path) -> Iterator[str]:
    for page in PdfReader(path).pages:
        yield page.extract_text()


def _page(path: Path) -> Iterator[str]:
    yield BeautifulSoup(path.read_text(encoding="utf-8", errors="replace"), "lxml").get_text()


def _whole(path: Path) -> Iterator[str]:
    yield (
        paper_text(path)
        if path.suffix.lower() in (".docx", ".odt")
        else path.read_text(encoding="utf-8", errors="replace")
    )


_LOADERS: dict[str, Callable[[Path], Iterator[str]]] = {".pdf": _pages, ".html": _page, ".htm": _page}
