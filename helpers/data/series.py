"""Measured series: sea temperature, CO2, ridership, weather, or your own.

Bundled with statsmodels, both from public US agencies: the averaged monthly
sea-surface temperature off the coast of Peru and Ecuador, 1950 to 2010
(NOAA), and the CO2 of the air at Mauna Loa, weekly from 1958 to 2001
(Keeling and Whorf). Ridership: daily boardings in Chicago, by the Chicago
Transit Authority, as collected in https://github.com/ageron/data. Jena: the
weather station of the Max Planck Institute for Biogeochemistry,
https://www.bgc-jena.mpg.de/wetter/. Mauna Loa: Lan, Tans and Thoning, Global
Monitoring Laboratory, NOAA, https://gml.noaa.gov/ccgg/trends/.
"""

import re
from dataclasses import dataclass
from functools import partial

import numpy as np

from .download import fetch, find
from .files import (
    REPAIR,
    DataError,
    decode,
    member,
    own_file,
    package_file,
    table,
)

SOURCES = ("bundled", "co2", "ridership", "jena", "mauna-loa")

_RIDERSHIP = "https://github.com/ageron/data/raw/main/ridership.tgz"
_JENA = (
    "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"
    "jena_climate_2009_2016.csv.zip"
)
_MAUNA_LOA = "https://gml.noaa.gov/webdata/ccgg/trends/co2/co2_mm_mlo.csv"
_JENA_CHANNELS = (
    *("p (mbar)", "T (degC)", "Tpot (K)", "Tdew (degC)", "rh (%)"),
    *("VPmax (mbar)", "VPact (mbar)", "VPdef (mbar)", "sh (g/kg)"),
    *("H2OC (mmol/mol)", "rho (g/m**3)", "wv (m/s)", "max. wv (m/s)"),
    "wd (deg)",
)
_FEWEST = 20


@dataclass(frozen=True)
class Period:
    """A piece of a series; the entry at one index is one time step.

    Attributes:
        start: index of the first time step in the whole series, so that a
            forecast can look back to what came before.
        dates: shape `(time,)`, datetime64, ascending, without duplicates.
        values: shape `(time, channels)`, floats. A missing value is replaced
            by the last one before it, as a forecaster would have to, and at
            the start of the series by the first one after it.
        missing: where that was done, shape `(time, channels)`, booleans.
        calendar: what is known of each time step in advance, 0 or 1, shape
            `(time, calendar_names)`; no column for most sources.
    """

    start: int
    dates: np.ndarray
    values: np.ndarray
    missing: np.ndarray
    calendar: np.ndarray

    def __len__(self):
        return len(self.dates)


@dataclass(frozen=True)
class Series:
    """A series in three parts, one after the other in time.

    Attributes:
        source: what `load` was asked for.
        channels: name, with unit, of each column of values.
        calendar_names: name of each column of what is known in advance.
        whole: the series from its start to the end of the test period; the
            periods below are pieces of it.
        train: period to fit with.
        valid: period to choose with.
        test: period to report on, once.
        published: further periods, on which others have published results;
            outside train, valid and test.
    """

    source: str
    channels: tuple[str, ...]
    calendar_names: tuple[str, ...]
    whole: Period
    train: Period
    valid: Period
    test: Period
    published: tuple[Period, ...] = ()

    def describe(self) -> str:
        """Returns one line: source, channels, length and dates of the parts."""
        parts = ", ".join(
            f"{name} {len(part):,} steps from {part.dates[0]}"
            for name, part in (
                ("train", self.train),
                ("valid", self.valid),
                ("test", self.test),
            )
        )
        more = len(self.channels) - 3
        channels = ", ".join(self.channels[:3])
        channels += f" and {more} more" if more > 0 else ""
        return (
            f"series ({self.source}), {channels}: {parts} "
            f"to {self.test.dates[-1]}"
        )


def load(source: str = "bundled") -> Series:
    """Loads a series.

    Args:
        source: one of

            - "bundled": monthly sea-surface temperature, 1950 to 2010;
            - "co2": monthly means of the weekly CO2, 1958 to 2001;
            - "ridership": daily boardings of bus and rail in Chicago, and
              the type of each day: train from 2001 to 2017, valid 2018, test
              June to December 2019; published are 1 March and 26 February
              to 31 May 2019;
            - "jena": 14 measurements of the weather every 10 minutes, first
              half train, next quarter valid (the cut of Chollet, "Deep
              Learning with Python"); the file of 2009 to 2016, or the
              station's newer file `mpi_roof….csv` where only that one is in
              the reader's own folder;
            - "mauna-loa": monthly CO2 up to now, valid from 2000, test from
              2008;
            - the path of a reader's own .csv with a date (2024-01-31,
              2024-01 or 2024-01-31 12:00) in the first column and numbers in
              the others: first 70 % train, next 15 % valid.

    Returns:
        Series with `train`, `valid` and `test`.

    Raises:
        ValueError: if `source` is unknown.
        DataError: if the data cannot be fetched or read.
    """
    path = own_file(source, SOURCES, ".csv")
    if path:
        return _own(str(source), path)
    loaders = (_bundled, _co2, _ridership, _jena, _mauna_loa)
    return dict(zip(SOURCES, loaders, strict=True))[source](source)


