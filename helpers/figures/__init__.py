"""Figures only: functions that take arrays, draw, and return Axes."""

from helpers.figures.alignment import alignment, alignment_strip
from helpers.figures.curves import curves
from helpers.figures.diagrams import matrices, unrolled
from helpers.figures.dynamics import branches, cobweb, traces
from helpers.figures.flow import gradient_flow
from helpers.figures.forecasts import periods, windows
from helpers.figures.gates import gates_over_time, gru_cell, lstm_cell
from helpers.figures.gradients import before_after, landscape
from helpers.figures.layers import dots, readout, stack, verdicts
from helpers.figures.lengths import longest
from helpers.figures.pictures import gallery, word_maps
from helpers.figures.ranges import ranges
from helpers.figures.reading import (
    by_group,
    moved,
    reading,
    reliability,
    word_map,
)
from helpers.figures.recorded import scores
from helpers.figures.search import search_tree
from helpers.figures.sequences import batch, cells, steps
from helpers.figures.shapes import shape, trails
from helpers.figures.style import COLOURS, VALUES, use_style
from helpers.figures.text import running_text

__all__ = [
    "COLOURS",
    "VALUES",
    "alignment",
    "alignment_strip",
    "batch",
    "before_after",
    "branches",
    "by_group",
    "cells",
    "cobweb",
    "curves",
    "dots",
    "gallery",
    "gates_over_time",
    "gradient_flow",
    "gru_cell",
    "landscape",
    "longest",
    "lstm_cell",
    "matrices",
    "moved",
    "periods",
    "ranges",
    "reading",
    "readout",
    "running_text",
    "reliability",
    "scores",
    "search_tree",
    "shape",
    "stack",
    "steps",
    "traces",
    "trails",
    "unrolled",
    "use_style",
    "verdicts",
    "windows",
    "word_map",
    "word_maps",
]
