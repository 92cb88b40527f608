"""The network that ships: the mean of what was trained first and further."""

from __future__ import annotations

import torch
from torch import nn

from training.model import averaged


def test_the_mean_of_networks_has_the_mean_of_each_weight():
    first, second = nn.Linear(2, 1), nn.Linear(2, 1)
    with torch.no_grad():
        first.weight.fill_(1.0)
        second.weight.fill_(3.0)
    made = averaged([first, second])
    assert made.weight.tolist() == [[2.0, 2.0]]


def test_the_mean_of_one_network_is_that_network():
    only = nn.Linear(2, 1)
    before = only.weight.tolist()
    assert averaged([only]).weight.tolist() == before