def _bundled(source):
    path = package_file("statsmodels", "datasets/elnino/elnino.csv")
    # A row a year, a column a month.
    years = np.loadtxt(path, delimiter=",", skiprows=1)
    dates = np.datetime64(f"{years[0, 0]:.0f}-01") + np.arange(12 * len(years))
    whole = _whole(dates, years[:, 1:].reshape(-1, 1))
    return _cut(
        source, ("sea temperature (degC)",), whole, "1991-01", "2001-01"
    )


def _co2(source):
    path = package_file("statsmodels", "datasets/co2/co2.csv")
    weeks = table(decode(path.read_bytes(), path), path, ("date", "co2"))
    values = _values(weeks, ("co2",), path)[:, 0]
    months = np.array(
        [np.datetime64(f"{date[:4]}-{date[4:6]}") for date in weeks["date"]]
    )[~np.isnan(values)]
    dates = np.arange(months[0], months[-1] + 1)
    place = (months - dates[0]).astype(int)
    weeks_in_month = np.bincount(place, minlength=len(dates))
    sums = np.bincount(place, values[~np.isnan(values)], minlength=len(dates))
    means = np.full(len(dates), np.nan)
    np.divide(sums, weeks_in_month, out=means, where=weeks_in_month > 0)
    whole = _whole(dates, means[:, None])
    return _cut(source, ("CO2 (ppm)",), whole, "1986-01", "1994-01")


def _ridership(source):
    path = fetch(
        _RIDERSHIP,
        local=("CTA_-_Ridership_-_Daily_Boarding_Totals*.csv", "ridership"),
    )
    columns = table(
        decode(member(path, "*CTA_-_Ridership*.csv"), path),
        path,
        ("service_date", "day_type", "bus", "rail_boardings"),
    )
    day_types = np.array(columns["day_type"])
    whole = _whole(
        _dates(
            columns["service_date"],
            path,
            "01/31/2001",
            lambda text: f"{text[6:]}-{text[:2]}-{text[3:5]}",
        ),
        _values(columns, ("bus", "rail_boardings"), path),
        # Weekday, Saturday, Sunday or holiday.
        calendar=(day_types[:, None] == ["W", "A", "U"]).astype(float),
        path=path,
    )
    if not np.all(whole.calendar.sum(axis=1) == 1):
        raise DataError(
            f"{path}: expected only the day types W, A and U, got "
            f"{', '.join(sorted({*day_types} - {*'WAU'}))}. {REPAIR}"
        )
    cut = partial(_between, whole, path=path)
    return Series(
        source=source,
        channels=("bus (boardings)", "rail (boardings)"),
        calendar_names=("weekday", "Saturday", "Sunday or holiday"),
        whole=cut("2001-01-01", "2020-01-01"),
        train=cut("2001-01-01", "2018-01-01"),
        valid=cut("2018-01-01", "2019-01-01"),
        test=cut("2019-06-01", "2020-01-01"),
        published=(
            cut("2019-03-01", "2019-06-01"),
            cut("2019-02-26", "2019-06-01"),
        ),
    )


