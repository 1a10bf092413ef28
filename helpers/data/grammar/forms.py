"""Forms of English and French words: the morphology of the small world."""

import re
from functools import cache

# ------------------------------------------------------------------ English

_PAST = {
    "be": "was",
    "begin": "began",
    "break": "broke",
    "bring": "brought",
    "build": "built",
    "buy": "bought",
    "catch": "caught",
    "choose": "chose",
    "come": "came",
    "cut": "cut",
    "draw": "drew",
    "drink": "drank",
    "drive": "drove",
    "eat": "ate",
    "fall": "fell",
    "feel": "felt",
    "find": "found",
    "forget": "forgot",
    "get": "got",
    "give": "gave",
    "go": "went",
    "have": "had",
    "hear": "heard",
    "hide": "hid",
    "know": "knew",
    "leave": "left",
    "lend": "lent",
    "lose": "lost",
    "meet": "met",
    "read": "read",
    "run": "ran",
    "say": "said",
    "see": "saw",
    "sell": "sold",
    "send": "sent",
    "sing": "sang",
    "sleep": "slept",
    "swim": "swam",
    "take": "took",
    "tell": "told",
    "think": "thought",
    "understand": "understood",
    "wake": "woke",
    "wear": "wore",
    "write": "wrote",
}
_DOUBLED = {"cut", "forget", "get", "run", "swim"}


def third_person(base: str) -> str:
    """Returns the form after he, she or it: eats, watches, cries, has."""
    if base == "have":
        return "has"
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ies"
    return base + ("es" if re.search(r"(s|x|ch|sh|o)$", base) else "s")


def gerund(base: str) -> str:
    """Returns the form in -ing: eating, writing, running."""
    if base in _DOUBLED:
        return base + base[-1] + "ing"
    if re.search(r"[^eo]e$", base) and base != "be":
        return base[:-1] + "ing"
    return base + "ing"


def simple_past(base: str) -> str:
    """Returns the past: ate, washed, closed, cried."""
    if base in _PAST:
        return _PAST[base]
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ied"
    return base + ("d" if base.endswith("e") else "ed")


def english_plural(noun: str) -> str:
    """Returns the regular plural: cats, boxes, ladies."""
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(s|x|ch|sh)$", noun) else "s")


def comparative(adjective: str) -> str:
    """Returns the comparative: taller, funnier, more patient."""
    if re.fullmatch(r"[^aeiou]*[aeiou]+[^aeiouy]+", adjective):
        doubled = "d" if adjective == "sad" else ""
        return adjective + doubled + "er"
    if re.search(r"[^aeiou]y$", adjective) and adjective != "angry":
        return adjective[:-1] + ("yer" if adjective == "shy" else "ier")
    return f"more {adjective}"


def a_or_an(following: str) -> str:
    """Returns the English article that fits the word behind it."""
    return "an" if following[0] in "aeiou" else "a"


# ------------------------------------------------------------------- French

_ENDINGS = {
    "er": "e es e ons ez ent",
    "ir": "is is it issons issez issent",
    "re": "s s _ ons ez ent",
}
_FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
_IMPERFECT = ("ais", "ais", "ait", "ions", "iez", "aient")
_PREFIXED = {
    "apprendre": "ap",
    "comprendre": "com",
    "endormir": "en",
    "revenir": "re",
    "sourire": "sou",
}
#: Six present forms, past participle, stem of the future.
_IRREGULAR = {
    "aller": ("vais vas va allons allez vont", "allé", "ir"),
    "avoir": ("ai as a avons avez ont", "eu", "aur"),
    "boire": ("bois bois boit buvons buvez boivent", "bu", "boir"),
    "conduire": (
        "conduis conduis conduit conduisons conduisez conduisent",
        "conduit",
        "conduir",
    ),
    "connaître": (
        "connais connais connaît connaissons connaissez connaissent",
        "connu",
        "connaîtr",
    ),
    "construire": (
        "construis construis construit construisons construisez construisent",
        "construit",
        "construir",
    ),
    "courir": ("cours cours court courons courez courent", "couru", "courr"),
    "devoir": ("dois dois doit devons devez doivent", "dû", "devr"),
    "dire": ("dis dis dit disons dites disent", "dit", "dir"),
    "dormir": ("dors dors dort dormons dormez dorment", "dormi", "dormir"),
    "être": ("suis es est sommes êtes sont", "été", "ser"),
    "faire": ("fais fais fait faisons faites font", "fait", "fer"),
    "lire": ("lis lis lit lisons lisez lisent", "lu", "lir"),
    "ouvrir": (
        "ouvre ouvres ouvre ouvrons ouvrez ouvrent",
        "ouvert",
        "ouvrir",
    ),
    "partir": ("pars pars part partons partez partent", "parti", "partir"),
    "peindre": (
        "peins peins peint peignons peignez peignent",
        "peint",
        "peindr",
    ),
    "pleuvoir": ("_ _ pleut _ _ _", "plu", "pleuvr"),
    "pouvoir": ("peux peux peut pouvons pouvez peuvent", "pu", "pourr"),
    "prendre": (
        "prends prends prend prenons prenez prennent",
        "pris",
        "prendr",
    ),
    "recevoir": (
        "reçois reçois reçoit recevons recevez reçoivent",
        "reçu",
        "recevr",
    ),
    "rire": ("ris ris rit rions riez rient", "ri", "rir"),
    "savoir": ("sais sais sait savons savez savent", "su", "saur"),
    "sortir": ("sors sors sort sortons sortez sortent", "sorti", "sortir"),
    "suivre": ("suis suis suit suivons suivez suivent", "suivi", "suivr"),
    "venir": ("viens viens vient venons venez viennent", "venu", "viendr"),
    "voir": ("vois vois voit voyons voyez voient", "vu", "verr"),
    "vouloir": ("veux veux veut voulons voulez veulent", "voulu", "voudr"),
    "écrire": ("écris écris écrit écrivons écrivez écrivent", "écrit", "écrir"),
}


