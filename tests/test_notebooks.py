"""Static tests of the stored notebooks, the README and the records."""

import importlib
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from tqdm import tqdm

from tools import checks, course_map, seeds
from tools.course import ROOT, canonical, heading_anchor, lessons

LESSONS = {lesson.path.stem: lesson for lesson in lessons()}
SOLUTIONS = sorted((ROOT / "notebooks" / "solutions").glob("*.ipynb"))


def read(path):
    return nbformat.read(path, as_version=4)


def test_each_lesson_has_a_number_of_its_own():
    numbers = [lesson.number for lesson in LESSONS.values()]
    assert numbers[:3] == ["01", "02", "03"]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize(
    "path",
    [lesson.path for lesson in LESSONS.values()] + SOLUTIONS,
    ids=lambda path: f"{path.parent.name}/{path.stem}",
)
def test_form(path):
    assert checks.form_problems(read(path)) == []


@pytest.mark.parametrize("name", LESSONS)
def test_lesson_is_complete(name):
    assert checks.lesson_problems(LESSONS[name].notebook) == []


@pytest.mark.parametrize("name", LESSONS)
def test_each_check_is_blank_in_the_lesson_and_solved_in_the_solutions(name):
    lesson = LESSONS[name]
    module = importlib.import_module(f"helpers.exercises.lesson_{name[:2]}")
    available = {key for key, value in vars(module).items() if _is_check(value)}
    blank = checks.checks_called(lesson.notebook)
    solved = checks.checks_called(read(lesson.solutions))
    assert set(blank) == set(solved) == available
    assert set(blank.values()) == {"○ not attempted\n"}
    assert set(solved.values()) == {"✓\n"}


@pytest.mark.parametrize("name", LESSONS)
def test_seed_records_are_current_and_no_claim_is_weak(name):
    lesson = LESSONS[name]
    rows = json.loads((seeds.RECORDS / f"{lesson.number}.json").read_text())
    texts = [row["claim"] for row in rows]
    assert texts == checks.claim_texts(lesson.notebook)
    assert [row["claim"] for row in rows if seeds.weakness(row)] == []


@pytest.mark.parametrize("name", LESSONS)
def test_recorded_run_time_keeps_the_card(name):
    card = LESSONS[name].notebook.cells[0].source
    promised = re.search(r"Time to run \| under (\d+) s on two cores", card)
    times = json.loads(course_map.TIMES.read_text())
    assert times[name[:2]]["seconds"] <= int(promised.group(1)) <= 120


def test_the_map_in_the_readme_is_current():
    readme = course_map.README.read_text(encoding="utf-8")
    assert course_map.with_map(readme) == readme


def _pages():
    for path in sorted(ROOT.rglob("*.md")):
        if not {".venv", "_build", ".git"} & set(path.parts):
            yield path, path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "notebooks").rglob("*.ipynb")):
        cells = read(path).cells
        yield (
            path,
            "\n".join(
                cell.source for cell in cells if cell.cell_type == "markdown"
            ),
        )


def test_every_relative_link_resolves():
    broken = []
    for path, text in _pages():
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)\s]+)\)", text):
            file = (path.parent / target.split("#")[0]).resolve()
            if not file.exists():
                broken.append(f"{path.relative_to(ROOT)}: {target}")
    assert broken == []


@pytest.mark.parametrize("name", LESSONS)
def test_every_link_within_a_lesson_names_one_of_its_headings(name):
    prose = "\n".join(
        cell.source
        for cell in LESSONS[name].notebook.cells
        if cell.cell_type == "markdown"
    )
    headings = re.findall(r"^#+ (.+)$", prose, re.M)
    anchors = [heading_anchor(heading) for heading in headings]
    for target in re.findall(r"\]\(#([^)\s]+)\)", prose):
        assert anchors.count(target) == 1, target


def test_code_style():
    for command in (["check"], ["format", "--check"]):
        ruff = [sys.executable, "-m", "ruff", *command, str(ROOT)]
        run = subprocess.run(ruff, capture_output=True, text=True)
        assert run.returncode == 0, run.stdout + run.stderr


def test_importing_helpers_is_instant():
    """Neither helpers nor its data modules may pull in TensorFlow."""
    modules = [
        f"helpers.data.{path.stem}"
        for path in sorted((ROOT / "helpers" / "data").glob("[a-z]*.py"))
    ]
    code = (
        f"import sys, helpers, helpers.claims, {', '.join(modules)}\n"
        "assert 'tensorflow' not in sys.modules\n"
        "assert 'matplotlib' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def _is_check(value):
    return getattr(value, "is_exercise", False)


def small_notebook(**metadata):
    cell = nbformat.v4.new_code_cell(
        "print(1)",
        execution_count=1,
        metadata=metadata,
        outputs=[nbformat.v4.new_output("stream", text="1\n")],
    )
    return canonical(nbformat.v4.new_notebook(cells=[cell]))


def test_form_accepts_a_canonical_notebook():
    assert checks.form_problems(small_notebook()) == []


def test_form_notices_a_stripped_notebook():
    notebook = small_notebook(tags=["nbval-check-output"])
    notebook.cells[0].outputs = []
    notebook.cells[0].execution_count = None
    problems = " ".join(checks.form_problems(notebook))
    assert "cell 1 was not run" in problems
    assert "checked, but has no output" in problems


@pytest.mark.parametrize(
    ("output", "problem"),
    [
        (
            nbformat.v4.new_output("stream", name="stderr", text="W"),
            "stderr",
        ),
        (
            nbformat.v4.new_output("error", ename="E", evalue="", traceback=[]),
            "an error",
        ),
        (
            nbformat.v4.new_output("stream", text="see /home/me/x\n"),
            "a path",
        ),
        (
            nbformat.v4.new_output("stream", text="<C at 0x7f>\n"),
            "an address",
        ),
        (
            nbformat.v4.new_output("display_data", data={"image/png": "aa"}),
            "without an alternative text",
        ),
    ],
)
def test_form_notices_outputs_that_must_not_be_stored(output, problem):
    notebook = small_notebook()
    notebook.cells[0].outputs.append(output)
    assert problem in " ".join(checks.form_problems(notebook))


def test_canonical_keeps_what_a_terminal_shows_in_the_end():
    notebook = small_notebook()
    notebook.cells[0].outputs[0].text = "\r 10 %\r 99 %\r     \rdone\n"
    assert canonical(notebook).cells[0].outputs[0].text == "done\n"


def test_canonical_drops_progress_bars_inside_progress_bars():
    text = io.StringIO()
    bar = {"file": text, "leave": False, "mininterval": 0}
    for _ in tqdm(range(2), **bar):
        for _ in tqdm(range(3), **bar):
            pass
    text.write("done\n")
    notebook = small_notebook()
    notebook.cells[0].outputs[0].text = text.getvalue()
    assert canonical(notebook).cells[0].outputs[0].text.strip() == "done"


def test_canonical_is_idempotent():
    for path in (Path(lesson.path) for lesson in LESSONS.values()):
        once = canonical(read(path))
        assert canonical(once) == once
