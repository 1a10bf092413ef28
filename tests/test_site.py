"""The pages: built from the stored outputs, whole, and without a network."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote

import nbformat

from tools.course import lessons


def test_every_lesson_and_its_solutions_have_a_page(html):
    for lesson in lessons():
        for folder in ("notebooks", "notebooks/solutions"):
            assert (html / folder / f"{lesson.path.stem}.html").exists()


def page(html, lesson):
    return (html / "notebooks" / f"{lesson.path.stem}.html").read_text()


def test_pages_show_figures_equations_and_outputs(html):
    for lesson in lessons():
        text = page(html, lesson)
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


def test_tables_are_drawn_as_tables(html):
    for lesson in lessons():
        assert "<p>|" not in page(html, lesson), lesson.path.name


def test_a_lesson_weighs_less_than_two_megabytes(html):
    for lesson in lessons():
        text = page(html, lesson)
        figures = re.findall(r'<img [^>]*src="([^"]+)"', text)
        weight = len(text.encode()) + sum(
            (html / "notebooks" / source).stat().st_size for source in figures
        )
        assert weight < 2_000_000, lesson.path.name


def test_a_lesson_leads_on_back_and_to_its_solutions(html):
    every = lessons()
    for before, lesson, after in zip(
        [None, *every], every, [*every[1:], None], strict=False
    ):
        text = page(html, lesson)
        if before:
            assert f'class="left-prev"\n       href="{before.path.stem}' in text
        if after:
            assert f'class="right-next"\n       href="{after.path.stem}' in text
        folded = re.search(
            r"<details><summary>Solutions.+?</details>", text, re.S
        )
        assert f'href="solutions/{lesson.path.stem}.html"' in folded.group()


def test_a_lesson_can_be_downloaded_as_a_notebook(html):
    for lesson in lessons():
        link = re.search(r'href="([^"]+)" download', page(html, lesson))
        path = html / "notebooks" / link.group(1)
        notebook = nbformat.read(path, 4)
        nbformat.validate(notebook)
        assert 'find_spec("helpers")' in notebook.cells[1].source
        rest = [cell.source for cell in notebook.cells]
        del rest[1]
        assert rest == [cell.source for cell in lesson.notebook.cells]


class Links(HTMLParser):
    """Collects the links and the anchors of a page."""

    def __init__(self, path):
        super().__init__()
        self.links, self.anchors = [], set()
        self.feed(path.read_text())

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.anchors.add(attributes.get("id"))
        for name in ("href", "src"):
            if attributes.get(name) and tag in ("a", "img", "script", "link"):
                self.links.append((tag, attributes[name]))


def every_page(html):
    return [p for p in html.rglob("*.html") if "_static" not in p.parts]


def test_every_link_inside_the_site_leads_somewhere(html):
    seen = {path.resolve(): Links(path) for path in every_page(html)}
    for path, found in seen.items():
        for _, link in found.links:
            if re.match(r"[a-z]+:", link):
                continue
            address, _, anchor = link.partition("#")
            target = path
            if address:
                name = unquote(address.partition("?")[0])
                target = (path.parent / name).resolve()
            assert target.exists(), f"{path.name}: {link}"
            if anchor and target in seen:
                assert unquote(anchor) in seen[target].anchors, (
                    f"{path.name}: {link}"
                )


def test_no_page_loads_anything_from_another_machine(html):
    for path in every_page(html):
        for tag, link in Links(path).links:
            assert tag == "a" or "://" not in link, f"{path.name}: {link}"
