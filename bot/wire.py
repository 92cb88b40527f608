"""The one place that assembles: settings, index, and a composer where a model is configured."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.answerability.reading import NetworkJudge
from bot.grounding.compose import ModelComposer
from bot.pipeline import Bot
from bot.reading.items import Items
from index import settings
from index.opening import Index

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable

    from bot.types import Answer, Turn


def open_bot(home: Path | None = None) -> Bot:
    """A bot over the index of a home (of the settings where none is given).

    Raises:
        IndexFault: no papers are held there, or the settings are wrong.
        WrongModel: a model is configured and cannot be made.
    """
    given = settings.load(home=home)
    held = Index.open(given.home, given.embedder, cleared=given.cleared)
    return Bot(held, Items(held.reading), _composer(given), judge=NetworkJudge())


def as_runnable(bot: Bot) -> Runnable[Turn, Answer]:
    """The bot as a LangChain Runnable, from a `Turn` to an `Answer`."""
    from langchain_core.runnables import RunnableLambda  # noqa: PLC0415 - slow to import, and not always wanted

    return RunnableLambda(bot.answer)


def _composer(given: settings.Settings) -> ModelComposer | None:
    if not given.model:
        return None
    from bot.llm import asker  # noqa: PLC0415 - brings LangChain in, which quoting does without

    return ModelComposer(asker(given.model, given.model_url, given.model_seconds), given.model_seconds)
