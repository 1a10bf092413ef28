"""Sentences whose French was written and checked by hand, rule by rule.

The trees are built by hand too: a table of what the grammar must say, not of
what it happens to say.
"""

from helpers.data.grammar.clauses import (
    Clause,
    Command,
    Comparison,
    Fixed,
    Object,
    Predicate,
    Preposition,
    Purpose,
    Question,
    Sentence,
    There,
    When,
)
from helpers.data.grammar.frames import (
    ACTIVITIES,
    BE,
    BE_OLD,
    FEELINGS,
    FRAMES,
    GO,
    LIVE,
    MODALS,
    WEATHER,
)
from helpers.data.grammar.nouns import (
    OPEN,
    Both,
    Name,
    NounPhrase,
    Pronoun,
    Relative,
    Trace,
    Who,
)
from helpers.data.grammar.words import (
    ADJECTIVES,
    GROUPS,
    NAMES,
    NOUNS,
    QUALITIES,
    TRADES,
)

VERBS = {frame.verb.english: frame.verb for frame in (*FRAMES, *ACTIVITIES, GO)}
VERBS |= {"be": BE, "live": LIVE}
WANT, MUST, CAN = MODALS
ME, YOU, HE, SHE, WE, THEY = map(
    Pronoun, ("I", "you", "he", "she", "we", "they")
)
PAUL, MARIE, ANNE, ANTOINE = (
    Name(name, NAMES[name]) for name in ("Paul", "Marie", "Anne", "Antoine")
)


def noun(name, determiner="the", *adjectives, plural=False, **more):
    human = name in GROUPS["person"]
    return NounPhrase(
        NOUNS[name],
        determiner,
        plural,
        tuple(ADJECTIVES[one][0] for one in adjectives),
        human=human,
        **more,
    )


def nouns(name, determiner="the", *adjectives, **more):
    return noun(name, determiner, *adjectives, plural=True, **more)


def clause(subject, verb, *rest, **more):
    rest = [
        Object(one)
        if isinstance(one, NounPhrase | Pronoun | Name | Both)
        else one
        for one in rest
    ]
    verb = VERBS[verb] if isinstance(verb, str) else verb
    return Clause(subject, verb, tuple(rest), **more)


def say(*arguments, **more):
    return Sentence((clause(*arguments, **more),))


def ask(*arguments, word=("", ""), phrase=None, **more):
    asked = clause(*arguments, asked=True, **more)
    return Sentence((Question(asked, *word, phrase),), "?")


def order(subject, verb, *rest, polite=False, mark=".", **more):
    return Sentence(
        (Command(clause(subject, verb, *rest, **more), polite),), mark
    )


def join(*parts):
    return Sentence(parts)


def is_(word, degree=""):
    return Predicate(QUALITIES[word], degree)


def looks(word, degree=""):
    return Predicate(ADJECTIVES[word][0].quality, degree)


def trade(word):
    return Predicate(TRADES[word], "a")


def to(phrase):
    return Preposition("to", "à", phrase)


def place(english, french, name, *adjectives):
    return Preposition(english, french, noun(name, "the", *adjectives))


def with_(phrase):
    return Preposition("with", "avec", phrase)


def who(name, verb, *rest, determiner="the", word="who", **more):
    """The woman who sings."""
    head = noun(name, determiner)
    head.relative = Relative(
        clause(Trace(head), verb, *rest, **more), word, "qui"
    )
    return head


def that(head, subject, verb, french="que", word="that", **more):
    """The book that she bought."""
    head.relative = Relative(clause(subject, verb, **more), word, french)
    return head


AND = Fixed("and", "et")
BUT = Fixed(", but", ", mais")
BECAUSE = Fixed("because", "parce que")
COMMA = Fixed(",", ",")
THAT = Fixed("that", "que")
EVERY_DAY = Fixed("every day", "tous les jours")
OFTEN = Fixed("often", "souvent")
YESTERDAY = Fixed("yesterday", "hier")
KITCHEN = place("in", "dans", "kitchen")
IT = Pronoun("it")
NOW = {"tense": "progressive"}
PAST = {"tense": "past"}
WILL = {"tense": "will"}
GOING = {"tense": "going"}
WAS = {"tense": "imperfect"}
NOT = {"negation": "not"}
THINK = VERBS["think about"]._replace(english="think", preposition="")
KEYS = nouns("key", HE)
DRESS = noun("dress", "a")
LETTER = noun("letter", "a")

