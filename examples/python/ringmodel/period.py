"""The period. LOOP-01 ... LOOP-04."""

from .anchors import update_anchors
from .orderflow import order_flow
from .rebucketing import advance
from .rollover import roll_over
from .settlement import settle


def run_period(world, arrivals_source):
    """All steps once; nothing is reordered or merged. LOOP-01.

    Quotes follow from the state whenever somebody asks (KER-15), so step 2 has nothing to store. With the same
    world and the same arrivals everything is the same (LOOP-02); how many periods there are is the caller's
    business (LOOP-03).
    """
    return {
        "advance": advance(world),  # 1
        "orderFlow": order_flow(world, arrivals_source(world)),  # 3, 4
        "settle": settle(world),  # 5
        "rollover": roll_over(world),  # 5b
        "updateAnchors": update_anchors(world),  # 6
    }
