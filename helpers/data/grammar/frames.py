"""Who does what, where, when and why in the small world.

Verbs come in frames, which say what may stand around them; groups of nouns are
in `words`. So people eat food, and letters are written and not eaten.
"""

from typing import NamedTuple

from .words import members, rows


class Verb(NamedTuple):
    """A verb in both languages.

    Attributes:
        english: base form and what belongs to it, "look for".
        infinitive: in French, without a reflexive pronoun.
        tail: what belongs to the French verb, "faim" of "avoir faim".
        preposition: what French puts before the object, "de", or "".
        reflexive: whether the French verb is.
        state: whether English has no progressive form of it.
    """

    english: str
    infinitive: str
    tail: str = ""
    preposition: str = ""
    reflexive: bool = False
    state: bool = False


class Frame(NamedTuple):
    """A verb with what may stand around it.

    Attributes:
        verb: the verb.
        objects: names of nouns that fit as its object, "@person" among them;
            empty without one.
        flags: letters, see `_FRAMES`.
        places: names of places where it happens.
        reasons: names of reasons why it happens.
    """

    verb: Verb
    objects: tuple[str, ...]
    flags: str
    places: tuple[str, ...]
    reasons: tuple[str, ...]


class Place(NamedTuple):
    """Where something can happen.

    Attributes:
        noun: name of the noun.
        english: preposition.
        french: preposition.
    """

    noun: str
    english: str
    french: str


_PLACES = """
in | dans | garden kitchen bedroom living_room house street park forest village
in | dans | church castle shop car
on | dans | train bus
at | à | market bakery restaurant hotel museum library station airport hospital
at | à | office farm
on | sur | beach bridge
in | dans | lake+ river+
near | près de | lake river
under | sous | tree
in front of | devant | school
"""

#: Where people go, with "to" and "à".
GOALS = (
    *("market", "bakery", "restaurant", "museum", "library", "station"),
    *("airport", "hospital", "office", "farm", "beach", "park", "lake"),
    *("river", "castle", "church"),
)