# A row a line, so that English and French can be compared at a glance.
# ruff: noqa: E501
# fmt: off
#: Rule, sentence, English, all accepted French references in order.
CHECKED = [
    # --- articles, gender, plural ------------------------------------------
    ("article", say(noun("box"), "be", looks("empty")), "The box is empty.", "La boîte est vide."),
    ("article", say(noun("bag"), "be", looks("heavy")), "The bag is heavy.", "Le sac est lourd."),
    ("article", say(HE, "have", noun("dog", "a")), "He has a dog.", "Il a un chien."),
    ("article", say(SHE, "have", noun("car", "a")), "She has a car.", "Elle a une voiture."),
    ("article", say(nouns("door"), "be", looks("green")), "The doors are green.", "Les portes sont vertes."),
    ("article", say(PAUL, "draw", noun("apple", "a"), **NOW), "Paul is drawing an apple.", "Paul dessine une pomme."),
    ("demonstrative", say(noun("coat", "this"), "be", looks("expensive")), "This coat is expensive.", "Ce manteau est cher."),
    ("demonstrative", say(noun("tree", "this"), "be", looks("old")), "This tree is old.", "Cet arbre est vieux."),
    ("demonstrative", say(noun("school", "this"), "be", looks("small")), "This school is small.", "Cette école est petite."),
    ("demonstrative", say(nouns("orange", "this"), "be", looks("good")), "These oranges are good.", "Ces oranges sont bonnes."),
    ("plural", say(HE, "sell", nouns("cake", "two"), **NOW), "He is selling two cakes.", "Il vend deux gâteaux."),
    ("plural", say(SHE, "see", nouns("horse", "three")), "She sees three horses.", "Elle voit trois chevaux."),
    ("plural", say(SHE, "be afraid of", nouns("mouse", "generic")), "She is afraid of mice.", "Elle a peur des souris."),
    ("plural", say(nouns("woman"), "laugh", **NOW), "The women are laughing.", "Les femmes rient."),
    ("plural", say(nouns("bus"), "be", is_("late")), "The buses are late.", "Les bus sont en retard."),
    ("plural", say(HE, "buy", nouns("newspaper", "several"), **PAST), "He bought several newspapers.", "Il a acheté plusieurs journaux."),
    ("plural", say(HE, "hate", nouns("potato", "generic")), "He hates potatoes.", "Il déteste les pommes de terre."),
    ("plural", say(noun("grandmother", "the", owner=PAUL), "sleep", **NOW), "Paul's grandmother is sleeping.", "La grand-mère de Paul dort."),
    ("plural", say(nouns("grandmother", THEY), "dance", **PAST), "Their grandmothers danced.", "Leurs grands-mères ont dansé."),
    ("plural", say(HE, "wash", nouns("knife"), **NOW), "He is washing the knives.", "Il lave les couteaux."),
    # --- adjectives --------------------------------------------------------
    ("adjective", say(SHE, "wear", noun("skirt", "a", "white"), **NOW), "She is wearing a white skirt.", "Elle porte une jupe blanche."),
    ("adjective", say(SHE, "see", nouns("bird", "the", "blue")), "She sees the blue birds.", "Elle voit les oiseaux bleus."),
    ("adjective", say(PAUL, "drink", noun("water", "the", "cold"), **NOW), "Paul is drinking the cold water.", "Paul boit l'eau froide."),
    ("adjective", say(HE, "lose", nouns("glove", HE, "brown"), **PAST), "He lost his brown gloves.", "Il a perdu ses gants marron."),
    ("adjective", say(noun("song"), "be", looks("long", "too")), "The song is too long.", "La chanson est trop longue."),
    ("adjective", say(MARIE, "be", is_("proud", "very")), "Marie is very proud.", "Marie est très fière."),
    ("adjective", say(nouns("girl"), "be", is_("lazy")), "The girls are lazy.", "Les filles sont paresseuses."),
    ("adjective", say(nouns("girl"), "be", is_("angry")), "The girls are angry.", "Les filles sont en colère."),
    ("adjective", say(nouns("strawberry"), "be", looks("delicious")), "The strawberries are delicious.", "Les fraises sont délicieuses."),
    ("adjective", say(noun("milk"), "be", looks("fresh")), "The milk is fresh.", "Le lait est frais."),
    ("order", say(SHE, "have", noun("garden", "a", "small")), "She has a small garden.", "Elle a un petit jardin."),
    ("order", say(SHE, "have", noun("box", "a", "small", "red")), "She has a small red box.", "Elle a une petite boîte rouge."),
    ("order", say(HE, "read", noun("story", "a", "long", "sad"), **NOW), "He is reading a long sad story.", "Il lit une longue histoire triste."),
    ("order", say(WE, "see", noun("horse", "a", "beautiful", "black")), "We see a beautiful black horse.", "Nous voyons un beau cheval noir."),
    ("order", say(SHE, "help", noun("woman", "the", "young"), **NOW), "She is helping the young woman.", "Elle aide la jeune femme."),
    ("vowel form", say(HE, "see", noun("bird", "a", "beautiful")), "He sees a beautiful bird.", "Il voit un bel oiseau."),
    ("vowel form", say(noun("man", "the", "old"), "cry", **NOW), "The old man is crying.", "Le vieil homme pleure."),
    ("vowel form", say(WE, "visit", noun("hotel", "the", "new"), **GOING), "We are going to visit the new hotel.", "Nous allons visiter le nouvel hôtel."),
    ("vowel form", say(HE, "look at", nouns("tree", "the", "old"), **NOW), "He is looking at the old trees.", "Il regarde les vieux arbres."),
    ("vowel form", say(HE, "have", noun("umbrella", "a", "new")), "He has a new umbrella.", "Il a un nouveau parapluie."),
    # --- possessives -------------------------------------------------------
    ("possessive", say(ME, "wash", noun("car", ME), **NOW), "I am washing my car.", "Je lave ma voiture."),
    ("possessive", say(ME, "lose", noun("scarf", ME), **PAST), "I lost my scarf.", "J'ai perdu mon écharpe."),
    ("possessive", say(noun("friend", HE, feminine=True, settled=True), "sing", **NOW), "His friend is singing.", "Son amie chante."),
    ("possessive", say(SHE, "look for", KEYS, **NOW), "She is looking for his keys.", "Elle cherche ses clés."),
    ("possessive", say(WE, "clean", noun("kitchen", WE), **NOW), "We are cleaning our kitchen.", "Nous nettoyons notre cuisine."),
    ("possessive", say(noun("aunt", WE), "leave", **PAST), "Our aunt left.", "Notre tante est partie."),
    ("possessive", say(nouns("sister", ME), "be", is_("shy")), "My sisters are shy.", "Mes sœurs sont timides."),
    ("possessive", say(noun("horse", THEY), "sleep", **NOW), "Their horse is sleeping.", "Leur cheval dort."),
    ("genitive", say(noun("son", "the", owner=ANNE), "work", **NOW), "Anne's son is working.", "Le fils d'Anne travaille."),
    ("genitive", say(noun("daughter", "the", owner=noun("waiter")), "cry", **NOW), "The waiter's daughter is crying.", "La fille du serveur pleure."),
    ("genitive", say(noun("mother", "the", owner=noun("actress")), "smile", **NOW), "The actress's mother is smiling.", "La mère de l'actrice sourit."),
    # --- elision -----------------------------------------------------------
    ("elision l'", say(noun("church"), "be", looks("old")), "The church is old.", "L'église est vieille."),
    ("elision l'", say(noun("man"), "be", is_("rich")), "The man is rich.", "L'homme est riche."),
    ("elision l'", say(noun("uncle"), "eat", noun("egg"), **NOW), "The uncle is eating the egg.", "L'oncle mange l'œuf."),
    ("no elision", say(noun("hedgehog"), "sleep", **NOW), "The hedgehog is sleeping.", "Le hérisson dort."),
    ("no elision", say(ME, "be afraid of", noun("hedgehog")), "I am afraid of the hedgehog.", "J'ai peur du hérisson."),
    ("elision j'", say(ME, "like", nouns("pear", "generic")), "I like pears.", "J'aime les poires."),
    ("elision n'", say(SHE, "like", noun("wine", "generic"), **NOT), "She does not like wine.", "Elle n'aime pas le vin."),
    ("elision d'", say(HE, "need", noun("umbrella", "a")), "He needs an umbrella.", "Il a besoin d'un parapluie."),
    ("elision d'", say(ME, "drink", noun("water", "some"), **NOT), "I do not drink any water.", "Je ne bois pas d'eau."),
    ("elision qu'", join(clause(PAUL, THINK), THAT, clause(SHE, "be", is_("sick"))), "Paul thinks that she is sick.", "Paul pense qu'elle est malade."),
    ("elision qu'", join(clause(HE, "run", **NOW), BECAUSE, clause(HE, "be", is_("late"))), "He is running because he is late.", "Il court parce qu'il est en retard."),
    ("elision m'", say(PAUL, "help", clitic=ME, **NOW), "Paul is helping me.", "Paul m'aide."),
    ("elision l'", say(ME, "invite", clitic=HE, **PAST), "I invited him.", "Je l'ai invité."),
    ("elision s'", say(SHE, "have fun", **NOW), "She is having fun.", "Elle s'amuse."),
    ("elision s'", join(clause(WE, "stay at home", **WILL), Fixed("if", "si"), clause(IT, WEATHER["rain"])), "We will stay at home if it rains.", "Nous resterons à la maison s'il pleut."),
    ("no elision", join(Fixed("if", "si"), clause(SHE, "be", is_("tired")), COMMA, clause(SHE, "rest", **WILL)), "If she is tired, she will rest.", "Si elle est fatiguée, elle se reposera."),
    # --- contractions ------------------------------------------------------
    ("contraction au", say(SHE, "go", to(noun("market")), **NOW), "She is going to the market.", "Elle va au marché."),
    ("contraction au", say(WE, "play", noun("tennis", "generic"), **NOW), "We are playing tennis.", "Nous jouons au tennis."),
    ("contraction aux", say(HE, "talk to", nouns("actor"), **NOW), "He is talking to the actors.", "Il parle aux acteurs."),
    ("no contraction", say(HE, "go", to(noun("airport")), **NOW), "He is going to the airport.", "Il va à l'aéroport."),
    ("no contraction", say(HE, "go", to(noun("beach")), **NOW), "He is going to the beach.", "Il va à la plage."),
    ("contraction du", say(HE, "be afraid of", noun("dog")), "He is afraid of the dog.", "Il a peur du chien."),
    ("contraction des", say(HE, "be afraid of", nouns("storm", "generic")), "He is afraid of storms.", "Il a peur des orages."),
    ("contraction du", say(SHE, "live", place("near", "près de", "lake")), "She lives near the lake.", "Elle habite près du lac."),
    ("no contraction", say(SHE, "live", place("near", "près de", "river")), "She lives near the river.", "Elle habite près de la rivière."),
    ("clitic le", say(HE, "see", clitic=noun("bus").pronoun(), modal=WANT), "He wants to see it.", "Il veut le voir."),
    # --- partitive ---------------------------------------------------------
    ("partitive", say(HE, "eat", noun("bread", "some"), **NOW), "He is eating some bread.", "Il mange du pain."),
    ("partitive", say(HE, "eat", noun("soup", "some"), **NOW), "He is eating some soup.", "Il mange de la soupe."),
    ("partitive", say(HE, "drink", noun("water", "some"), **NOW), "He is drinking some water.", "Il boit de l'eau."),
    ("partitive", say(HE, "eat", nouns("apple", "some"), **NOW), "He is eating some apples.", "Il mange des pommes."),
    ("partitive", say(HE, "eat", nouns("cherry", "bare"), EVERY_DAY), "He eats cherries every day.", "Il mange des cerises tous les jours."),
    ("partitive", say(HE, "need", noun("money", "bare")), "He needs money.", "Il a besoin d'argent."),
    ("partitive", say(HE, "buy", nouns("flower", "many"), **PAST), "He bought many flowers.", "Il a acheté beaucoup de fleurs."),
    ("partitive", say(HE, "buy", nouns("orange", "many"), **PAST), "He bought many oranges.", "Il a acheté beaucoup d'oranges."),
    # --- negation ----------------------------------------------------------
    ("negation", say(SHE, "sleep", **NOW, **NOT), "She is not sleeping.", "Elle ne dort pas."),
    ("negation", say(HE, "have", noun("car", "a"), **NOT), "He does not have a car.", "Il n'a pas de voiture."),
    ("negation", say(HE, "eat", noun("bread", "some"), **PAST, **NOT), "He did not eat any bread.", "Il n'a pas mangé de pain."),
    ("negation", say(HE, "see", noun("bridge"), **NOT), "He does not see the bridge.", "Il ne voit pas le pont."),
    ("negation", say(PAUL, "be", trade("baker"), **NOT), "Paul is not a baker.", "Paul n'est pas boulanger."),
    ("negation", say(HE, "eat", noun("meat", "bare"), negation="never"), "He never eats meat.", "Il ne mange jamais de viande."),
    ("negation", say(MARIE, "be", is_("sick"), negation="no longer"), "Marie is no longer sick.", "Marie n'est plus malade."),
    ("negation", say(HE, "get up", **GOING, **NOT), "He is not going to get up.", "Il ne va pas se lever."),
    ("negation", say(HE, "get up", **PAST, **NOT), "He did not get up.", "Il ne s'est pas levé."),
    ("negation", say(HE, "know", clitic=SHE, **NOT), "He does not know her.", "Il ne la connaît pas."),
    ("negation", Sentence((There(noun("bread", "some"), (KITCHEN,), "no"),)), "There is no bread in the kitchen.", "Il n'y a pas de pain dans la cuisine."),
    # --- tenses ------------------------------------------------------------
    ("present", say(WE, "eat", noun("rice"), **NOW), "We are eating the rice.", "Nous mangeons le riz."),
    ("present", say(nouns("boy"), "buy", noun("gift", "a"), **NOW), "The boys are buying a gift.", "Les garçons achètent un cadeau."),
    ("present", say(HE, "call", noun("policeman"), **NOW), "He is calling the policeman.", "Il appelle le policier."),
    ("present", say(nouns("waiter"), "choose", noun("wine"), **NOW), "The waiters are choosing the wine.", "Les serveurs choisissent le vin."),
    ("present", say(SHE, "clean", noun("table"), **NOW), "She is cleaning the table.", "Elle nettoie la table."),
    ("present", say(ANTOINE, "learn", noun("French", "generic")), "Antoine learns French.", "Antoine apprend le français."),
    ("present", say(nouns("actor"), "drink", noun("tea", "some"), **NOW), "The actors are drinking some tea.", "Les acteurs boivent du thé."),
    ("present", say(PAUL, "prefer", noun("tennis", "generic")), "Paul prefers tennis.", "Paul préfère le tennis."),
    ("present", say(HE, "wait for", noun("train"), **NOW), "He is waiting for the train.", "Il attend le train."),
    ("frequency", say(PAUL, "sing", often=OFTEN), "Paul often sings.", "Paul chante souvent."),
    ("frequency", say(SHE, "be", is_("late"), often=Fixed("always", "toujours")), "She is always late.", "Elle est toujours en retard."),
    ("perfect", say(PAUL, "open", noun("letter"), **PAST), "Paul opened the letter.", "Paul a ouvert la lettre."),
    ("perfect", say(MARIE, "sleep", manner=Fixed("well", "bien"), **PAST), "Marie slept well.", "Marie a bien dormi."),
    ("perfect", say(MARIE, "arrive", YESTERDAY, **PAST), "Marie arrived yesterday.", "Marie est arrivée hier."),
    ("perfect", say(Both(MARIE, ANNE), "go out", **PAST), "Marie and Anne went out.", "Marie et Anne sont sorties."),
    ("perfect", say(Both(MARIE, PAUL), "leave", **PAST), "Marie and Paul left.", "Marie et Paul sont partis."),
    ("perfect", say(nouns("girl"), "go home", manner=Fixed("late", "tard"), **PAST), "The girls went home late.", "Les filles sont rentrées tard à la maison."),
    ("reflexive", say(SHE, "wake up", **PAST), "She woke up.", "Elle s'est réveillée."),
    ("reflexive", say(nouns("actress"), "go for a walk", **PAST), "The actresses went for a walk.", "Les actrices se sont promenées."),
    ("reflexive", say(ME, "go to bed", **NOW), "I am going to bed.", "Je me couche."),
    ("reflexive", say(PAUL, "hurry", modal=MUST), "Paul must hurry.", "Paul doit se dépêcher."),
    ("reflexive", join(clause(WE, "go", to(noun("beach")), **NOW), Purpose(clause(WE, "rest"))), "We are going to the beach to rest.", "Nous allons à la plage pour nous reposer."),
    ("future", say(SHE, "go", to(noun("museum")), **WILL), "She will go to the museum.", "Elle ira au musée."),
    ("future", say(WE, "buy", noun("boat", "a"), **WILL), "We will buy a boat.", "Nous achèterons un bateau."),
    ("future", say(PAUL, "send", noun("photo", "a"), to(ANNE), **WILL), "Paul will send a photo to Anne.", "Paul enverra une photo à Anne."),
    ("future", say(SHE, "take", noun("bus"), **WILL), "She will take the bus.", "Elle prendra le bus."),
    ("near future", say(SHE, "wash", noun("dog"), **GOING), "She is going to wash the dog.", "Elle va laver le chien."),
    ("near future", say(SHE, "call", clitic=HE, **GOING), "She is going to call him.", "Elle va l'appeler."),
    ("imperfect", say(PAUL, "be", is_("tired"), **WAS), "Paul was tired.", "Paul était fatigué."),
    ("imperfect", say(IT, WEATHER["rain"], **WAS), "It was raining.", "Il pleuvait."),
    ("imperfect", say(SHE, FEELINGS["hungry"], **WAS), "She was hungry.", "Elle avait faim."),
    ("imperfect", say(HE, "work", **WAS), "He was working.", "Il travaillait."),
    # --- agreement with an object in front of the verb -----------------------
    ("agreement", say(PAUL, "see", clitic=SHE, **PAST), "Paul saw her.", "Paul l'a vue."),
    ("agreement", join(clause(HE, "buy", DRESS, **PAST), AND, clause(HE, "give", to(MARIE), clitic=DRESS.pronoun(), silent=True, **PAST)), "He bought a dress and gave it to Marie.", "Il a acheté une robe et l'a donnée à Marie."),
    ("agreement", join(clause(SHE, "write", LETTER, **PAST), BUT, clause(SHE, "send", clitic=LETTER.pronoun(), silent=True, **PAST, **NOT)), "She wrote a letter, but did not send it.", "Elle a écrit une lettre, mais ne l'a pas envoyée."),
    ("agreement", say(that(noun("song"), SHE, "sing", **PAST), "be", looks("beautiful")), "The song that she sang is beautiful.", "La chanson qu'elle a chantée est belle."),
    ("agreement", ask(PAUL, "choose", phrase=nouns("shirt", "which"), **PAST), "Which shirts did Paul choose?", "Quelles chemises est-ce que Paul a choisies ?"),
    ("agreement", ask(ANNE, "read", phrase=nouns("letter", "how many"), **PAST), "How many letters did Anne read?", "Combien de lettres est-ce qu'Anne a lues ?"),
    # --- object pronouns -----------------------------------------------------
    ("pronoun", say(HE, "love", clitic=SHE), "He loves her.", "Il l'aime."),
    ("pronoun", say(SHE, "know", clitic=WE), "She knows us.", "Elle nous connaît."),
    ("pronoun", say(HE, "give", noun("book", "a"), clitic=SHE, indirect=True, **NOW), "He is giving her a book.", "Il lui donne un livre."),
    ("pronoun", say(HE, "tell", noun("story", "a"), clitic=THEY, indirect=True, **PAST), "He told them a story.", "Il leur a raconté une histoire."),
    ("pronoun", say(SHE, "talk to", clitic=ME, indirect=True, **PAST), "She talked to me.", "Elle m'a parlé."),
    ("pronoun", say(HE, "think about", SHE, **NOW), "He is thinking about her.", "Il pense à elle."),
    ("pronoun", say(PAUL, "dance", with_(ME), **NOW), "Paul is dancing with me.", "Paul danse avec moi."),
    # --- questions -----------------------------------------------------------
    ("question", ask(SHE, "like", noun("coffee", "generic")), "Does she like coffee?", "Est-ce qu'elle aime le café ?"),
    ("question", ask(PAUL, "be", is_("ready")), "Is Paul ready?", "Est-ce que Paul est prêt ?"),
    ("question", ask(ANNE, "buy", nouns("egg", "some"), **PAST), "Did Anne buy any eggs?", "Est-ce qu'Anne a acheté des œufs ?"),
    ("question", ask(PAUL, "live", word=("where", "où")), "Where does Paul live?", "Où est-ce que Paul habite ?"),
    ("question", ask(MARIE, "cry", word=("why", "pourquoi"), **NOW), "Why is Marie crying?", "Pourquoi est-ce que Marie pleure ?"),
    ("question", ask(HE, "arrive", word=("when", "quand"), **WILL), "When will he arrive?", "Quand est-ce qu'il arrivera ?"),
    ("question", ask(SHE, "read", word=("what", "qu'"), **NOW), "What is she reading?", "Qu'est-ce qu'elle lit ?"),
    ("question", Sentence((clause(Who(), "sing", **NOW),), "?"), "Who is singing?", "Qui chante ?"),
    ("question", Sentence((Question(There(nouns("flower", "some"), (KITCHEN,), "ask")),), "?"), "Are there any flowers in the kitchen?", "Est-ce qu'il y a des fleurs dans la cuisine ?"),
    ("question", ask(SHE, "swim", modal=CAN), "Can she swim?", "Est-ce qu'elle peut nager ?"),
    # --- relative clauses ------------------------------------------------------
    ("relative qui", say(who("woman", "live", place("in", "dans", "village")), "be", is_("old")), "The woman who lives in the village is old.", "La femme qui habite dans le village est vieille."),
    ("relative que", say(that(noun("man"), PAUL, "meet", **PAST), "be", is_("rich")), "The man that Paul met is rich.", "L'homme que Paul a rencontré est riche."),
    ("relative où", say(HE, "see", that(noun("house"), SHE, "live", french="où", word="where")), "He sees the house where she lives.", "Il voit la maison où elle habite."),
    ("relative dont", say(PAUL, "buy", that(noun("bicycle"), HE, "need", french="dont"), **GOING), "Paul is going to buy the bicycle that he needs.", "Paul va acheter le vélo dont il a besoin."),
    ("relative dont", say(that(noun("film"), PAUL, "talk about", french="dont", **NOW), "be", looks("funny")), "The film that Paul is talking about is funny.", "Le film dont Paul parle est drôle."),
    # --- clauses together --------------------------------------------------------
    ("because", join(clause(PAUL, "eat", noun("cake"), **PAST), BECAUSE, clause(HE, FEELINGS["hungry"], **WAS)), "Paul ate the cake because he was hungry.", "Paul a mangé le gâteau parce qu'il avait faim."),
    ("when", join(When(clause(ANNE, "arrive", **WILL)), COMMA, clause(PAUL, "sing", **WILL)), "When Anne arrives, Paul will sing.", "Quand Anne arrivera, Paul chantera."),
    ("when", join(When(clause(MARIE, "go home", **PAST)), COMMA, clause(PAUL, "sleep", **WAS)), "When Marie went home, Paul was sleeping.", "Quand Marie est rentrée à la maison, Paul dormait."),
    ("while", join(clause(PAUL, "cry", **NOW), Fixed("while", "pendant que"), clause(ANNE, "laugh", **NOW)), "Paul is crying while Anne is laughing.", "Paul pleure pendant qu'Anne rit."),
    ("purpose", join(clause(SHE, "go", to(noun("market")), **PAST), Purpose(clause(SHE, "buy", nouns("apple", "some")))), "She went to the market to buy some apples.", "Elle est allée au marché pour acheter des pommes."),
    ("anaphora", join(clause(SHE, "want", noun("lamp")), BUT, clause(noun("lamp").pronoun(), "be", looks("expensive", "too"))), "She wants the lamp, but it is too expensive.", "Elle veut la lampe, mais elle est trop chère."),
    ("anaphora", join(clause(SHE, "want", noun("coat")), BUT, clause(noun("coat").pronoun(), "be", looks("old", "too"))), "She wants the coat, but it is too old.", "Elle veut le manteau, mais il est trop vieux."),
    # --- comparing, ages, trades, weather --------------------------------------------
    ("comparison", say(MARIE, "be", Comparison(QUALITIES["tall"], "more", PAUL)), "Marie is taller than Paul.", "Marie est plus grande que Paul."),
    ("comparison", say(PAUL, "be", Comparison(QUALITIES["happy"], "more", ANNE)), "Paul is happier than Anne.", "Paul est plus heureux qu'Anne."),
    ("comparison", say(ANNE, "be", Comparison(QUALITIES["patient"], "as", HE)), "Anne is as patient as him.", "Anne est aussi patiente que lui."),
    ("comparison", say(ANNE, "be", Comparison(QUALITIES["curious"], "more", HE)), "Anne is more curious than him.", "Anne est plus curieuse que lui."),
    ("avoir", say(PAUL, BE_OLD, Fixed("ten years old", "dix ans")), "Paul is ten years old.", "Paul a dix ans."),
    ("avoir", say(SHE, FEELINGS["right"]), "She is right.", "Elle a raison."),
    ("trade", say(MARIE, "be", trade("singer")), "Marie is a singer.", "Marie est chanteuse."),
    ("trade", say(SHE, "be", trade("doctor")), "She is a doctor.", "Elle est médecin."),
    ("weather", say(IT, WEATHER["cold"]), "It is cold.", "Il fait froid."),
    ("weather", say(IT, WEATHER["snow"], **GOING), "It is going to snow.", "Il va neiger."),
    ("modal", say(PAUL, "buy", noun("violin", "a"), modal=WANT, **NOT), "Paul does not want to buy a violin.", "Paul ne veut pas acheter de violon."),
    ("modal", say(SHE, "open", noun("window"), modal=CAN, **NOT), "She cannot open the window.", "Elle ne peut pas ouvrir la fenêtre."),
    # --- orders ------------------------------------------------------------------
    ("order us", order(WE, "go", to(noun("park")), mark="!"), "Let us go to the park!", "Allons au parc !"),
    ("imperative", order(YOU, "open", noun("door")), "Open the door.", "Ouvre la porte.", "Ouvrez la porte."),
    ("imperative", order(YOU, "take", noun("umbrella", YOU)), "Take your umbrella.", "Prends ton parapluie.", "Prenez votre parapluie."),
    ("imperative", order(YOU, "buy", noun("bread", "some"), **NOT), "Do not buy any bread.", "N'achète pas de pain.", "N'achetez pas de pain."),
    ("imperative", order(YOU, "close", noun("box"), polite=True), "Please close the box.", "Ferme la boîte, s'il te plaît.", "Fermez la boîte, s'il vous plaît."),
    # --- what English leaves open -----------------------------------------------------
    ("you", say(YOU, "sing", **NOW), "You are singing.", "Tu chantes.", "Vous chantez."),
    ("you", say(PAUL, "see", clitic=YOU), "Paul sees you.", "Paul te voit.", "Paul vous voit."),
    ("you", say(PAUL, "invite", clitic=YOU, **PAST), "Paul invited you.", "Paul t'a invité.", "Paul t'a invitée.", "Paul vous a invité.", "Paul vous a invitée.", "Paul vous a invités.", "Paul vous a invitées."),
    ("you", say(YOU, "be", is_("tired")), "You are tired.", "Tu es fatigué.", "Tu es fatiguée.", "Vous êtes fatigué.", "Vous êtes fatiguée.", "Vous êtes fatigués.", "Vous êtes fatiguées."),
    ("you", say(YOU, "go to bed", **NOW), "You are going to bed.", "Tu te couches.", "Vous vous couchez."),
    ("you", say(noun("mother", YOU), "be", is_("kind")), "Your mother is kind.", "Ta mère est gentille.", "Votre mère est gentille."),
    ("I", say(ME, "be", is_("happy")), "I am happy.", "Je suis heureux.", "Je suis heureuse."),
    ("I", say(ME, "fall asleep", **PAST), "I fell asleep.", "Je me suis endormi.", "Je me suis endormie."),
    ("I", say(ME, "sleep", **PAST), "I slept.", "J'ai dormi."),
    ("we", say(WE, "arrive", **PAST), "We arrived.", "Nous sommes arrivés.", "Nous sommes arrivées."),
    ("I and we", join(clause(WE, "be", is_("strong")), BUT, clause(ME, "be", is_("shy"))), "We are strong, but I am shy.", "Nous sommes forts, mais je suis timide.", "Nous sommes fortes, mais je suis timide."),
    ("I and we", join(clause(WE, "leave", **PAST), BUT, clause(ME, "be", is_("alone"))), "We left, but I am alone.", "Nous sommes partis, mais je suis seul.", "Nous sommes partis, mais je suis seule.", "Nous sommes parties, mais je suis seule."),
    ("they", say(THEY, "dance", **NOW), "They are dancing.", "Ils dansent.", "Elles dansent."),
    ("they", say(THEY, "be", trade("baker")), "They are bakers.", "Ils sont boulangers.", "Elles sont boulangères."),
    ("noun", say(noun("neighbour", ME), "be", is_("funny")), "My neighbour is funny.", "Mon voisin est drôle.", "Ma voisine est drôle."),
    ("noun", say(nouns("friend", SHE), "leave", **PAST), "Her friends left.", "Ses amis sont partis.", "Ses amies sont parties."),
    ("called", Sentence((Fixed("Madam,", "Madame,"), clause(YOU, "be", is_("early"))), ".", {"you": OPEN["you"][3]}), "Madam, you are early.", "Madame, vous êtes en avance."),
    ("called", Sentence((Fixed("Mum,", "Maman,"), Question(clause(YOU, "be", is_("ready"), asked=True))), "?", {"you": OPEN["you"][1]}), "Mum, are you ready?", "Maman, est-ce que tu es prête ?"),
    ("called", Sentence((Fixed("Ladies,", "Mesdames,"), clause(YOU, "be", is_("patient"))), ".", {"you": OPEN["you"][5]}), "Ladies, you are patient.", "Mesdames, vous êtes patientes."),
    # --- English forms ------------------------------------------------------------------
    ("English", say(SHE, "wash", noun("cup"), EVERY_DAY), "She washes the cup every day.", "Elle lave la tasse tous les jours."),
    ("English", say(PAUL, "watch", noun("film", "a", "interesting"), **NOW), "Paul is watching an interesting film.", "Paul regarde un film intéressant."),
    ("English", say(HE, "run", **NOW), "He is running.", "Il court."),
    ("English", say(nouns("man"), "write", noun("poem", "a"), **NOW), "The men are writing a poem.", "Les hommes écrivent un poème."),
    ("English", say(SHE, "carry", noun("chair"), **PAST), "She carried the chair.", "Elle a porté la chaise."),
    ("English", say(SHE, "wear", nouns("scarf", "two"), **NOW), "She is wearing two scarves.", "Elle porte deux écharpes."),
]

#: Infinitive, present, future of il, participle.
VERB_FORMS = [
    ("manger", "mange manges mange mangeons mangez mangent", "mangera", "mangé"),
    ("acheter", "achète achètes achète achetons achetez achètent", "achètera", "acheté"),
    ("appeler", "appelle appelles appelle appelons appelez appellent", "appellera", "appelé"),
    ("préférer", "préfère préfères préfère préférons préférez préfèrent", "préférera", "préféré"),
    ("envoyer", "envoie envoies envoie envoyons envoyez envoient", "enverra", "envoyé"),
    ("choisir", "choisis choisis choisit choisissons choisissez choisissent", "choisira", "choisi"),
    ("vendre", "vends vends vend vendons vendez vendent", "vendra", "vendu"),
    ("apprendre", "apprends apprends apprend apprenons apprenez apprennent", "apprendra", "appris"),
    ("venir", "viens viens vient venons venez viennent", "viendra", "venu"),
    ("endormir", "endors endors endort endormons endormez endorment", "endormira", "endormi"),
    ("être", "suis es est sommes êtes sont", "sera", "été"),
    ("regarder", "regarde regardes regarde regardons regardez regardent", "regardera", "regardé"),
]
