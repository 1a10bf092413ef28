"""The data sets of the course, one module each, offline by default."""

from pathlib import Path

#: The folder of the bundled data sets, one folder each.
DATASETS = Path(__file__).resolve().parents[2] / "datasets"
