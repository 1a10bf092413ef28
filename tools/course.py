"""The lessons as files: which there are, and their canonical form."""

import hashlib
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = ROOT / "notebooks"
BUILD = ROOT / "_build"

#: Environment of every kernel that the tools start: no native logs; and glibc
#: keeps the memory of large arrays, in large pages, instead of asking the
#: system anew in each step of training (elsewhere it means nothing).
KERNEL = {
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "GLIBC_TUNABLES": (
        "glibc.malloc.hugetlb=1"
        ":glibc.malloc.mmap_threshold=4000000000"
        ":glibc.malloc.trim_threshold=8000000000"
        ":glibc.malloc.top_pad=268435456"
    ),
}


@dataclass(frozen=True)
class Lesson:
    """One lesson: its notebook and the notebook of its solutions.

    Attributes:
        path: path of the executed notebook, `notebooks/NN_topic.ipynb`.
    """

    path: Path

    @property
    def number(self) -> str:
        """The two digits at the start of the file's name."""
        return self.path.name[:2]

    @property
    def solutions(self) -> Path:
        """Path of the notebook that solves the lesson's exercises."""
        return self.path.parent / "solutions" / self.path.name

    @property
    def notebook(self) -> nbformat.NotebookNode:
        """The lesson's notebook as it is stored; not to be changed."""
        return _read(self.path, self.path.stat().st_mtime_ns)

    @property
    def title(self) -> str:
        """The first heading, without its number: `One recurrent neuron`."""
        heading = self.notebook.cells[0].source.splitlines()[0]
        return heading.split("·", 1)[-1].strip()

    @property
    def datasets(self) -> list[str]:
        """The values of `DATASET` that the parameters cell lists."""
        for cell in self.notebook.cells:
            if "parameters" in cell.metadata.get("tags", []):
                found = re.search(r"DATASET = .*?# (.+)", cell.source)
                names = found.group(1) if found else ""
                return re.findall(r'"([^"]+)"', names) or ["bundled"]
        return ["bundled"]


@lru_cache
def _read(path: Path, changed: int) -> nbformat.NotebookNode:
    """Reads a notebook once, and again after it has changed."""
    return nbformat.read(path, as_version=4)


def heading_anchor(heading: str) -> str:
    """Returns the anchor of a heading, as Jupyter makes it.

    Sphinx uses it too, so that a link within a lesson works in both.

    Args:
        heading: the text of the heading.
    """
    return heading.strip().replace(" ", "-")


def lessons(number: str | None = None) -> list[Lesson]:
    """Returns all lessons in order, or the one with the given number.

    Args:
        number: a lesson's number, such as "2" or "02"; all where it is not
            given or empty.

    Raises:
        SystemExit: with a sentence, if there is no such lesson.
    """
    every = [Lesson(path) for path in sorted(NOTEBOOKS.glob("[0-9]*.ipynb"))]
    if not number:
        return every
    chosen = [one for one in every if one.number == number.zfill(2)]
    if not chosen:
        known = ", ".join(one.number for one in every)
        stop(f"There is no lesson {number!r}. The lessons are: {known}.")
    return chosen


def stop(message: str) -> None:
    """Ends the command with one sentence for the reader and exit code 2."""
    print(message, file=sys.stderr)
    raise SystemExit(2)


@contextmanager
def writing(folder: Path, *unfinished: Path) -> Iterator[None]:
    """Around what writes: says in one sentence that it cannot.

    Args:
        folder: what is written to, for the sentence.
        *unfinished: files that are removed if they are not finished.

    Raises:
        SystemExit: with a sentence, if the disk is full or the folder cannot
            be written to.
    """
    try:
        yield
    except BaseException as error:
        for path in unfinished:
            path.unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        reason = error.strerror or str(error)
        if isinstance(error, shutil.Error):
            reason = error.args[0][0][2].partition(":")[0]
        stop(
            f"Cannot write to {folder}: {reason}. Check that the folder can "
            "be written and that the disk is not full."
        )


def write_text(path: Path, text: str) -> None:
    """Replaces a text file, all of it or nothing.

    Args:
        path: path of the file, which need not exist.
        text: its new content.

    Raises:
        SystemExit: with a sentence, if it cannot be written.
    """
    new = path.with_name(path.name + ".new")
    with writing(path.parent, new):
        new.write_text(text, encoding="utf-8")
        new.replace(path)


