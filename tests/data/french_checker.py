"""A small checker of French sentences that knows nothing of the grammar.

It looks at the text alone, with tables of its own: forbidden sequences, the
gender of nouns against what stands around them, persons against verb endings,
participles and adjectives behind être against their subjects.
"""

import re


def words(text: str) -> list[str]:
    """Returns the words of a text."""
    return text.split()


_MASCULINE = """
acteur agriculteur ami âne appel arbre argent ballon bateau boulanger bureau
bus cadeau café chanteur chapeau chat château cheval chien chocolat couteau
danseur étudiant fils film football frère fromage gant garçon gâteau
grand-père hérisson homme hôpital hôtel infirmier jardin journal jus lac lait
lapin lit livre magasin manteau marché médecin miroir mur musée œuf oignon
oiseau oncle orage pain parapluie parc père piano poème policier pont
portefeuille professeur pull restaurant riz sac salon sandwich serveur stylo
tableau téléphone tennis thé train vélo verre village vin violon voisin camion
aéroport français anglais
"""
_FEMININE = """
actrice agricultrice amie assiette bague bibliothèque boîte boulangère
boulangerie bouteille carotte cerise chaise chambre chanson chanteuse
chaussure chemise chèvre clé confiture cuisine dame danseuse eau écharpe école
église étudiante femme fenêtre ferme fille fleur forêt fraise gare grand-mère
guitare herbe histoire infirmière jupe lampe leçon lettre maison mère montre
musique omelette orange photo plage poire pomme porte poule professeure
question radio rivière robe rose rue serveuse sœur soupe souris table tante
tasse télévision tomate vache veste viande ville voisine voiture
"""
GENDER = {word: "m" for word in _MASCULINE.split()}
GENDER |= {word: "f" for word in _FEMININE.split()}
_IRREGULAR = {
    "chevaux": "m",
    "journaux": "m",
    "grands-pères": "m",
    "grands-mères": "f",
    "pommes": "f",
}
for _word, _gender in list(GENDER.items()):
    _end = "" if _word[-1] in "sxz" else "x" if _word.endswith("eau") else "s"
    _IRREGULAR[_word + _end] = _gender
PLURALS = _IRREGULAR

# masculine, feminine, masculine plural, feminine plural
_ADJECTIVES = """
petit petite petits petites / grand grande grands grandes / joli jolie jolis
jolies / bon bonne bons bonnes / jeune jeune jeunes jeunes / long longue longs
longues / vieux vieille vieux vieilles / vieil - - - / beau belle beaux belles
/ bel - - - / nouveau nouvelle nouveaux nouvelles / nouvel - - - / bleu bleue
bleus bleues / vert verte verts vertes / blanc blanche blancs blanches / noir
noire noirs noires / gris grise gris grises / lourd lourde lourds lourdes /
chaud chaude chauds chaudes / froid froide froids froides / cher chère chers
chères / cassé cassée cassés cassées / rond ronde ronds rondes / mûr mûre mûrs
mûres / délicieux délicieuse délicieux délicieuses / frais fraîche frais
fraîches / intéressant intéressante intéressants intéressantes / courageux
courageuse courageux courageuses / poli polie polis polies / intelligent
intelligente intelligents intelligentes / rouge rouge rouges rouges / jaune
jaune jaunes jaunes / sale sale sales sales / propre propre propres propres /
vide vide vides vides / drôle drôle drôles drôles / triste triste tristes
tristes / célèbre célèbre célèbres célèbres / riche riche riches riches /
timide timide timides timides / marron marron marron marron
"""
_BEFORE = set(
    words("petit grand joli bon jeune long vieux vieil beau bel nouveau nouvel")
)
FORMS = {}
BEFORE = set()
for _row in _ADJECTIVES.split("/"):
    _forms = _row.split()
    for _form, _fits in zip(_forms, ("m", "f", "mp", "fp"), strict=True):
        FORMS.setdefault(_form, set()).add(_fits)
        if _forms[0] in _BEFORE:
            BEFORE.add(_form)

