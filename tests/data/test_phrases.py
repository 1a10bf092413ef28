"""The grammar of the phrases: by hand, by properties, by its files."""

import random
import re
from collections import Counter

import pytest

from helpers.data import DATASETS, pairs, phrases
from helpers.data.grammar import forms
from helpers.data.grammar.author import Author
from helpers.data.grammar.frames import ANIMALS, FRAMES
from helpers.data.grammar.nouns import NounPhrase
from helpers.data.grammar.words import ADJECTIVES, GROUPS, NOUNS
from tests.data.french_checker import complaints
from tests.data.phrases_by_hand import CHECKED, VERB_FORMS

GENERATED = ("train", "valid", "test", "combinations", "by_length")


@pytest.fixture(scope="module")
def data():
    return pairs.load()


@pytest.fixture(scope="module")
def sample(data):
    """10,000 pairs of all parts, and 500 that are in no file."""
    rows = [
        row
        for part in GENERATED
        for row in zip(
            getattr(data, part).sources,
            getattr(data, part).references,
            strict=True,
        )
    ]
    fresh = phrases.generate(500, seed=99)
    chosen = random.Random(0).sample(rows, 10_000)
    return chosen + list(zip(fresh.sources, fresh.references, strict=True))


# --- By hand --------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "english", "french"),
    [
        pytest.param(sentence, english, tuple(french), id=f"{rule}: {english}")
        for rule, sentence, english, *french in CHECKED
    ],
)
def test_checked_by_hand(sentence, english, french):
    assert sentence.english() == english
    assert sentence.references() == french


def test_the_table_is_large_and_covers_each_rule():
    rules = Counter(rule for rule, *_ in CHECKED)
    assert len(CHECKED) >= 150
    wanted = (
        "article demonstrative plural adjective order possessive genitive "
        "partitive negation present perfect future imperfect reflexive "
        "agreement pronoun question imperative comparison trade you I we they"
    )
    assert not {*wanted.split()} - {*rules}
    for letter in ("l'", "d'", "j'", "n'", "qu'", "m'", "s'"):
        assert f"elision {letter}" in rules
    for word in ("au", "aux", "du", "des"):
        assert f"contraction {word}" in rules
    for word in ("qui", "que", "où", "dont"):
        assert f"relative {word}" in rules


@pytest.mark.parametrize(
    ("infinitive", "present", "future", "participle"),
    VERB_FORMS,
)
def test_french_verbs(infinitive, present, future, participle):
    assert forms.present(infinitive) == tuple(present.split())
    assert forms.future(infinitive)[2] == future
    assert forms.participle(infinitive) == participle


def test_imperfect():
    assert forms.imperfect("avoir")[0] == "avais"
    assert " ".join(forms.imperfect("nager")) == (
        "nageais nageais nageait nagions nagiez nageaient"
    )


def test_english_words():
    assert [*map(forms.third_person, ("go", "cry", "play", "watch"))] == [
        *("goes", "cries", "plays", "watches")
    ]
    assert [*map(forms.gerund, ("write", "see", "run", "buy"))] == [
        *("writing", "seeing", "running", "buying")
    ]
    assert [*map(forms.simple_past, ("carry", "play", "close", "eat"))] == [
        *("carried", "played", "closed", "ate")
    ]
    assert [*map(forms.comparative, ("tall", "sad", "lazy", "curious"))] == [
        *("taller", "sadder", "lazier", "more curious")
    ]


@pytest.mark.parametrize("adjective", ADJECTIVES.values(), ids=ADJECTIVES)
def test_feminine_forms_are_given_where_they_differ(adjective):
    quality = adjective[0].quality
    if quality.masculine == quality.feminine:
        assert quality.masculine.endswith(("e", "!"))


# --- The checker, which knows nothing of the grammar ----------------------


