"""English addressed to a model: a file a prompt, and a renderer that refuses missing or unknown fields."""

from __future__ import annotations

import string
from importlib.resources import files


class WrongPrompt(Exception):  # noqa: N818 - it says what was found, as our other errors do
    """A prompt and the fields given to it do not fit; this is a fault of the program."""


def render(name: str, **fields: str) -> str:
    """The prompt `name` (a file `prompts/NAME.md`) with its `$fields` filled in.

    Raises:
        WrongPrompt: there is no such prompt, or the fields are not exactly those that it has.
    """
    path = files(__name__) / f"{name}.md"
    if not path.is_file():
        raise WrongPrompt(f"there is no prompt {name!r}")
    template = string.Template(path.read_text(encoding="utf-8"))
    wanted = set(template.get_identifiers())
    if wanted != set(fields):
        raise WrongPrompt(f"prompt {name!r} wants {sorted(wanted)}, was given {sorted(fields)}")
    return template.substitute(fields)