# English | French, "+" before the preposition of its object | objects | flags |
# places | reasons. The flags: p progressive, h habit, s state (simple present),
# d past, f future, i command, l long scale (next year), a adults only, c with
# somebody, b for somebody, t to somebody.
_FRAMES = """
eat | manger | fruit meal | phdfic | kitchen garden restaurant park | hungry
drink | boire | drink | phdfic | kitchen garden restaurant | thirsty
prepare | préparer | dish sandwich | phdficb | kitchen | hungry
prepare | préparer | tea coffee | phdficb | kitchen | thirsty
buy | acheter | fruit vegetable market_food | hdfib | market | hungry
buy | acheter | bunch | hdfib | market |
buy | acheter | clothes pair pocket present cup plate chair lamp | pdfb | \
    shop | nice
buy | acheter | vehicle house piano guitar | dfl | |
sell | vendre | fruit vegetable cheese egg flower | phdfa | market |
sell | vendre | vehicle house piano guitar painting | dfla | | worn
lose | perdre | pocket book hat ball glove | d | park station beach street |
find | trouver | pocket book hat ball | df | park station beach street garden |
look for | chercher | pocket book hat ball | pi | house garden bedroom \
    kitchen | lost
choose | choisir | clothes present | pdfib | shop | nice
choose | choisir | film book | df | | nice
wash | laver | car dog | phdfi | garden | dirty
wash | laver | plate cup glass | phdfi | kitchen | dirty
wash | laver | shirt dress | phdfi | | dirty
break | casser | fragile | d | |
hide | cacher | key letter gift box money | pdf | bedroom garden |
draw | dessiner | house tree horse bird flower castle cat boat | pdfb | \
    garden park |
paint | peindre | door wall chair boat table house | pdf | garden |
open | ouvrir | door window | dfi | | hot_day
open | ouvrir | box letter gift bottle bag | pdfi | kitchen living_room |
close | fermer | door window | dfi | | cold_day
read | lire | reading | phdfi | garden bedroom library train park living_room |
write | écrire | letter poem story song | phdfib | bedroom library garden |
sing | chanter | song | pdfcb | garden street church | glad
play | jouer+de | instrument | phdfc | living_room | glad
play | jouer+à | game | phdfc | park beach garden |
play with | jouer+avec | ball dog cat | phdf | garden park street beach | glad
listen to | écouter | music radio song | phdfi | kitchen bedroom living_room \
    car |
watch | regarder | film television | phdfic | living_room |
look at | regarder | painting | pdfi | museum |
look at | regarder | tree bird flower | pdfi | park garden forest |
look at | regarder | photo boat horse | pdfi | |
wait for | attendre | bus | phdf | street | no_car
wait for | attendre | train | phdf | station | no_car
visit | visiter | museum castle city church village | pdflc | |
help | aider | @person | phdfi | kitchen garden | kind
call | appeler | @person | pdfi | | help
invite | inviter | @person | df | | kind
meet | rencontrer | @person | df | market station park beach library |
thank | remercier | @person | df | | kind
see | voir | bird horse cow rabbit | sd | garden park forest |
see | voir | castle boat | sd | |
see | voir | @person | sd | market station park street |
hear | entendre | dog bird | sd | garden street park |
hear | entendre | train song music storm | sd | |
follow | suivre | dog cat horse | pd | street forest |
follow | suivre | bus car | pd | |
repair | réparer | bicycle car chair boat | pdfai | garden | broken
repair | réparer | watch phone lamp | pdfai | kitchen | broken
clean | nettoyer | kitchen bedroom house window table car | phdfi | | dirty
carry | porter | bag box chair table | pd | street house |
wear | porter | clothes pair | ph | |
wear | porter | warm glove | ph | | cold
take | prendre | bus train | phdfi | | no_car
take | prendre | umbrella | pdfi | | rain
drive | conduire | car bus | pdfa | |
learn | apprendre | poem song | pdf | |
learn | apprendre | language | phf | |
forget | oublier | pocket book | d | restaurant station train bus |
cut | couper | bread cake cheese apple tomato | pdfi | kitchen |
build | construire | house boat wall bridge | pdfla | |
plant | planter | tree rose flower | pdf | garden |
water | arroser | flower rose tree garden | phdfi | | hot_day
bring | apporter | cake bunch gift bottle cheese wine bread | dfib | |
receive | recevoir | letter gift book | df | |
give | donner | present flower key apple ball | pdfit | |
send | envoyer | letter photo gift flower | pdfit | |
show | montrer | photo painting letter house garden dress | pdfit | |
lend | prêter | book vehicle umbrella money pen | pdfit | |
tell | raconter | story | phdfit | |
understand | comprendre | question lesson story poem | sd | |
understand | comprendre | language | s | |
need | avoir besoin+de | key phone umbrella pen bag money coat chair knife \
    glass bicycle | s | |
be afraid of | avoir peur+de | animal storm | s | |
think about | penser+à | @person | p | |
talk to | parler+à | @person | phdf | garden street market kitchen |
talk about | parler+de | film book painting @person | pd | restaurant garden |
smile at | sourire+à | @person | pd | |
answer | répondre+à | letter question @person | df | |
like | aimer | fruit vegetable meal drink instrument language game pet music \
    | s | |
hate | détester | vegetable meal drink game storm mouse | s | |
prefer | préférer | fruit vegetable meal drink instrument game pet | s | |
love | aimer | @person | s | | kind
know | connaître | @person song story city village | s | |
want | vouloir | fruit meal drink dog cat bicycle ball umbrella | s | |
have | avoir | dog cat horse bicycle car garden boat guitar piano umbrella | \
    s | |
"""

# Without an object: English | French | flags | places | reasons. The flag w:
# progressive past, the French imperfect.
_ACTIVITIES = """
sleep | dormir | phdfw | bedroom garden train living_room beach | tired
laugh | rire | pd | garden street kitchen | glad
cry | pleurer | pd | bedroom street kitchen | sad
run | courir | phdfc | park street beach forest |
swim | nager | phdfc | lake+ river+ | hot_day
dance | danser | phdfc | garden street living_room restaurant | glad
sing | chanter | phdfcw | garden kitchen street church | glad
work | travailler | phdfcw | garden office library farm restaurant | money
smile | sourire | pd | | glad
wait | attendre | pdfw | station park street | bus_late
go home | rentrer à_la_maison | phdf | | tired
stay at home | rester à_la_maison | phdf | | indoors
go out | sortir | phdfc | | hot_day
arrive | arriver | df | station airport hotel restaurant office |
leave | partir | df | |
fall | tomber | d | street garden park beach |
get up | se lever | hdf | |
go to bed | se coucher | phdf | | tired
wake up | se réveiller | hd | |
rest | se reposer | phdf | garden bedroom living_room | tired
hurry | se dépêcher | phdf | | late
have fun | se amuser | pdfc | park beach garden |
go for a walk | se promener | pdfc | park beach forest street | hot_day
fall asleep | se endormir | d | garden train living_room | tired
"""

