"""Statements: plans of one clause and of several.

Each plan is a method that takes the number of English words that is wanted and
returns the parts of a `Sentence`. It may miss the number; who wants it exactly
tries again.
"""

from typing import Any

import numpy as np

from .clauses import (
    Clause,
    Fixed,
    Object,
    Predicate,
    Preposition,
    Purpose,
    Sentence,
    There,
    When,
)
from .frames import (
    ACTIVITIES,
    BE,
    FEELINGS,
    FLAGS,
    FRAMES,
    GO,
    MODALS,
    OFTEN,
    VERBS,
    Verb,
    frame_of,
)
from .narrator import Draft, Narrator
from .nouns import NounPhrase, Pronoun
from .speaker import Stuck, noun_key
from .words import GROUPS, NOUNS, listed

KINDS = (
    *("past",) * 6,
    *("progressive",) * 6,
    *("habit",) * 4,
    *("state",) * 3,
    *("will",) * 3,
    *("going",) * 3,
)
TIMELESS = ("past", "past", "progressive", "will", "going", "habit")
#: What a sentence of one clause is about, and what a clause of a tale is.
_SAID = (
    *("action",) * 26,
    *("feeling",) * 6,
    *("item",) * 5,
    *("beast",) * 4,
    *("whereabouts", "comparison", "there") * 2,
    "weather",
)
_TOLD = (*("action",) * 8, "whereabouts", "beast")
#: Kinds of clauses that stand together in a tale.
_ERAS = {
    "past": ("past", "imperfect"),
    "now": ("progressive",),
    "habit": ("habit", "state"),
    "future": ("will",),
    "soon": ("going",),
}
_REPORTS = (
    (Verb("think", "penser", state=True), "that", "que"),
    (Verb("know", "savoir", state=True), "that", "que"),
    (Verb("say", "dire", state=True), "that", "que"),
)
_HOPE = Verb("hope", "espérer", state=True)
_WONDER = (
    (Verb("wonder", "demander", reflexive=True, state=True), ""),
    (Verb("know", "savoir", state=True), "not"),
)
_AND = Fixed("and", "et")
_BUT = Fixed(", but", ", mais")
_BECAUSE = Fixed("because", "parce que")
_COMMA = Fixed(",", ",")


#: Why people love, help or thank somebody.
_LIKED = {
    "love": "kind clever funny brave",
    "invite": "kind funny",
    "thank": "kind",
    "help": "sick tired",
}
_CHANGING = listed("tired happy sad sick shy jealous angry lazy young alone")
#: Adjectives that a reason neither repeats nor contradicts.
_ECHOES = {"old", "big", "small", "dirty", "broken", "expensive"}
#: Reasons for a habit.
_LASTING = ("no_car", "money", "kind")
#: Reasons that may also be conditions.
_CONDITIONS = listed("hungry thirsty tired hot_day cold_day rain indoors")
#: What people go somewhere for: verbs and objects.
_ERRANDS = {
    "market": ("buy", "fruit vegetable market_food bunch"),
    "bakery": ("buy", "bread cake"),
    "farm": ("buy", "egg milk cheese"),
    "restaurant": ("eat", "meat soup omelette"),
    "museum": ("look at", "painting"),
    "library": ("read", "book newspaper"),
    "station": ("take", "train"),
    "park": ("play", "football tennis"),
}
_OUTINGS = {
    "beach": ("rest", "have fun", "swim"),
    "lake": ("swim",),
    "river": ("swim",),
    "park": ("run", "go for a walk", "have fun"),
    "office": ("work",),
    "library": ("work",),
}
_OPPOSITES = (
    ("happy", "sad"),
    ("young", "old"),
    ("lazy", "serious"),
    ("shy", "funny"),
    ("patient", "angry"),
    ("early", "late"),
)
#: What is done to a thing, and then done to it again by whom.
_STORIES = (
    ("buy", "present flower book", "give", "to"),
    ("find", "pocket ball book hat", "give", "to"),
    ("draw", "house tree horse bird flower castle cat", "show", "to"),
    ("write", "letter poem", "send", "to"),
    ("write", "letter poem story", "show", "to"),
    ("receive", "letter", "show", "to"),
    ("choose", "present", "give", "to"),
    ("prepare", "dish sandwich", "eat", ""),
    ("buy", "cake sandwich apple pear", "eat", ""),
    ("break", "chair lamp guitar phone", "repair", "other"),
    ("lose", "pocket ball hat book", "find", "other"),
    ("prepare", "cake omelette", "eat", "other"),
    ("look for", "pocket ball hat book", "find", "not"),
    ("write", "letter", "send", "not"),
    ("see", "castle house bird", "draw", ""),
)


