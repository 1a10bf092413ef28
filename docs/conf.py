"""Sphinx's settings. `make site` gathers the sources, see tools/site.py."""

from importlib.util import find_spec
from pathlib import Path

project = "Unrolled"
author = "The Unrolled authors"
copyright = "%Y, the Unrolled authors. Text and data CC BY 4.0, code MIT"
html_title = "Unrolled"

extensions = ["myst_nb", "sphinx_copybutton"]
myst_enable_extensions = ["amsmath", "dollarmath"]
myst_heading_anchors = 3
# The outputs are the stored ones, which the tests verified.
nb_execution_mode = "off"
exclude_patterns = ["map.md"]
suppress_warnings = ["mystnb.unknown_mime_type"]

html_theme = "sphinx_book_theme"
html_theme_options = {
    "home_page_in_toc": True,
    "show_toc_level": 2,
    "use_download_button": True,
    "use_fullscreen_button": False,
}

# MathJax comes from an installed package: no page asks the network.
_mathjax = Path(find_spec("sphinx-mathjax-offline").origin).parent / "static"
html_static_path = [str(_mathjax)]
mathjax_path = "mathjax/tex-chtml.js"
mathjax3_config = {"options": {"enableMenu": False}}

# Stored outputs and code stand beside equations; only text is copied.
copybutton_selector = "div.cell_input div.highlight pre"