# English | French | animals | object | flags | places
_ANIMALS = """
sleep | dormir | pet cow donkey hedgehog hen duck goat | | phd | tree garden
run | courir | pet mouse donkey | | pd | garden park forest street
swim | nager | duck dog | | pd | lake+ river+
sing | chanter | bird | | phd | garden forest
eat | manger | cow horse goat rabbit donkey | grass | phd | garden
eat | manger | dog cat | meat | phd | kitchen garden
eat | manger | mouse | cheese | pd | kitchen
eat | manger | rabbit horse donkey | carrot apple | phd | garden
drink | boire | cat hedgehog | milk | phd | kitchen garden
drink | boire | dog horse cow goat hen donkey | water | phd | garden
look at | regarder | cat dog | bird mouse duck | pd | garden
follow | suivre | dog cat | cat mouse duck hen | pd | garden street
"""


def _verb(english, french, flags=""):
    french, _, preposition = french.partition("+")
    reflexive = french.startswith("se ")
    infinitive, _, tail = french.removeprefix("se ").partition(" ")
    return Verb(
        english,
        infinitive,
        tail.replace("_", " "),
        preposition,
        reflexive,
        "s" in flags,
    )


PLACES = {
    name: Place(name.rstrip("+"), english, french)
    for english, french, names in rows(_PLACES)
    for name in names.split()
}
FRAMES = tuple(
    Frame(
        _verb(english, french, flags),
        members(objects),
        flags,
        tuple(places.split()),
        tuple(reasons.split()),
    )
    for english, french, objects, flags, places, reasons in rows(_FRAMES)
)
ACTIVITIES = tuple(
    Frame(
        _verb(english, french),
        (),
        flags,
        tuple(places.split()),
        tuple(reasons.split()),
    )
    for english, french, flags, places, reasons in rows(_ACTIVITIES)
)
#: For each kind of animal what it does.
ANIMALS = {}
for _english, _french, _animals, _objects, _flags, _places in rows(_ANIMALS):
    for _name in members(_animals):
        ANIMALS.setdefault(_name, []).append(
            Frame(
                _verb(_english, _french),
                members(_objects),
                _flags,
                tuple(_places.split()),
                (),
            )
        )

#: For each kind of clause the flag of a frame that allows it.
FLAGS = {
    "progressive": "p",
    "habit": "h",
    "state": "s",
    "past": "d",
    "will": "f",
    "going": "f",
    "imperfect": "w",
}
BE = Verb("be", "être", state=True)
#: "Ten years old".
BE_OLD = Verb("be", "avoir", state=True)
GO = Frame(Verb("go", "aller"), (), "phdflc", (), ())
LIVE = Verb("live", "habiter", state=True)
MODALS = (
    Verb("want to", "vouloir", state=True),
    Verb("must", "devoir", state=True),
    Verb("can", "pouvoir", state=True),
)
#: What people have in French and are in English.
FEELINGS = {
    word: Verb(f"be {word}", "avoir", french, state=True)
    for word, french in (
        ("hungry", "faim"),
        ("thirsty", "soif"),
        ("sleepy", "sommeil"),
        ("cold", "froid"),
        ("hot", "chaud"),
        ("afraid", "peur"),
        ("right", "raison"),
        ("wrong", "tort"),
    )
}
WEATHER = {
    "rain": Verb("rain", "pleuvoir"),
    "snow": Verb("snow", "neiger"),
    "cold": Verb("be cold", "faire", "froid", state=True),
    "hot": Verb("be hot", "faire", "chaud", state=True),
}
AGES = {"six": "six", "ten": "dix", "twelve": "douze", "twenty": "vingt"}
ADULT_AGES = {"twenty": "vingt", "thirty": "trente", "forty": "quarante"}

#: For each kind of clause when it can happen; "long" in the far past or future.
TIMES = {
    "progressive": (
        ("this morning", "ce matin"),
        ("this evening", "ce soir"),
        ("today", "aujourd'hui"),
    ),
    "habit": (
        ("every day", "tous les jours"),
        ("every morning", "tous les matins"),
        ("every evening", "tous les soirs"),
        ("on Sundays", "le dimanche"),
        ("in the morning", "le matin"),
    ),
    "past": (
        ("yesterday", "hier"),
        ("this morning", "ce matin"),
        ("yesterday evening", "hier soir"),
        ("on Monday", "lundi"),
    ),
    "will": (
        ("tomorrow", "demain"),
        ("this evening", "ce soir"),
        ("tomorrow morning", "demain matin"),
        ("on Sunday", "dimanche"),
    ),
    "long past": (
        ("last week", "la semaine dernière"),
        ("last year", "l'année dernière"),
        ("last summer", "l'été dernier"),
    ),
    "long will": (
        ("next week", "la semaine prochaine"),
        ("next year", "l'année prochaine"),
        ("next summer", "l'été prochain"),
    ),
}
TIMES["going"] = TIMES["will"]
TIMES["long going"] = TIMES["long will"]
#: No going to bed in the morning: words that a time must not have.
NOT_AT = {
    "go to bed": ("morning", "every day"),
    "fall asleep": ("morning",),
    "sleep": ("morning",),
    "get up": ("evening",),
    "wake up": ("evening",),
}
OFTEN = (("always", "toujours"), ("often", "souvent"), ("sometimes", "parfois"))
#: English, French, verbs.
MANNERS = (
    ("a lot", "beaucoup", "work/sleep/laugh/cry/run/dance"),
    ("well", "bien", "work/sleep/sing/dance/swim"),
    ("badly", "mal", "sleep/sing"),
    ("fast", "vite", "run/swim"),
    ("early", "tôt", "get up/go to bed/wake up/leave/go home"),
    ("late", "tard", "get up/go to bed/wake up/arrive/go home"),
)