def run_notebook(
    path: Path,
    target: Path | None = None,
    parameters: dict | None = None,
    *,
    environment: dict[str, str] | None = None,
    bar: bool = True,
) -> nbformat.NotebookNode:
    """Runs a notebook in a fresh, quiet kernel of this environment.

    Args:
        path: path of the notebook; it is not changed.
        target: where papermill writes the notebook while it runs.
        parameters: values for its parameters cell.
        environment: variables of the kernel's environment; this process
            keeps its own.
        bar: whether a bar shows the cells and the elapsed time.

    Raises:
        papermill.PapermillExecutionError: if a cell fails.
        nbclient.exceptions.DeadKernelError: if the kernel dies.
    """
    import papermill

    before = dict(os.environ)
    os.environ.update(KERNEL | (environment or {}))
    try:
        return papermill.execute_notebook(
            str(path),
            str(target) if target else None,
            parameters=parameters,
            cwd=str(path.parent),
            kernel_name="python3",
            progress_bar={"desc": path.stem, "leave": False} if bar else False,
            extra_arguments=["--IPKernelApp.log_level=ERROR"],
        )
    finally:
        os.environ.clear()
        os.environ.update(before)


def canonical(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Returns an executed notebook in the form in which it is stored.

    Only what a reader or a tool needs is kept: the kernel's name, tags and
    alternative texts of the cells, and outputs without metadata. Cell ids are
    derived from the source, so that a diff touches only what changed.

    Args:
        notebook: an executed notebook, version 4.5.
    """
    result = nbformat.v4.new_notebook()
    result.nbformat_minor = 5
    result.metadata = nbformat.from_dict(
        {
            "kernelspec": {
                "display_name": "Python 3",
                "language": "python",
                "name": "python3",
            },
            "language_info": {"name": "python", "pygments_lexer": "ipython3"},
        }
    )
    count, ids = 0, set()
    for cell in notebook.cells:
        keep = {k: cell.metadata[k] for k in ("mystnb",) if k in cell.metadata}
        if cell.metadata.get("tags"):
            keep["tags"] = sorted(cell.metadata["tags"])
        cell_id = _cell_id(cell.source.strip(), ids)
        if cell.cell_type == "markdown":
            new = nbformat.v4.new_markdown_cell(
                cell.source.strip(), id=cell_id, metadata=keep
            )
        else:
            count += 1
            new = nbformat.v4.new_code_cell(
                cell.source.strip(),
                id=cell_id,
                metadata=keep,
                execution_count=count,
                outputs=_outputs(cell.outputs, count),
            )
        result.cells.append(new)
    return result


def _cell_id(source, taken):
    base = hashlib.sha256(source.encode()).hexdigest()[:8]
    cell_id, i = base, 1
    while cell_id in taken:
        i += 1
        cell_id = f"{base}-{i}"
    taken.add(cell_id)
    return cell_id


def _outputs(outputs, count):
    kept = []
    for output in outputs:
        if output.output_type == "stream":
            same = (
                kept
                and kept[-1].output_type == "stream"
                and kept[-1].name == output.name
            )
            if same:
                kept[-1].text += output.text
            else:
                kept.append(
                    nbformat.v4.new_output(
                        "stream", name=output.name, text=output.text
                    )
                )
        elif output.output_type == "error":
            kept.append(output)
        else:
            new = nbformat.v4.new_output(output.output_type, data=output.data)
            if "image/png" in new.data:
                new.data["image/png"] = new.data["image/png"].strip()
            if output.output_type == "execute_result":
                new.execution_count = count
            kept.append(new)
    for output in kept:
        if output.output_type == "stream":
            output.text = _final(output.text)
    return [o for o in kept if o.output_type != "stream" or o.text.strip()]


def _final(text):
    """What a terminal shows in the end, after all progress bars."""
    if "\r" not in text:
        return text
    lines, row, column = [""], 0, 0
    for part in re.split(r"(\r|\n|\x1b\[A)", text):
        if part == "\r":
            column = 0
        elif part == "\n":
            row, column = row + 1, 0
            lines += [""] * (row + 1 - len(lines))
        elif part == "\x1b[A":  # up: a bar inside another bar
            row -= 1
        else:
            line = lines[row].ljust(column)
            lines[row] = line[:column] + part + line[column + len(part) :]
            column += len(part)
    return "\n".join(line.rstrip() for line in lines)
