"""`make times`: measures the lessons' run times and refreshes the map."""

import json
import os
import platform
import sys
import time
from datetime import date

from tools import course_map, run
from tools.course import lessons, stop, write_text, writing


def main() -> int:
    """Runs every lesson, one after the other, and writes the record."""
    times = {}
    with writing(run.RUN.parent):
        run.RUN.mkdir(parents=True, exist_ok=True)
    for lesson in lessons():
        start = time.perf_counter()
        _, problem = run.run_lesson(lesson, {})
        if problem:
            stop(f"{lesson.path.name} failed in {problem}")
        times[lesson.number] = {
            "seconds": round(time.perf_counter() - start),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "date": date.today().isoformat(),
        }
        print(f"{lesson.number}: {times[lesson.number]['seconds']} s")
    write_text(course_map.TIMES, json.dumps(times, indent=1) + "\n")
    return course_map.main()


if __name__ == "__main__":
    sys.exit(main())
