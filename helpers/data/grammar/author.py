"""Whole sentences: statements, questions, commands, calls."""

from typing import Any

from .clauses import Clause, Command, Fixed, Question, Sentence
from .frames import FLAGS, FRAMES, GO, LIVE, VERBS, frame_of
from .narrator import Draft
from .nouns import OPEN, NounPhrase, Pronoun, Who
from .speaker import Stuck
from .statements import KINDS, TIMELESS, Planner
from .words import GROUPS, NOUNS

#: English, French, and what it settles about "you".
_CALLS = {
    "Mum": ("Maman", OPEN["you"][1]),
    "Dad": ("Papa", OPEN["you"][0]),
    "Sir": ("Monsieur", OPEN["you"][2]),
    "Madam": ("Madame", OPEN["you"][3]),
    "Gentlemen": ("Messieurs", OPEN["you"][4]),
    "Ladies": ("Mesdames", OPEN["you"][5]),
}


class Author(Planner):
    """Makes one sentence of about so many words.

    Args:
        rng: source of randomness.
    """

    def sentence(self, target: int) -> Sentence:
        """Draws a sentence.

        Args:
            target: about how many English words it should have.

        Raises:
            Stuck: if no word is left that fits.
        """
        sentence = self.draw(target)
        self.settle(sentence)
        return sentence

    def draw(self, target: int) -> Sentence:
        """Draws a sentence whose genders are not yet settled."""
        roll = self.rng.random()
        if roll < 0.13 and target < 16:
            return Sentence((self.question(target),), "?")
        if roll < 0.18 and target < 16:
            return Sentence((self.command(target),), self.pick(".!"))
        if roll < 0.23 and 4 < target < 16:
            return self.called(target)
        return Sentence(self.statement(target))

    def question(self, target: int) -> Question:
        """Draws a question."""
        roll = self.rng.random()
        if roll < 0.1:
            return self.who(target)
        if roll < 0.2:
            return self.which(target)
        subject = self.asked_about()
        kind = self.kind(*TIMELESS)
        if roll < 0.5:
            word = self.pick(
                (("why", "pourquoi"), ("where", "où"), ("when", "quand"))
            )
            if word[0] == "where":
                return self.where(target, subject)
            if word[0] == "when":
                kind = self.pick(("will", "going", "past"))
            else:
                kind = self.pick(("past", "progressive"))
            without = VERBS["unwilled"] if word[0] == "why" else ()
            draft = self.event(subject, kind, without=without)
            self.grow(draft, target - 1, timed=word[0] == "why")
            return Question(draft.clause, *word)
        if roll < 0.6:
            return self.what(target, subject)
        roll = self.rng.random()
        if roll < 0.15:
            there = self.there("ask")
            return Question(there)
        if roll < 0.3:
            draft = self.feeling(subject, asked=True)
        elif roll < 0.4:
            draft = self.whereabouts(subject, asked=True)
        else:
            draft = self.event(subject, self.kind(*KINDS), asked=True)
        self.usual(self.grow(draft, target - 1))
        return Question(draft.clause)

    def asked_about(self) -> Any:
        """Draws the subject of a question: who asks after herself?"""
        self.used.add("I")
        subject = self.subject(many=False)
        self.used.discard("I")
        if isinstance(subject, NounPhrase):
            if subject.determiner in ("a", "two", "three"):
                subject.determiner = "the"
            elif subject.determiner == Pronoun("I"):
                subject.determiner = Pronoun("you")
        return subject

    def what(self, target: int, subject: Any) -> Question:
        """What is she eating?"""
        kind = self.pick(("progressive", "past", "going", "will"))
        verbs = VERBS["asked_what"]
        frames = [
            frame
            for frame in FRAMES
            if frame.verb.english in verbs and FLAGS[kind] in frame.flags
        ]
        frame = self.pick(frames)._replace(objects=())
        draft = self.act(frame, subject, kind)
        self.grow(draft, target - 1)
        return Question(draft.clause, "what", "qu'")

    def where(self, target: int, subject: Any) -> Question:
        """Where does she live? Where is the key?"""
        roll = self.rng.random()
        if roll < 0.25:
            draft = Draft(Clause(subject, LIVE), "")
        elif roll < 0.5:
            tense = self.pick(("progressive", "past", "going"))
            draft = Draft(Clause(subject, GO.verb, tense=tense), tense, GO)
        else:
            kind = self.pick(("past", "will", "going"))
            verb = self.pick(VERBS["asked_where"])
            frame = frame_of(verb)._replace(places=())
            if FLAGS[kind] not in frame.flags:
                raise Stuck
            draft = self.act(frame, subject, kind)
        self.grow(draft, target - 1)
        return Question(draft.clause, "where", "où")

    def who(self, target: int) -> Clause:
        """Who is singing?"""
        kind = self.kind(*KINDS)
        draft = self.event(Who(), kind)
        return self.grow(draft, target).clause

    def which(self, target: int) -> Question:
        """Which dress did she buy? How many dogs do you have?"""
        subject = self.asked_about()
        kind = "past"
        verb = self.pick(VERBS["asked_which"])
        if self.chance(0.2):
            verb, kind = "have", "state"
        frames = [f for f in FRAMES if f.verb.english == verb]
        frame = self.pick(frames)
        names = [name for name in frame.objects if name in GROUPS["counted"]]
        name = self.fresh(names)
        if name is None:
            raise Stuck
        self.pairs.add((verb, name))
        word = "how many" if kind == "state" or self.chance(0.5) else "which"
        plural = word == "how many" or self.chance(0.3)
        phrase = NounPhrase(NOUNS[name], word, plural)
        if self.chance(0.3):
            self.describe(phrase, verb)
        tense = "present" if kind == "state" else kind
        draft = Draft(Clause(subject, frame.verb, tense=tense), kind, frame)
        words = len(phrase.english().split())
        self.grow(draft, target - words)
        return Question(draft.clause, phrase=phrase)

    def command(self, target: int) -> Command:
        """Close the door. Let us go to the beach."""
        us = self.chance(0.3)
        subject = Pronoun("we" if us else "you")
        self.topic = subject
        self.used.add(subject.key)
        if us and self.chance(0.4):
            draft = self.act(GO, subject, "going")
        else:
            frames = [frame for frame in FRAMES if "i" in frame.flags]
            draft = self.act(self.pick(frames), subject, "going")
        if draft.clause.clitic:
            raise Stuck
        phrase = draft.object()
        vague = phrase is not None and phrase.determiner == "a"
        if vague and draft.clause.verb.english in VERBS["ordered"]:
            phrase.determiner = "the"
        if not us:
            draft.clause.negation = self.denial(0.25, "not")
        polite = not us and not draft.clause.negation and self.chance(0.3)
        self.grow(draft, target - (2 if us else polite))
        return Command(draft.clause, polite)

    def called(self, target: int) -> Sentence:
        """Mum, where is my key?"""
        english = self.pick(tuple(_CALLS))
        french, you = _CALLS[english]
        you_are = Pronoun("you")
        self.used.add("you")
        self.topic = you_are
        self.planned = you_are
        call = Fixed(f"{english},", f"{french},")
        several = you.plural
        mark = "."
        if self.chance(0.5):
            part, mark = self.question(target - 1), "?"
        else:
            (part,) = self.simple(target - 1)[-1:]
        said = f" {part.english()} "
        if " you " not in said or (several and " your " in said):
            raise Stuck
        return Sentence((call, part), mark, {"you": you})
