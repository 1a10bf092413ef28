"""Figures only: functions that take arrays, draw, and return Axes."""

from helpers.figures.curves import curves
from helpers.figures.diagrams import matrices, unrolled
from helpers.figures.style import COLOURS, VALUES, use_style

__all__ = ["COLOURS", "VALUES", "curves", "matrices", "unrolled", "use_style"]
