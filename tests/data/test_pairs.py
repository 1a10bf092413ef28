import gzip
import zipfile

import pytest

from helpers.data import pairs
from helpers.data.files import DataError

PARTS = ("train", "valid", "test")


def keys(split):
    return {pairs.key(source) for source in split.sources}


def assert_sound(data):
    """Disjoint, each source once, at least one reference, no copies."""
    train, valid, test = (keys(getattr(data, part)) for part in PARTS)
    assert not train & valid and not train & test and not valid & test
    for part in PARTS:
        split = getattr(data, part)
        assert len(split) == len({*split.sources}) == len(split.references)
        assert len(split)
        for source, references in zip(
            split.sources, split.references, strict=True
        ):
            assert source and all(references) and references
            assert len({*references}) == len(references)
            for text in (source, *references):
                assert text == text.strip() and "\t" not in text
                assert "\u202f" not in text and "\xa0" not in text


def zipped(folder, name, files):
    path = folder / name
    with zipfile.ZipFile(path, "w") as archive:
        for member, text in files.items():
            archive.writestr(member, text)
    return path


def lines(number, columns=2):
    extra = "\tCC-BY 2.0 (France)" * (columns - 2)
    return [f"Sentence {i}.\tPhrase {i} !{extra}" for i in range(number)]


def test_bundled():
    data = pairs.load()
    assert_sound(data)
    assert data.languages == ("English", "French")
    assert len(data.train) == 20_000
    assert len(data.train.targets) == 20_000
    assert data.train.targets[5] == data.train.references[5][0]
    assert data.describe() == (
        "pairs (bundled): English to French, 20,000 train, 1,000 valid, "
        "1,000 test, 1,000 combinations, 1,120 by_length, "
        f"{len(data.challenge)} challenge"
    )
    train = {*data.train.sources}
    for part in ("valid", "test", "combinations", "by_length", "challenge"):
        assert not train & {*getattr(data, part).sources}


# --- Tokens ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("L'ami d'Anne dort.", "l' ami d' anne dort ."),
        ("Est-ce qu'elle m'aime ?", "est-ce qu' elle m' aime ?"),
        ("S'il pleut, j'irai.", "s' il pleut , j' irai ."),
        ("Aujourd'hui, il n'y a rien !", "aujourd'hui , il n' y a rien !"),
        ("Jusqu’à l’école", "jusqu' à l' école"),
        ("I don't know Paul's dog.", "i don't know paul's dog ."),
        ("It's 7 o'clock: go!", "it's 7 o'clock : go !"),
        ("¿Qué pasa?", "¿ qué pasa ?"),
        ("Das ist's, süß…", "das ist's , süß …"),
        ("", ""),
    ],
)
def test_tokenize(text, tokens):
    assert pairs.tokenize(text) == tokens.split()


def test_join_undoes_tokenize():
    data = pairs.load()
    texts = data.test.targets + data.by_length.targets + data.challenge.targets
    for text in texts:
        tokens = pairs.tokenize(text)
        assert pairs.join(tokens) == text.lower()
        assert pairs.tokenize(pairs.join(tokens)) == tokens


def test_join_puts_spanish_marks_before_their_word():
    tokens = pairs.tokenize("Hola. ¿Qué pasa, Ana? ¡Corre!")
    assert pairs.join(tokens) == "hola. ¿qué pasa, ana ? ¡corre !"


# --- A reader's own file --------------------------------------------------


def test_own_file(tmp_path):
    path = tmp_path / "mine.tsv"
    rows = lines(50) + ["Sentence 3.\tAutre phrase.", "sentence 3!\tEncore."]
    path.write_text("\n".join([*rows, "", rows[0]]), encoding="utf-8")
    data = pairs.load(str(path))
    assert_sound(data)
    assert [len(getattr(data, part)) for part in PARTS] in (
        [[41, 5, 5], [40, 6, 5], [40, 5, 6]]
    )
    every = dict(
        row
        for part in PARTS
        for row in zip(
            getattr(data, part).sources,
            getattr(data, part).references,
            strict=True,
        )
    )
    assert len(every) == 51
    assert every["Sentence 3."] == ("Phrase 3 !", "Autre phrase.")
    assert every["sentence 3!"] == ("Encore.",)
    assert pairs.load(path).train == data.train
    assert "source to target" in data.describe()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\tb\nno translation\n", "line 2: expected a sentence, a tab"),
        ("a\tb\n\tc\n", "line 2: expected a sentence, a tab"),
        ("a\tb\nc\t \n", "line 2: expected a sentence, a tab"),
        ("a\tb\nc\td\n", "at least 10 different sentences, but it holds 2"),
        ("", "is empty"),
    ],
)
def test_wrong_own_files(tmp_path, text, message):
    path = tmp_path / "mine.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        pairs.load(str(path))