# English verbs by what is true of them: name | meaning | verbs.
_VERBS = """
acquired | the object was not somebody's before | buy/choose/receive/build/\
    draw/plant/prepare/bring/want/eat/cut
certain | the object is a certain one, no "a" | wash/clean/water/open/close/\
    paint/repair/answer/understand/hide/forget/lose
any | "a" is right also where it is denied | buy/have/want/eat/see/hear/\
    receive/sell/write/read/draw
single | the object is one at a time | play with/follow/drive/wear/wait for/\
    take
at_hand | "the book that is on the table" fits | open/clean/wash/repair/give/\
    bring/look at/eat/show
unrelated | "the book that she lost" does not fit | buy/sell/find/choose/\
    build/plant/write/prepare/receive/want/have/draw/lose/forget/take/sing/\
    learn/play/need/bring
that_past | "the book that she lost" | buy/find/choose/lose/prepare/write/\
    receive/bring/sell/forget
that_now | "the book that she needs" | need/talk about
whom | "the man that she met" | meet/see/invite/know/love/help/talk about/call
who | "the man who likes tea" | like/love/have/know
indirect | the object is à qui | talk to/smile at/answer
same_past | "we read" is present and past | read/cut
ordered | an order is about a certain thing | open/close/wash/clean/repair/\
    listen to/look at/look for
unwilled | it happens: nobody asks why, must or wants to | see/hear/find/\
    receive/meet/understand/lose/forget/break/fall/fall asleep/wake up/wait/\
    wait for/arrive/thank
tiring | one can be too tired for it | run/swim/dance/sing/\
    work/go out/go for a walk/play/clean/wash/repair/visit/paint/help/\
    watch/write
duty | it must be done | work/clean/wash/prepare/water/repair/help/drive/\
    get up/write/call
homely | it is done at home | prepare/read/write/watch/call/rest/listen to
contrasted | people differ in the object | buy/choose/prepare/eat/drink/visit/\
    read/draw/learn
asked_what | "what is she eating?" | eat/drink/prepare/buy/sell/choose/read/\
    write/draw
asked_where | "where did she buy it?" | buy/find/lose/meet/hide/\
    work
asked_which | "which dress did she buy?" | buy/choose/sell/find/draw/write/read
will | it has a simple future here | go/eat/drink/buy/prepare/read/write/play/\
    watch/visit/help/call/take/give/send/show/sleep/\
    work/stay at home/go home/arrive/rain/snow
early | it needs "early" or "late" | get up/go to bed/wake up/go home
by_nature | it needs no "often" | play/learn/read/write/drink/eat/sell/\
    listen to/watch/visit/wear/\
    work/drive/swim/sing/dance/tell/prepare
"""
VERBS = {
    name: tuple(verb.strip() for verb in verbs.split("/"))
    for name, _, verbs in rows(_VERBS)
}

#: Adjectives that, with an object, only go with some verbs, or never with some.
ONLY_WITH = {
    "dirty": ("wash", "clean", "find", "carry"),
    "clean": ("wear", "look for", "need", "find"),
    "broken": ("repair", "find", "hide"),
    "empty": ("carry", "find", "see"),
    "hot": ("drink", "prepare", "want", "eat"),
    "cold": ("drink", "want", "eat"),
}
NEVER_WITH = {
    "old": ("build", "plant", "write", "draw", "prepare"),
    "new": ("repair", "draw", "clean"),
    "expensive": ("draw", "build", "bring", "drink", "break", "clean"),
    "famous": ("write", "draw", "learn"),
    "funny": ("sing",),
    "good": ("draw", "write"),
    "heavy": ("read", "lose", "write", "receive", "learn"),
}
#: "Jouer du vieux piano" is nothing that anybody says.
NO_ADJECTIVES_WITH = ("play",)


def frame_of(verb: str) -> Frame:
    """Returns the first frame of an English verb."""
    frames = (*FRAMES, *ACTIVITIES)
    return next(frame for frame in frames if frame.verb.english == verb)
