"""Noun phrases that can be said in English and in French.

English leaves open what French must say: the gender of "I", "we", "they" and
"my friend", and whether "you" is tu or vous. A tree is therefore said in one
`World` after the other; what comes out are the accepted references.

Every node has `english(...)` and `french(world, ...)`. What may stand as a
subject (`Pronoun`, `Name`, `NounPhrase`, `Both`, `Who`, `Trace`) also has
`person`, the key of the English verb form, and `agreement(world)`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any, NamedTuple

from . import forms
from .words import Adjective, Noun

# ------------------------------------------------------------------- worlds


class Agreement(NamedTuple):
    """What French words agree with.

    Attributes:
        slot: 0 je, 1 tu, 2 il, 3 nous, 4 vous, 5 ils.
        feminine: gender.
        plural: number; the polite vous is singular.
    """

    slot: int
    feminine: bool
    plural: bool


#: For each open question its answers, the usual one first.
OPEN = {
    "speaker": (False, True),
    "you": tuple(
        Agreement(slot, feminine, plural)
        for slot, plural in ((1, False), (4, False), (4, True))
        for feminine in (False, True)
    ),
    "we": (False, True),
    "they": (False, True),
    "noun": (False, True),
}


class World:
    """One answer to everything that the English sentence leaves open.

    Args:
        **answers: genders of "speaker", "we", "they" and "noun" (True is
            feminine), `Agreement` of "you"; by default the usual ones.
    """

    def __init__(self, **answers):
        self.answers = answers
        self.asked = set()

    def __getitem__(self, name):
        self.asked.add(name)
        return self.answers.get(name, OPEN[name][0])


def worlds(names: set[str], fixed: dict[str, Any]) -> Iterator[World]:
    """Returns the worlds that differ in these names, the usual one first."""
    names = [name for name in OPEN if name in names and name not in fixed]
    for answers in product(*(OPEN[name] for name in names)):
        answers = fixed | dict(zip(names, answers, strict=True))
        # A group with a man in it is masculine.
        if not answers.get("speaker", True) and answers.get("we", False):
            continue
        yield World(**answers)


# ------------------------------------------------------------- noun phrases

#: English object form, possessive, key of the verb form; French slot.
_PRONOUNS = {
    "I": ("me", "my", "I", 0),
    "you": ("you", "your", "they", 1),
    "he": ("him", "his", "he", 2),
    "she": ("her", "her", "he", 2),
    "it": ("it", "its", "he", 2),
    "we": ("us", "our", "they", 3),
    "they": ("them", "their", "they", 5),
}
_ASKED = {"I": "speaker", "we": "we", "they": "they"}
#: By role, then by slot: masculine, feminine where it differs.
FRENCH_PRONOUNS = {
    "subject": ("je", "tu", "il elle", "nous", "vous", "ils elles"),
    "direct": ("me", "te", "le la", "nous", "vous", "les"),
    "indirect": ("me", "te", "lui", "nous", "vous", "leur"),
    "tonic": ("moi", "toi", "lui elle", "nous", "vous", "eux elles"),
    "reflexive": ("me", "te", "se", "nous", "vous", "se"),
}
#: By slot of the possessor: before masculine, feminine, plural.
_POSSESSIVES = (
    ("mon", "ma", "mes"),
    ("ton", "ta", "tes"),
    ("son", "sa", "ses"),
    ("notre", "notre", "nos"),
    ("votre", "votre", "vos"),
    ("leur", "leur", "leurs"),
)
_QUANTITIES = {
    "two": "deux",
    "three": "trois",
    "four": "quatre",
    "five": "cinq",
    "six": "six",
    "many": "beaucoup de",
    "several": "plusieurs",
}


@dataclass
class Pronoun:
    """I, you, he, she, it, we or they.

    Args:
        key: the English subject form.
        antecedent: noun phrase that "he", "it" or "they" takes up; it
            decides between "he" and "she".
    """

    key: str
    antecedent: Any = None

    @property
    def word(self):
        """The English subject form."""
        phrase = self.antecedent
        if self.key == "he" and phrase is not None:
            feminine = phrase.noun.feminine
            if feminine or (feminine is None and phrase.feminine):
                return "she"
        return self.key

    @property
    def person(self):
        """Key of the English verb form: "I", "he" or "they"."""
        return _PRONOUNS[self.key][2]

    @property
    def possessive(self):
        """English possessive."""
        return _PRONOUNS[self.word][1]

    def agreement(self, world):
        """Returns what French words agree with."""
        if self.key == "you":
            return world["you"]
        if self.antecedent:
            return self.antecedent.agreement(world)
        if self.key in _ASKED:
            feminine = world[_ASKED[self.key]]
        else:
            feminine = self.key == "she"
        slot = _PRONOUNS[self.key][3]
        return Agreement(slot, feminine, slot in (3, 5))

    def english(self, role="subject", mood=""):
        """Returns the form for a role."""
        return self.word if role == "subject" else _PRONOUNS[self.word][0]

    def french(self, world, negated=False, role="subject"):
        """Returns the form for a role, a key of `FRENCH_PRONOUNS`."""
        slot, feminine, _ = self.agreement(world)
        choice = FRENCH_PRONOUNS[role][slot].split()
        return choice[feminine and len(choice) > 1]

    def pronoun(self):
        """Returns the pronoun that takes this phrase up again."""
        return self


@dataclass
class Name:
    """A person's name, the same in both languages."""

    name: str
    feminine: bool
    person = "he"

    def agreement(self, world):
        """Returns what French words agree with."""
        return Agreement(2, self.feminine, False)

    def english(self, role="subject", mood=""):
        """Returns the name."""
        return self.name

    def french(self, world, negated=False, role="subject"):
        """Returns the name."""
        return self.name

    def pronoun(self):
        """Returns the pronoun that takes this phrase up again."""
        return Pronoun("she" if self.feminine else "he")


