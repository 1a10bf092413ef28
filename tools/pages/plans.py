"""Ways through the course: which lessons, in what order, in how much time."""

from tools import course_map
from tools.course import Lesson, lessons

TWO_HOURS, TRY = 120, 10


def split(loads: list[int], parts: int) -> list[list[int]]:
    """Splits a list into runs whose heaviest is as light as it can be.

    Args:
        loads: minutes of each lesson, in order.
        parts: how many runs at most.

    Returns:
        The indices of each run; no run is empty.
    """
    limit = max(max(loads), -(-sum(loads) // parts))
    while True:
        runs: list[list[int]] = []
        total = limit + 1
        for i, load in enumerate(loads):
            if total + load > limit:
                runs.append([])
                total = 0
            runs[-1].append(i)
            total += load
        if len(runs) <= parts:
            return runs
        limit += 1


def preferred(name: str) -> list[Lesson]:
    """Returns the lessons of a path in docs/course.toml that exist."""
    known = {one.number: one for one in lessons()}
    wanted = course_map.course()["paths"][name]
    return [known[number] for number in wanted if number in known]


def two_hours_lessons() -> list[Lesson]:
    """Returns the lessons that fit into two hours beside the try-it page."""
    chosen, left = [], TWO_HOURS - TRY
    for lesson in preferred("two_hours"):
        if course_map.minutes(lesson) <= left:
            chosen.append(lesson)
            left -= course_map.minutes(lesson)
    return sorted(chosen, key=lambda one: one.number)


def link(lesson: Lesson, anchor: str = "", text: str = "") -> str:
    """Returns a Markdown link to a lesson, or to a section of it."""
    text = text or f"{lesson.number} {lesson.title}"
    return f"[{text}](notebooks/{lesson.path.name}{anchor})"


def _minutes(chosen):
    return sum(course_map.minutes(one) for one in chosen)


def two_hours() -> str:
    """Returns the path for a reader who has two hours."""
    chosen = two_hours_lessons()
    numbers = {one.number for one in chosen}
    needed = {n for one in chosen for n in course_map.needs(one)} - numbers
    skipped = [one for one in lessons() if one.number in needed]
    text = (
        f"[Try it](try.md) for {TRY} minutes, then read "
        + ", ".join(link(one) for one in chosen)
        + f" ({_minutes(chosen)} minutes)."
    )
    if skipped:
        text += " Take the rest on trust: read what you take away from " + (
            ", ".join(link(one, "#Take-away", one.number) for one in skipped)
        )
        text += "."
    return text + "\n"


def _table(head, runs, chosen):
    lines = [f"| {head} | Lessons | To read |", "|---|---|---|"]
    for i, run in enumerate(runs, 1):
        part = [chosen[j] for j in run]
        names = "<br>".join(link(one) for one in part)
        lines.append(f"| {i} | {names} | {_minutes(part)} min |")
    return "\n".join(lines) + "\n"


def _plan(head, count, chosen):
    loads = [course_map.minutes(one) for one in chosen]
    return _table(head, split(loads, count), chosen)


def one_week() -> str:
    """Returns the path that takes a week: every lesson, split into days."""
    return _plan("Day", 7, lessons())


def twelve_weeks() -> str:
    """Returns a plan of twelve weeks for a class."""
    return _plan("Week", 12, lessons())


def six_weeks() -> str:
    """Returns a plan of six weeks, at most two lessons each."""
    chosen = sorted(preferred("six_weeks")[:12], key=lambda one: one.number)
    return _plan("Week", 6, chosen)