def test_an_own_file_that_is_not_there(tmp_path):
    with pytest.raises(DataError, match="There is no file"):
        pairs.load(str(tmp_path / "none.tsv"))


# --- Tatoeba, small -------------------------------------------------------


@pytest.mark.parametrize("columns", [2, 3])
def test_tatoeba_with_two_and_three_columns(own_folder, columns):
    rows = lines(30, columns)
    rows[4] = rows[4].replace(" !", "\u202f!")
    zipped(
        own_folder,
        "fra-eng.zip",
        {"fra.txt": "\n".join(rows), "_about.txt": "x"},
    )
    data = pairs.load("tatoeba-fra")
    assert_sound(data)
    assert sum(len(getattr(data, part)) for part in PARTS) == 30
    assert all(
        target.endswith(" !") and target.count("Phrase") == 1
        for part in PARTS
        for target in getattr(data, part).targets
    )


def test_tatoeba_extracted_and_spanish(own_folder):
    folder = own_folder / "spa-eng"
    folder.mkdir()
    (folder / "spa.txt").write_text("\n".join(lines(20)), encoding="utf-8")
    data = pairs.load("tatoeba-spa")
    assert data.languages == ("English", "Spanish")
    assert len(data.train) == 16


def test_an_archive_without_the_file(own_folder):
    zipped(own_folder, "fra-eng.zip", {"deu.txt": "a\tb"})
    with pytest.raises(DataError, match="should hold one file fra.txt"):
        pairs.load("tatoeba-fra")


def test_a_new_line_moves_no_sentence_far(own_folder):
    rows = lines(200)
    zipped(own_folder, "fra-eng.zip", {"fra.txt": "\n".join(rows)})
    before = pairs.load("tatoeba-fra")
    rows.append("A new sentence.\tUne phrase.")
    zipped(own_folder, "fra-eng.zip", {"fra.txt": "\n".join(rows)})
    after = pairs.load("tatoeba-fra")
    assert len({*before.test.sources} - {*after.test.sources}) <= 1


# --- Multi30k, small ------------------------------------------------------


def multi30k(folder, **changed):
    texts = {
        "train.en": ["A dog.", "A cat.", "a dog", "Two men."],
        "train.fr": ["Un chien.", "Un chat.", "un chien", "Deux hommes."],
        "val.en": ["A cat!"],
        "val.fr": ["Un chat !"],
        "test_2016_flickr.en": ["Two men."],
        "test_2016_flickr.fr": ["Deux hommes."],
    }
    for name, rows in (texts | changed).items():
        with gzip.open(folder / f"{name}.gz", "wt", encoding="utf-8") as file:
            file.write("\n".join(rows) + "\n")


def test_multi30k_keeps_its_parts_apart(own_folder):
    multi30k(own_folder)
    data = pairs.load("multi30k-en-fr")
    assert_sound(data)
    assert data.train.sources == ("A dog.", "a dog")
    assert data.valid.sources == ("A cat!",)
    assert data.test.references == (("Deux hommes.",),)
    assert pairs.load("multi30k-fr-en").train.targets[0] == "A dog."


def test_multi30k_with_a_line_too_few(own_folder):
    multi30k(own_folder, **{"val.fr": ["Un chat !", "Un chien."]})
    with pytest.raises(DataError, match="as many lines as its English"):
        pairs.load("multi30k-en-fr")


# --- The true files -------------------------------------------------------


def test_true_tatoeba(needs_real_data):
    french = pairs.load("tatoeba-fra")
    assert_sound(french)
    sizes = [len(getattr(french, part)) for part in PARTS]
    assert sum(sizes) > 95_000 and sizes[0] > 7.5 * sizes[1]
    assert max(len(some) for some in french.test.references) > 5
    spanish = pairs.load("tatoeba-spa")
    assert_sound(spanish)
    assert spanish.languages == ("English", "Spanish")
    assert sum(len(getattr(spanish, part)) for part in PARTS) > 95_000


@pytest.mark.parametrize(
    "source", [name for name in pairs.SOURCES if "multi30k" in name]
)
def test_true_multi30k(needs_real_data, source):
    data = pairs.load(source)
    assert_sound(data)
    assert len(data.train) > 28_000
    assert len(data.valid) > 1_000
    assert len(data.test) >= 990
    assert not len(data.challenge)
