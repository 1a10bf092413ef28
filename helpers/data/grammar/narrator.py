"""Clauses that make sense, drawn at random."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from .clauses import (
    Clause,
    Comparison,
    Fixed,
    Object,
    Predicate,
    Preposition,
    There,
)
from .frames import (
    ACTIVITIES,
    ADULT_AGES,
    AGES,
    ANIMALS,
    BE,
    BE_OLD,
    FEELINGS,
    FLAGS,
    FRAMES,
    GO,
    GOALS,
    LIVE,
    MANNERS,
    OFTEN,
    PLACES,
    TIMES,
    VERBS,
    WEATHER,
    Frame,
    frame_of,
)
from .nouns import Both, Name, NounPhrase, Pronoun, Relative, Trace
from .speaker import QUANTITIES, Speaker, Stuck, is_woman, noun_key
from .words import ADJECTIVES, GROUPS, NOUNS, QUALITIES, TRADES, listed

#: What follows the verb, in order.
_ORDER = ("object", "to", "for", "with", "place", "time")
_PERSONS = ("I", "you", "he", "she", "we", "they")
#: By the subject, objects that would be odd: "I see me", "they see them".
_CLASH = {
    "I": ("I", "we"),
    "you": ("you",),
    "we": ("I", "we"),
    "he": ("he",),
    "she": ("she",),
    "they": ("they",),
}
_HOMES = ("village", "castle", "farm", "lake", "river", "hotel")
_WORKPLACES = ("restaurant", "bakery", "hospital", "farm", "library", "hotel")
_PLACES_TO_LIVE = ("house", "village", "castle", "city", "hotel", "street")
_ODD_PLACES = ("lake+", "river+", "tree", "forest")
#: Who is to be seen where.
_HABITATS = (
    ("dog cat boy girl", "garden street park"),
    ("bird", "garden park forest"),
    ("cow horse goat hen donkey", "farm village"),
    ("duck", "lake river"),
    ("mouse", "kitchen house castle"),
    ("rabbit hedgehog", "garden forest"),
    ("man woman policeman student", "street park station library"),
)
#: English, French, nouns: where small things lie.
_SPOTS = (
    ("on", "sur", "table chair bed"),
    ("under", "sous", "table chair bed"),
    ("in", "dans", "box kitchen bedroom living_room car"),
    ("behind", "derrière", "door lamp mirror"),
    ("near", "près de", "door window lamp"),
)
_DESCRIBED = tuple(
    sorted(
        {name for _, nouns in ADJECTIVES.values() for name in nouns}
        - {*GROUPS["person"], *GROUPS["animal"]}
    )
)
#: Adjectives that only stand with a noun: "the new car", no "is new".
_WITH_NOUNS_ONLY = ("little", "new", "young")
_DEGREES = {
    "too": listed("big small old expensive hot cold heavy long"),
    "very": listed(
        "big small old expensive hot cold heavy long beautiful pretty good "
        "dirty clean interesting funny sad famous"
    ),
}
_ABSOLUTE = ("ready", "alone", "early")
_TOO = listed("tired shy lazy old young curious proud serious")
_COMPARED = listed(
    "tall strong kind young old rich happy funny lazy patient curious"
)


@dataclass
class Draft:
    """A clause that can still grow.

    Attributes:
        clause: as it is now.
        kind: key of `FLAGS`, or "" for what is and has no frame.
        frame: what may be added, or None.
        slots: what follows the verb, by name, see `_ORDER`.
        closed: whether nothing more can follow, after a relative clause.
    """

    clause: Clause
    kind: str
    frame: Frame | None = None
    slots: dict[str, Any] = field(default_factory=dict)
    closed: bool = False

    def put(self, slot: str, node: Any) -> None:
        """Adds what follows the verb."""
        self.slots[slot] = node
        self.put_all()

    def put_all(self) -> None:
        """Writes the slots into the clause, in order."""
        self.clause.rest = tuple(
            self.slots[name] for name in _ORDER if name in self.slots
        )

    def object(self) -> Any:
        """Returns the noun phrase that is the object, or None."""
        phrase = getattr(self.slots.get("object"), "phrase", None)
        return phrase if isinstance(phrase, NounPhrase) else None

    def words(self) -> int:
        """Returns the number of English words."""
        return len(self.clause.english().split())


class Narrator(Speaker):
    """Draws the clauses of one sentence."""

    # ------------------------------------------------------------ clauses

    def event(
        self,
        subject: Any,
        kind: str,
        *,
        without: Sequence[str] = (),
        **more,
    ) -> Draft:
        """Draws what a person does.

        Args:
            subject: who.
            kind: key of `FLAGS`.
            without: English verbs that do not fit here.
            **more: arguments of `Clause`.
        """
        roll = self.rng.random()
        if kind == "state" or (roll < 0.65 and kind != "imperfect"):
            frames = FRAMES
        elif roll < 0.9 or FLAGS[kind] not in GO.flags:
            frames = ACTIVITIES
        else:
            return self.act(GO, subject, kind, **more)
        young = (
            isinstance(subject, NounPhrase)
            and noun_key(subject.noun) in (GROUPS["child"])
        )
        while True:
            frame = self.pick(frames)
            if frame.verb.english in without:
                continue
            if kind == "will" and frame.verb.english not in VERBS["will"]:
                continue
            if FLAGS[kind] in frame.flags and not (
                young and "a" in frame.flags
            ):
                return self.act(frame, subject, kind, **more)

    def act(self, frame: Frame, subject: Any, kind: str, **more) -> Draft:
        """Makes a clause from a frame."""
        tense = "present" if kind in ("habit", "state") else kind
        verb = frame.verb.english
        if kind == "will" and verb not in VERBS["will"]:
            raise Stuck
        unsure = verb in VERBS["same_past"] and kind in ("habit", "past")
        if unsure and subject.person != "he" and not more:
            # "We read a book": when?
            raise Stuck
        if frame in ACTIVITIES:
            if verb in self.done:
                raise Stuck
            self.done.add(verb)
        clause = Clause(subject, frame.verb, tense=tense, **more)
        draft = Draft(clause, kind, frame)
        if verb == "arrive":
            draft.put("place", self.place(self.pick(frame.places), subject))
        if frame is GO:
            name = self.fresh(GOALS)
            draft.put("to", Preposition("to", "à", NounPhrase(NOUNS[name])))
        elif frame.objects:
            self._object(draft)
        if "t" in frame.flags:
            self._recipient(draft)
        return draft

    def recipient(self, phrase: NounPhrase) -> Any:
        """Draws for whom a thing is: dresses for women alone."""
        whom = self.pick((self.named, self.relation))()
        if noun_key(phrase.noun) in GROUPS["womens"] and not is_woman(whom):
            raise Stuck
        return whom

    def _recipient(self, draft):
        clause = draft.clause
        clash = _CLASH.get(_slot(clause.subject), ())
        # No "sends her her gift".
        owned = isinstance(draft.object().determiner, Pronoun)
        if not owned and self.chance(0.5):
            keys = [key for key in _PERSONS if key not in clash]
            clause.clitic, clause.indirect = Pronoun(self.pick(keys)), True
        else:
            whom = self.recipient(draft.slots["object"].phrase)
            draft.put("to", Preposition("to", "à", whom))

    def _object(self, draft):
        clause, verb = draft.clause, draft.clause.verb
        subject = clause.subject
        names = frame_objects(draft.frame, subject)
        name = self.fresh(names)
        if name is None:
            raise Stuck
        if name != "@person":
            self.pairs.add((verb.english, name))
            phrase = self.thing(
                name,
                verb.english,
                subject,
                kind=draft.kind,
                negated=bool(clause.negation),
            )
            draft.put("object", Object(phrase))
            return
        self.used.discard("@person")
        if self.chance(0.35):
            pronoun = Pronoun(self.pick(self._others(subject)))
            if verb.preposition and verb.english not in VERBS["indirect"]:
                draft.put("object", Object(pronoun))
            else:
                clause.clitic = pronoun
                clause.indirect = bool(verb.preposition)
            return
        person = self.somebody(pronouns=False, many=False)
        vague = isinstance(getattr(person, "determiner", None), str)
        if clause.negation and vague:
            person.determiner = "the"
        draft.put("object", Object(person))

    def _others(self, subject):
        """Returns the pronouns that may stand behind a verb or "with"."""
        clash = _CLASH.get(_slot(subject), ())
        if not self.strangers():
            clash = (*clash, "they")
        return [key for key in _PERSONS if key not in clash]

    def feeling(self, subject: Any, tense: str = "present", **more) -> Draft:
        """Draws how a person is: tired, hungry, a baker, ten years old."""
        roll = self.rng.random()
        clause = Clause(subject, BE, tense=tense, **more)
        draft = Draft(clause, "")
        if roll < 0.25:
            clause.verb = FEELINGS[self.pick(tuple(FEELINGS))]
            return draft
        one = subject.person != "they"
        if roll < 0.32 and one and tense == "present" and not more:
            young = isinstance(subject, NounPhrase) and (
                noun_key(subject.noun) in GROUPS["child"]
            )
            ages = AGES if young else AGES | ADULT_AGES
            english = self.pick(tuple(ages))
            clause.verb = BE_OLD
            draft.put(
                "object",
                Fixed(f"{english} years old", f"{ages[english]} ans"),
            )
            return draft
        plain = isinstance(subject, Pronoun | Name) and (
            getattr(subject, "key", "") != "you"
        )
        if roll < 0.42 and plain:
            trade = TRADES[self.pick(tuple(TRADES))]
            draft.put("object", Predicate(trade, "a"))
            return draft
        self.is_so(draft, self.pick(tuple(QUALITIES)))
        return draft

    def is_so(self, draft: Draft, word: str) -> None:
        """Adds a quality, sometimes with very or too."""
        degree = ""
        if word not in _ABSOLUTE and self.chance(0.3):
            degree = "too" if word in _TOO and self.chance(0.3) else "very"
        draft.put("object", Predicate(QUALITIES[word], degree))

    def comparison(self, subject: Any, **more) -> Draft:
        """Draws who is taller than whom."""
        quality = QUALITIES[self.pick(_COMPARED)]
        degree = self.pick(("more", "more", "as"))
        other = self.somebody(pronouns=False, many=False)
        draft = Draft(Clause(subject, BE, **more), "")
        draft.put("object", Comparison(quality, degree, other))
        return draft

    def whereabouts(
        self, subject: Any, tense: str = "present", **more
    ) -> Draft:
        """Draws where a person is or lives."""
        clause = Clause(subject, BE, tense=tense, **more)
        names = tuple(name for name in PLACES if name not in _ODD_PLACES)
        if tense == "present" and self.chance(0.3):
            clause.verb = LIVE
            names = _HOMES
        draft = Draft(clause, "")
        name = self.fresh(names)
        draft.put("place", self.place(name, subject))
        return draft

    def item(self, tense: str = "present", **more) -> Draft:
        """Draws what a thing is like or where it is."""
        lies = self.chance(0.3)
        name = self.fresh(GROUPS["lying"] if lies else _DESCRIBED)
        determiner = "this" if self.chance(0.25) else "the"
        if name in GROUPS["owned"] and self.chance(0.2):
            determiner = self.possessor()
        plural = name in (*GROUPS["pair"], *GROUPS["small_food"])
        phrase = NounPhrase(NOUNS[name], determiner, plural)
        draft = Draft(Clause(phrase, BE, tense=tense, **more), "")
        if lies:
            draft.put("place", self.spot())
        else:
            self.judge(draft, name)
        return draft

    def judge(self, draft: Draft, name: str, words: str = "") -> bool:
        """Says of a thing what it is like.

        Args:
            draft: clause whose subject is the thing.
            name: key of `NOUNS`.
            words: adjectives to choose from; all that fit by default.
        """
        fitting = [
            english
            for english, (_, nouns) in ADJECTIVES.items()
            if name in nouns
            and english not in _WITH_NOUNS_ONLY
            and english in (listed(words) or (english,))
        ]
        if not fitting:
            return False
        english = self.pick(fitting)
        self.pairs.add((english, name))
        degrees = [
            degree for degree, whom in _DEGREES.items() if english in whom
        ]
        degree = self.pick(degrees) if degrees and self.chance(0.4) else ""
        quality = ADJECTIVES[english][0].quality
        draft.put("object", Predicate(quality, degree))
        return True

    def spot(self) -> Preposition:
        """Draws where a small thing is: on the table, behind the door."""
        english, french, names = self.pick(_SPOTS)
        name = self.fresh(listed(names))
        if name is None:
            raise Stuck
        phrase = NounPhrase(NOUNS[name])
        if self.chance(0.2):
            self.describe(phrase, "be")
        return Preposition(english, french, phrase)

    def beast(self, kind: str, **more) -> Draft:
        """Draws what an animal does."""
        name = self.fresh(ANIMALS)
        frames = [
            frame for frame in ANIMALS[name] if FLAGS[kind] in frame.flags
        ]
        if not frames:
            raise Stuck
        determiner = self.pick(("the", "the", "the", "a", "this"))
        plural = self.chance(0.25)
        if plural:
            determiner = self.pick(("the", "this", "two", "three"))
        elif name in GROUPS["pet"] and self.chance(0.4):
            determiner = self.possessor()
        subject = NounPhrase(NOUNS[name], determiner, plural)
        if self.chance(0.3):
            self.describe(subject, "be")
        return self.act(self.pick(frames), subject, kind, **more)

    def weather(self, kind: str = "progressive", *names: str) -> Draft:
        """Draws the weather."""
        verb = WEATHER[self.pick(names or tuple(WEATHER))]
        if verb.state and kind == "progressive":
            kind = "present"
        return Draft(Clause(Pronoun("it"), verb, tense=kind), "")

    def there(self, mood: str = "") -> There:
        """Draws what is somewhere."""
        roll = self.rng.random()
        if roll < 0.4:
            homes = self.pick(_HABITATS)
            name = self.fresh(listed(homes[0]))
            where = self.place(self.fresh(listed(homes[1])))
        else:
            name = self.fresh(
                (*GROUPS["lying"], *GROUPS["meal"], *GROUPS["drink"])
            )
            if name in (*GROUPS["meal"], *GROUPS["drink"]):
                if self.chance(0.5):
                    where = self.place("kitchen")
                else:
                    where = Preposition("on", "sur", NounPhrase(NOUNS["table"]))
            else:
                where = self.spot()
        noun = NOUNS[name]
        counted = bool(noun.english_plural)
        plural = counted and (name in GROUPS["pair"] or self.chance(0.4))
        determiner = "a" if counted and not plural else "some"
        if plural and not mood:
            determiner = self.pick(QUANTITIES)
        phrase = NounPhrase(noun, determiner, plural)
        if self.chance(0.3):
            self.describe(phrase, "be")
        return There(phrase, (where,), mood)

    # ------------------------------------------------------------ growing

    def grow(
        self,
        draft: Draft,
        target: int,
        *,
        timed: bool = True,
        without: str = "",
    ) -> Draft:
        """Adds to a clause until it has about so many English words.

        Args:
            draft: the clause, changed in place.
            target: number of words.
            timed: whether it may say when.
            without: what is not to be added.
        """
        options = ["place", "with", "for", "manner", "often", "adjective"]
        options += ["subject", "relative"] if target > 8 else []
        options += ["time"] * timed
        self.rng.shuffle(options)
        for option in options:
            if draft.words() >= target:
                break
            if option != without:
                getattr(self, f"_grow_{option}")(draft)
        return draft

    def _grow_place(self, draft):
        frame, clause = draft.frame, draft.clause
        if not frame or not frame.places or "place" in draft.slots:
            return
        if "to" in draft.slots or draft.closed:
            return
        names = [
            name for name in frame.places if PLACES[name].noun not in self.used
        ]
        if names:
            name = self.pick(names)
            draft.put("place", self.place(name, clause.subject))

    def _grow_time(self, draft):
        if not draft.frame or draft.kind not in TIMES or draft.closed:
            return
        clause = draft.clause
        if self.dated or clause.often or clause.modal:
            return
        if clause.negation in ("never", "no longer"):
            return
        if self.chance(0.9):
            self.dated = True
            long = "l" in draft.frame.flags
            draft.put(
                "time", self.time(draft.kind, draft.clause.verb.english, long)
            )

    def _grow_with(self, draft):
        frame, subject = draft.frame, draft.clause.subject
        if not frame or "c" not in frame.flags or draft.closed:
            return
        if "for" in draft.slots:
            return
        if isinstance(subject, Both):
            return
        if self.chance(0.25):
            keys = [
                key for key in self._others(subject) if key not in self.used
            ]
            if not keys:
                return
            company = Pronoun(self.pick(keys))
            self.used.add(company.key)
        else:
            company = self.pick((self.named, self.relation))()
        draft.put("with", Preposition("with", "avec", company))

    def _grow_for(self, draft):
        if not draft.frame or "b" not in draft.frame.flags or draft.closed:
            return
        phrase = draft.object()
        if phrase is None or draft.kind == "habit" or "with" in draft.slots:
            return
        if isinstance(phrase.determiner, Pronoun):
            return
        whom = self.recipient(phrase)
        draft.put("for", Preposition("for", "pour", whom))

    def _grow_manner(self, draft):
        clause = draft.clause
        if draft.frame not in ACTIVITIES or clause.often or clause.modal:
            return
        if draft.kind not in ("habit", "past"):
            return
        fitting = [
            (english, french)
            for english, french, verbs in MANNERS
            if clause.verb.english in listed(verbs)
        ]
        if fitting:
            clause.manner = Fixed(*self.pick(fitting))

    def _grow_often(self, draft):
        clause = draft.clause
        if draft.kind != "habit" or "time" in draft.slots:
            return
        if not clause.negation and not clause.manner and not clause.modal:
            clause.often = Fixed(*self.pick(OFTEN))

    def _grow_adjective(self, draft):
        phrase = draft.object()
        if phrase is not None and not phrase.human:
            self.describe(phrase, draft.clause.verb.english)

    def _grow_subject(self, draft):
        phrase = draft.clause.subject
        if not isinstance(phrase, NounPhrase) or phrase.relative:
            return
        if phrase.determiner != "the" or phrase.owner:
            return
        if isinstance(draft.slots.get("object"), Predicate):
            phrase.relative = self.relative(phrase, "subject is")
        elif "place" not in draft.slots:
            verb = draft.clause.verb.english
            phrase.relative = self.relative(phrase, "subject", verb)

    def _grow_relative(self, draft):
        # The clause goes to the end: what follows would belong to it.
        phrase, verb = draft.object(), draft.clause.verb.english
        if phrase is None or phrase.relative or phrase.owner or draft.closed:
            return
        if [*draft.slots][-1] != "object":
            return
        if phrase.determiner not in ("the", "a", *QUANTITIES):
            return
        home = noun_key(phrase.noun) in _PLACES_TO_LIVE
        if verb in VERBS["unrelated"] and not home:
            return
        role = "object"
        if draft.kind in ("progressive", "state"):
            role = "object now"
        if verb in VERBS["at_hand"]:
            role += " is"
        phrase.relative = self.relative(phrase, role, verb)
        draft.closed = phrase.relative is not None

    def relative(
        self, phrase: NounPhrase, role: str, verb: str = ""
    ) -> Relative | None:
        """Draws a relative clause for a noun phrase.

        Args:
            phrase: the noun phrase.
            role: "subject" or "object"; with "now" if the clause around it
                is in the present, with "is" if the thing may lie somewhere.
            verb: English verb of the clause around it.
        """
        name = noun_key(phrase.noun)
        if phrase.human:
            return self._relative_person(phrase, role, verb)
        if name in ANIMALS:
            if verb in ("see", "hear"):
                return None
            return self._relative_animal(phrase, name, role)
        if name in _PLACES_TO_LIVE:
            if phrase.determiner != "the":
                return None
            who = self.somebody(many=False)
            return Relative(Clause(who, LIVE), "where", "où")
        lies = "is" in role and name in GROUPS["lying"]
        if lies and phrase.determiner == "the" and self.chance(0.3):
            clause = Clause(Trace(phrase), BE, (self.spot(),))
            return Relative(clause, "that", "qui")
        verbs, tense = VERBS["that_past"], "past"
        if self.chance(0.25):
            verbs, tense = (
                VERBS["that_now"],
                "present",
            )
        frames = [
            frame
            for frame in FRAMES
            if name in frame.objects
            and frame.verb.english in verbs
            and frame.verb.english != verb
        ]
        if not frames:
            return None
        frame = self.pick(frames)
        who = self.pick((self.named, self.relation, self.pronoun))()
        self.pairs.add((frame.verb.english, name))
        if frame.verb.english == "talk about":
            tense = "progressive"
        word = "dont" if frame.verb.preposition else "que"
        return Relative(Clause(who, frame.verb, tense=tense), "that", word)

    def _relative_person(self, phrase, role, verb):
        roll = self.rng.random()
        subject = Trace(phrase)
        if roll < 0.25:
            clause = Clause(subject, LIVE)
            where = self.place(self.fresh(_HOMES), subject)
            clause.rest = (where,)
        elif roll < 0.4:
            verb = frame_of("work").verb
            where = self.place(self.fresh(_WORKPLACES), subject)
            clause = Clause(subject, verb, (where,))
        elif roll < 0.55:
            frames = [one for one in FRAMES if one.verb.english in VERBS["who"]]
            clause = self.act(self.pick(frames), subject, "state").clause
        elif roll < 0.7 and "now" in role:
            draft = self.event(subject, "progressive")
            clause = self.grow(draft, 4, timed=False).clause
        else:
            frames = [
                frame
                for frame in FRAMES
                if "@person" in frame.objects
                and frame.verb.english in VERBS["whom"]
                and frame.verb.english != verb
            ]
            frame = self.pick(frames)
            tense = "past" if "d" in frame.flags else "present"
            word = "que"
            if frame.verb.preposition:
                word, tense = "dont", "progressive"
            who = self.somebody(many=False)
            return Relative(Clause(who, frame.verb, tense=tense), "that", word)
        return Relative(clause, "who", "qui")

    def _relative_animal(self, phrase, name, role):
        if "now" in role and self.chance(0.5):
            frames = [one for one in ANIMALS[name] if "p" in one.flags]
            draft = self.act(self.pick(frames), Trace(phrase), "progressive")
            self.grow(draft, 5, timed=False)
            return Relative(draft.clause, "that", "qui")
        who = self.somebody(many=False)
        if name in GROUPS["frightening"] and self.chance(0.3):
            return Relative(
                Clause(who, frame_of("be afraid of").verb), "that", "dont"
            )
        return Relative(
            Clause(who, frame_of("see").verb, tense="past"), "that", "que"
        )


def frame_objects(frame: Frame, subject: Any) -> tuple[str, ...]:
    """Returns what fits as an object: dresses for women, one for one."""
    if frame.verb.english != "wear":
        return frame.objects
    if subject.person == "they" and _slot(subject) != "you":
        return GROUPS["pair"]
    if is_woman(subject):
        return frame.objects
    return tuple(name for name in frame.objects if name not in GROUPS["womens"])


def _slot(subject):
    return getattr(subject, "key", "")
