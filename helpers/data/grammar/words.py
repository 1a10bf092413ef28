"""The words of the small world: nouns, adjectives, trades, names.

Each table is text, a line an entry, so that it can be read and changed without
knowing the code. A line that ends in a backslash goes on in the next one.
"""

from typing import NamedTuple

from .forms import (
    english_plural,
    french_plural,
    inflect,
    starts_with_vowel,
)


class Noun(NamedTuple):
    """A noun in both languages.

    Attributes:
        english: singular.
        english_plural: plural; "" for what is not counted, such as bread.
        french: singular, masculine where there are two genders.
        french_plural: plural of it.
        feminine: gender in French; None if the person decides.
        french_feminine: feminine form where the person decides, or "".
    """

    english: str
    english_plural: str
    french: str
    french_plural: str
    feminine: bool | None
    french_feminine: str


class Quality(NamedTuple):
    """An adjective, or a trade, as something that people and things are.

    Attributes:
        english: the word.
        masculine: French singular; with "!" it never changes ("marron!").
        feminine: French singular.
    """

    english: str
    masculine: str
    feminine: str

    def form(self, feminine: bool, plural: bool) -> str:
        """Returns the French form for a gender and a number."""
        if self.masculine.endswith("!"):
            return self.masculine[:-1]
        return inflect(self.masculine, self.feminine, feminine, plural)


class Adjective(NamedTuple):
    """An adjective that stands with a noun.

    Attributes:
        quality: the words.
        before: whether the French one stands before its noun.
        before_vowel: masculine form before a vowel ("bel"), or "".
    """

    quality: Quality
    before: bool
    before_vowel: str

    @property
    def english(self) -> str:
        """The English word."""
        return self.quality.english

    def form(self, feminine: bool, plural: bool, following: str = "") -> str:
        """Returns the French form; `following` is the word behind it."""
        if (
            self.before_vowel
            and not (feminine or plural)
            and starts_with_vowel(following)
        ):
            return self.before_vowel
        return self.quality.form(feminine, plural)


