"""The pages: built from the stored outputs, whole, and without a network."""

import re

import pytest

from tools import site
from tools.course import lessons


@pytest.fixture(scope="module")
def html(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site, "BUILD", folder)
        patch.setattr(site, "PAGES", folder / "pages")
        patch.setattr(site, "HTML", folder / "site")
        return site.build().parent


def test_every_lesson_and_its_solutions_have_a_page(html):
    for lesson in lessons():
        for folder in ("notebooks", "notebooks/solutions"):
            assert (html / folder / f"{lesson.path.stem}.html").exists()


def test_pages_show_figures_equations_and_outputs(html):
    for lesson in lessons():
        text = (html / "notebooks" / f"{lesson.path.stem}.html").read_text()
        figures = re.findall(r'<img alt="([^"]{20,})" src="([^"]+)"', text)
        stored = sum(
            "image/png" in output.get("data", {})
            for cell in lesson.notebook.cells
            for output in cell.get("outputs", [])
        )
        assert len(figures) == stored > 0
        for _, source in figures:
            assert (html / "notebooks" / source).exists()
        assert 'class="math' in text
        assert "○ not attempted" in text


def test_no_page_loads_anything_from_another_machine(html):
    for page in html.rglob("*.html"):
        loaded = re.findall(
            r'<(?:script|img|iframe)[^>]+src="([^"]+)"'
            r'|<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"',
            page.read_text(),
        )
        for source in filter(None, sum(loaded, ())):
            assert "://" not in source, f"{page.name}: {source}"
