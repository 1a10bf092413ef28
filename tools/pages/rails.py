"""The map of lessons as a graph: one row a lesson, rails to what it needs.

Every lesson is a station. A rail leaves it downwards and reaches each lesson
that needs it directly; what a needed lesson already needs is not drawn again.
"""

from dataclasses import dataclass
from html import escape

from tools import course_map
from tools.course import Lesson

LANE, HEAD, DOT = 18, 48, 26


@dataclass(frozen=True)
class Row:
    """One row of rails.

    Attributes:
        lane: the lane of the lesson's station.
        parents: the lanes from which rails join the station.
        above: the lanes that enter the row.
        below: the lanes that leave it.
    """

    lane: int
    parents: list[int]
    above: list[int]
    below: list[int]


def rows(direct: dict[str, list[str]]) -> dict[str, Row]:
    """Gives every station and every rail a lane.

    Args:
        direct: from a lesson's number to those it needs directly, in order.
    """
    last = {}
    for number, parents in direct.items():
        last |= dict.fromkeys(parents, number)
    lanes: list[str | None] = []
    found = {}
    for number, parents in direct.items():
        above = [i for i, owner in enumerate(lanes) if owner]
        joined = sorted(lanes.index(parent) for parent in parents)
        for i in joined:
            if last[lanes[i]] == number:
                lanes[i] = None
        free = [i for i, owner in enumerate(lanes) if owner is None]
        lane = free[0] if free else len(lanes)
        lanes += [None] * (lane + 1 - len(lanes))
        lanes[lane] = number if number in last else None
        below = [i for i, owner in enumerate(lanes) if owner]
        found[number] = Row(lane, joined, above, below)
    return found


def _x(lane):
    return LANE // 2 + lane * LANE


def _drawing(row, width):
    through = [i for i in row.above if i in row.below and i != row.lane]
    paths = [f"M{_x(i)} 0V{HEAD}" for i in through]
    end = _x(row.lane)
    for i in row.parents:
        paths.append(f"M{_x(i)} 0C{_x(i)} {DOT - 6} {end} 4 {end} {DOT}")
    if row.lane in row.below:
        paths.append(f"M{end} {DOT}V{HEAD}")
    tail = "".join(f"M{_x(i)} 0V1" for i in row.below)
    return (
        f'<div class="rails" aria-hidden="true">'
        f'<svg width="{width}" height="{HEAD}" viewBox="0 0 {width} {HEAD}">'
        f'<path d="{"".join(paths)}"/>'
        f'<circle cx="{end}" cy="{DOT}" r="6"/></svg>'
        f'<svg class="tail" width="{width}" preserveAspectRatio="none" '
        f'viewBox="0 0 {width} 1"><path d="{tail}"/></svg></div>'
    )


def _link(number, pages):
    return f'<a href="notebooks/{pages[number]}.html">{number}</a>'


def _row(lesson: Lesson, row, width, pages):
    named = course_map.needs(lesson)
    needed = (
        "needs " + ", ".join(_link(number, pages) for number in named)
        if named
        else "start here"
    )
    facts = [needed, f"{course_map.minutes(lesson)} min to read"]
    if course_map.run_seconds(lesson):
        facts.append(f"runs in {course_map.seconds(lesson)}")
    claim = course_map.strongest_claim(lesson)
    return (
        f'<li>{_drawing(row, width)}<div class="stop">'
        f'<p class="name"><a href="notebooks/{lesson.path.stem}.html">'
        f"<span>{lesson.number}</span> {escape(lesson.title)}</a></p>"
        f'<p class="facts">{" · ".join(facts)}</p>'
        f'<p class="asks">{escape(course_map.question(lesson))}</p>'
        + (f'<p class="claim">✓ {escape(claim)}</p>' if claim else "")
        + "</div></li>"
    )


def lesson_map() -> str:
    """Returns the graph of all lessons as HTML for the front page."""
    found = rows(course_map.direct_needs())
    lanes = 1 + max(row.lane for row in found.values())
    width = lanes * LANE
    inside = course_map.parts()
    pages = {one.number: one.path.stem for _, part in inside for one in part}
    blocks = []
    for title, part in inside:
        items = "".join(
            _row(one, found[one.number], width, pages) for one in part
        )
        blocks.append(
            f"<h3>{escape(title)}</h3>\n"
            f'<ol class="lesson-map" style="--rails: {width}px">{items}</ol>'
        )
    return "\n\n".join(blocks) + "\n"
