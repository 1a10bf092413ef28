"""`make lock`: compiles requirements.in into requirements.txt with uv.

The lock holds for Linux, macOS on Apple chips and Windows, and for every
Python that the course supports. Its last line installs the course itself, so
that `helpers` can be imported from any folder.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.course import ROOT, stop, write_text

HEAD = """\
# Every package of the course with its version: what the stored outputs were
# made with. Compiled from requirements.in by `make lock`; do not edit.
"""


def main() -> None:
    """Writes requirements.txt."""
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or "uv"
    with tempfile.TemporaryDirectory() as folder:
        lock = Path(folder) / "lock.txt"
        command = [
            uv, "pip", "compile", "requirements.in", "--quiet",
            "--universal", "--python-version", "3.11",
            "--fork-strategy", "fewest", "--upgrade",
            "--no-header", "--no-annotate", "--output-file", str(lock),
        ]  # fmt: skip
        try:
            subprocess.run(command, cwd=ROOT, check=True)
        except FileNotFoundError:
            stop("make lock needs uv: .venv/bin/pip install uv, then again.")
        text = HEAD + lock.read_text() + "--editable .\n"
    write_text(ROOT / "requirements.txt", text)


if __name__ == "__main__":
    main()
