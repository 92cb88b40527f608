"""Which bodies' papers a model may learn from. Those held out are never trained on: figures on them tell how it does elsewhere."""

from __future__ import annotations

LOOKED_AT = frozenset(
    {
        "broomhill-community-council",
        "decoy-school-governors-business-management",
        "limerick-joint-policing-committee",
        "plato-township-board",
        "township-of-nipissing",
    }
)
"""Folders of bodies that thresholds and the choice of a model may be judged on."""

NEVER_LOOKED_AT = frozenset(
    {
        "boston-licensing-board",
        "decoy-school-governors-learning-wellbeing",
        "public-sector-transparency-board",
        "smud-sacramento-ca",
        "wretton-parish-council-norfolk",
    }
)
"""Folders of bodies whose figures are reported, and nothing else is done with them."""

HELD_OUT = LOOKED_AT | NEVER_LOOKED_AT
