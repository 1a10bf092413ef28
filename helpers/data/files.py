"""Reads files, folders and archives; what is wrong becomes a sentence.

Archives are read in memory and never unpacked, so that nothing can be written
outside a folder and nothing half-written stays behind. No pickle is read.
"""

import csv
import gzip
import io
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.util import find_spec
from pathlib import Path, PureWindowsPath

#: What gzip, tarfile and zipfile raise on truncated or altered archives.
_BROKEN = (
    OSError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
)


#: What to do, at the end of a message.
REPAIR = "Correct the file, or replace it."


class DataError(Exception):
    """Data that cannot be fetched, or that is not what the loader expects."""


def own_file(
    source: str | Path, known: tuple[str, ...], suffix: str | None = None
) -> Path | None:
    """Tells a reader's own file from the name of a source.

    Args:
        source: what the reader asked for.
        known: the names of the sources of a module, its `SOURCES`.
        suffix: ending of a file that the reader may bring, such as ".csv";
            without one, only the known names are allowed.

    Returns:
        Path of the reader's file, which exists; None for a known source.

    Raises:
        ValueError: if `source` is neither.
        DataError: if `source` names a file that is not there.
    """
    if source in known:
        return None
    if suffix is None or not str(source).lower().endswith(suffix):
        own = f" A file of your own: path to a {suffix}." if suffix else ""
        raise ValueError(
            f"Unknown source {str(source)!r}. Known: {', '.join(known)}.{own}"
        )
    path = Path(source).expanduser()
    if not path.is_file():
        raise DataError(
            f"There is no file {path}; relative paths start at {Path.cwd()}. "
            "Correct the path."
        )
    return path


def package_file(package: str, place: str) -> Path:
    """Finds a data file inside an installed package, without importing it.

    Args:
        package: name, such as "sklearn", whose import takes a second.
        place: path of the file inside the package.

    Returns:
        Path of the file.

    Raises:
        DataError: if it is not there.
    """
    spec = find_spec(package)
    for folder in spec.submodule_search_locations if spec else ():
        if (Path(folder) / place).is_file():
            return Path(folder) / place
    raise DataError(
        f"The installed {package} should hold the file {place}, but it does "
        "not. Install the versions in requirements.txt."
    )


def members(path: Path, *patterns: str) -> Iterator[tuple[str, bytes]]:
    """Reads the files of a folder or an archive, one after the other.

    Args:
        path: a folder, a .zip or .npz, a .tar, .tar.gz or .tgz, a .gz, or any
            other file, which counts as a folder that holds this one file.
        *patterns: shell patterns, "*" over folders too; a file is read where
            one of them fits its name. All files without any.

    Yields:
        Name, relative and with "/" (a .gz loses its ending), and content. A
        folder is read in sorted order, an archive in its own. Hidden files,
        such as "._0_9.txt" of the macOS Finder, are left out.

    Raises:
        DataError: if a file cannot be read, if an archive is truncated or
            altered, or if it has a member that would leave its folder (an
            absolute path, "..", a link).
    """
    try:
        yield from members_of(path, path.name, *patterns)
    except DataError as error:
        raise DataError(
            f"{path} cannot be read: {error}. Replace it, or remove it and "
            "call again."
        ) from None


def members_of(
    path: Path, file_name: str, *patterns: str
) -> Iterator[tuple[str, bytes]]:
    """As `members`, for a file whose final name is not yet that of its path.

    The message of a `DataError` is the reason alone, such as "it is empty".
    """
    read = _reader(path, file_name.lower())
    try:
        for name, content in read(path, file_name):
            fits = not patterns or any(fnmatch(name, one) for one in patterns)
            if fits and not name.rpartition("/")[2].startswith("."):
                yield name, content()
    except _BROKEN as error:
        # Of tarfile's, one line for each kind of compression.
        reason = (str(error) or type(error).__name__).splitlines()[0]
        raise DataError(
            f"it may be truncated or altered ({reason.rstrip(': ')})"
        ) from None


