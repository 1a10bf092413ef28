import io
import tarfile
import zipfile

import numpy as np
import pytest

from helpers.data import series
from helpers.data.files import DataError


def assert_in_time(data):
    """Ascending dates; parts disjoint, in order, and cut from the whole."""
    assert np.all(np.diff(data.whole.dates).astype(int) > 0)
    assert data.train.dates[-1] < data.valid.dates[0]
    assert data.valid.dates[-1] < data.test.dates[0]
    assert data.test.dates[-1] == data.whole.dates[-1]
    for part in (data.train, data.valid, data.test, *data.published):
        piece = slice(part.start, part.start + len(part))
        for name in ("dates", "values", "missing", "calendar"):
            of_part, of_whole = getattr(part, name), getattr(data.whole, name)
            np.testing.assert_array_equal(of_part, of_whole[piece])
    assert data.whole.values.shape == (len(data.whole), len(data.channels))
    assert data.whole.missing.shape == data.whole.values.shape
    assert data.whole.calendar.shape == (
        len(data.whole),
        len(data.calendar_names),
    )
    assert np.isfinite(data.whole.values).all()


def test_bundled_is_the_series_of_statsmodels():
    from statsmodels.datasets import elnino

    data = series.load()
    assert_in_time(data)
    table = elnino.load_pandas().data
    assert len(data.whole) == 12 * 61 and not data.whole.missing.any()
    np.testing.assert_array_equal(
        data.whole.values[:, 0],
        table.drop(columns="YEAR").to_numpy().ravel(),
    )
    assert str(data.whole.dates[0]) == "1950-01"
    assert str(data.test.dates[-1]) == "2010-12"
    assert [len(data.train), len(data.valid), len(data.test)] == [492, 120, 120]


def test_co2_is_the_series_of_statsmodels():
    from statsmodels.datasets import co2

    data = series.load("co2")
    assert_in_time(data)
    months = co2.load_pandas().data["co2"].resample("MS").mean()
    np.testing.assert_array_equal(data.whole.missing[:, 0], months.isna())
    np.testing.assert_allclose(data.whole.values[:, 0], months.ffill())
    assert data.whole.missing.sum() == 5
    assert [len(data.valid), len(data.test)] == [96, 96]


RIDERSHIP = "service_date,day_type,bus,rail_boardings,total_rides"


def ridership_rows():
    days = np.arange(np.datetime64("2001-01-01"), np.datetime64("2020-02-01"))
    for number, day in enumerate(days):
        year, month, of_month = str(day).split("-")
        kind = "AUWWWWW"[(number + 2) % 7]
        yield f"{month}/{of_month}/{year},{kind},{number},{2 * number},0"


def write_ridership(folder, rows, form="csv"):
    name = "CTA_-_Ridership_-_Daily_Boarding_Totals.csv"
    content = "\n".join([RIDERSHIP, *rows]).encode()
    if form == "csv":
        (folder / name).write_bytes(content)
    else:
        with tarfile.open(folder / "ridership.tgz", "w:gz") as archive:
            info = tarfile.TarInfo(f"ridership/{name}")
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))


@pytest.mark.parametrize("form", ["csv", "tgz"])
def test_ridership_in_small(form, own_folder):
    rows = list(ridership_rows())
    # Duplicate rows, and out of order, as in the true file.
    write_ridership(own_folder, rows[100:] + rows[:200] + rows[:1], form)
    data = series.load("ridership")
    assert_in_time(data)
    assert data.channels == ("bus (boardings)", "rail (boardings)")
    np.testing.assert_array_equal(
        data.whole.values[:, 0], np.arange(len(data.whole))
    )
    np.testing.assert_array_equal(
        data.whole.values[:, 1], 2 * np.arange(len(data.whole))
    )
    assert_published_ridership(data)
    # 5 to 7 January 2001: a Friday, a Saturday and a Sunday.
    np.testing.assert_array_equal(
        data.whole.calendar[4:7], [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    )


def assert_published_ridership(data):
    ends = [
        (str(part.dates[0]), str(part.dates[-1]), len(part))
        for part in (data.valid, data.test, *data.published)
    ]
    assert ends == [
        ("2018-01-01", "2018-12-31", 365),
        ("2019-06-01", "2019-12-31", 214),
        ("2019-03-01", "2019-05-31", 92),
        ("2019-02-26", "2019-05-31", 95),
    ]
    assert str(data.train.dates[-1]) == "2017-12-31"


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda rows: rows[:300], "should have dates.* up to 2020-01-01"),
        (lambda rows: rows[:-60], "should have dates.* up to 2020-01-01"),
        (lambda rows: rows[100:], "should have dates from 2001-01-01"),
        (lambda rows: [*rows, "01/01/2018,W,1"], "expected 5 columns, got 3"),
        (lambda rows: [*rows, "2018-01-01,W,1,1,1"], "31/2001, got '2018"),
        (lambda rows: [*rows, "02/01/2020,X,1,1,1"], "day types W, A and U"),
        (lambda rows: [*rows, "02/01/2020,W,?,1,1"], "column bus: .*got '?'"),
        (lambda rows: [], "no rows"),
    ],
)
def test_wrong_ridership(spoil, message, own_folder):
    write_ridership(own_folder, spoil(list(ridership_rows())))
    with pytest.raises(DataError, match=message):
        series.load("ridership")


