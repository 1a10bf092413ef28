"""The site, built once for all tests that look at its pages."""

import time

import pytest

from tools import site

PATIENCE = 600


@pytest.fixture(scope="session")
def html(tmp_path_factory, worker_id):
    """Folder of the built site; the first worker builds it for both."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "site"
    done = folder / "done"
    try:
        folder.mkdir()
    except FileExistsError:
        end = time.monotonic() + PATIENCE
        while not done.exists() and time.monotonic() < end:
            time.sleep(0.5)
    else:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(site, "BUILD", folder)
            patch.setattr(site, "PAGES", folder / "pages")
            patch.setattr(site, "HTML", folder / "site")
            try:
                site.build()
            finally:
                done.touch()
    return folder / "site"