def member(path: Path, *patterns: str) -> bytes:
    """Reads the one file of a folder or an archive that fits the patterns.

    Args:
        path: as in `members`.
        *patterns: as in `members`.

    Returns:
        Content of the file.

    Raises:
        DataError: as in `members`, or if not exactly one file fits.
    """
    found = dict(members(path, *patterns))
    if len(found) != 1:
        raise DataError(
            f"{path} should hold one file {' or '.join(patterns)}, but it "
            f"holds {len(found)}: {', '.join(sorted(found)[:5]) or 'none'}. "
            "Replace it, or remove it and call again."
        )
    return next(iter(found.values()))


def decode(
    content: bytes, file_name: str | Path, encoding: str = "utf-8-sig"
) -> str:
    """Turns the content of a text file into text.

    Args:
        content: bytes of the file.
        file_name: for the message.
        encoding: the file's; the default drops a byte order mark.

    Returns:
        Text with "\\n" at the end of lines.

    Raises:
        DataError: if the file is empty or has another encoding.
    """
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise DataError(
            f"{file_name} should be text in {encoding}, but byte "
            f"{error.start} is not: save it in that encoding."
        ) from None
    if not text.strip():
        raise DataError(
            f"{file_name} is empty, where text is expected. Replace it, or "
            "remove it and call again."
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def table(
    text: str, file_name: str | Path, columns: tuple[str, ...] = ()
) -> dict[str, tuple[str, ...]]:
    """Reads comma-separated text with a header line, column by column.

    Args:
        text: of the file.
        file_name: for the message.
        columns: names that the header must have, among others.

    Returns:
        From the name of each column, in order, to its fields, as text.

    Raises:
        DataError: if a column, a field of a line, or every line is missing.
    """
    reader = csv.reader(io.StringIO(text, newline=""))
    header = [name.strip() for name in next(reader)]
    if not {*columns} <= {*header} or len({*header}) < len(header):
        expected = f"the columns {', '.join(columns)}" if columns else "names"
        raise DataError(
            f"{file_name} should start with a line of column names with "
            f"{expected}, each once, but it is {','.join(header)[:70]!r}. "
            + REPAIR
        )
    rows = []
    try:
        for row in reader:
            if row and len(row) != len(header):
                raise DataError(
                    f"{file_name}, line {reader.line_num}: expected "
                    f"{len(header)} columns, got {len(row)}. {REPAIR}"
                )
            if row:
                rows.append(row)
    except csv.Error as error:
        raise DataError(
            f"{file_name}, line {reader.line_num}: this is not "
            f"comma-separated text ({error}). {REPAIR}"
        ) from None
    if not rows:
        raise DataError(
            f"{file_name} should have rows below the column names, but it has "
            f"no rows. {REPAIR}"
        )
    return dict(zip(header, zip(*rows, strict=True), strict=True))


def _reader(path, lower_name):
    if path.is_dir():
        return _folder
    if lower_name.endswith((".zip", ".npz")):
        return _zip
    if lower_name.endswith((".tar", ".tar.gz", ".tgz")):
        return _tar
    return _gzip if lower_name.endswith(".gz") else _plain


def _folder(path, file_name):
    for file in sorted(path.rglob("*")):
        if file.is_file():
            yield file.relative_to(path).as_posix(), file.read_bytes


def _plain(path, file_name):
    yield file_name, path.read_bytes


def _gzip(path, file_name):
    def content():
        with gzip.open(path) as file:
            return file.read()

    yield file_name[: -len(".gz")], content


def _zip(path, file_name):
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            link = stat.S_ISLNK(info.external_attr >> 16)
            _refuse_unsafe(info.filename, link)
        for info in archive.infolist():
            if not info.is_dir():
                yield info.filename, lambda info=info: archive.read(info)


def _tar(path, file_name):
    with tarfile.open(path) as archive:
        for info in archive:
            _refuse_unsafe(info.name, not (info.isfile() or info.isdir()))
            if info.isfile():
                yield (
                    info.name,
                    lambda info=info: archive.extractfile(info).read(),
                )
        # Only the end of a compressed stream tells whether it is intact.
        while archive.fileobj.read(1 << 20):
            pass


def _refuse_unsafe(name, is_link):
    # The Windows flavour knows both separators and drives.
    parts = PureWindowsPath(name)
    if is_link or parts.anchor or ".." in parts.parts:
        raise DataError(
            f"its member {name!r} is refused, since it would leave the "
            "archive's folder (a link, an absolute path or '..')"
        )