# English | French | gender (x: the person decides; then both French forms).
# "~" marks what is not counted, "/" precedes an irregular plural, and "plural"
# stands at what has no singular in French.
_NOUNS = """
man/men | homme | m
woman/women | femme | f
boy | garçon | m
girl | fille | f
lady | dame | f
waiter | serveur | m
waitress | serveuse | f
actor | acteur | m
actress | actrice | f
policeman/policemen | policier | m
student | étudiant, étudiante | x
baker | boulanger, boulangère | x
singer | chanteur, chanteuse | x
teacher | professeur, professeure | x
parent | parent | m
friend | ami, amie | x
neighbour | voisin, voisine | x
mother | mère | f
father | père | m
brother | frère | m
sister | sœur | f
uncle | oncle | m
aunt | tante | f
grandmother | grand-mère/grands-mères | f
grandfather | grand-père/grands-pères | m
son | fils | m
daughter | fille | f
dog | chien | m
cat | chat | m
bird | oiseau | m
horse | cheval | m
cow | vache | f
mouse/mice | souris | f
rabbit | lapin | m
duck | canard | m
goat | chèvre | f
hen | poule | f
donkey | âne | m
hedgehog | hérisson | m
apple | pomme | f
orange | orange | f
pear | poire | f
strawberry | fraise | f
cherry | cerise | f
tomato/tomatoes | tomate | f
carrot | carotte | f
potato/potatoes | pomme de terre/pommes de terre | f
onion | oignon | m
egg | œuf | m
cake | gâteau | m
sandwich | sandwich | m
omelette | omelette | f
bread~ | pain | m
cheese~ | fromage | m
soup~ | soupe | f
rice~ | riz | m
meat~ | viande | f
chocolate~ | chocolat | m
jam~ | confiture | f
grass~ | herbe | f
water~ | eau | f
milk~ | lait | m
tea~ | thé | m
coffee~ | café | m
wine~ | vin | m
juice~ | jus | m
hat | chapeau | m
dress | robe | f
skirt | jupe | f
shirt | chemise | f
coat | manteau | m
jacket | veste | f
scarf/scarves | écharpe | f
sweater | pull | m
shoe | chaussure | f
glove | gant | m
key | clé | f
bag | sac | m
phone | téléphone | m
umbrella | parapluie | m
watch | montre | f
wallet | portefeuille | m
ring | bague | f
pen | stylo | m
book | livre | m
newspaper | journal | m
letter | lettre | f
poem | poème | m
story | histoire | f
song | chanson | f
film | film | m
photo | photo | f
painting | tableau | m
gift | cadeau | m
flower | fleur | f
rose | rose | f
tree | arbre | m
plate | assiette | f
cup | tasse | f
glass | verre | m
knife/knives | couteau | m
bottle | bouteille | f
box | boîte | f
lamp | lampe | f
chair | chaise | f
table | table | f
bed | lit | m
mirror | miroir | m
door | porte | f
window | fenêtre | f
wall | mur | m
guitar | guitare | f
piano | piano | m
violin | violon | m
ball | ballon | m
bicycle | vélo | m
car | voiture | f
boat | bateau | m
bus | bus | m
train | train | m
plane | avion | m
radio | radio | f
music~ | musique | f
television~ | télévision | f
tennis~ | tennis | m
football~ | football | m
chess~ | échecs | m plural
cards~ | cartes | f plural
French~ | français | m
English~ | anglais | m
money~ | argent | m
question | question | f
lesson | leçon | f
storm | orage | m
house | maison | f
garden | jardin | m
kitchen | cuisine | f
bedroom | chambre | f
living_room | salon | m
office | bureau | m
street | rue | f
village | village | m
city | ville | f
park | parc | m
beach | plage | f
forest | forêt | f
river | rivière | f
lake | lac | m
bridge | pont | m
market | marché | m
shop | magasin | m
bakery | boulangerie | f
restaurant | restaurant | m
hotel | hôtel | m
school | école | f
church | église | f
museum | musée | m
library | bibliothèque | f
station | gare | f
airport | aéroport | m
hospital | hôpital | m
castle | château | m
farm | ferme | f
"""

# Groups of nouns, by name; a group may be used in the groups below it.
_GROUPS = """
child: boy girl
adult: man woman lady waiter waitress actor actress policeman student baker \
    singer teacher
kin: mother father brother sister uncle aunt grandmother grandfather son \
    daughter friend neighbour
fruit: apple orange pear strawberry cherry
vegetable: tomato carrot potato onion
dish: cake omelette soup
meal: cake sandwich omelette egg bread cheese soup rice meat chocolate
drink: water milk tea coffee wine juice
clothes: hat dress skirt shirt coat jacket scarf sweater
pair: shoe glove
warm: coat scarf sweater hat jacket
pocket: key bag phone umbrella watch wallet ring pen
reading: book newspaper letter poem story
fragile: plate cup glass bottle lamp window watch chair mirror guitar phone
present: book watch ring hat scarf bag lamp cup guitar dress
bunch: flower rose
market_food: bread cheese rice meat egg jam
vehicle: car bicycle boat
instrument: guitar piano violin
game: tennis football chess cards
pet: dog cat horse rabbit
animal: dog cat bird horse cow mouse rabbit duck goat hen donkey hedgehog
language: French English
food: fruit vegetable meal drink market_food grass
small_food: vegetable cherry strawberry egg
womens: dress skirt
several: brother sister friend neighbour son daughter
owned: clothes pair pocket instrument vehicle pet book letter newspaper poem \
    photo gift house garden kitchen bedroom living_room office ball plate cup \
    glass knife bottle chair bed lamp soup coffee tea milk sandwich cake money \
    lesson school
definite: kitchen bedroom living_room garden office station market school \
    hospital airport library river lake street door wall village city radio \
    forest house
counted: fruit vegetable bunch clothes child egg plate cup glass book letter \
    photo tree bottle box chair pen poem song cake sandwich horse cow goat \
    bird duck hen rabbit cat dog painting
generic: game language television
lying: key bag phone umbrella book letter newspaper pen hat scarf glove photo \
    cup plate glass knife bottle apple flower gift watch ball
frightening: dog horse cow mouse
person: adult child kin
"""

