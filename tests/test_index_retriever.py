from index_papers import build, folder

from index import Index
from index.retriever import PassageRetriever
from index.types import Filter


def test_langchain_gets_passages_with_their_places(tmp_path):
    build(tmp_path / "home").add([folder(tmp_path / "papers", a="251|The quay.", b="The slipway.")])
    with Index.open(tmp_path / "home", "words") as index:
        documents = PassageRetriever(index=index, k=1).invoke("the quay")
        assert [document.page_content for document in documents] == ["The quay."]
        assert documents[0].metadata["locator"] == "Minute 251"
        assert index.catalogue.paragraph(documents[0].id).text == "The quay."


def test_langchain_is_held_to_the_filter(tmp_path):
    build(tmp_path / "home").add([folder(tmp_path / "papers", a="The quay.")])
    with Index.open(tmp_path / "home", "words") as index:
        assert PassageRetriever(index=index, chosen=Filter(bodies=frozenset({"None"}))).invoke("quay") == []
