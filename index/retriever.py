"""Our search as a LangChain retriever, for whoever builds with LangChain."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from index.opening import Index
from index.passages import as_row
from index.types import Filter


class PassageRetriever(BaseRetriever):
    """Finds passages in an index; a document's metadata say where it stands, its id is the first paragraph's."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    index: Index
    chosen: Filter | None = None
    k: int = 10

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, **_: Any
    ) -> list[Document]:
        """The passages for a query, best first."""
        del run_manager
        passages = self.index.search(query, self.chosen, self.index.scope(query), self.k)
        return [
            Document(page_content=passage.text, metadata=as_row(passage), id=passage.paragraphs[0].id)
            for passage in passages
        ]