JENA = ",".join(["Date Time", *series._JENA_CHANNELS])


def jena_rows(number=40):
    for i in range(number):
        day, minute = divmod(i * 10, 24 * 60)
        yield ",".join(
            [
                f"{1 + day:02}.02.2016 {minute // 60:02}:{minute % 60:02}:00",
                *(f"{i + 100 * channel}" for channel in range(14)),
            ]
        )


@pytest.mark.parametrize("form", ["zip", "csv", "station"])
def test_jena_in_small(form, own_folder):
    rows = list(jena_rows())
    rows[0] = rows[0].replace(",1100", ",-9999.00")
    rows[30] = rows[30].replace(",1130,", ",-9999,")
    rows[31] = rows[31].replace(",1131,", ",-9999.0,")
    header = JENA
    if form == "station":
        header += ",SWDR (W/m²),PAR (µmol/m²/s)"
        rows = [f"{row},1,-9999" for row in rows]
    content = "\r\n".join([header, *rows, *rows[:5]]).encode("cp1252")
    if form == "zip":
        path = own_folder / "jena_climate_2009_2016.csv.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("jena_climate_2009_2016.csv", content)
            archive.writestr("__MACOSX/._jena_climate_2009_2016.csv", b"x")
    else:
        name = "jena_climate_2009_2016" if form == "csv" else "mpi_roof"
        (own_folder / f"{name}.csv").write_bytes(content)
    data = series.load("jena")
    assert_in_time(data)
    assert len(data.whole) == 40 and len(data.channels) == 14
    assert "Tpot (K) and 11 more: train 20" in data.describe()
    assert [len(data.train), len(data.valid), len(data.test)] == [20, 10, 10]
    assert str(data.whole.dates[-1]) == "2016-02-01T06:30"
    wind = data.channels.index("wv (m/s)")
    assert np.argwhere(data.whole.missing).tolist() == [
        [0, wind],
        [30, wind],
        [31, wind],
    ]
    # The last value before it; at the start, the first one after it.
    np.testing.assert_array_equal(
        data.whole.values[[0, 1, 29, 30, 31, 32], wind],
        [1101, 1101, 1129, 1129, 1129, 1132],
    )


def test_jena_prefers_the_well_known_file(own_folder):
    for name, number in (("jena_climate_2009_2016", 40), ("mpi_roof", 80)):
        text = "\n".join([JENA, *jena_rows(number)])
        (own_folder / f"{name}.csv").write_text(text)
    assert len(series.load("jena").whole) == 40


def test_wrong_jena(own_folder):
    path = own_folder / "jena_climate_2009_2016.csv"
    path.write_text("Date Time,T (degC)\n01.01.2009 00:10:00,1\n")
    with pytest.raises(DataError, match="should start with a line"):
        series.load("jena")
    path.unlink()
    with zipfile.ZipFile(f"{path}.zip", "w") as archive:
        archive.writestr("readme.txt", b"x")
    with pytest.raises(DataError, match=r"one file \*.csv, but .* holds 0"):
        series.load("jena")


def mauna_loa_months():
    months = np.arange(np.datetime64("1999-01"), np.datetime64("2012-01"))
    return [str(month) for month in months]


@pytest.mark.parametrize("form", ["NOAA", "older"])
def test_mauna_loa_in_small(form, own_folder):
    months = mauna_loa_months()
    values = [f"{300 + i}" for i in range(len(months))]
    values[5] = values[6] = "-99.99"
    if form == "NOAA":
        name = "co2_mm_mlo.csv"
        header = "# Comments,\n#\nyear,month,decimal date,average,ndays"
        rows = [
            f"{month[:4]},{int(month[5:])},0,{value},-1"
            for month, value in zip(months, values, strict=True)
        ]
    else:
        name = "co2-mm-mlo.csv"
        header = "Date,Decimal Date,Average,Interpolated"
        rows = [
            f"{month}-01,0,{value},0"
            for month, value in zip(months, values, strict=True)
        ]
    (own_folder / name).write_text("\n".join([header, *rows]))
    data = series.load("mauna-loa")
    assert_in_time(data)
    assert data.whole.dates.astype(str).tolist() == months
    np.testing.assert_array_equal(
        data.whole.values[3:9, 0], [303, 304, 304, 304, 307, 308]
    )
    assert data.whole.missing[:, 0].nonzero()[0].tolist() == [5, 6]
    assert [len(data.train), len(data.valid), len(data.test)] == [12, 96, 48]