@dataclass
class Both:
    """Two noun phrases joined by "and"."""

    first: Any
    second: Any
    person = "they"

    def agreement(self, world):
        """Returns what French words agree with: one man decides."""
        feminine = (
            self.first.agreement(world).feminine
            and self.second.agreement(world).feminine
        )
        return Agreement(5, feminine, True)

    def english(self, role="subject", mood=""):
        """Returns both."""
        return f"{self.first.english()} and {self.second.english()}"

    def french(self, world, negated=False, role="subject"):
        """Returns both."""
        return f"{self.first.french(world)} et {self.second.french(world)}"

    def pronoun(self):
        """Returns the pronoun that takes this phrase up again."""
        return Pronoun("they", self)


class Who:
    """The subject of "Who is singing?"."""

    person = "he"

    def agreement(self, world):
        """Returns what French words agree with."""
        return Agreement(2, False, False)

    def english(self, role="subject", mood=""):
        """Returns the word."""
        return "who"

    def french(self, world, negated=False, role="subject"):
        """Returns the word."""
        return "qui"

    def pronoun(self):
        """Returns the pronoun that takes this phrase up again."""
        return Pronoun("he")


@dataclass
class Trace:
    """The silent subject of "who is singing", which agrees with its noun."""

    head: Any

    @property
    def person(self):
        """Key of the English verb form."""
        return self.head.person

    def agreement(self, world):
        """Returns what French words agree with."""
        return self.head.agreement(world)

    def english(self, role="subject", mood=""):
        """Returns nothing."""
        return ""

    def french(self, world, negated=False, role="subject"):
        """Returns nothing."""
        return ""

    def pronoun(self):
        """Returns the pronoun that takes its noun up again."""
        return self.head.pronoun()