@pytest.mark.parametrize(
    "wrong",
    [
        "Le homme dort.",
        "Elle va à le marché.",
        "Il a peur de les chiens.",
        "Je ai faim.",
        "Il dit que il chante.",
        "Nous restons si il pleut.",
        "Une livre est sur la table.",
        "Il lave le petite voiture.",
        "Elle porte une robe blanc.",
        "Il voit un beau oiseau.",
        "Ce arbre est vieux.",
        "C'est ma amie.",
        "Il voit deux chevaux noir.",
        "Elle est fatigué.",
        "Elles sont parti.",
        "Ils se sont levée.",
        "Il est rentrée.",
        "Nous mange la soupe.",
        "Ils dort.",
        "Tu chante.",
        "Il ne dort.",
        "Il n'a pas une voiture.",
        "Il achète beaucoup des fleurs.",
        "L'hérisson dort.",
        "Est-ce qu'elle dort?",
        "elle dort.",
        "Il  dort.",
    ],
)
def test_the_checker_sees_what_is_wrong(wrong):
    assert complaints(wrong)


def test_the_checker_accepts_what_is_right(data):
    for _, _, _, *french in CHECKED:
        for reference in french:
            assert not complaints(reference), reference


# --- Properties over 10,000 pairs -----------------------------------------


def test_french_is_correct(sample):
    for _, references in sample:
        for reference in references:
            assert not complaints(reference), reference


def test_english_is_well_formed(sample):
    for source, _ in sample:
        assert re.fullmatch(r"[A-Z][A-Za-z',\- ]*[a-z][.?!]", source), source
        lower = source.lower()
        assert not re.search(r"\ba [aeiou]|\ban [^aeiou]|  ", lower), source
        wrong = r"\b(he|she|it) (are|have|do|go|eat|am|were|want)\b"
        assert not re.search(rf"^{wrong}", lower), source
        wrong = r"\b(i|you|we|they) (is|has|does|goes|eats|wants)\b"
        assert not re.search(rf"^{wrong}", lower), source
        assert not re.search(r"\b(\w+) \1\b", lower), source


def test_references(sample):
    for source, references in sample:
        assert 1 <= len(references) <= phrases.MOST_REFERENCES
        assert len({*references}) == len(references)
        mark = {".": ".", "?": " ?", "!": " !"}[source[-1]]
        for reference in references:
            assert reference.endswith(mark)
            assert 1 <= len(reference.split()) <= 60


def test_you_and_i_have_all_their_references(sample):
    """The usual one first, and never a mixture of tu and vous."""
    for source, references in sample:
        for reference in references:
            tu = re.search(r"\b(tu|te|toi|ton|ta|tes)\b|\bt'", reference)
            vous = re.search(r"\b(vous|votre|vos)\b", reference)
            assert not (tu and vous), reference
        called = re.match("Mum|Dad|Sir|Madam|Ladies|Gentlemen", source)
        if re.search(r"\b[yY]ou\b", source) and not called:
            familiar = r"\b(tu|te|toi)\b|\bt'"
            order = not re.search(familiar, references[0], re.IGNORECASE)
            assert order or len(references) > 1, source


def test_what_nobody_says(sample):
    """Right by the rules, and odd all the same."""
    for source, references in sample:
        # "Nous pensons que nous allons" is "nous pensons aller".
        wrong = r"\b(i (think|know) that i|we (think|know) that we)\b"
        assert not re.search(wrong, source.lower()), source
        # Nobody plays the old piano, "du vieux piano".
        wrong = r"\bplay\w* the (?!(piano|guitar|violin)\b)"
        assert not re.search(wrong, source), source
        for reference in references:
            wrong = r"\bjou\w+ (du|de la) (?!piano|guitare|violon)"
            assert not re.search(wrong, reference), reference


def test_them_is_open_only_where_nobody_says_who(sample):
    """After "my sons", "with them" is "avec eux" and nothing else."""
    several = {NOUNS[name].english_plural for name in GROUPS["person"]}
    several |= {"they"}
    seen = 0
    for source, references in sample:
        if any(re.search(r"(avec|d'|à) ?elles\b", one) for one in references):
            before, them, _ = source.lower().rpartition(" them")
            assert not them or not {*before.split()} & several, source
            seen += bool(them)
    assert seen > 20


def test_lengths_and_capitals(sample):
    for source, _ in sample:
        assert phrases.SHORTEST <= len(source.split()) <= phrases.LONGEST


@pytest.mark.parametrize("length", [3, 4, 9, 16, 25, 30])
def test_every_length_can_be_asked_for(length):
    some = phrases.generate(5, seed=4, shortest=length, longest=length)
    assert {len(source.split()) for source in some.sources} == {length}


