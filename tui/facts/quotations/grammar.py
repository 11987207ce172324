"""The closed classes of words that the rules lean on, by language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from tui.resources import word_list


@dataclass(frozen=True)
class Grammar:
    """Function words of a language, in lower case.

    Attributes:
        pronouns: Pronouns that can be the subject of a reporting verb, with their gender:
            ``m``, ``f``, ``n`` (it, they) or ``1`` (I, we, you).
        relative: Pronouns that stand for the noun before them.
        auxiliaries: Verbs and particles between a subject and its verb.
        adverbs: Adverbs that may stand between a subject and its verb.
        determiners: Words that begin a noun phrase.
        attaching: Prepositions that continue a noun phrase.
        stops: Words that no noun phrase contains.
        that: Conjunctions that begin reported speech.
        according: Prepositions, as tuples of words, that name a source.
        times: Weekdays, months and the like, capitalised or not.
        people: Nouns for people, bodies and papers that can speak.
        subordinators: Words that begin a clause which only sets the scene.
        unfinite: Words before a form that is no finite verb ("to say", "was told").
        pointing: Words that point back at what was just said ("That was …").
        weakly_according: Those of ``according`` that mostly mean something else.
        cites_people: Whether ``according`` needs somebody behind it, not a thing.
        inverts: Whether ", sagte er" is the usual order behind a clause.
        adjectives_follow: Whether adjectives stand behind their noun ("secrétaire général").
        compounds: Whether nouns are made by joining nouns ("Polizeisprecher").
        verb_second: Whether the verb follows what a sentence begins with, without a comma.
        elides: Whether words run together at an apostrophe ("l'avocat", "dit-il").
    """

    pronouns: dict[str, str]
    relative: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    determiners: frozenset[str]
    attaching: frozenset[str]
    prepositions: frozenset[str]
    stops: frozenset[str]
    that: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    as_words: frozenset[str]
    times: frozenset[str]
    people: frozenset[str]
    abbreviations: frozenset[str]
    subordinators: frozenset[str]
    unfinite: frozenset[str]
    pointing: frozenset[str] = frozenset()
    weakly_according: tuple[tuple[str, ...], ...] = ()
    cites_people: bool = False
    compounds: bool = False
    adjectives_follow: bool = False
    verb_second: bool = False
    elides: bool = False
    inverts: bool = False

    @cached_property
    def openers(self) -> frozenset[str]:
        """The first words of ``according``."""
        return frozenset(words[0] for words in self.according)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ABBREVIATIONS = _words(
    "mr. mrs. ms. dr. prof. sen. rep. gov. gen. lt. col. sgt. capt. maj. adm. cmdr. cpl. brig. "
    "hon. insp. supt. det. rev. st. jr. sr. no. vs. etc. inc. corp. co. ltd. jan. feb. mar. apr. "
    "jun. jul. aug. sep. sept. oct. nov. dec. calif. fla. ill. mass. mich. minn. miss. ore. "
    "pa. tenn. tex. va. wash. wis. ariz. ark. colo. conn. del. ga. ind. kan. ky. la. md. mo. "
    "mont. neb. nev. okla. vt. wyo. d. r. messrs. mt. ft. ave. blvd. dept. est. approx. u.s. "
    "bzw. usw. ca. nr. evtl. ggf. z.b. d.h. u.a. m. mme. mlle. art. ph.d. a.m. p.m. e.g. i.e."
)


@cache
def grammar_of(language: str) -> Grammar:
    """The grammar of ``language``; languages without one get the English one."""
    if language == "de":
        return _german()
    if language == "fr":
        return _french()
    return _english()


def _english() -> Grammar:
    return Grammar(
        pronouns={
            "he": "m",
            "she": "f",
            "it": "n",
            "they": "n",
            "i": "1",
            "we": "1",
            "you": "1",
            "someone": "0",
            "somebody": "0",
            "everyone": "0",
            "everybody": "0",
            "nobody": "0",
            "one": "0",
            "some": "0",
            "many": "0",
            "others": "0",
            "another": "0",
            "both": "0",
            "several": "0",
            "most": "0",
        },
        relative=_words("who which"),
        subordinators=_words(
            "when while as if after before since although though because until unless whether "
            "where once"
        ),
        unfinite=_words("to is was are were be been being 's a an the its their this"),
        auxiliaries=_words(
            "has had have having is was were are be been being will would could can may might "
            "must should shall do does did 's 'd 've 'll 're not n't to"
        ),
        adverbs=_words(
            "also then later now still even once again never ever always often sometimes just "
            "only already soon further once twice too simply instead first afterwards afterward "
            "earlier yesterday today tonight here there since previously however though thus "
            "therefore meanwhile nonetheless nevertheless himself herself themselves itself "
            "all both jokingly in-turn long famously"
        ),
        determiners=_words(
            "the a an this that these those his her its their our my your some many several most "
            "all both another one two three four five six seven eight nine ten no any each every "
            "other few"
        ),
        attaching=_words("of for at from with in on to against behind near"),
        prepositions=_words(
            "of for at from with in on to against by about into onto over under after before "
            "between among during through toward towards upon without within via per like unlike "
            "despite regarding concerning around near behind since until except than as"
        ),
        stops=_words(
            "that which because when while as if after before since although though until unless "
            "whether where how why what whose whom but nor so than then and or by about into onto "
            "over under between among during through toward towards upon without within via "
            "despite per i he she they we you it him them us me there not is was were are be been "
            "has had have will would could can may might must should do does did 's"
        ),
        that=_words("that"),
        pointing=_words("that this so"),
        according=(("according", "to"), ("in", "the", "words", "of")),
        as_words=_words("as"),
        times=_words(
            "monday tuesday wednesday thursday friday saturday sunday january february march "
            "april may june july august september october november december today yesterday "
            "tomorrow tonight day week month year night morning afternoon evening weekend hour "
            "minute moment time times years months weeks days hours minutes decade decades"
        ),
        people=word_list("speaking_nouns_en"),
        abbreviations=_ABBREVIATIONS,
    )


def _german() -> Grammar:
    return Grammar(
        pronouns={"er": "m", "sie": "f", "es": "n", "ich": "1", "wir": "1", "man": "0"},
        relative=_words("der die das"),
        subordinators=_words("weil wenn als nachdem bevor während obwohl da ob"),
        unfinite=_words("zu"),
        auxiliaries=_words("hat hatte haben hatten ist war sind waren wird wurde werden würde"),
        adverbs=_words(
            "auch dann später nun noch bereits jetzt zudem weiter außerdem dagegen "
            "dazu sich selbst hinzu gestern heute am montag dienstag mittwoch "
            "donnerstag freitag samstag sonntag jedoch aber allerdings gegenüber"
        ),
        determiners=_words(
            "der die das den dem des ein eine einer eines einem einen seine sein "
            "ihr ihre unser unsere viele einige mehrere beide alle"
        ),
        attaching=_words("von der des vom für aus im in am bei beim zur zum"),
        prepositions=_words(
            "in im an am auf aus bei beim mit nach von vom zu zum zur für gegen "
            "über unter vor zwischen durch ohne um seit laut wegen trotz während"
        ),
        stops=_words(
            "dass weil wenn als ob aber oder und denn sondern nachdem bevor während "
            "obwohl damit wie was wo warum er sie es ich wir ihr man nicht ist war sind "
            "waren hat hatte haben wird wurde zu nach über gegen durch um"
        ),
        that=_words("dass daß"),
        according=(
            ("laut",),
            ("nach", "angaben"),
            ("nach", "ansicht"),
            ("nach", "meinung"),
            ("nach", "worten"),
            ("nach", "angaben", "von"),
            ("nach", "ansicht", "von"),
            ("nach", "meinung", "von"),
            ("nach", "den", "worten", "von"),
            ("so",),
        ),
        as_words=_words("wie"),
        times=_words(
            "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar "
            "märz april mai juni juli august september oktober november dezember tag "
            "woche monat jahr abend morgen uhr"
        ),
        people=word_list("speaking_nouns_de"),
        abbreviations=_ABBREVIATIONS,
        pointing=_words("das so"),
        weakly_according=(("so",),),
        compounds=True,
        verb_second=True,
        cites_people=True,
        inverts=True,
    )


def _french() -> Grammar:
    return Grammar(
        pronouns={
            "il": "m",
            "elle": "f",
            "ils": "n",
            "elles": "n",
            "on": "0",
            "je": "1",
            "nous": "1",
            "j": "1",
        },
        relative=_words("qui"),
        subordinators=_words("quand lorsque comme si puisque tandis alors après avant"),
        unfinite=_words("à de pour est sont était été"),
        auxiliaries=_words(
            "a ont avait avaient est sont était étaient sera serait aurait se s' "
            "l' m' lui leur y en ne pas"
        ),
        adverbs=_words(
            "aussi encore ensuite puis déjà également notamment toutefois ainsi hier "
            "aujourd'hui enfin alors même lundi mardi mercredi jeudi vendredi samedi "
            "dimanche par ailleurs"
        ),
        determiners=_words(
            "le la les l' un une des du de d' ce cette ces son sa ses leur leurs "
            "notre plusieurs certains"
        ),
        attaching=_words("de du des d' à au aux en pour chez"),
        prepositions=_words(
            "de du des d' à au aux en dans par pour avec sans sous sur vers chez "
            "entre selon contre depuis pendant avant après"
        ),
        stops=_words(
            "que qui quand lorsque parce mais ou et donc car si comme où il elle ils "
            "elles on je nous vous ne pas est sont était a ont avait sur dans par avec "
            "après avant depuis pendant"
        ),
        that=_words("que qu'"),
        according=(
            ("selon",),
            ("d'", "après"),
            ("d’", "après"),
            ("de", "l'", "avis", "de"),
            ("pour",),
        ),
        as_words=_words("comme"),
        times=_words(
            "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars "
            "avril mai juin juillet août septembre octobre novembre décembre jour semaine "
            "mois an année soir matin"
        ),
        people=word_list("speaking_nouns_fr"),
        abbreviations=_ABBREVIATIONS,
        pointing=_words("c' ainsi"),
        weakly_according=(("pour",),),
        adjectives_follow=True,
        cites_people=True,
        elides=True,
        inverts=True,
    )
