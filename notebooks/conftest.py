"""How pytest runs the notebooks: hooks around nbval.

- Kernels start quietly, as in `make execute`.
- After a cell that fails, the rest of the notebook is skipped.
- A kernel that dies is noticed within seconds.
- Each notebook has a time limit.
- A checked cell whose output was stripped fails; nbval would let it pass.
"""

import os
import queue
import time

import pytest
from nbval.plugin import IPyNbCell, NbCellError

#: Seconds that one notebook may take, under tests that share two cores.
LIMIT = float(os.environ.get("UNROLLED_NOTEBOOK_SECONDS", "300"))

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
# Several notebooks run at a time. With one thread each they do not wait for
# each other: on two cores that saves up to a fifth of the time.
os.environ.setdefault("TF_NUM_INTRAOP_THREADS", "1")
os.environ.setdefault("TF_NUM_INTEROP_THREADS", "1")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Skips what follows a failed cell, and starts the notebook's clock."""
    if not isinstance(item, IPyNbCell):
        return
    notebook = item.parent
    if hasattr(notebook, "failed"):
        pytest.skip(f"cell {notebook.failed} of this notebook failed")
    if not hasattr(notebook, "deadline"):
        notebook.deadline = time.monotonic() + LIMIT


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    """Gives a cell the rest of its notebook's time and a watched kernel."""
    if isinstance(item, IPyNbCell):
        checked = "nbval-check-output" in item.cell.metadata.get("tags", [])
        if checked and not item.cell.execution_count:
            pytest.fail("There is no stored output: run `make execute`.", False)
        left = item.parent.deadline - time.monotonic()
        item.config.option.nbval_cell_timeout = max(left, 1)
        item.output_timeout = 60
        _watch(item.parent.kernel)
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Remembers a cell that could not be run to its end."""
    report = yield
    if isinstance(item, IPyNbCell) and report.when == "call" and report.failed:
        error = call.excinfo.value
        only_differs = isinstance(error, NbCellError) and (
            str(error) == "Cell outputs differ"
        )
        if not only_differs:
            item.parent.failed = item.cell_num
    return report


def _watch(kernel):
    """Makes the wait for a message end when the kernel is dead."""
    if hasattr(kernel, "watched"):
        return
    wait = kernel.get_message

    def get_message(stream, timeout=None):
        end = time.monotonic() + (timeout or 0)
        while True:
            left = end - time.monotonic() if timeout else 1
            try:
                return wait(stream, timeout=min(1, max(left, 0.01)))
            except queue.Empty:
                if not kernel.is_alive():
                    raise RuntimeError(
                        "The kernel died while it ran this cell; often the "
                        "machine is out of memory."
                    ) from None
                if timeout and left <= 1:
                    raise

    kernel.get_message = get_message
    kernel.watched = True
