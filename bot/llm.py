"""The only place that makes a chat model: LangChain's `init_chat_model`, by the configured "provider:model"."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

Ask = Callable[[str], str | Iterable[str]]
"""A model: from a prompt to its reply, whole or piece by piece."""

MOST_TOKENS = 4_000  # of a reply: quotations take 700, sentences 300, the rest is what a model thinks first
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
_NO_FORMS = (400, 422, 501)  # what a server that cannot keep a reply to a form says of being asked to
_STATUS = {
    400: "its server refused the request",
    401: "its server refused the key",
    403: "its server refused the key",
    404: "its server knows no such model or address",
    413: "the request was too long for it",
    429: "its server wants fewer requests, or the account is used up",
}


class WrongModel(Exception):  # noqa: N818 - it says what was found, as our other errors do
    """The configured model cannot be made: see the message for what to change in MATTERS_MODEL."""


class _Chat:
    """A chat model that is asked for replies of one form, for as long as its server takes such requests."""

    def __init__(self, chat: Any, form: Mapping[str, Any]) -> None:
        self.chat = chat
        self._form = form

    def __call__(self, prompt: str) -> Iterator[str]:
        """The pieces of the reply to a prompt."""
        begun = False
        try:
            for piece in _pieces(self.chat, prompt, self._form):
                begun = True
                yield piece
        except Exception as error:
            if begun or not self._form or _status(error) not in _NO_FORMS:
                raise
        else:
            return
        yield from _pieces(self.chat, prompt, {})
        self._form = {}  # it answers without: what it refused was the form, and not the prompt


def asker(name: str, url: str, seconds: float, form: Mapping[str, Any] | None = None) -> Callable[[str], Iterator[str]]:
    """A function from a prompt to the pieces of the reply of the chat model "provider:model", at temperature 0.

    Args:
        name: "provider:model", as openai:gpt-5-mini.
        url: where its server is; "" for the provider's own.
        seconds: how long one reply may take.
        form: the JSON Schema of the replies, which OpenAI's API and Ollama's are told; other providers go by the prompt alone.

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
    return _Chat(chat, _asked_for(provider, form) if form else {})


def reason(error: Exception) -> str:
    """Why a model did not answer, in a few words of ours: a provider's own message may hold anything, keys too."""
    status = _status(error)
    if status >= 400:  # noqa: PLR2004 - from here on HTTP calls it an error
        told = _STATUS.get(status, "its server has a fault" if status >= 500 else "its server refused")  # noqa: PLR2004
        return f"{told}, status {status}"
    names = " ".join(one.__name__ for one in type(error).__mro__)
    if "Timeout" in names:
        return "no reply in time"
    if "Connect" in names:
        return "its server cannot be reached"
    return f"its reply could not be read, {type(error).__name__}"


def _status(error: Exception) -> int:
    """The HTTP status that an error tells of; 0 where it tells of none."""
    status = getattr(error, "status_code", None) or getattr(getattr(error, "response", None), "status_code", None)
    return status if isinstance(status, int) else 0


def _asked_for(provider: str, form: Mapping[str, Any]) -> dict[str, Any]:
    """The words by which a provider is asked to keep a reply to a form."""
    if provider in ("openai", "azure_openai"):
        # In the request's body: LangChain's own parameter is read by a client that gives up on a reply that was cut short.
        named = {"name": "reply", "schema": form, "strict": True}
        return {"extra_body": {"response_format": {"type": "json_schema", "json_schema": named}}}
    return {"format": form} if provider == "ollama" else {}


def _pieces(chat: Any, prompt: str, options: Mapping[str, Any]) -> Iterator[str]:
    """A reply piece by piece; whole from a server that knows no other way."""
    begun = False
    try:
        for piece in chat.stream(prompt, **options):
            begun = True
            yield str(piece.text)
    except ValueError:  # LangChain's word for a stream without a piece
        if begun:
            raise
        yield str(chat.invoke(prompt, **options).text)


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