def test_wrong_mauna_loa(own_folder):
    (own_folder / "co2_mm_mlo.csv").write_text("year,ppm\n2000,300\n")
    with pytest.raises(DataError, match="year, month and average.*year, ppm"):
        series.load("mauna-loa")
    path = own_folder / "co2_mm_mlo.csv"
    path.write_text("Date,Average\nMarch 1958,315.7\n")
    with pytest.raises(DataError, match="such as 1958-03, got 'March 1958'"):
        series.load("mauna-loa")


def own_csv(tmp_path, rows, header="date,sales,visits"):
    path = tmp_path / "mine.csv"
    path.write_text("\n".join([header, *rows]))
    return path


def own_rows(number=100):
    days = np.datetime64("2024-01-01") + np.arange(number)
    return [f"{day},{i},{i / 2}" for i, day in enumerate(days)]


def test_an_own_file(tmp_path):
    rows = own_rows()
    rows[3] = rows[3].replace(",3,", ",,")
    data = series.load(str(own_csv(tmp_path, rows[::-1] + rows[:4])))
    assert_in_time(data)
    assert data.channels == ("sales", "visits")
    assert data.whole.values[2:5].tolist() == [[2, 1], [2, 1.5], [4, 2]]
    assert data.whole.missing.sum() == 1
    assert [len(data.train), len(data.valid), len(data.test)] == [70, 15, 15]
    line = data.describe()
    assert "mine.csv" in line and "sales, visits: train 70 steps" in line


@pytest.mark.parametrize(
    "texts",
    [
        [f"{1990 + i}" for i in range(25)],
        [f"2024-01-{1 + i:02}" for i in range(25)],
        [f"2024-01-01 {i // 2:02}:{i % 2 * 30:02}" for i in range(25)],
    ],
)
def test_dates_of_an_own_file(texts, tmp_path):
    rows = [f"{text},1,{i}" for i, text in enumerate(texts)]
    data = series.load(own_csv(tmp_path, rows))
    assert data.whole.dates[0] == np.datetime64(texts[0])
    assert data.whole.values[:, 1].tolist() == list(range(25))


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([], "no rows"),
        (own_rows(19), "at least 20 dates, but it has 19"),
        ([*own_rows(), "2025-01-01,1"], "line 102: expected 3 .* got 2"),
        ([*own_rows(), "2025-01-01,1,a"], "row 101.* visits: .* got 'a'"),
        ([*own_rows(), "01/31/2025,1,1"], "such as 2024-01-31, got '01/31"),
        ([*own_rows(), "20250131,1,1"], "such as 2024-01-31, got '20250131'"),
        ([*own_rows(), "2025-02-30,1,1"], "such as 2024-01-31"),
        ([*own_rows(), ",1,1"], "such as 2024-01-31, got ''"),
        ([*own_rows(), "2024-01-01,7,7"], "some date has two rows"),
        ([f"{row[:10]},,1" for row in own_rows()], "without any number"),
    ],
)
def test_a_wrong_own_file(rows, message, tmp_path):
    with pytest.raises(DataError, match=message) as caught:
        series.load(own_csv(tmp_path, rows))
    assert "mine.csv" in str(caught.value)


def test_an_own_file_of_one_column(tmp_path):
    rows = [row.replace(",", ";") for row in own_rows()]
    path = own_csv(tmp_path, rows, "date;sales;visits")
    with pytest.raises(DataError, match="separated by commas.*date;sales"):
        series.load(path)


def test_real_ridership(needs_real_data):
    data = series.load("ridership")
    assert_in_time(data)
    assert_published_ridership(data)
    # No day is missing or there twice.
    assert len(data.whole) == 6939
    assert str(data.whole.dates[0]) == "2001-01-01"
    assert data.whole.values[0].tolist() == [297192, 126455]
    assert data.whole.calendar[:2].tolist() == [[0, 0, 1], [1, 0, 0]]
    # The published error of the seasonal naive forecast: the same days.
    part, rail = data.published[0], data.whole.values[:, 1]
    days = np.arange(part.start, part.start + len(part))
    error = np.abs(rail[days] - rail[days - 7]).mean()
    assert error == pytest.approx(42_143, abs=1)


def test_real_jena(needs_real_data):
    data = series.load("jena")
    assert_in_time(data)
    assert len(data.whole) > 19_000
    celsius = data.whole.values[:, data.channels.index("T (degC)")]
    assert -30 < celsius.min() < celsius.max() < 45
    assert data.whole.values.min() > -100


def test_real_mauna_loa(needs_real_data):
    data = series.load("mauna-loa")
    assert_in_time(data)
    assert str(data.whole.dates[0]) == "1958-03"
    assert np.all(np.diff(data.whole.dates).astype(int) == 1)
    assert 300 < data.whole.values.min() < data.whole.values.max() < 500
    assert data.whole.missing.any()
