"""The only place that makes a chat model: LangChain's `init_chat_model`, by the configured "provider:model"."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable, Iterator
from typing import Any

MOST_TOKENS = 2_000  # of a reply: four sentences, and what a model thinks before them
KNOWN = "openai:, azure_openai:, anthropic:, ollama:, or openai: with MATTERS_MODEL_URL for any server that speaks OpenAI's API"
# The package that each provider's models come in; others are LangChain's to know.
_PACKAGES = {
    "openai": "langchain-openai",
    "azure_openai": "langchain-openai",
    "anthropic": "langchain-anthropic",
    "ollama": "langchain-ollama",
}
_KEYS = {"openai": "OPENAI_API_KEY", "azure_openai": "AZURE_OPENAI_API_KEY", "anthropic": "ANTHROPIC_API_KEY"}
_NO_KEY = "none"  # for a server of one's own, which asks for none; the client insists on one


class WrongModel(Exception):  # noqa: N818 - it says what was found, as our other errors do
    """The configured model cannot be made: see the message for what to change in MATTERS_MODEL."""


def asker(name: str, url: str, seconds: float) -> Callable[[str], Iterator[str]]:
    """A function from a prompt to the pieces of the reply of the chat model "provider:model", at temperature 0.

    Args:
        name: "provider:model", as openai:gpt-5-mini.
        url: where its server is; "" for the provider's own.
        seconds: how long one reply may take.

    Raises:
        WrongModel: the provider is unknown, its package or its key is missing.
    """
    provider, _, model = name.partition(":")
    if not provider or not model:
        raise WrongModel(f"MATTERS_MODEL={name!r} is no provider:model: write one of {KNOWN}")
    _look_for(provider, url, name)
    from langchain.chat_models import init_chat_model  # noqa: PLC0415 - slow to import, wanted only with a model

    try:
        chat = init_chat_model(model, model_provider=provider, **_options(provider, url, seconds))
    except ImportError as error:
        raise WrongModel(f"MATTERS_MODEL={name!r}: pip install {_package(provider)} ({error})") from error
    except Exception as error:  # what a provider raises for a key or an address that it lacks has no common base
        raise WrongModel(f"MATTERS_MODEL={name!r} cannot be used, {_hint(provider)}: {_first_line(error)}") from error
    return lambda prompt: _pieces(chat, prompt)


def _pieces(chat: Any, prompt: str) -> Iterator[str]:
    """A reply piece by piece; whole from a server that knows no other way."""
    begun = False
    try:
        for piece in chat.stream(prompt):
            begun = True
            yield str(piece.text)
    except ValueError:  # LangChain's word for a stream without a piece
        if begun:
            raise
        yield str(chat.invoke(prompt).text)


def _look_for(provider: str, url: str, name: str) -> None:
    """Refuse at once what is sure to fail, with a line that says what to do."""
    package = _PACKAGES.get(provider)
    if package and importlib.util.find_spec(package.replace("-", "_")) is None:
        raise WrongModel(f"MATTERS_MODEL={name!r} needs a package that is not installed: pip install {package}")
    key = _KEYS.get(provider)
    if key and not os.environ.get(key) and not (provider == "openai" and url):
        raise WrongModel(f"MATTERS_MODEL={name!r} needs a key: set {key} in the environment")


def _options(provider: str, url: str, seconds: float) -> dict[str, Any]:
    """What a provider's class is made with; their names for the same thing differ."""
    if provider == "ollama":
        options: dict[str, Any] = {"num_predict": MOST_TOKENS, "client_kwargs": {"timeout": seconds}}
    else:
        # Trying again is ours to do, within our own time limit.
        options = {"max_tokens": MOST_TOKENS, "timeout": seconds, "max_retries": 0}
    if url:
        options["azure_endpoint" if provider == "azure_openai" else "base_url"] = url
    if provider == "openai" and url and not os.environ.get("OPENAI_API_KEY"):
        options["api_key"] = _NO_KEY
    return options | {"temperature": 0}


def _package(provider: str) -> str:
    return _PACKAGES.get(provider, f"langchain-{provider.replace('_', '-')}")


def _hint(provider: str) -> str:
    return f"is {_KEYS[provider]} set?" if provider in _KEYS else f"known are {KNOWN}"


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0][:200]
