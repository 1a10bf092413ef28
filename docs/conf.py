"""Sphinx's settings. `make site` gathers the sources, see tools/site.py."""

project = "Unrolled"
author = "The Unrolled authors"
copyright = "%Y, the Unrolled authors. Text and data CC BY 4.0, code MIT"
html_title = "Unrolled"
language = "en"

extensions = ["myst_nb", "sphinx_copybutton"]
myst_enable_extensions = ["amsmath", "attrs_inline", "deflist", "dollarmath"]
myst_heading_anchors = 3
# The outputs are the stored ones, which the tests verified.
nb_execution_mode = "off"
exclude_patterns = ["_parts"]
suppress_warnings = ["mystnb.unknown_mime_type"]

html_theme = "sphinx_book_theme"
html_theme_options = {
    "home_page_in_toc": True,
    "navbar_persistent": [],
    "show_toc_level": 2,
    "use_download_button": True,
    "use_fullscreen_button": False,
}
html_context = {"default_mode": "auto"}
html_favicon = "_static/icon.svg"

# MathJax comes from an installed package: no page asks the network.
html_static_path = ["_static", "_mathjax"]
html_css_files = ["course.css"]
mathjax_path = "mathjax/tex-chtml.js"
mathjax3_config = {"options": {"enableMenu": False}}

# Stored outputs and code stand beside equations; only code is copied.
copybutton_selector = "div.cell_input div.highlight pre"
