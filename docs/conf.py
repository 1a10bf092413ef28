"""Sphinx's settings. `make site` gathers the sources, see tools/site.py."""

import tools  # noqa: F401  saves nbformat a slow start

project = "Unrolled"
author = "The Unrolled authors"
copyright = "%Y, the Unrolled authors. Text and data CC BY 4.0, code MIT"
html_title = "Unrolled"
language = "en"

extensions = ["myst_nb", "sphinx_copybutton"]
myst_enable_extensions = ["amsmath", "attrs_inline", "deflist", "dollarmath"]
myst_heading_anchors = 3
# Headings get the anchors that they have in Jupyter.
myst_heading_slug_func = "tools.course.heading_anchor"
# The outputs are the stored ones, which the tests verified.
nb_execution_mode = "off"
nb_render_markdown_format = "myst"  # CommonMark knows no tables
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
html_js_files = ["course.js"]
# A search result with an excerpt would fetch its page: not from a file system.
html_show_search_summary = False
mathjax_path = "mathjax/tex-chtml.js"
mathjax3_config = {"options": {"enableMenu": False}}

# Stored outputs and code stand beside equations; only code is copied.
copybutton_selector = "div.cell_input div.highlight pre"


def keep_numbers(app, doctree):
    """Takes equations that hold a matrix and a number out of Sphinx's hands.

    It puts what has a `\\\\` into an environment that allows no `\\tag`.
    """
    from docutils import nodes

    for node in doctree.findall(nodes.math_block):
        if r"\tag" in node.astext() and r"\\" in node.astext():
            text = rf"\[{node.astext()}\]"
            node.children = [nodes.Text(text)]
            node["no-wrap"] = True


def setup(app):
    """Connects this file's functions with Sphinx."""
    app.connect("doctree-read", keep_numbers)
