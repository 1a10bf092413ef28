"""People, things and places, drawn at random.

A `Speaker` makes one sentence. It remembers which nouns and names it has used,
so that none comes twice, and which words it has combined, so that some
combinations can be kept out of the training data.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from .clauses import Fixed, Preposition
from .frames import (
    NEVER_WITH,
    NO_ADJECTIVES_WITH,
    NOT_AT,
    ONLY_WITH,
    PLACES,
    TIMES,
    VERBS,
)
from .nouns import Both, Name, NounPhrase, Pronoun, Who, World
from .words import ADJECTIVES, GROUPS, NAMES, NOUNS, Noun

QUANTITIES = ("two", "three", "four", "five", "six", "many", "several")
_PEOPLE = {*NAMES, *GROUPS["person"]}
_OWN_PLACES = (
    *("garden", "kitchen", "bedroom", "living_room"),
    *("house", "office", "car"),
)
#: Adjectives that do not stand with another one.
_LONELY = {"pretty", "beautiful", "broken", "dirty", "clean", "good", "empty"}


class Stuck(Exception):
    """No word is left that fits: the sentence is given up."""


class Speaker:
    """Draws what one sentence is about.

    Args:
        rng: source of randomness.
    """

    def __init__(self, rng: np.random.Generator):
        self.rng = rng
        self.used = set()
        #: Persons whose gender is open in French.
        self.opened = []
        #: What has been done, by verbs without an object.
        self.done = set()
        #: Adjectives that stand with a noun.
        self.described = set()
        #: Combinations of words in the sentence: pairs of English words.
        self.pairs = set()
        #: The latest person that "he", "she" or "they" could mean.
        self.topic = None
        #: The subject of the first clause.
        self.hero = None
        #: Whether several people have been spoken of together.
        self.several = False
        #: Whether the sentence says when.
        self.dated = False
        #: Who must be the next subject.
        self.planned = None

    # ------------------------------------------------------------- chance

    def chance(self, probability: float) -> bool:
        """Returns true with a probability."""
        return self.rng.random() < probability

    def pick(self, options: Sequence[Any]) -> Any:
        """Returns one of the options."""
        return options[int(self.rng.random() * len(options))]

    def fresh(self, names: Iterable[str]) -> str | None:
        """Returns one of the nouns that has not been used, and uses it."""
        names = [name for name in names if name not in self.used]
        if not names:
            return None
        name = self.pick(names)
        self.used.add(name)
        return name

    # ------------------------------------------------------------- people

    def somebody(self, *, pronouns: bool = True, many: bool = True) -> Any:
        """Draws a person, or several.

        Args:
            pronouns: whether it may be a pronoun.
            many: whether it may be two joined by "and".
        """
        roll = self.rng.random()
        if pronouns and roll < 0.45:
            return self.pronoun()
        if many and roll > 0.94:
            first = self.named()
            # "Paul and Anne's son" could be one person or two.
            second = self.named() if self.chance(0.5) else self.relation(False)
            self.several = True
            return Both(first, second)
        return self.pick(
            (self.named, self.relation, self.relation, self.human)
        )()

    def subject(self, *, pronouns: bool = True, many: bool = True) -> Any:
        """Draws a person as the subject of a clause of its own."""
        if self.planned is not None:
            phrase, self.planned = self.planned, None
            return phrase
        phrase = self.somebody(pronouns=pronouns, many=many)
        if self.hero is None:
            self.hero = phrase
        third = getattr(phrase, "key", "he") in ("he", "she", "they")
        if not self.topic and third:
            self.topic = phrase
        return phrase

    def pronoun(self) -> Any:
        """Draws a pronoun, or a name if all have been used."""
        keys = ["I", "I", "you", "we"]
        if self.alone():
            keys += ["he", "he", "she", "she", "they"]
        keys = [key for key in keys if key not in self.used]
        if not keys:
            return self.named()
        key = self.pick(keys)
        self.used.add(key)
        self.several |= key == "they"
        return Pronoun(key)

    def named(self) -> Any:
        """Draws a name."""
        name = self.fresh(NAMES)
        return Name(name, NAMES[name])

    def relation(self, owned: bool = True) -> Any:
        """Draws somebody's mother, friend, neighbours...

        Args:
            owned: whether it may be "Paul's mother".
        """
        determiner = self.possessor()
        name = self.fresh(self.closed(GROUPS["kin"]))
        plural = (
            name == "parent" or name in GROUPS["several"] and self.chance(0.2)
        )
        owner = None
        if owned and self.chance(0.15):
            owner = self.named()
        determiner = "the" if owner else determiner
        return self.person_of(name, determiner, plural, owner)

    def person_of(
        self, name: str, determiner: Any, plural: bool, owner: Any = None
    ) -> NounPhrase:
        """Makes the noun phrase of a person whose gender may be open."""
        phrase = NounPhrase(
            NOUNS[name], determiner, plural, owner=owner, human=True
        )
        phrase.feminine = self.chance(0.5)
        self.several |= plural
        if phrase.noun.feminine is None:
            self.opened.append(phrase)
        return phrase

    def settle(self, sentence: Any) -> None:
        """Finds out which genders the English sentence tells.

        "My friend lost his key" tells it, "my friend is singing" does not.
        """
        said = sentence.english()
        for phrase in self.opened:
            phrase.feminine = not phrase.feminine
            phrase.settled = sentence.english() != said
            phrase.feminine = not phrase.feminine

    def closed(self, names: Iterable[str]) -> list[str]:
        """Returns the names without a second one of open gender."""
        return [
            name
            for name in names
            if not (self.opened and NOUNS[name].feminine is None)
        ]

    def alone(self) -> bool:
        """Tells whether "he" and "they" cannot mean somebody mentioned."""
        return self.topic is None and not self.used & _PEOPLE

    def strangers(self) -> bool:
        """Tells whether "them" cannot mean people mentioned.

        If it did, they would tell "eux" from "elles".
        """
        return not self.several and len(self.used & _PEOPLE) < 2

    def possessor(self, subject: Any = None) -> Any:
        """Draws whose it is; mostly the subject's or the topic's."""
        # "Who lost their key?" asks about one person.
        asked = isinstance(subject, Who)
        nearest = None if asked else subject or self.topic
        several = isinstance(nearest, NounPhrase) and nearest.plural
        if several and not isinstance(nearest.determiner, Pronoun):
            # No "three bakers and their grandfather".
            nearest = None
        if nearest is not None and self.chance(0.9 if subject else 0.5):
            return nearest.pronoun()
        keys = ["I", "I", "I", "you", "we"]
        if nearest is None and self.alone() and not asked:
            keys += ["he", "she", "they"]
        return Pronoun(self.pick(keys))

    def human(self) -> Any:
        """Draws a man, a waitress, two students..."""
        name = self.fresh(self.closed((*GROUPS["adult"], *GROUPS["child"])))
        plural = self.chance(0.2)
        if plural:
            determiner = self.pick(("the", "the", "this", "two", "three"))
        else:
            determiner = self.pick(("the", "the", "the", "a", "this"))
        phrase = self.person_of(name, determiner, plural)
        if self.chance(0.25):
            self.describe(phrase, "be")
        return phrase

    # ------------------------------------------------------------- things

    def thing(
        self,
        name: str,
        verb: str = "",
        subject: Any = None,
        *,
        kind: str = "",
        negated: bool = False,
    ) -> NounPhrase:
        """Draws how a thing is spoken of.

        Args:
            name: key of `NOUNS`.
            verb: English verb that it is the object of.
            subject: who could own it.
            kind: of the clause.
            negated: whether the clause is.
        """
        determiner, plural = self._amount(name, verb, subject, kind, negated)
        if kind == "habit" and determiner == "this":
            determiner = "the"
        denied = negated and verb not in VERBS["any"]
        if determiner == "a" and (verb in VERBS["certain"] or denied):
            determiner = "the"
        owned = isinstance(determiner, Pronoun)
        if owned and name in GROUPS["womens"] and not is_woman(determiner):
            determiner = "the"
        phrase = NounPhrase(NOUNS[name], determiner, plural)
        if self.chance(0.15):
            self.describe(phrase, verb)
        return phrase

    def _amount(self, name, verb, subject, kind, negated):
        """Determiner, and whether it is several."""
        noun = NOUNS[name]
        counted = bool(noun.english_plural)
        roll = self.rng.random()
        if name in GROUPS["instrument"] and verb in ("like", "prefer"):
            return "the", False
        if name in GROUPS["generic"] or verb in ("like", "hate", "prefer"):
            return "generic", counted
        if kind == "usual errand" and name != "train":
            return "bare", counted
        if verb == "be afraid of" and roll < 0.6:
            return "generic", True
        if name == "music" or (name, verb) == ("money", "need"):
            return "bare", False
        if name == "radio" or verb == "play":
            return "the", False
        if verb in ("look for", "lose", "forget") and roll < 0.7:
            return self.possessor(subject), name in GROUPS["pair"]
        trade = verb in ("buy", "sell")
        if kind == "habit" and (name in GROUPS["food"] or trade):
            return "bare", counted
        if "errand" in kind or (trade and name in GROUPS["food"]):
            return self._goods(name, verb, negated)
        mine = name in GROUPS["owned"] and verb not in VERBS["acquired"]
        if name in GROUPS["small_food"]:
            return self._several(negated), True
        if not counted:
            if roll > 0.9 and mine:
                return self.possessor(subject), False
            return "some" if roll < 0.6 else "the", False
        if verb in ("take", "wait for"):
            if name == "umbrella" and roll < 0.6:
                return self.possessor(subject), False
            return "the", False
        if verb == "need":
            return "a" if roll < 0.5 else self.possessor(subject), False
        if name in GROUPS["pair"]:
            if roll < 0.5 and mine:
                return self.possessor(subject), True
            return self.pick(("the", "this", "some")), True
        if verb in ("have", "want"):
            several = name in GROUPS["counted"] and roll < 0.3 and not negated
            return "two" if several else "a", several
        if name in GROUPS["definite"]:
            if roll < 0.4 and mine:
                return self.possessor(subject), False
            return "the", False
        if roll < 0.3:
            return "a", False
        several = name in GROUPS["counted"]
        if roll < 0.45 and mine:
            return self.possessor(subject), several and self.chance(0.3)
        if roll < 0.65 and several and verb not in VERBS["single"]:
            return self._several(negated), True
        return "the" if self.chance(0.85) else "this", False

    def _several(self, negated):
        some = ("the", "some", "this")
        return self.pick(some if negated else (*some, *QUANTITIES))

    def _goods(self, name, verb, negated):
        """What one gets on an errand."""
        if name in ("train", "newspaper"):
            return "the", False
        options = ["some"]
        counted = bool(NOUNS[name].english_plural)
        if counted and name not in GROUPS["small_food"] and verb != "sell":
            options = ["a", "a"]
        if name in GROUPS["counted"] and not negated:
            options += ["some", *QUANTITIES]
        determiner = self.pick(options)
        return determiner, counted and determiner != "a"

    def describe(self, phrase: NounPhrase, verb: str) -> bool:
        """Adds an adjective to a noun phrase; returns whether one fits."""
        name = noun_key(phrase.noun)
        loose = phrase.plural and phrase.determiner in ("some", "bare")
        taken = {one.before for one in phrase.adjectives}
        others = {one.english for one in phrase.adjectives}
        fitting = []
        for english, (adjective, nouns) in ADJECTIVES.items():
            if name not in nouns or adjective.before in taken:
                continue
            if english in self.described:
                continue
            # "De" or "des": both are heard, so it is left out.
            if loose and adjective.before:
                continue
            if verb not in ONLY_WITH.get(english, (verb,)):
                continue
            if verb in NEVER_WITH.get(english, ()):
                continue
            if any({english, other} & _LONELY for other in others):
                continue
            fitting.append(adjective)
        if not fitting or phrase.determiner == "generic":
            return False
        if verb in NO_ADJECTIVES_WITH:
            return False
        if phrase.owner and not phrase.human:
            return False
        adjective = self.pick(fitting)
        self.described.add(adjective.english)
        self.pairs.add((adjective.english, name))
        if adjective.before:
            phrase.adjectives = (adjective, *phrase.adjectives)
        else:
            phrase.adjectives = (*phrase.adjectives, adjective)
        return True

    def place(self, name: str, subject: Any = None) -> Preposition:
        """Draws a place as "in the garden"."""
        name, english, french = PLACES[name]
        phrase = NounPhrase(NOUNS[name])
        beast = isinstance(subject, NounPhrase) and not subject.human
        if name in _OWN_PLACES and not beast and self.chance(0.3):
            phrase.determiner = self.possessor(subject)
        elif self.chance(0.15):
            self.describe(phrase, "be")
        self.used.add(name)
        return Preposition(english, french, phrase)

    def time(self, kind: str, verb: str, long: bool = False) -> Fixed:
        """Draws when it happens.

        Args:
            kind: of the clause.
            verb: English verb.
            long: whether it may be next year.
        """
        often = 1 if verb == "build" else 0.5
        if long and f"long {kind}" in TIMES and self.chance(often):
            kind = f"long {kind}"
        fitting = [
            (english, french)
            for english, french in TIMES[kind]
            if not any(word in english for word in NOT_AT.get(verb, ()))
        ]
        return Fixed(*self.pick(fitting))


def is_woman(phrase: Any) -> bool:
    """Tells whether a phrase can only mean a woman or women."""
    world = World()
    return phrase.agreement(world).feminine and not world.asked


def noun_key(noun: Noun) -> str:
    """Returns the key of `NOUNS` that a noun has."""
    return noun.english.replace(" ", "_")
