"""Fetches real data: the only place of the course that touches the network.

A file is looked for in the folder named by the environment variable
UNROLLED_DATA, else downloaded once into the user's cache. It gets its final
name only when it is complete and, where a hash is published, the right one.
"""

import os
import sys
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from .files import DataError, members_of

#: Seconds without an answer or without a byte after which a download fails.
TIMEOUT = 10

# Some servers of public data sets turn Python's default name away.
_HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; Unrolled course)"}


def fetch(
    url: str, *, known_hash: str | None = None, local: tuple[str, ...] = ()
) -> Path:
    """Finds a file in the reader's own folder, else downloads it once.

    Args:
        url: the original address. Its last part is the name of the file.
        known_hash: published hash of the download, such as "md5:7c2ac…". A
            file in the reader's own folder is not checked against it, since
            a repacked archive has another.
        local: further names that a copy may have in the reader's own folder,
            of a file or of the extracted folder, patterns such as "a*.zip"
            allowed; tried in order, after the name in `url`.

    Returns:
        Path of the file, archive or folder; read it with `files.members`.

    Raises:
        DataError: if it is neither there nor can be downloaded. The message
            says what was tried and where the file can be put by hand.
    """
    name = PurePosixPath(urlsplit(url).path).name
    return find(name, *local) or _download(url, name, known_hash)


def find(*names: str) -> Path | None:
    """Looks into the folder named by UNROLLED_DATA and one level below it.

    Args:
        *names: names or patterns, tried in order.

    Returns:
        Path of the first that exists, None without one or without a folder.

    Raises:
        DataError: if UNROLLED_DATA names something that is not a folder.
    """
    folder = own_folder()
    if folder is None:
        return None
    for name in names:
        for pattern in (name, f"*/{name}"):
            found = sorted(folder.glob(pattern))
            if found:
                return found[0]
    return None


def own_folder() -> Path | None:
    """Returns the reader's own folder of data, None where none is named.

    Raises:
        DataError: if UNROLLED_DATA names something that is not a folder.
    """
    named = os.environ.get("UNROLLED_DATA")
    if not named:
        return None
    folder = Path(named).expanduser().absolute()
    if not folder.is_dir():
        raise DataError(
            "The environment variable UNROLLED_DATA should name a folder of "
            f"data, but {folder} is none. Correct it or unset it."
        )
    return folder


def cache_folder() -> Path:
    """Returns the folder that downloads go to, in the user's cache."""
    import pooch

    return Path(pooch.os_cache("unrolled"))


def _download(url, name, known_hash):
    # Imported here, since bundled data should not wait for them.
    import pooch
    import requests

    pooch.get_logger().setLevel("WARNING")
    cache = cache_folder()
    try:
        path = pooch.retrieve(
            url,
            known_hash,
            fname=name,
            path=cache,
            downloader=_Downloader(name, check=known_hash is None),
        )
    except requests.RequestException as error:
        reason = _network_reason(error)
    except ValueError:
        reason = f"what came is not the published file ({known_hash})"
    except DataError as error:
        reason = f"what came cannot be used, {error}"
    except OSError as error:
        # Pooch puts a sentence of its own around a lack of permission.
        cause = error.__cause__ or error
        why = getattr(cause, "strerror", None) or cause
        raise DataError(
            f"{name} from {url} cannot be saved in {cache} ({why}). Put it by "
            "hand into a folder of your choice and name that folder in the "
            'environment variable UNROLLED_DATA, or use source="bundled", '
            "which needs no network."
        ) from None
    else:
        return Path(path)
    raise DataError(
        f"{name} could not be downloaded from {url}: {reason}. Call again, or "
        f"put it by hand into {own_folder() or cache}, or use "
        'source="bundled", which needs no network.'
    )


class _Downloader:
    """Pooch's downloader with a bar on stdout and a look at what came."""

    def __init__(self, name, check):
        self.name, self.check = name, check

    def __call__(self, url, output_file, pooch_instance):
        import pooch
        from tqdm import tqdm

        with tqdm(
            desc=self.name,
            # Pooch asks for the truth value of the bar, which a bar without
            # a total does not have; the true total comes with the answer.
            total=1,
            unit="B",
            unit_scale=True,
            file=sys.stdout,
            leave=False,
            dynamic_ncols=True,
        ) as bar:
            download = pooch.HTTPDownloader(
                progressbar=bar,
                chunk_size=1 << 16,
                timeout=TIMEOUT,
                headers=_HEADERS,
            )
            download(url, output_file, pooch_instance)
        if self.check:
            _check(Path(output_file), self.name)


def _check(path, name):
    """Without a published hash: notice empty files, web pages, broken ones."""
    start = path.read_bytes()[:200].lstrip().lower()
    if not start:
        raise DataError("it is empty")
    if start.startswith((b"<!doctype html", b"<html")):
        raise DataError("it is a web page")
    for _ in members_of(path, name):
        pass


def _network_reason(error):
    import requests

    if isinstance(error, requests.HTTPError):
        return f"the server answered {error.response.status_code}"
    if isinstance(error, requests.Timeout) or "timed out" in str(error):
        return f"no answer within {TIMEOUT:g} seconds"
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return "the connection broke off"
    if isinstance(error, requests.ConnectionError):
        return "the server cannot be reached"
    return str(error)