# English | French forms | before or after the noun | nouns
_ADJECTIVES = """
red | rouge | after | clothes pair car bicycle boat bag umbrella door chair \
    box lamp cup pen flower rose apple bus wine
blue | bleu, bleue | after | clothes pair car bicycle boat bag umbrella door \
    chair box lamp cup pen bird flower bus plate
green | vert, verte | after | clothes pair car bicycle boat bag umbrella door \
    chair box lamp cup apple bottle
yellow | jaune | after | clothes car bicycle boat bag umbrella chair box lamp \
    cup flower rose bird bus
white | blanc, blanche | after | clothes pair car boat horse cat dog rabbit \
    duck hen goat flower rose house wall plate cup wine
black | noir, noire | after | clothes pair car bicycle bag umbrella cat dog \
    horse cow goat hen pen piano phone coffee
grey | gris, grise | after | clothes car cat horse donkey mouse rabbit wall
brown | marron! | after | pair bag coat jacket sweater
big | grand, grande | before | house garden table box tree window castle \
    kitchen bag boat park market school church umbrella mirror hotel farm bed \
    wall plate
small | petit, petite | before | house garden table box window kitchen bag \
    boat park church key watch village bottle cup lamp car station shop \
    school table bed mirror
little | petit, petite | before | child dog cat bird horse mouse rabbit duck \
    donkey hedgehog
old | vieux, vieille, vieil | before | man woman lady actor actress clothes \
    pair bag phone watch book newspaper house castle church bridge piano \
    guitar violin tree dog horse donkey car bicycle boat hotel chair table \
    lamp umbrella wall school farm friend plane bed
new | nouveau, nouvelle, nouvel | before | clothes bag phone umbrella watch \
    book song film car bicycle boat house hotel school chair table lamp \
    guitar piano bridge station plane bed teacher neighbour
beautiful | beau, belle, bel | before | dress hat house garden castle flower \
    rose painting song city village beach horse bird guitar ring watch tree \
    boat story church photo bridge
pretty | joli, jolie | before | dress skirt ring cup flower garden village \
    song box watch photo scarf house lamp plate
good | bon, bonne | before | meal wine coffee tea juice book film restaurant \
    story song apple pear strawberry cherry hotel omelette bakery jam
young | jeune | before | man woman actor actress waiter waitress policeman \
    singer teacher baker
long | long, longue | before | letter story street song poem bridge
heavy | lourd, lourde | after | bag box chair table book bed
hot | chaud, chaude | after | soup coffee tea milk
cold | froid, froide | after | water milk soup juice tea
dirty | sale | after | clothes pair car plate cup glass window kitchen \
    bicycle bag knife
clean | propre | after | clothes pair plate cup glass kitchen bedroom car \
    window knife
expensive | cher, chère | after | clothes watch ring phone guitar hotel \
    restaurant boat bicycle painting wine car piano violin bag pair lamp
broken | cassé, cassée | after | plate cup glass chair watch phone lamp \
    bicycle guitar window mirror bottle
empty | vide | after | bottle box bag glass street restaurant house wallet
round | rond, ronde | after | table box lamp mirror
ripe | mûr, mûre | after | fruit tomato
delicious | délicieux, délicieuse | after | cake soup cheese apple pear \
    strawberry omelette sandwich chocolate jam
fresh | frais, fraîche | after | milk egg bread
interesting | intéressant, intéressante | after | book film story museum \
    newspaper city lesson letter
funny | drôle | after | film story book song
sad | triste | after | story song film letter poem
famous | célèbre | after | actor actress singer museum painting castle \
    restaurant song poem
rich | riche | after | man woman lady
shy | timide | after | child student man woman
brave | courageux, courageuse | after | child policeman man woman
polite | poli, polie | after | child waiter waitress student
clever | intelligent, intelligente | after | child student dog
"""