class Planner(Narrator):
    """Draws the clauses of a statement that belong together.

    Args:
        rng: source of randomness.
    """

    def __init__(self, rng: np.random.Generator):
        super().__init__(rng)
        #: Key of `_ERAS`, the time that all clauses tell of; "" for any.
        self.era = ""
        #: Reasons that have been given.
        self.reasons = set()
        #: Whether what comes stands behind "that".
        self.embedded = False

    def statement(self, target: int) -> tuple[Any, ...]:
        """Draws a plan for a statement and follows it."""
        if target <= 6:
            return self.simple(target)
        if target <= 9:
            plans = (self.simple, self.simple, self.simple, self.small)
        elif target <= 17:
            plans = (self.simple, self.small, self.small, self.small)
        else:
            plans = (self.large,)
        return self.pick(plans)(target)

    def small(self, target: int) -> tuple[Any, ...]:
        """Two clauses that belong together, or one with its purpose."""
        plans = (
            self.reasoned,
            self.reasoned,
            self.conditional,
            self.contrast,
            self.parallel,
            self.report,
            self.chain,
            self.story,
            self.story,
            self.errand,
            self.wondering,
            self.plan_and_obstacle,
        )
        return self.pick(plans)(target)

    def large(self, target: int) -> tuple[Any, ...]:
        """Three clauses and more: a report, a scene or a tale."""
        plans = (self.report, self.parallel, self.tale, self.tale)
        return self.pick(plans)(target)

    def tale(self, target: int) -> tuple[Any, ...]:
        """Small plans of one time, about one person or about several."""
        self.era = self.pick(tuple(_ERAS))
        happens = self.era in ("past", "future", "soon")
        plans = [self.reasoned, self.errand]
        if self.era == "habit":
            plans = [self.errand, self.contrast]
        if happens:
            plans += [self.contrast]
            if self.era != "soon":
                plans += [self.story, self.chain]
        parts = self.pick(plans)(target // 2)
        same = happens and self.hero is not None and self.chance(0.5)
        if same:
            self.planned = self.hero.pronoun()
            plans = [self.deed, self.reasoned, self.errand]
            joiner = Fixed(", then", ", puis")
        else:
            plans = [self.simple, *plans[:2]]
            joiner = Fixed(", and", ", et")
        left = target - 1 - _count(parts)
        if left > 13:
            more = self.pick(plans)(left // 2)
            left -= 1 + _count(more)
            more = (*more, Fixed(", and", ", et"))
            plans = [self.simple, self.simple, self.errand]
        else:
            more = ()
        return (*parts, joiner, *more, *self.pick(plans)(left))

    def kind(self, *kinds: str) -> str:
        """Draws one of the kinds of a clause that fit the time told of."""
        fitting = [one for one in kinds if one in _ERAS.get(self.era, kinds)]
        if not fitting:
            raise Stuck
        return self.pick(fitting)

    def tense(self) -> str:
        """Draws the tense of "is" that fits the time told of."""
        if self.era:
            if self.era in ("future", "soon"):
                raise Stuck
            return "imperfect" if self.era == "past" else "present"
        return "imperfect" if self.chance(0.25) else "present"

    # --------------------------------------------------------- one clause

    def simple(self, target: int) -> tuple[Any, ...]:
        """One clause, its time sometimes in front."""
        draft = self.clause(target)
        if isinstance(draft, There):
            return (draft,)
        time = draft.slots.pop("time", None)
        if time is None:
            return (draft.clause,)
        if self.embedded or self.chance(0.6):
            draft.put("time", time)
            return (draft.clause,)
        draft.put_all()
        return time, _COMMA, draft.clause

    def clause(self, target: int) -> Any:
        """Draws what a statement of one clause says."""
        name = self.pick(_TOLD if self.era else _SAID)
        return getattr(self, f"_say_{name}")(target)

    def _say_action(self, target):
        return self.usual(self.grow(self.action(self.subject()), target))

    def _say_beast(self, target):
        draft = self.beast(self.kind(*TIMELESS))
        return self.grow(draft, target, timed=False)

    def _say_item(self, target):
        draft = self.item(self.tense(), negation=self.denial(0.1, "not"))
        return self.grow(draft, target)

    def _say_feeling(self, target):
        draft = self.feeling(self.subject(), self.tense())
        words = ("not",)
        predicate = draft.slots.get("object")
        quality = getattr(predicate, "quality", None)
        if quality and quality.english in _CHANGING:
            words = ("not", "no longer")
        draft.clause.negation = self.denial(0.1, *words)
        return self.grow(draft, target)

    def _say_whereabouts(self, target):
        draft = self.whereabouts(self.subject(), self.tense())
        return self.grow(draft, target)

    def _say_comparison(self, target):
        draft = self.comparison(self.subject(), tense=self.tense())
        return self.grow(draft, target)

    def _say_weather(self, target):
        kind = self.kind("progressive", "imperfect", "will", "going")
        return self.grow(self.weather(kind), target)

    def _say_there(self, target):
        return self.there(self.pick(("", "", "no")))

    def deed(self, target: int) -> tuple[Any, ...]:
        """One clause in which somebody does something."""
        kind = self.kind("past", "will", "going")
        draft = self.event(self.subject(), kind)
        return (self.grow(draft, target, timed=False).clause,)

    def usual(self, draft: Draft) -> Draft:
        """Says how often: "I stay at home" alone sounds odd."""
        clause = draft.clause
        told = clause.negation or clause.manner or "time" in draft.slots
        if draft.kind != "habit" or told:
            return draft
        if clause.verb.english in VERBS["early"]:
            self._grow_manner(draft)
        elif clause.verb.english not in VERBS["by_nature"]:
            clause.often = Fixed(*self.pick(OFTEN))
        return draft

    def action(self, subject: Any) -> Draft:
        """Draws what somebody does, wants to do, does not do..."""
        kind = self.kind(*KINDS)
        if not self.era and kind != "past" and self.chance(0.15):
            draft = self.event(subject, "going", without=VERBS["unwilled"])
            draft.clause.tense = "present"
            draft.clause.modal = self.pick(MODALS)
            draft.clause.negation = self.denial(0.15, "not")
            return draft
        words = ("not",)
        if kind == "habit":
            words = ("not", "never", "never", "no longer")
        return self.event(subject, kind, negation=self.denial(0.14, *words))

    def denial(self, probability: float, *words: str) -> str:
        """Draws whether a clause is negated."""
        return self.pick(words) if self.chance(probability) else ""

    # -------------------------------------------------------- two clauses

    def reasoned(self, target: int) -> tuple[Any, ...]:
        """She is opening the window because it is hot."""
        kind = self.kind(*TIMELESS)
        subject = self.subject()
        names = _LASTING if kind == "habit" else ()
        draft, reason = self.with_reason(subject, kind, *names)
        left = target - 1 - reason.words()
        self.usual(self.grow(draft, left, timed=False))
        self.no_echo(draft, reason)
        return draft.clause, _BECAUSE, reason.clause

    def no_echo(self, draft: Draft, reason: Draft) -> None:
        """Refuses "the old car because it is old"."""
        phrase, predicate = draft.object(), reason.slots.get("object")
        if phrase is None or not isinstance(predicate, Predicate):
            return
        word = predicate.quality.english
        for one in phrase.adjectives:
            if {word, one.english} & _ECHOES or one.english == word:
                raise Stuck

    def with_reason(self, subject: Any, kind: str, *names: str) -> Any:
        """Draws what somebody does, and why.

        Args:
            subject: who.
            kind: key of `FLAGS`.
            *names: reasons to choose from; all by default.
        """
        frames = [
            (frame, name)
            for frame in (*FRAMES, *ACTIVITIES)
            for name in frame.reasons
            if FLAGS[kind] in frame.flags and (not names or name in names)
        ]
        frame, name = self.pick(frames)
        if name in self.reasons:
            raise Stuck
        self.reasons.add(name)
        draft = self.act(frame, subject, kind)
        return draft, self.reason(draft, name)

    def reason(self, draft: Draft, name: str) -> Draft:
        """Draws the clause behind "because"."""
        tense = "imperfect" if draft.kind == "past" else "present"
        rain = "imperfect" if draft.kind == "past" else "progressive"
        subject = draft.clause.subject
        who = subject.pronoun()
        if name in ("hungry", "thirsty") or (
            name == "cold" and self.chance(0.5)
        ):
            return Draft(Clause(who, FEELINGS[name], tense=tense), "")
        if name in ("tired", "late", "glad", "sad"):
            return self.is_like(who, {"glad": "happy"}.get(name, name), tense)
        if name == "indoors":
            if self.chance(0.5):
                return self.is_like(who, self.pick(("sick", "tired")), tense)
            return self.weather(rain, "rain", "snow", "cold")
        if name in ("hot_day", "cold_day", "cold", "rain"):
            words = {"hot_day": "hot", "rain": "rain"}.get(name)
            words = (words,) if words else ("cold", "snow")
            return self.weather(rain, *words)
        if name in ("money", "help"):
            return self.needs(draft, who, name, tense)
        if name == "bus_late":
            word = self.fresh(("bus", "train"))
            phrase = NounPhrase(NOUNS[word])
            return self.is_like(phrase, "late", tense)
        if name == "no_car":
            self.used.add("car")
            have = Clause(
                who, frame_of("have").verb, tense=tense, negation="not"
            )
            have.rest = (Object(NounPhrase(NOUNS["car"], "a")),)
            return Draft(have, "")
        if name == "kind":
            words = _LIKED[draft.clause.verb.english]
            return self.about_object(draft, words, tense)
        return self.about_thing(draft, name, tense)

    def is_like(self, who: Any, word: str, tense: str) -> Draft:
        """Makes the clause "she is tired"."""
        draft = Draft(Clause(who, BE, tense=tense), "")
        self.is_so(draft, word)
        return draft

    def needs(self, draft: Draft, who: Any, name: str, tense: str) -> Draft:
        """Makes the clause "he needs money"."""
        thing = Fixed("money", "d'argent")
        if name == "help":
            thing = Fixed("help", "d'aide")
        verb = frame_of("need").verb._replace(preposition="")
        need = Draft(Clause(who, verb, tense=tense), "")
        need.put("object", thing)
        return need

    def about_object(self, draft: Draft, words: str, tense: str) -> Draft:
        """Says of the person who is the object what he or she is like."""
        phrase = getattr(draft.slots.get("object"), "phrase", None)
        if phrase is None or isinstance(phrase, Pronoun):
            raise Stuck
        who = phrase.pronoun()
        # "Marie helps Anne because she is kind": who is it?
        if who.word == draft.clause.subject.pronoun().word:
            raise Stuck
        return self.is_like(who, self.pick(listed(words)), tense)

    def about_thing(self, draft: Draft, name: str, tense: str) -> Draft:
        """Says of the thing that is the object what it is like."""
        phrase = draft.slots["object"].phrase
        if phrase.determiner in ("bare", "generic", "some"):
            raise Stuck
        thing = phrase.pronoun()
        if name == "lost":
            who = draft.clause.subject.pronoun()
            clause = Clause(
                who, frame_of("lose").verb, tense="past", clitic=thing
            )
            return Draft(clause, "")
        words = {
            "dirty": "dirty",
            "broken": "broken",
            "nice": "pretty beautiful good interesting",
            "worn": "old big small",
        }[name]
        reason = Draft(Clause(thing, BE, tense=tense), "")
        if not self.judge(reason, noun_key(phrase.noun), words):
            raise Stuck
        predicate = reason.slots["object"]
        if name == "worn" and predicate.quality.english != "old":
            predicate.degree = "too"
        return reason

    def conditional(self, target: int) -> tuple[Any, ...]:
        """If it rains, we will stay at home."""
        if self.chance(0.3):
            return self.arrival(target)
        kind = self.kind("will", "going", "habit")
        word = "when" if kind == "habit" else "if"
        joiner = Fixed(word, {"if": "si", "when": "quand"}[word])
        subject = self.subject()
        draft, reason = self.with_reason(subject, kind, *_CONDITIONS)
        weather = reason.clause.verb
        if weather.infinitive in ("pleuvoir", "neiger"):
            reason.clause.tense = "present"
        self.grow(draft, target - 1 - reason.words(), timed=False)
        who = subject.pronoun()
        if self.chance(0.5):
            if reason.clause.subject == who:
                reason.clause.subject = subject
                draft.clause.subject = who
            return joiner, reason.clause, _COMMA, draft.clause
        return draft.clause, joiner, reason.clause

    def arrival(self, target: int) -> tuple[Any, ...]:
        """When Paul arrives, we will eat a cake."""
        kind = self.kind("will", "past")
        first = self.subject(pronouns=self.chance(0.4))
        verbs = [
            frame
            for frame in ACTIVITIES
            if frame.verb.english in ("arrive", "go home", "wake up")
            and FLAGS[kind] in frame.flags
        ]
        if kind == "past":
            names = ("arrive", "go home")
            verbs = [one for one in verbs if one.verb.english in names]
        start = self.act(self.pick(verbs), first, kind)
        if self.chance(0.5):
            self.grow(start, start.words() + 2, timed=False)
        second = self.subject()
        kinds = (kind,) if kind == "will" else ("past", "imperfect")
        rest = self.event(second, self.pick(kinds))
        self.grow(rest, target - 1 - start.words(), timed=False)
        clause = When(start.clause)
        if self.chance(0.6):
            return clause, _COMMA, rest.clause
        return rest.clause, clause

    def contrast(self, target: int) -> tuple[Any, ...]:
        """Paul is happy, but his sister is sad."""
        first = self.subject()
        roll = self.rng.random()
        if roll < 0.3 and not self.era:
            words = list(self.pick(_OPPOSITES))
            self.rng.shuffle(words)
            one = self.is_like(first, words[0], "present")
            two = self.is_like(self.subject(), words[1], "present")
        elif roll < 0.6 and self.era in ("", "habit"):
            one, two = self.tastes(first)
        else:
            kind = self.kind("past", "will", "going")
            frames = [
                frame
                for frame in FRAMES
                if frame.verb.english in VERBS["contrasted"]
                and FLAGS[kind] in frame.flags
            ]
            frame = self.pick(frames)
            one = self.act(frame, first, kind)
            two = self.act(frame, self.subject(), kind)
            half = (target - 1) // 2
            self.grow(one, half, timed=False)
            self.grow(two, target - 1 - one.words(), timed=False)
        return one.clause, _BUT, two.clause

    def tastes(self, first: Any) -> tuple[Draft, Draft]:
        """Makes "she likes tea" and "he prefers coffee"."""
        group = self.pick(("fruit", "vegetable", "drink", "instrument", "game"))
        verbs = self.pick((("like", "hate"), ("like", "prefer")))
        drafts = []
        for who, verb in zip((first, self.subject()), verbs, strict=True):
            frame = frame_of(verb)
            names = tuple(set(frame.objects) & set(GROUPS[group]))
            frame = frame._replace(objects=tuple(sorted(names)))
            if not names:
                raise Stuck
            drafts.append(self.act(frame, who, "state"))
        return tuple(drafts)

    def parallel(self, target: int) -> tuple[Any, ...]:
        """Paul is singing while Marie is reading a book."""
        kind = self.kind("progressive", "progressive", "past", "will")
        joiner = _AND
        if kind == "progressive" and self.chance(0.5):
            joiner = Fixed("while", "pendant que")
        one = self.event(self.subject(), kind)
        self.grow(one, (target - 1) // 2, timed=False)
        two = self.event(self.subject(), kind)
        left = target - 1 - one.words()
        if left < 11 or joiner is not _AND:
            self.grow(two, left, timed=False)
            return one.clause, joiner, two.clause
        self.grow(two, left // 2, timed=False)
        three = self.event(self.subject(), kind)
        self.grow(three, left - 1 - two.words(), timed=False)
        return one.clause, _COMMA, two.clause, joiner, three.clause

    def report(self, target: int) -> tuple[Any, ...]:
        """Marie thinks that the dress is too expensive."""
        who = self.subject()
        me = getattr(who, "key", "") in ("I", "we")
        if me:
            self.used |= {"I", "we"}
        if self.chance(0.2):
            clause = Clause(who, _HOPE)
            kind = self.pick(("will", "going"))
            what = self.event(self.again_or_other(who), kind)
            words = len(clause.english().split())
            self.grow(what, target - 1 - words)
            return clause, Fixed("that", "que"), what.clause
        self.embedded = True
        you = getattr(who, "key", "") == "you"
        verb, english, french = self.pick(_REPORTS[: 2 if me or you else 3])
        if self.chance(0.4) and not me and not you:
            # "He thinks that he is singing" would be odd.
            verb = _REPORTS[2][0]
            self.planned = who.pronoun()
        clause = Clause(who, verb)
        left = target - 1 - len(clause.english().split())
        plans = [self.simple]
        if left > 9:
            plans = [self.reasoned, self.story, self.errand]
        if left > 17:
            plans = [self.reasoned, self.errand]
            self.era = self.pick(tuple(_ERAS))
            parts = self.pick(plans)((left - 2) // 2)
            more = left - 2 - _count(parts)
            plan = self.pick((self.simple, self.reasoned))
            return (
                *(clause, Fixed(english, french), *parts),
                *(Fixed("and that", "et que"), *plan(more)),
            )
        return (clause, Fixed(english, french), *self.pick(plans)(left))

    def again_or_other(self, who: Any) -> Any:
        """Draws the same person again, or somebody else."""
        if self.chance(0.5):
            return who.pronoun()
        return self.subject()

    def chain(self, target: int) -> tuple[Any, ...]:
        """She opened the door, saw a dog and laughed."""
        kind = self.kind("past", "past", "will")
        subject = self.subject()
        first = self.act(GO, subject, kind)
        goal = first.slots["to"].phrase.noun.english
        if goal not in _ERRANDS and goal not in _OUTINGS:
            raise Stuck
        drafts = [first, self.done_at(goal, subject, kind)]
        words = sum(draft.words() for draft in drafts)
        if words + 3 < target:
            drafts.append(self.act(frame_of("go home"), subject, kind))
            words += drafts[-1].words()
        if words + 2 < target and self.chance(0.7):
            frame = frame_of(self.pick(VERBS["homely"]))
            drafts.append(self.act(frame, subject, kind))
        for draft in drafts[1:]:
            draft.clause.silent = True
        words = sum(draft.words() for draft in drafts)
        last = drafts[-1]
        self.grow(last, last.words() + target - words - 1, timed=False)
        clauses = [draft.clause for draft in drafts]
        if len(clauses) == 2:
            return clauses[0], _AND, clauses[1]
        parts = []
        for clause in clauses[:-1]:
            parts += [clause, _COMMA]
        return (*parts[:-1], _AND, clauses[-1])

    def done_at(self, goal: str, subject: Any, kind: str) -> Draft:
        """Draws what somebody does at a place."""
        if goal in _ERRANDS and (goal not in _OUTINGS or self.chance(0.5)):
            verb, names = _ERRANDS[goal]
            names = listed(names)
            groups = [GROUPS.get(name, (name,)) for name in names]
            wanted = {name for group in groups for name in group}
            for frame in FRAMES:
                both = wanted & {*frame.objects}
                if frame.verb.english == verb and both:
                    frame = frame._replace(
                        objects=tuple(sorted(both)), places=()
                    )
                    draft = self.act(frame, subject, kind)
                    draft.kind = "past" if "errand" in kind else kind
                    return draft
        verb = self.pick(_OUTINGS[goal])
        frame = frame_of(verb)
        kind = "past" if "errand" in kind else kind
        return self.act(frame._replace(places=()), subject, kind)

    def story(self, target: int) -> tuple[Any, ...]:
        """He broke a chair, but his father repaired it."""
        verb, names, second, how = self.pick(_STORIES)
        kinds = ("past", "past", "will") if how in ("to", "") else ("past",)
        kind = self.kind(*kinds)
        subject = self.subject()
        names = [
            name
            for group in listed(names)
            for name in GROUPS.get(group, (group,))
        ]
        frames = [
            frame
            for frame in FRAMES
            if frame.verb.english == verb and {*names} & {*frame.objects}
        ]
        frame = self.pick(frames)
        objects = tuple(name for name in names if name in frame.objects)
        frame = frame._replace(objects=objects, flags=frame.flags + "df")
        one = self.act(frame, subject, kind)
        phrase = one.slots["object"].phrase
        if phrase.determiner in ("bare", "generic", "some"):
            raise Stuck
        thing = phrase.pronoun()
        if not phrase.noun.english_plural:
            raise Stuck
        verb = frame_of(second).verb
        other = how == "other"
        who = self.subject() if other else subject
        clause = Clause(who, verb, tense=kind, clitic=thing)
        clause.silent = not other
        clause.negation = "not" if how == "not" else ""
        two = Draft(clause, "")
        if how == "to":
            whom = self.recipient(phrase)
            two.put("to", Preposition("to", "à", whom))
        left = target - 1 - two.words()
        self.grow(one, left, timed=False, without="for")
        if one.closed:
            raise Stuck
        joiner = _BUT if how in ("other", "not") else _AND
        return one.clause, joiner, two.clause

    def errand(self, target: int) -> tuple[Any, ...]:
        """She goes to the market to buy some apples."""
        kind = self.kind("past", "past", "progressive", "habit", "going")
        goals = (*_ERRANDS, *_OUTINGS)
        goal = self.fresh(goals)
        subject = self.subject()
        clause = Clause(
            subject, GO.verb, tense=kind.replace("habit", "present")
        )
        draft = Draft(clause, kind, GO)
        draft.put("to", Preposition("to", "à", NounPhrase(NOUNS[goal])))
        if self.chance(0.25) and kind in ("progressive", "habit"):
            clause.tense, draft.kind = "present", ""
            clause.modal = MODALS[0]
        usual = draft.kind == "habit"
        what = self.done_at(goal, subject, "usual " * usual + "errand")
        words = draft.words() + what.words()
        self.usual(draft)
        self.grow(what, what.words() + target - words - 1, timed=False)
        what.clause.subject = subject
        return draft.clause, Purpose(what.clause)

    def wondering(self, target: int) -> tuple[Any, ...]:
        """I do not know why Marie is crying."""
        verb, negation = self.pick(_WONDER)
        self.used.add("you")
        who = self.subject()
        self.used.discard("you")
        clause = Clause(who, verb, negation=negation)
        roll = self.rng.random()
        left = target - 1 - len(clause.english().split())
        if roll < 0.5:
            word = Fixed("if", "si")
            kind = self.pick(("will", "past", "progressive", "state"))
        else:
            word = Fixed("why", "pourquoi")
            kind = self.pick(("past", "progressive"))
        # "I wonder why I am singing" is nobody's question.
        self.used |= {"I", "we"}
        without = VERBS["unwilled"] if word.english_text == "why" else ()
        what = self.event(self.subject(many=False), kind, without=without)
        self.grow(what, left)
        return clause, word, what.clause

    def plan_and_obstacle(self, target: int) -> tuple[Any, ...]:
        """He wants to buy the car, but it is too expensive."""
        subject = self.subject()
        roll = self.rng.random()
        want, must, _ = MODALS
        if roll < 0.35:
            frame = self.pick(
                [f for f in FRAMES if f.verb == frame_of("buy").verb][1:]
            )
            one = self.act(frame, subject, "going")
            phrase = one.slots["object"].phrase
            if phrase.determiner not in ("the", "this"):
                phrase.determiner, phrase.plural = "the", False
            reason = Draft(Clause(phrase.pronoun(), BE), "")
            if not self.judge(
                reason, noun_key(phrase.noun), "expensive old big small"
            ):
                raise Stuck
            reason.slots["object"].degree = "too"
            one.clause.tense, one.clause.modal = "present", want
        elif roll < 0.7:
            one = self.act(
                frame_of(self.pick(VERBS["tiring"])),
                subject,
                "going",
            )
            one.clause.tense, one.clause.modal = "present", want
            word = self.pick(("tired", "sick"))
            reason = self.is_like(subject.pronoun(), word, "present")
            reason.slots["object"].degree = self.pick(("", "too", "very"))
        else:
            one = self.is_like(subject, self.pick(("tired", "sick")), "present")
            frame = frame_of(self.pick(VERBS["duty"]))
            work = self.act(frame, subject.pronoun(), "going")
            work.clause.tense, work.clause.modal = "present", must
            self.grow(work, target - one.words() - 1, timed=False)
            return one.clause, _BUT, work.clause
        self.grow(one, target - 1 - reason.words(), timed=False)
        self.no_echo(one, reason)
        return one.clause, _BUT, reason.clause


def _count(parts):
    return len(Sentence(parts).english().split())
