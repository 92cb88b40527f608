"""The reader's network: the packaged encoder with three small heads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn

WIDTH = 384
"""Of the packaged encoder's vectors."""
APART = 3
"""Layers in which the question and the passage are each read alone, as the packaged encoder was trained to read; then together."""
NEARNESS = 6.0
"""What a piece's nearness to the question counts before anything is learned."""


class ReaderNetwork(nn.Module):
    """Reads word pieces of a question with a passage.

    `forward` gives a score for each word piece, shape (passages, pieces), and for each passage two, shape (passages, 2):
    whether it answers, and whether it carries what is said in the question's place. All are logits.

    Two things make it learn from thousands of questions instead of millions. Words that the question and the passage share
    are marked as such where they go in. And each piece is compared with the mean of the question's pieces, so that it begins
    with what the packaged encoder was made for: telling texts that are near in meaning.
    """

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        self.encoder: Any = encoder
        self.shared = nn.Parameter(torch.zeros(WIDTH))
        self.nearness = nn.Parameter(torch.tensor([NEARNESS, -NEARNESS / 3]))
        self.pieces = nn.Sequential(nn.Linear(3 * WIDTH, WIDTH), nn.GELU(), nn.Linear(WIDTH, 1))
        self.passage = nn.Sequential(nn.Linear(4 * WIDTH, WIDTH), nn.GELU(), nn.Linear(WIDTH, 2))

    def forward(self, ids: Any, mask: Any, types: Any, shared: Any) -> tuple[Any, Any]:
        """Scores of pieces and of passages."""
        hidden = self._hidden(ids, mask, types, shared)
        question = _mean(hidden, mask * (1 - types))
        passage = _mean(hidden, mask * types)
        beside = question.unsqueeze(1).expand_as(hidden)
        unit = nn.functional.normalize(question, dim=-1).unsqueeze(1)
        near = (nn.functional.normalize(hidden, dim=-1) * unit).sum(-1)
        of_pieces = self.pieces(torch.cat([hidden, hidden * beside, beside], dim=-1)).squeeze(-1)
        of_passages = self.passage(torch.cat([hidden[:, 0], passage, question, question * passage], dim=-1))
        return of_pieces + self.nearness[0] * near + self.nearness[1], of_passages

    def _hidden(self, ids: Any, mask: Any, types: Any, shared: Any) -> Any:
        given = self.encoder.embeddings.word_embeddings(ids) + shared.unsqueeze(-1) * self.shared
        hidden = self.encoder.embeddings(inputs_embeds=given, token_type_ids=types)
        seen = mask[:, None, None, :].bool()
        apart = seen & (types[:, None, :, None] == types[:, None, None, :])
        for number, layer in enumerate(self.encoder.encoder.layer):
            hidden = layer(hidden, _added(apart if number < APART else seen, hidden.dtype))
            hidden = hidden[0] if isinstance(hidden, tuple) else hidden
        return hidden


def _added(seen: Any, dtype: Any) -> Any:
    """What is added to attention: nothing where a piece is seen, the least number where it is not."""
    return torch.zeros(seen.shape, dtype=dtype).masked_fill(~seen, torch.finfo(dtype).min)


def _mean(hidden: Any, mask: Any) -> Any:
    weights = mask.unsqueeze(-1).to(hidden.dtype)
    return (hidden * weights).sum(1) / weights.sum(1).clamp(min=1)


# Dropping out took two thirds of a step's time on two cores, and one pass over the questions leaves little to overlearn.
def fresh(folder: Path) -> ReaderNetwork:
    """A network that has learned nothing yet, on the weights of the packaged encoder; its word pieces' vectors stay as they are."""
    from transformers import AutoModel  # noqa: PLC0415 - seconds to import

    plain = {"hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0, "attn_implementation": "eager"}
    network = ReaderNetwork(AutoModel.from_pretrained(str(folder), **plain))
    for parameter in network.encoder.embeddings.parameters():
        parameter.requires_grad = False
    return network


def trained(folder: Path, checkpoint: Path) -> tuple[ReaderNetwork, int]:
    """The network of a checkpoint, and the step at which it was kept."""
    network = fresh(folder)
    state = torch.load(checkpoint, weights_only=True)
    network.load_state_dict(state["network"])
    return network.eval(), int(state["step"])


def averaged(networks: Sequence[ReaderNetwork]) -> ReaderNetwork:
    """The first network, given the mean of the weights of all: those of one training, before and after a further part of it.

    After Wortsman et al., "Robust fine-tuning of zero-shot models" (CVPR 2022): what is trained further gains where it is trained and
    loses elsewhere, and the mean keeps both. On the bodies looked at whether a question is answered was told apart with an area of .907 after, .945 averaged.
    """
    states = [network.state_dict() for network in networks]
    with torch.no_grad():
        mean = {
            name: torch.stack([state[name] for state in states]).mean(0) if held.is_floating_point() else held
            for name, held in states[0].items()
        }
    networks[0].load_state_dict(mean)
    return networks[0].eval()
