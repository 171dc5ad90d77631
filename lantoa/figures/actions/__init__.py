"""What is done in this room: keep indicators, declare figures, choose how numbers are said, set stages."""

from lantoa.figures.actions.declaring import AtCell, declare, declare_many, withdraw
from lantoa.figures.actions.indicators import (
    count_besides,
    keep_indicator,
    keep_procedures,
    resume_indicator,
    stop_indicator,
    switch_on,
)
from lantoa.figures.actions.nothing import say_nothing, take_back_nothing
from lantoa.figures.actions.saying import say_exactly, say_rounded
from lantoa.figures.actions.stages import drop_stage, keep_stage