# What people are, English | French; "!" marks what never changes.
_QUALITIES = """
tired | fatigué, fatiguée
happy | heureux, heureuse
sad | triste
sick | malade
tall | grand, grande
strong | fort, forte
kind | gentil, gentille
brave | courageux, courageuse
curious | curieux, curieuse
patient | patient, patiente
lazy | paresseux, paresseuse
shy | timide
polite | poli, polie
serious | sérieux, sérieuse
clever | intelligent, intelligente
funny | drôle
proud | fier, fière
jealous | jaloux, jalouse
young | jeune
old | vieux, vieille
rich | riche
ready | prêt, prête
alone | seul, seule
late | en retard!
early | en avance!
angry | en colère!
"""

_TRADES = """
baker | boulanger, boulangère
teacher | professeur, professeure
singer | chanteur, chanteuse
student | étudiant, étudiante
dancer | danseur, danseuse
farmer | agriculteur, agricultrice
nurse | infirmier, infirmière
doctor | médecin, médecin
"""


def listed(text: str) -> tuple[str, ...]:
    """Returns the words of a list, separated by "/" or else by spaces."""
    return tuple(text.split("/" if "/" in text else None))


def rows(text: str) -> list[list[str]]:
    """Returns the cells of a table, line by line."""
    return [
        [cell.strip() for cell in line.split("|")]
        for line in text.strip().splitlines()
    ]


def _noun(english, french, gender):
    english, _, irregular = english.partition("/")
    plural = irregular or english_plural(english)
    if english.endswith("~"):
        english = english[:-1]
        plural = english if gender.endswith("plural") else ""
    french, _, feminine = french.partition(", ")
    french, _, french_irregular = french.partition("/")
    french_plural_ = french_irregular or french_plural(french)
    return Noun(
        english.replace("_", " "),
        plural.replace("_", " "),
        french,
        french_plural_,
        {"m": False, "f": True, "x": None}[gender[0]],
        feminine,
    )


def _quality(english, french):
    masculine, *others = french.split(", ")
    return Quality(english, masculine, others[0] if others else masculine)


def members(text: str) -> tuple[str, ...]:
    """Names of nouns; a group stands for its members."""
    names = []
    for name in text.split():
        names += GROUPS.get(name, (name,))
    return tuple(names)


NOUNS = {
    row[0].partition("/")[0].rstrip("~"): _noun(*row) for row in rows(_NOUNS)
}
GROUPS = {}
for _line in _GROUPS.strip().splitlines():
    _name, _, _text = _line.partition(": ")
    GROUPS[_name] = members(_text)
ADJECTIVES = {}
for _english, _french, _position, _nouns in rows(_ADJECTIVES):
    _forms = _french.split(", ")
    ADJECTIVES[_english] = (
        Adjective(
            _quality(_english, _french),
            _position == "before",
            _forms[2] if len(_forms) > 2 else "",
        ),
        frozenset(members(_nouns)),
    )
QUALITIES = {row[0]: _quality(*row) for row in rows(_QUALITIES)}
TRADES = {row[0]: _quality(*row) for row in rows(_TRADES)}
#: Names, and whether they are a woman's.
NAMES = {
    "Paul": False,
    "Marie": True,
    "Thomas": False,
    "Julie": True,
    "Antoine": False,
    "Anne": True,
    "Lucas": False,
    "Alice": True,
    "Victor": False,
    "Emma": True,
}
