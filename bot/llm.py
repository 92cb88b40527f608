"""The only place that makes a chat model: LangChain's `init_chat_model`, by the configured "provider:model"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

TIME_LIMIT_SECONDS = 60


class WrongModel(Exception):  # noqa: N818 - it says what was found, as our other errors do
    """The configured model cannot be made: see the message for what to change in MATTERS_MODEL."""


def chat_model(name: str) -> BaseChatModel:
    """The chat model "provider:model", at temperature 0.

    Raises:
        WrongModel: the provider is unknown, its package or its key is missing.
    """
    from langchain.chat_models import init_chat_model  # noqa: PLC0415 - slow to import, wanted only with a model

    try:
        model: BaseChatModel = init_chat_model(name, temperature=0, timeout=TIME_LIMIT_SECONDS, max_retries=1)
    except (ImportError, ValueError) as error:
        raise WrongModel(f"MATTERS_MODEL={name!r} cannot be used: {error}") from error
    except Exception as error:  # a provider's own error for a missing key has no common base
        raise WrongModel(f"MATTERS_MODEL={name!r} cannot be used (is its key set?): {error}") from error
    return model
