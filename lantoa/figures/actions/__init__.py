"""What is done in this room: keep indicators, declare figures, choose how numbers are said, set stages."""

from lantoa.figures.actions.declaring import declare
from lantoa.figures.actions.indicators import (
    count_besides,
    keep_indicator,
    resume_indicator,
    stop_indicator,
    switch_on,
)
from lantoa.figures.actions.nothing import say_nothing, take_back_nothing
from lantoa.figures.actions.saying import say_exactly, say_rounded
from lantoa.figures.actions.stages import drop_stage, keep_stage

__all__ = [
    "count_besides",
    "declare",
    "drop_stage",
    "keep_indicator",
    "keep_stage",
    "resume_indicator",
    "say_exactly",
    "say_nothing",
    "say_rounded",
    "stop_indicator",
    "switch_on",
    "take_back_nothing",
]