def _jena(source):
    names = ("jena_climate_2009_2016.csv.zip", "jena_climate_2009_2016.csv")
    path = find(*names, "mpi_roof*.csv", "mpi_roof*.zip") or fetch(_JENA)
    columns = table(
        decode(member(path, "*.csv"), path, "cp1252"),
        path,
        ("Date Time", *_JENA_CHANNELS),
    )
    whole = _whole(
        _dates(
            columns["Date Time"],
            path,
            "31.01.2009 23:50:00",
            lambda text: f"{text[6:10]}-{text[3:5]}-{text[:2]}T{text[11:16]}",
        ),
        _values(columns, _JENA_CHANNELS, path, missing=-9999),
        path=path,
    )
    return _cut(
        source,
        _JENA_CHANNELS,
        whole,
        whole.dates[len(whole) // 2],
        whole.dates[len(whole) * 3 // 4],
    )


def _mauna_loa(source):
    path = fetch(_MAUNA_LOA, local=("co2-mm-mlo.csv",))
    text = decode(member(path), path)
    lines = [line for line in text.splitlines() if line[:1] != "#"]
    columns = table("\n".join(lines), path)
    columns = {name.lower(): fields for name, fields in columns.items()}
    if not (
        {"date", "average"} <= {*columns}
        or {"year", "month", "average"} <= {*columns}
    ):
        raise DataError(
            f"{path} should have the columns year, month and average, or Date "
            f"and Average, but it has {', '.join(columns)}. Replace it."
        )
    dates = columns.get("date") or [
        f"{year}-{month:0>2}"
        for year, month in zip(columns["year"], columns["month"], strict=True)
    ]
    whole = _whole(
        _dates(dates, path, "1958-03", lambda text: text[:7]),
        _values(columns, ("average",), path, missing=-99.99),
        path=path,
    )
    return _cut(source, ("CO2 (ppm)",), whole, "2000-01", "2008-01")


def _own(source, path):
    columns = table(decode(path.read_bytes(), path), path)
    date_column, *channels = columns
    if not channels:
        raise DataError(
            f"{path} should have a column of dates and at least one of "
            "numbers, separated by commas, but it has the one column "
            f"{date_column!r}. {REPAIR}"
        )
    dates = _dates(columns[date_column], path, "2024-01-31")
    whole = _whole(dates, _values(columns, channels, path), path=path)
    if len({*zip(*columns.values(), strict=True)}) > len(whole):
        raise DataError(
            f"{path} should have one row a date, but some date has two rows "
            f"with different values. {REPAIR}"
        )
    if len(whole) < _FEWEST:
        raise DataError(
            f"{path} should have at least {_FEWEST} dates, but it has "
            f"{len(whole)}. {REPAIR}"
        )
    valid, test = len(whole) * 70 // 100, len(whole) * 85 // 100
    return _cut(
        source, tuple(channels), whole, whole.dates[valid], whole.dates[test]
    )


def _dates(texts, path, example, to_iso=str):
    dates = []
    for row, text in enumerate(texts, start=1):
        try:
            # NumPy alone would take 20240131 for a year.
            iso = re.fullmatch(r"\d{4}(-\d\d.*)?", to_iso(text.strip()))
            dates.append(np.datetime64(iso[0]))
        except (TypeError, ValueError):
            raise DataError(
                f"{path}, row {row} below the column names: expected a date "
                f"such as {example}, got {text!r}. {REPAIR}"
            ) from None
    return np.array(dates)


def _values(columns, channels, path, missing=np.nan):
    """Returns shape (time, channels); NaN where a value is missing."""
    values = np.empty((len(columns[channels[0]]), len(channels)))
    for place, channel in enumerate(channels):
        for row, text in enumerate(columns[channel]):
            try:
                values[row, place] = float(text.strip() or "nan")
            except ValueError:
                raise DataError(
                    f"{path}, row {row + 1} below the column names, column "
                    f"{channel}: expected a number, got {text!r}. {REPAIR}"
                ) from None
    return np.where(values == missing, np.nan, values)


def _whole(dates, values, calendar=None, path="The series"):
    """Sorts by time, drops duplicates, and fills missing values."""
    dates, first = np.unique(dates, return_index=True)
    values = values[first]
    missing = ~np.isfinite(values)
    if missing.all(axis=0).any():
        raise DataError(
            f"{path} should have numbers in each column, but it has a column "
            f"without any number. {REPAIR}"
        )
    steps = np.arange(len(dates))[:, None]
    last_known = np.maximum.accumulate(np.where(missing, -1, steps))
    known = np.where(last_known < 0, np.argmin(missing, axis=0), last_known)
    if calendar is None:
        calendar = np.empty((len(first), 0))
    else:
        calendar = calendar[first]
    filled = np.take_along_axis(values, known, axis=0)
    return Period(0, dates, filled, missing, calendar)


def _between(whole, start, stop, path="The series"):
    """Cuts the dates from `start` up to, but not including, `stop`."""
    start = whole.dates[0] if start is None else np.datetime64(start)
    stop = whole.dates[-1] + 1 if stop is None else np.datetime64(stop)
    if not whole.dates[0] <= start < stop <= whole.dates[-1] + 1:
        raise DataError(
            f"{path} should have dates from {start} up to {stop}, but it goes "
            f"from {whole.dates[0]} to {whole.dates[-1]}. Replace the file."
        )
    first, last = np.searchsorted(whole.dates, [start, stop]).tolist()
    piece = slice(first, last)
    return Period(
        start=first,
        dates=whole.dates[piece],
        values=whole.values[piece],
        missing=whole.missing[piece],
        calendar=whole.calendar[piece],
    )


def _cut(source, channels, whole, valid_from, test_from):
    return Series(
        source=source,
        channels=channels,
        calendar_names=(),
        whole=whole,
        train=_between(whole, None, valid_from),
        valid=_between(whole, valid_from, test_from),
        test=_between(whole, test_from, None),
    )