@cache
def present(infinitive: str) -> tuple[str, ...]:
    """Returns the six forms of the present, from je to ils."""
    if prefix := _PREFIXED.get(infinitive):
        base = infinitive.removeprefix(prefix)
        return tuple(prefix + form for form in present(base))
    if infinitive in _IRREGULAR:
        return tuple(_IRREGULAR[infinitive][0].split())
    stem, group = infinitive[:-2], infinitive[-2:]
    endings = _ENDINGS[group].replace("_", "").split(" ")
    forms = [stem + ending for ending in endings]
    if group == "er":
        # Before a silent ending: achète, appelle, préfère, nettoie.
        for slot in (0, 1, 2, 5):
            forms[slot] = _stressed(stem) + endings[slot]
            forms[3] = _soft(stem) + endings[3]
    return tuple(forms)


@cache
def participle(infinitive: str) -> str:
    """Returns the past participle, masculine singular."""
    if prefix := _PREFIXED.get(infinitive):
        return prefix + participle(infinitive.removeprefix(prefix))
    if infinitive in _IRREGULAR:
        return _IRREGULAR[infinitive][1]
    return infinitive[:-2] + {"er": "é", "ir": "i", "re": "u"}[infinitive[-2:]]


@cache
def future(infinitive: str) -> tuple[str, ...]:
    """Returns the six forms of the simple future."""
    if prefix := _PREFIXED.get(infinitive):
        base = infinitive.removeprefix(prefix)
        return tuple(prefix + form for form in future(base))
    if infinitive in _IRREGULAR:
        stem = _IRREGULAR[infinitive][2]
    elif infinitive == "envoyer":
        stem = "enverr"
    elif infinitive.endswith("er") and not infinitive.endswith("érer"):
        stem = _stressed(infinitive[:-2]) + "er"
    else:
        stem = infinitive.removesuffix("e")
    return tuple(stem + ending for ending in _FUTURE)


@cache
def imperfect(infinitive: str) -> tuple[str, ...]:
    """Returns the six forms of the imperfect."""
    if infinitive == "être":
        stem = "ét"
    elif infinitive == "pleuvoir":
        stem = "pleuv"
    else:
        stem = present(infinitive)[3].removesuffix("ons")
    return tuple(
        (re.sub("ge$", "g", stem) if ending[0] == "i" else stem) + ending
        for ending in _IMPERFECT
    )


def inflect(
    masculine: str, feminine: str, is_feminine: bool, is_plural: bool
) -> str:
    """Returns the form of an adjective, a participle or a noun.

    Args:
        masculine: singular form.
        feminine: singular form.
        is_feminine: gender of what it agrees with.
        is_plural: number of what it agrees with.
    """
    form = feminine if is_feminine else masculine
    return french_plural(form) if is_plural else form


def french_plural(word: str) -> str:
    """Returns the plural of a noun or an adjective: chats, gâteaux, chevaux."""
    if word[-1] in "sxz":
        return word
    if word.endswith("eau"):
        return word + "x"
    if word.endswith("al"):
        return word[:-1] + "ux"
    return word + "s"


def starts_with_vowel(text: str) -> bool:
    """Tells whether a French word elides the one before it."""
    return bool(_VOWEL.match(text))


def elide(text: str) -> str:
    """Shortens je, le, que… before a vowel: j'aime, l'ami, s'il."""
    text = _ELIDED.sub(r"\1'", text)
    return re.sub(r"\b([sS])i (?=ils?\b)", r"\1'", text)


def contract(preposition: str, phrase: str) -> str:
    """Puts à or de before a noun phrase: au, aux, du, des."""
    for article, forms in (
        ("le ", {"à": "au ", "de": "du "}),
        ("les ", {"à": "aux ", "de": "des "}),
    ):
        if phrase.startswith(article) and preposition in forms:
            return forms[preposition] + phrase.removeprefix(article)
    return f"{preposition} {phrase}"


def _stressed(stem):
    if stem.endswith("y"):
        return stem[:-1] + "i"
    if stem == "appel":
        return "appell"
    if match := re.search(r"[eé]([lmnrstv])$", stem):
        return stem[: match.start()] + "è" + match[1]
    return stem


def _soft(stem):
    return stem + "e" if stem.endswith("g") else stem


# The pronoun y counts as a vowel, and so does h, except in a few words.
_VOWEL = re.compile(r"(?!hérisson)([aeiouàâéèêëîïôûœh]|y\b)", re.IGNORECASE)
_ELIDED = re.compile(
    rf"\b(j|m|t|s|n|d|qu|l)(?:e|(?<=l)a) (?={_VOWEL.pattern})", re.IGNORECASE
)
