"""Clauses and sentences that can be said in English and in French.

What follows a verb gets the clause it stands in: a quality agrees with its
subject, an object with "some" depends on whether it is negated.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from . import forms
from .frames import Verb
from .nouns import FRENCH_PRONOUNS, NounPhrase, Pronoun, World, worlds
from .words import Quality, listed

# -------------------------------------------------- what follows the verb


@dataclass
class Fixed:
    """Words that stay as they are, such as an adverb of time."""

    english_text: str
    french_text: str

    def english(self, clause=None):
        """Returns the words."""
        return self.english_text

    def french(self, world, clause=None):
        """Returns the words."""
        return self.french_text


@dataclass
class Object:
    """The object of the verb, direct or behind the verb's preposition."""

    phrase: Any

    def english(self, clause):
        """Returns the phrase."""
        return self.phrase.english("object", clause.mood)

    def french(self, world, clause):
        """Returns the phrase; pas de pain, besoin de pain."""
        preposition = clause.verb.preposition
        if not preposition:
            negated = clause.mood == "not"
            return self.phrase.french(world, negated, "tonic")
        return _behind(preposition, self.phrase, world)


@dataclass
class Preposition:
    """A preposition and its noun phrase."""

    english_word: str
    french_word: str
    phrase: Any

    def english(self, clause=None):
        """Returns both."""
        return f"{self.english_word} {self.phrase.english('object')}"

    def french(self, world, clause=None):
        """Returns both, contracted where French demands it."""
        head, _, last = self.french_word.rpartition(" ")
        return f"{head} {_behind(last, self.phrase, world)}".strip()


def _behind(preposition, phrase, world):
    some = getattr(phrase, "determiner", "") in ("some", "bare")
    if preposition == "de" and some:
        return phrase.french(world, negated=True)
    return forms.contract(preposition, phrase.french(world, role="tonic"))


@dataclass
class Predicate:
    """What somebody or something is: "very tired", "a baker".

    Args:
        quality: adjective or trade.
        degree: "", "very" or "too"; "a" for a trade.
    """

    quality: Quality
    degree: str = ""

    def english(self, clause):
        """Returns the words."""
        word = self.quality.english
        if self.degree != "a":
            return f"{self.degree} {word}".strip()
        if clause.subject.person == "they":
            return forms.english_plural(word)
        return f"{forms.a_or_an(word)} {word}"

    def french(self, world, clause):
        """Returns the words, in agreement with the subject."""
        degree = {"very": "très ", "too": "trop "}.get(self.degree, "")
        agreement = clause.subject.agreement(world)
        return degree + self.quality.form(*agreement[1:])


@dataclass
class Comparison:
    """Taller than Paul, more patient than Paul, as tall as Paul.

    Args:
        quality: adjective.
        degree: "more" or "as".
        phrase: what it is compared with.
    """

    quality: Quality
    degree: str
    phrase: Any

    def english(self, clause):
        """Returns the words."""
        other = self.phrase.english("object")
        word = self.quality.english
        if self.degree == "as":
            return f"as {word} as {other}"
        return f"{forms.comparative(word)} than {other}"

    def french(self, world, clause):
        """Returns the words, in agreement with the subject."""
        degree = {"more": "plus", "as": "aussi"}[self.degree]
        agreement = clause.subject.agreement(world)
        quality = self.quality.form(*agreement[1:])
        other = self.phrase.french(world, role="tonic")
        return f"{degree} {quality} que {other}"


@dataclass
class Purpose:
    """To buy some bread: an infinitive behind "pour"."""

    clause: "Clause"

    def english(self, clause=None):
        """Returns the words."""
        return "to " + self.clause.infinitive_english()

    def french(self, world, clause=None):
        """Returns the words."""
        return "pour " + self.clause.infinitive_french(world)


# ------------------------------------------------------------------ clauses

_REFLEXIVE = FRENCH_PRONOUNS["reflexive"]
_WITH_BE = frozenset(
    listed("aller arriver partir rentrer rester tomber sortir venir")
)
_BE = {
    "present": {"I": "am", "he": "is", "they": "are"},
    "past": {"I": "was", "he": "was", "they": "were"},
}
_NEGATIONS = {"not": "pas", "never": "jamais", "no longer": "plus"}
_TENSES = {
    "present": forms.present,
    "progressive": forms.present,
    "will": forms.future,
    "imperfect": forms.imperfect,
}


