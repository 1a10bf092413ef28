"""The pages in a real browser. Skipped where Chromium is not installed."""

import shutil

import pytest

from tools.course import ROOT, lessons
from tools.pages import WEIGHTS

sync_api = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")

CHROMIUM = next(
    filter(
        None,
        map(
            shutil.which,
            ("chromium", "chromium-browser", "google-chrome", "chrome"),
        ),
    ),
    None,
)
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium installed")

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PAGES = sorted(
    [path.stem for path in (ROOT / "docs").glob("*.md")]
    + ["search"]
    + [
        f"notebooks/{folder}{lesson.path.stem}"
        for lesson in lessons()
        for folder in ("", "solutions/")
    ]
)
#: Rules of WCAG 2, levels A and AA.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
    "resultTypes": ["violations"],
}


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=FLAGS
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(browser, html):
    """Opens a page of the site; what went wrong collects in `.problems`."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})

    def open_page(name, query=""):
        page = context.new_page()
        page.problems = []
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.on("console", lambda message: note(page, message))
        page.on("request", lambda request: watch(page, request))
        page.on("requestfailed", lambda one: page.problems.append(one.url))
        page.goto((html / f"{name}.html").as_uri() + query)
        page.wait_for_function(
            "!window.MathJax || (MathJax.startup && MathJax.startup.promise)"
        )
        page.evaluate("window.MathJax && MathJax.startup.promise")
        return page

    yield open_page
    context.close()


def note(page, message):
    if message.type in ("error", "warning"):
        page.problems.append(message.text)


def watch(page, request):
    if not request.url.startswith(("file:", "data:", "blob:")):
        page.problems.append(f"asks the network for {request.url}")


def sideways(page):
    page.set_viewport_size({"width": 360, "height": 740})
    return page.evaluate(
        "[document.documentElement.scrollWidth,"
        " document.querySelector('.bd-article')?.getBoundingClientRect().right]"
    )


@pytest.mark.parametrize("name", PAGES)
def test_page_works(visit, name):
    page = visit(name)
    assert page.problems == []
    assert (
        page.evaluate(
            "[...document.querySelectorAll('.math')]"
            ".filter(one => !one.querySelector('mjx-container')).length"
        )
        == 0
    )
    assert page.locator("mjx-merror").count() == 0
    page.evaluate(
        "document.querySelectorAll('img').forEach(i => i.loading = 'eager')"
    )
    page.wait_for_function("[...document.images].every(one => one.complete)")
    assert (
        page.evaluate(
            "[...document.images].filter(one => !one.alt || !one.naturalWidth)"
            ".map(one => one.src)"
        )
        == []
    )
    width, right = sideways(page)
    assert width <= 360
    assert right is None or right <= 360
    assert page.evaluate(
        "[...document.querySelectorAll('div.math mjx-container')].every("
        "one => one.getBoundingClientRect().left >= 0)"
    ), "an equation is cut off on a narrow screen"


SECOND = lessons()[1].path.stem


@pytest.mark.parametrize(
    "name",
    [
        *("index", "try", "notation", "teaching", "results"),
        f"notebooks/{SECOND}",
        f"notebooks/solutions/{SECOND}",
    ],
)
def test_page_has_no_barrier(visit, name):
    page = visit(name)
    # MathJax answers for its equations, and a few cells stand for all: axe
    # takes half a minute for the coloured words of a whole lesson.
    page.evaluate(
        "[...document.querySelectorAll('mjx-container'),"
        " ...[...document.querySelectorAll('.highlight')].slice(5)]"
        ".forEach(one => one.remove())"
    )
    page.add_style_tag(content="* { transition: none !important }")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(
            f"document.documentElement.dataset.theme === '{scheme}'"
        )
        found = axe.Axe().run(page, options=RULES)
        assert [
            (one["id"], [node["html"][:200] for node in one["nodes"]])
            for one in found.response["violations"]
            if one["impact"] in ("serious", "critical")
        ] == [], scheme


def test_search_finds_vanishing(visit):
    page = visit("search", "?q=vanishing")
    results = page.locator("#search-results a")
    results.first.wait_for()
    names = " ".join(results.all_inner_texts())
    assert "Vanishing and exploding gradients" in names
    assert page.problems == []


def knob(page, name, value):
    page.locator(f'[data-part="{name}"]').evaluate(
        "(one, value) => { one.value = value;"
        " one.dispatchEvent(new Event('input')); }",
        str(value),
    )


def test_the_neuron_answers(visit):
    page = visit("try")
    verdict = page.locator('#neuron [data-part="verdict"]')
    assert verdict.inner_text().startswith("Two stable fixed points, at −0.96")
    knob(page, "wH", 0.9)
    assert verdict.inner_text().startswith("One stable fixed point, at 0.00")
    knob(page, "wH", -2)
    assert "cycle of two" in verdict.inner_text()
    page.get_by_role("button", name="A latch").click()
    assert page.locator('[data-part="wH"]').input_value() == "2"


def test_the_neuron_works_with_the_keyboard(visit):
    page = visit("try")
    page.locator('[data-part="wH"]').focus()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    assert page.locator('[data-part="wH-value"]').inner_text() == "2.10"
    step = page.get_by_role("button", name="step 1: 0")
    step.focus()
    page.keyboard.press("Enter")
    pressed = page.get_by_role("button", name="step 1: +1")
    assert pressed.evaluate("one => one === document.activeElement")


@pytest.mark.skipif(
    not (ROOT / WEIGHTS).exists(), reason="no weights were exported"
)
def test_the_reader_agrees_with_keras(visit):
    page = visit("try")
    worst = page.evaluate(
        "Math.max(...Unrolled.weights.cases.flatMap(one => {"
        " const got = new Unrolled.Reader(Unrolled.weights).read(one.text);"
        " if (got.map(s => s.id).join() !== one.ids.join()) return [1];"
        " return got.map((s, i) => Math.abs(s.probability"
        "   - one.probabilities[i])); }))"
    )
    assert worst < 1e-5
    words = page.locator('#reader [data-part="words"] li')
    page.locator('#reader [data-part="text"]').fill("a good film")
    assert words.count() == 3
    assert "“film”" in page.locator('#reader [data-part="answer"]').inner_text()