@dataclass
class NounPhrase:
    """A noun with what belongs to it.

    Args:
        noun: the noun.
        determiner: "the", "a", "some", "this", "which", "how many", a key of
            `_QUANTITIES`; "bare" (English none, French du, des), "generic"
            (English none, French le, les); or the `Pronoun` of a possessor.
        plural: number.
        adjectives: those before the French noun in English order, after
            them at most one behind it.
        owner: as in "Paul's sister".
        relative: clause behind it.
        human: whether "he" or "she" takes it up, and not "it".
        feminine: gender where the noun leaves it open.
        settled: whether the English sentence tells that gender.
    """

    noun: Noun
    determiner: Any = "the"
    plural: bool = False
    adjectives: tuple[Adjective, ...] = ()
    owner: Any = None
    relative: Any = None
    human: bool = False
    feminine: bool = False
    settled: bool = False

    @property
    def person(self):
        """Key of the English verb form."""
        return "they" if self.plural else "he"

    def agreement(self, world):
        """Returns what French words agree with."""
        feminine = self.noun.feminine
        if feminine is None:
            feminine = self.feminine if self.settled else world["noun"]
        return Agreement(5 if self.plural else 2, feminine, self.plural)

    def pronoun(self):
        """Returns the pronoun that takes this phrase up again."""
        if self.plural:
            return Pronoun("they", self)
        return Pronoun("he" if self.human else "it", self)

    def english(self, role="subject", mood=""):
        """Returns the phrase; `mood` is "", "not", "no" or "ask"."""
        noun = self.noun
        words = [one.english for one in self.adjectives]
        words.append(noun.english_plural if self.plural else noun.english)
        kind = self.determiner
        if self.owner:
            words.insert(0, self.owner.english() + "'s")
        elif isinstance(kind, Pronoun):
            words.insert(0, kind.possessive)
        elif kind in ("a", "some") and mood == "no":
            words.insert(0, "no")
        elif kind == "a":
            words.insert(0, forms.a_or_an(words[0]))
        elif kind == "some":
            words.insert(0, "any" if mood else "some")
        elif kind == "this":
            words.insert(0, "these" if self.plural else "this")
        elif kind not in ("bare", "generic"):
            words.insert(0, kind)
        if self.relative:
            words.append(self.relative.english())
        return " ".join(words)

    def french(self, world, negated=False, role="subject"):
        """Returns the phrase; `negated` turns un, du, des into de."""
        agreement = self.agreement(world)
        noun = self.noun
        word = noun.french_feminine if agreement.feminine else ""
        if self.plural:
            word = f"{word}s" if word else noun.french_plural
        words = [word or noun.french]
        # The adjective next to the noun comes last in English.
        for one in reversed(self.adjectives):
            if one.before:
                words.insert(0, one.form(*agreement[1:], words[0]))
        for one in self.adjectives:
            if not one.before:
                words.append(one.form(*agreement[1:]))
        determiner = self._determiner(world, agreement, words[0], negated)
        text = f"{determiner} {' '.join(words)}".replace("' ", "'")
        if self.owner:
            text += " " + forms.contract("de", self.owner.french(world))
        if self.relative:
            text += " " + self.relative.french(world, agreement)
        return text

    def _determiner(self, world, agreement, following, negated):
        _, feminine, plural = agreement
        vowel = forms.starts_with_vowel(following)
        kind = "the" if self.owner else self.determiner
        gender = 2 if plural else int(feminine)
        if isinstance(kind, Pronoun):
            # mon amie, not ma amie
            gender = 0 if gender == 1 and vowel else gender
            return _POSSESSIVES[kind.agreement(world).slot][gender]
        if negated and kind in ("a", "some", "bare"):
            return "de"
        if kind in ("the", "generic", "some", "bare"):
            article = ("le", "la", "les")[gender]
            article = "l'" if vowel and not plural else article
            if kind in ("the", "generic"):
                return article
            return forms.contract("de", article + " ").strip()
        if kind == "a":
            return ("un", "une")[feminine]
        if kind == "this":
            cet = vowel and not plural and not feminine
            return "cet" if cet else ("ce", "cette", "ces")[gender]
        if kind == "which":
            return forms.inflect("quel", "quelle", feminine, plural)
        if kind == "how many":
            return "combien de"
        return _QUANTITIES[kind]


@dataclass
class Relative:
    """A relative clause.

    Args:
        clause: with the noun phrase missing where it belongs, or as the
            subject where `french_word` is "qui".
        english_word: "who", "that" or "where".
        french_word: "qui", "que", "où" or "dont".
    """

    clause: Any
    english_word: str
    french_word: str

    def english(self):
        """Returns the clause with its pronoun."""
        return f"{self.english_word} {self.clause.english()}"

    def french(self, world, head):
        """Returns the clause; `head` is the agreement of its noun."""
        if self.french_word == "que":
            clause = self.clause.french(world, preceding=head)
        else:
            clause = self.clause.french(world)
        return f"{self.french_word} {clause}"