@dataclass
class Clause:
    """A subject, a verb and what follows it.

    Args:
        subject: see the module.
        verb: the verb.
        rest: nodes that follow the verb.
        tense: "present", "progressive", "past" (passé composé),
            "imperfect", "will" (futur simple) or "going" (futur proche).
        negation: "", "not", "never" or "no longer".
        often: `Fixed`, the adverb in front of the English verb.
        manner: `Fixed`, the adverb behind the English verb.
        modal: `Verb` such as "want to", in the present.
        clitic: `Pronoun` that is the object.
        indirect: whether the clitic is "to him" and not "him".
        asked: whether the clause is asked, yes or no.
        silent: whether it shares subject and auxiliary with the one before.
    """

    subject: Any
    verb: Verb
    rest: tuple[Any, ...] = ()
    tense: str = "present"
    negation: str = ""
    often: Fixed | None = None
    manner: Fixed | None = None
    modal: Verb | None = None
    clitic: Pronoun | None = None
    indirect: bool = False
    asked: bool = False
    silent: bool = False

    @property
    def mood(self):
        """What "some" turns into: "" some, "not" and "ask" any."""
        return "not" if self.negation else "ask" if self.asked else ""

    # English

    def english(self, clause=None):
        """Returns the clause as a statement."""
        auxiliary, words = self.english_verb()
        if self.silent and not self.negation:
            start = []
        elif self.silent:
            start = [auxiliary]
        else:
            start = [self.subject.english(), auxiliary]
        return _joined(*start, *words, self._english_rest())

    def question_english(self):
        """Returns the clause in the order of a question."""
        auxiliary, words = self.english_verb(must=True)
        return _joined(
            auxiliary, self.subject.english(), *words, self._english_rest()
        )

    def infinitive_english(self):
        """Returns the clause without subject and tense."""
        return _joined(self.verb.english, self._english_rest())

    def _english_rest(self):
        clitic = self.clitic.english("object") if self.clitic else ""
        # "gives her a book": the only object that needs no "to".
        return _joined(
            clitic,
            self.manner.english() if self.manner else "",
            *(one.english(self) for one in self.rest),
        )

    def english_verb(self, must=False):
        """Returns the auxiliary and the words behind the subject.

        Args:
            must: whether there has to be an auxiliary, as in a question.
        """
        person = self.subject.person
        verb = self.modal or self.verb
        main, _, particle = verb.english.partition(" ")
        tail = [particle]
        if self.modal:
            tail.append(self.verb.english)
        negation, often = self.negation, self.often
        adverb = often.english() if often else ""
        if negation in ("never", "no longer"):
            negation, adverb = "", negation
        tense = self.tense
        if tense == "imperfect":
            tense = "past" if verb.state else "was"
        if tense in ("progressive", "was", "going"):
            auxiliary = _BE["past" if tense == "was" else "present"][person]
            form = forms.gerund(main)
            if tense == "going":
                form = f"going to {main}"
        elif tense == "will":
            auxiliary, form = "will", main
        elif main == "be":
            auxiliary, form = _BE[tense][person], ""
        elif main in ("can", "must"):
            auxiliary, form = main, ""
        elif negation or must:
            past = tense == "past"
            auxiliary = "did" if past else "does" if person == "he" else "do"
            form = main
        else:
            auxiliary = ""
            if tense == "past":
                form = forms.simple_past(main)
            else:
                form = forms.third_person(main) if person == "he" else main
        if negation:
            auxiliary = f"{auxiliary} not".replace("can not", "cannot")
        return auxiliary, [adverb, form, *tail]

    # French

    def french(self, world, clause=None, preceding=None):
        """Returns the clause as a statement.

        Args:
            world: what English leaves open.
            clause: unused; every node that follows a verb gets its clause.
            preceding: agreement of a direct object in front of the clause.
        """
        subject = "" if self.silent else self.subject.french(world)
        return _joined(
            subject,
            *self._french_verb(world, preceding),
            *(one.french(world, self) for one in self.rest),
        )

    def infinitive_french(self, world):
        """Returns the clause without subject and tense."""
        return _joined(
            *self._before(world),
            self.verb.infinitive,
            self.manner.french(world) if self.manner else "",
            self.verb.tail,
            *(one.french(world, self) for one in self.rest),
        )

    def command_french(self, world):
        """Returns the clause as an imperative."""
        slot = self.subject.agreement(world).slot
        form = forms.present(self.verb.infinitive)[slot]
        if slot == 1:
            form = re.sub("(e|a)s$", r"\1", form)
        return _joined(
            *(("ne", form, "pas") if self.negation else (form,)),
            self.verb.tail,
            *(one.french(world, self) for one in self.rest),
        )

    def _before(self, world):
        if self.verb.reflexive:
            return [_REFLEXIVE[self.subject.agreement(world).slot]]
        if self.clitic:
            role = "indirect" if self.indirect else "direct"
            return [self.clitic.french(world, role=role)]
        return []

    def _french_verb(self, world, preceding):
        verb = self.verb
        subject = self.subject.agreement(world)
        before = self._before(world)
        first = ["ne"] if self.negation else []
        second = [_NEGATIONS[self.negation]] if self.negation else []
        if self.often:
            second.append(self.often.french(world))
        manner = self.manner.french(world) if self.manner else ""
        if self.modal or self.tense == "going":
            helper = self.modal.infinitive if self.modal else "aller"
            finite = forms.present(helper)[subject.slot]
            behind = [*before, verb.infinitive, manner, verb.tail]
            return [*first, finite, *second, *behind]
        if self.tense != "past":
            finite = _TENSES[self.tense](verb.infinitive)[subject.slot]
            return [*first, *before, finite, *second, manner, verb.tail]
        auxiliary = "avoir"
        agreement = preceding
        if verb.reflexive or verb.infinitive in _WITH_BE:
            auxiliary, agreement = "être", subject
        elif self.clitic and not self.indirect:
            agreement = self.clitic.agreement(world)
        participle = forms.participle(verb.infinitive)
        if agreement:
            participle = forms.inflect(
                participle, participle + "e", *agreement[1:]
            )
        if manner in _INNER:
            second, manner = [*second, manner], ""
        finite = forms.present(auxiliary)[subject.slot]
        return [
            *first,
            *before,
            finite,
            *second,
            participle,
            manner,
            verb.tail,
        ]