def test_the_same_seed_gives_the_same_sentences():
    assert phrases.generate(60, seed=7) == phrases.generate(60, seed=7)
    other = phrases.generate(60, seed=8)
    assert other != phrases.generate(60, seed=7)


def test_tens_of_thousands_of_sentences():
    """Hardly any of them comes twice, even where nothing is thrown away."""
    some = phrases.generate(700, seed=1, shortest=6)
    other = phrases.generate(700, seed=2, shortest=6)
    # Of n different ones, 700 * 700 / n would be common to both.
    assert len({*some.sources} & {*other.sources}) <= 7


@pytest.mark.parametrize(
    "lengths", [(2, 5), (5, 31), (9, 8)], ids=lambda lengths: str(lengths)
)
def test_lengths_out_of_range(lengths):
    shortest, longest = lengths
    with pytest.raises(ValueError, match="sentences of 3 to 30 English words"):
        phrases.generate(1, shortest=shortest, longest=longest)


def test_more_than_there_are(monkeypatch):
    def nothing_new(self, target):
        return CHECKED[0][1]

    monkeypatch.setattr(Author, "sentence", nothing_new)
    with pytest.raises(ValueError, match="Only 1 of 2 .* ask for fewer"):
        phrases.generate(2)


# --- The bundled files ----------------------------------------------------


def test_the_files_are_what_the_command_writes(data):
    """Their beginnings, since all of them would take a minute."""
    for part in ("train", "valid", "test", "combinations"):
        seed = GENERATED.index(part)
        drawn = phrases.generate(40, seed=seed, part=part)
        file = getattr(data, part)
        assert drawn.sources == file.sources[:40]
        assert drawn.references == file.references[:40]


def test_sizes_and_parts(data):
    sizes = {part: len(getattr(data, part)) for part in GENERATED}
    lengths = phrases.LONGEST - phrases.SHORTEST + 1
    assert sizes == phrases.SIZES | {
        "by_length": lengths * phrases.SIZES["by_length"]
    }
    sources = [
        source for part in GENERATED for source in getattr(data, part).sources
    ]
    assert len({*sources}) == len(sources)


def test_equal_numbers_per_length(data):
    numbers = Counter(len(text.split()) for text in data.by_length.sources)
    assert set(numbers.values()) == {phrases.SIZES["by_length"]}
    assert set(numbers) == set(range(3, 31))


SMALL_PARTS = ("train", "valid", "test", "by_length")


@pytest.fixture(scope="module")
def small():
    return pairs.load("small")


def test_the_small_world_is_what_the_command_writes():
    """Its beginning: the rest would take most of a minute."""
    path = DATASETS / "phrases" / "small.tsv"
    rows = path.read_text(encoding="utf-8").splitlines()
    assert len(rows) == phrases.SMALL_SIZE
    drawn = phrases.small(40)
    for row, source, references in zip(
        rows, drawn.sources, drawn.references, strict=False
    ):
        assert row.split("\t") == [source, *references]


def test_the_small_world_is_small(small):
    known = {*phrases.small_words()}
    assert len(known) == phrases.SMALL_WORDS
    for part in SMALL_PARTS:
        for source in getattr(small, part).sources:
            assert {*pairs.tokenize(source)} <= known
            assert 3 <= len(source.split()) <= phrases.SMALL_LONGEST


def test_parts_of_the_small_world_and_of_the_large_one_agree(small, data):
    """What is held out from one is never in the other's train."""
    keys = {
        (name, part): {pairs.key(text) for text in getattr(one, part).sources}
        for name, one in (("small", small), ("large", data))
        for part in SMALL_PARTS
    }
    for part in ("valid", "test", "by_length"):
        assert len(keys["small", part]) > 500
        for one, other in (("small", "large"), ("large", "small")):
            held_out, seen = keys[one, part], keys[other, "train"]
            assert not held_out & (seen | keys[one, "train"])
    assert len({*small.train.sources}) == len(small.train) > 10_000