_DETERMINERS = {
    "m": words("un le du au ce cet"),
    "f": words("une la cette ma ta sa"),
    "any": words("mon ton son notre votre leur l'"),
    "p": words(
        "les des aux ces mes tes ses nos vos leurs deux trois quatre cinq six "
        "plusieurs"
    ),
}
_KIND = {word: kind for kind, some in _DETERMINERS.items() for word in some}
_VOWELS = "aeiouâàéèêîïôûœh"
FORBIDDEN = (
    # elision
    rf"\b(je|me|te|se|ne|de|que|le|la) (?!hérisson)[{_VOWELS}]",
    r"\bce (?=(arbre|homme|hôtel|acteur|oiseau|étudiant|œuf|âne|oncle))",
    r"\b(ma|ta|sa) (?=[aeiouâàéèêîïôûœ])",
    r"\b(beau|nouveau|vieux) (?=(arbre|homme|hôtel|acteur|oiseau|âne|ami)\b)",
    r"\b(l|d|j|n|qu|m|t|s)'(?![aeiouyâàéèêîïôûœh])",
    r"'hérisson",
    r"\bsi ils?\b",
    # contraction
    r"\b(de|à) (le|les) (?!\w+(er|ir|re|oir)\b)",
    r"\bd'(le|les)\b",
    r"\bde (du|des|de)\b",
    # negation
    r"\b(pas|jamais) une?\b",
    r"\bbeaucoup (des|du)\b",
    # joints
    r"  | \.|,,|, ,|\bet,|'\s",
)
_CLITICS = set(words("me m' te t' se s' le la l' les lui leur y"))
_PERSONS = {
    "je": r"(?!.*(ons|ez)$)",
    "j'": r"(?!.*(ons|ez)$)",
    "tu": r".*[sx]$",
    "il": r"(?!.*(ons|ez|[^i]ent)$).*[aetdc]$",
    "elle": r"(?!.*(ons|ez|[^i]ent)$).*[aetdc]$",
    "ils": r".*(nt)$",
    "elles": r".*(nt)$",
    "nous": r".*(ons|sommes)$",
    "vous": r".*(ez|êtes|faites|dites)$",
}
_PREPOSITIONS = ("avec", "à", "de", "d'", "pour")
_OPENERS = set(words("que qu' mais si s' quand puis où dont , ")) | {""}
_ADVERBS = set(
    words("pas jamais plus toujours souvent parfois très trop aussi")
)
_PLACES = set(words("dans à au aux sur sous près devant en derrière un une"))
_TOKEN = re.compile(r"(?:[jlmtsdn]|qu)'|[\w-]+|[^\w\s]", re.IGNORECASE)


def complaints(sentence: str) -> list[str]:
    """Returns what is wrong with a French sentence; nothing if it is right."""
    found = []
    text = sentence.lower()
    for pattern in FORBIDDEN:
        if match := re.search(pattern, text):
            found.append(f"forbidden {match[0]!r}")
    if not re.search(r"(?<=[\wé])\.$|(?<= )[?!]$", sentence):
        found.append("end")
    if not sentence[0].isupper():
        found.append("capital")
    tokens = [token.lower() for token in _TOKEN.findall(sentence)]
    found += _negation(tokens)
    found += _nouns(tokens)
    found += _persons(tokens)
    found += _behind_be(tokens)
    return found


def _negation(tokens):
    for i, token in enumerate(tokens):
        if token in ("ne", "n'"):
            rest = tokens[i : i + 6]
            if not {"pas", "jamais", "plus"} & set(rest):
                yield f"ne alone in {rest}"


def _nouns(tokens):
    for i, token in enumerate(tokens):
        kind = _KIND.get(token)
        # "Tu leur montres": not a determiner.
        if not kind or (i and tokens[i - 1] in _PERSONS):
            continue
        j, adjectives = i + 1, []
        while j < len(tokens) and tokens[j] in BEFORE:
            adjectives.append(tokens[j])
            j += 1
        noun = tokens[j] if j < len(tokens) else ""
        plural = kind == "p"
        gender = (PLURALS if plural else GENDER).get(noun)
        if not gender:
            if noun in PLURALS and not plural and noun not in GENDER:
                yield f"plural noun behind {token}: {noun}"
            continue
        if kind in "mf" and kind != gender:
            yield f"{token} {noun}"
        if j + 1 < len(tokens) and tokens[j + 1] in FORMS:
            adjectives.append(tokens[j + 1])
        for adjective in adjectives:
            if gender + "p" * plural not in FORMS[adjective]:
                yield f"{noun} with {adjective}"


def _persons(tokens):
    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i else ""
        if token not in _PERSONS or before in _PREPOSITIONS:
            continue
        if token in ("nous", "vous") and before not in _OPENERS:
            continue
        j = i + 1
        while j < len(tokens) and (
            tokens[j] in _CLITICS
            or tokens[j] in ("ne", "n'")
            or tokens[j] in ("nous", "vous")
        ):
            j += 1
        if j < len(tokens) and not re.match(_PERSONS[token], tokens[j]):
            yield f"{token} {tokens[j]}"


def _behind_be(tokens):
    for i, token in enumerate(tokens[:-1]):
        if token not in ("il", "elle", "ils", "elles"):
            continue
        if i and tokens[i - 1] in _PREPOSITIONS:
            continue
        j = i + 1
        while tokens[j] in ("ne", "n'", "s'", "se"):
            j += 1
        if tokens[j] not in ("est", "sont", "était", "étaient"):
            continue
        j += 1
        while tokens[j] in _ADVERBS:
            j += 1
        word = tokens[j]
        if word in _PLACES or word in ("médecin", "médecins"):
            continue
        feminine, plural = token.startswith("elle"), token.endswith("s")
        if plural and word[-1] not in "sx":
            yield f"{token} … {word}"
        singular = word.rstrip("s") if plural else word
        if feminine and not singular.endswith("e"):
            yield f"{token} … {word}"
        if not feminine and re.search(
            r"(ée|ie|ue|euse|[nrt]te|ète|ande)$", singular
        ):
            yield f"{token} … {word}"