#: Adverbs between the auxiliary and the participle.
_INNER = ("bien", "mal", "beaucoup")


@dataclass
class When:
    """When she arrives: a present in English, a future in French."""

    clause: Clause

    def english(self):
        """Returns the clause behind its word."""
        clause = self.clause
        if clause.tense == "will":
            clause = replace(clause, tense="present")
        return f"when {clause.english()}"

    def french(self, world):
        """Returns the clause behind its word."""
        return f"quand {self.clause.french(world)}"


@dataclass
class There:
    """There is, there are."""

    phrase: NounPhrase
    rest: tuple[Any, ...] = ()
    mood: str = ""

    def english(self):
        """Returns the clause as a statement."""
        verb = _BE["present"][self.phrase.person]
        return _joined("there", verb, self._english_rest())

    def question_english(self):
        """Returns the clause in the order of a question."""
        verb = _BE["present"][self.phrase.person]
        return _joined(verb, "there", self._english_rest())

    def _english_rest(self):
        rest = (one.english(self) for one in self.rest)
        return _joined(self.phrase.english("object", self.mood), *rest)

    def french(self, world):
        """Returns the clause as a statement."""
        negated = self.mood == "no"
        return _joined(
            "il ne y a pas" if negated else "il y a",
            self.phrase.french(world, negated),
            *(one.french(world, self) for one in self.rest),
        )


# ---------------------------------------------------------------- sentences


@dataclass
class Question:
    """A question.

    Args:
        clause: what is asked.
        english_word: such as "where"; "" for yes or no.
        french_word: such as "où".
        phrase: noun phrase with "which" or "how many", the object.
    """

    clause: Any
    english_word: str = ""
    french_word: str = ""
    phrase: NounPhrase | None = None

    def english(self):
        """Returns the question without its mark."""
        clause = self.clause.question_english()
        if self.phrase:
            return _joined(self.phrase.english(), clause)
        return _joined(self.english_word, clause)

    def french(self, world):
        """Returns the question without its mark."""
        if self.phrase:
            return _joined(
                self.phrase.french(world),
                "est-ce que",
                self.clause.french(
                    world, preceding=self.phrase.agreement(world)
                ),
            )
        return _joined(
            self.french_word, "est-ce que", self.clause.french(world)
        )


@dataclass
class Command:
    """An order or, with "we" as subject, a proposal.

    Args:
        clause: with the subject you or we.
        polite: whether it says please.
    """

    clause: Clause
    polite: bool = False

    def english(self):
        """Returns the sentence without its mark."""
        clause = self.clause
        start = "let us" if clause.subject.key == "we" else ""
        if clause.negation:
            start = "let us not" if start else "do not"
        please = "please" if self.polite else ""
        return _joined(please, start, clause.infinitive_english())

    def french(self, world):
        """Returns the sentence without its mark."""
        please = ""
        if self.polite:
            slot = self.clause.subject.agreement(world).slot
            please = ", s'il te plaît" if slot == 1 else ", s'il vous plaît"
        return self.clause.command_french(world) + please


@dataclass
class Sentence:
    """Clauses and what joins them.

    Args:
        parts: nodes, in order.
        mark: ".", "?" or "!".
        fixed: answers that the sentence settles, such as "you".
    """

    parts: tuple[Any, ...]
    mark: str = "."
    fixed: dict[str, Any] | None = None

    def english(self):
        """Returns the sentence."""
        text = _joined(*(part.english() for part in self.parts))
        return _capital(text.replace(" ,", ",") + self.mark)

    def french(self, world):
        """Returns the sentence."""
        text = _joined(*(part.french(world) for part in self.parts))
        text = forms.elide(text.replace(" ,", ",").replace("' ", "'"))
        space = "" if self.mark == "." else " "
        return _capital(text + space + self.mark)

    def references(self):
        """Returns what the sentence may be in French, the usual one first."""
        fixed = self.fixed or {}
        usual = World(**fixed)
        self.french(usual)
        return tuple(
            dict.fromkeys(
                self.french(world) for world in worlds(usual.asked, fixed)
            )
        )


def _joined(*words):
    return " ".join(word for word in words if word)


def _capital(text):
    return text[0].upper() + text[1:]