def nouns_and_what_leads_to_them(data):
    """From the words of train: noun, adjectives before it, word before."""
    loose = {
        "the",
        "a",
        "an",
        "some",
        "any",
        "this",
        "these",
        "many",
        "several",
    }
    loose |= {"my", "your", "his", "her", "our", "their", "its", "two", "three"}
    loose |= {"four", "five", "six"}
    nouns = {
        word: name
        for name, noun in NOUNS.items()
        for word in (noun.english, noun.english_plural)
    }
    for source in data.train.sources:
        words = pairs.tokenize(source)
        for i, word in enumerate(words):
            if word in nouns:
                j = i - 1
                while j >= 0 and (words[j] in loose or words[j] in ADJECTIVES):
                    j -= 1
                led = {*words[j + 1 : i]} & {*ADJECTIVES}
                yield nouns[word], led, words[j] if j >= 0 else ""


def test_held_out_combinations_are_never_in_train(data):
    adjectives, verbs = set(), set()
    for name, led, before in nouns_and_what_leads_to_them(data):
        adjectives |= {(one, name) for one in led}
        verbs.add((before, name))
    assert len(adjectives) > 300
    assert not [pair for pair in adjectives if phrases.held_out(*pair)]
    seen = 0
    for frame in FRAMES:
        verb = frame.verb.english
        shapes = (forms.third_person, forms.gerund, forms.simple_past, str)
        if " " in verb:
            continue
        for name in frame.objects:
            found = any((shape(verb), name) in verbs for shape in shapes)
            assert not (found and phrases.held_out(verb, name)), (verb, name)
            seen += found
    assert seen > 250


def test_part_of():
    assert phrases.held_out("wash", "car")
    pair = [("wash", "dog"), ("wash", "car")]
    assert phrases.part_of("She washed the car.", pair) == "combinations"
    parts = Counter(
        phrases.part_of(f"Sentence number {i}.", pair[:1]) for i in range(500)
    )
    assert set(parts) == {"train", "valid", "test", "by_length"}
    assert parts["train"] > 350
    # Case and punctuation alone make no other part.
    for i in range(50):
        one, other = f"Sentence {i}, you.", f"sentence {i} you!"
        assert phrases.part_of(one, []) == phrases.part_of(other, [])


def test_each_word_keeps_partners_in_train():
    found = {
        (english, name)
        for english, (_, names) in ADJECTIVES.items()
        for name in names
    }
    verbs = {
        (frame.verb.english, name)
        for frame in (
            *FRAMES,
            *(frame for frames in ANIMALS.values() for frame in frames),
        )
        for name in frame.objects
        if name != "@person"
    }
    for some in (found, verbs):
        for side in (0, 1):
            kept = {pair[side] for pair in some if not phrases.held_out(*pair)}
            assert kept == {pair[side] for pair in some}
    held = [pair for pair in found | verbs if phrases.held_out(*pair)]
    assert 0.05 < len(held) / len(found | verbs) < 0.12


def test_words_of_the_test_parts_are_in_train(data):
    """But for a rare form here and there."""
    for texts in ("sources", "targets"):
        known = {
            word
            for text in getattr(data.train, texts)
            for word in pairs.tokenize(text)
        }
        assert 600 < len(known) < 1600
        for part in ("valid", "test", "combinations", "by_length"):
            unknown = [
                text
                for text in getattr(getattr(data, part), texts)
                if not {*pairs.tokenize(text)} <= known
            ]
            assert len(unknown) <= 0.01 * len(getattr(data, part)), part


def test_challenge(data):
    challenge = data.challenge
    assert len(challenge) >= 400
    assert len({*challenge.sources}) == len(challenge)
    assert not {*challenge.sources} & {*data.train.sources}
    for references in challenge.references:
        assert len({*references}) == len(references)
        for reference in references:
            # Spaces, apostrophes, elision: what can be checked by rule.
            assert re.fullmatch(r"[A-ZÀÇÉÊ].*(\w\.| [?!])", reference), (
                reference
            )
            assert "  " not in reference and "’" not in reference
            wrong = r"\b(de les?|à les?|si ils?)\b|\b(je|ne|que) [aeiouéêh]"
            assert not re.search(wrong, reference), reference
    # Templates would show as repeated beginnings.
    starts = Counter(tuple(source.split()[:3]) for source in challenge.sources)
    assert max(starts.values()) <= 6


def test_a_noun_phrase_without_an_open_question():
    phrase = NounPhrase(NOUNS["friend"], "the", feminine=True, settled=True)
    assert phrase.agreement(None).feminine
