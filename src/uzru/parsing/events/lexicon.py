"""What the tables say about events, compiled for quick look-up by the forms that texts hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uzru.errors import KnowledgeError
from uzru.model.plover import CONTEXTS, EventType
from uzru.parsing.events import parts as p
from uzru.parsing.events.needs import telling_part
from uzru.parsing.events.relevance import FORCE
from uzru.parsing.events.senses import Senses, check
from uzru.parsing.events.triggers import Triggers
from uzru.parsing.events.wordings import Compounds, Particles, Verbs, forms_of
from uzru.parsing.inflection import Inflector, plural

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uzru.knowledge import Knowledge

__all__ = ["Lexicon", "NounSense"]


_WORD_CLASSES = frozenset({"homograph", "nobody", "posted", "regional", "uttered"})  # of nouns, adjectives and verbs

_ASKING = frozenset({EventType.REQUEST, EventType.THREATEN, EventType.REJECT})
_ENDERS = frozenset({";", ":", "(", "—", "–", ",", "that", "to", "and", "but"})  # besides subordinators
_JOINTS = frozenset({";", "and", "but", "yet"})  # likewise


class NounSense(NamedTuple):
    """What a noun tells of by itself; `alone` is 'yes' or 'weak'."""

    type: EventType
    mode: str
    alone: str


class Lexicon:
    """The event tables of a `Knowledge`, by form.

    Attributes:
        verbs: the verbs that a word may be a form of, by the word.
        particles: by verb and by the first word behind it, the other words of its particle verbs, and their lemma.
        senses: the patterns of a verb.
        nouns: dictionary form by form; nouns of several words hold hyphens.
        compounds: the words that go on a noun of several words, the most first, by its first word and by its second.
        noun_senses: what a noun tells of by itself.
        accidents: what kills without anybody's intent, by form.
        accident_verbs: the forms of the verbs that tell of it.
        things: nouns that hit and go off, but are nobody.
        roles: which parts a small word can play ('determiner', 'future').
        operators: which parts a verb can play ('agree', 'transparent').
        of_things: the verbs of which a thing may be the subject: 'a visa that allows'.
        homographs: the third persons that are nouns as often: 'talks'.
        nobody: the nouns for anybody, who alone speak and act for no one: 'people'.
        posted: what stands in the country of its place: 'embassy'.
        regional: what says of a group that it is of no one country: 'African'.
        uttered: what is given by being offered: 'apology'.
        modes: words that tell a finer mode, by type.
        mode_words: the first words of those with a hyphen.
        contexts: the contexts that a word belongs to.
        asking: the verbs that ask for acts, threaten or refuse them.
        subordinators: the words that open a side clause.
        tolls: the words that count victims.
        silencers: the words of sports, markets and weather.
        private: the nouns of private life: 'band', 'insurer'.
        saying: the words that may tell who says something: 'said', 'according'.
        triggers: the words by which a sentence may tell an event.
        bits: what each word can be (see `parts`).
        nounlike: the forms of verbs that are nouns as often.
        adverbs: what may stand between a verb and the word that governs it.
        participles: the irregular ones of all verbs.
        auxiliaries: the forms of 'have', 'be' and 'do'.

    >>> from uzru.knowledge import Knowledge
    >>> lexicon = Lexicon(Knowledge())
    >>> lexicon.nouns["curfews"], lexicon.noun_senses["curfew"].type.value
    ('curfew', 'COERCE')
    >>> sorted(lexicon.senses["lift"].objects)[:2]
    ['arms-embargo', 'asset-freeze']
    """

    def __init__(self, knowledge: Knowledge) -> None:
        inflector = Inflector.of(knowledge)
        self.noun_senses: dict[str, NounSense] = {}
        self._players: dict[str, set[str]] = {}  # words by the part that they play
        self._forms: dict[str, frozenset[str]] = {}  # of verbs, by the part that they play
        classes, nouns = self._read_nouns(knowledge)
        self.things = frozenset(classes.get("weapon-hit", ()))
        self.accidents = frozenset(form for noun in classes.get("accident", ()) for form in (noun, plural(noun)))
        self.senses = Senses(knowledge, classes)
        self.nouns = forms_of((*nouns, *self.senses.nouns))
        self.compounds = Compounds(self.nouns)
        self._read_operators(knowledge)
        lemmas = dict.fromkeys((*self.senses.lemmas, *self.operators))
        self.particles = Particles(lemmas)
        self.verbs = Verbs(inflector, dict.fromkeys([lemma.partition("-")[0] for lemma in lemmas]))
        self.modes = self._read_modes(knowledge)
        self.mode_words = _openings(word for words in self.modes.values() for word in words)
        self.contexts = self._read_contexts(knowledge)
        self.asking = self._collect_asking()
        self.subordinators = self.playing("subordinator")
        self.tolls = frozenset().union(
            *(self.playing(role) for role in ("toll-killed", "toll-injured", "toll-arrested"))
        )
        self.silencers = self.playing("silence")
        self.private = frozenset(form for word in self.playing("private") for form in (word, plural(word)))
        self.saying = self.forms_playing("report") | {"according"}
        self.triggers = Triggers(self)
        self.bits = self._collect_bits()
        self.accident_verbs = self.forms_playing("accident")
        self.participles = inflector.participles
        self.auxiliaries = self.playing("have") | self.playing("be") | self.playing("do")
        self.nounlike = frozenset(self.nouns) | self.homographs | self._singulars(self.homographs)

    def _read_nouns(self, knowledge: Knowledge) -> tuple[dict[str, list[str]], list[str]]:
        """The nouns of each class, and all; what they tell of by themselves is noted."""
        classes: dict[str, list[str]] = {}
        found: list[str] = []
        for name, words, type_, mode, alone in knowledge.rows("event-nouns"):
            nouns = words.split()
            classes.setdefault(name, nouns)
            found += nouns
            check("event-nouns", name, type_, mode)
            if type_ and alone:
                sense = NounSense(EventType(type_), mode, alone)
                for noun in nouns:
                    self.noun_senses.setdefault(noun, sense)
        return classes, found

    # --- small words, modes, contexts

    def _read_operators(self, knowledge: Knowledge) -> None:
        roles: dict[str, str] = {}  # with blanks between
        operators: dict[str, str] = {}  # likewise
        classes: dict[str, set[str]] = {name: set() for name in _WORD_CLASSES}
        things: set[str] = set()
        for role, cell, _note in knowledge.rows("event-operators"):
            words = cell.split()
            if role == "thing*":
                things.update(words)
            elif role.endswith("*"):
                operators |= {word: f"{operators.get(word, '')} {role[:-1]}" for word in words}
            elif role in classes:
                classes[role].update(words)
            else:
                self._players.setdefault(role, set()).update(words)
                roles |= {word: f"{roles.get(word, '')} {role}" for word in words}
        shared = {found: frozenset(found.split()) for found in {*roles.values(), *operators.values()}}
        self.roles = {word: shared[found] for word, found in roles.items()}
        self.operators = {lemma: shared[found] for lemma, found in operators.items()}
        self.of_things = frozenset(things)
        self.homographs, self.regional, self.uttered = (
            frozenset(classes[name]) for name in ("homograph", "regional", "uttered")
        )
        self.posted, self.nobody = (
            frozenset(form for word in classes[name] for form in (word, plural(word))) for name in ("posted", "nobody")
        )

    def _read_modes(self, knowledge: Knowledge) -> dict[EventType, dict[str, str]]:
        modes: dict[EventType, dict[str, str]] = {}
        for name, type_, mode, words in knowledge.table("event-modes"):
            check("event-modes", name, type_, mode)
            for word in words.split():
                modes.setdefault(EventType(type_), {}).setdefault(word, mode)
        return modes

    def _read_contexts(self, knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
        contexts: dict[str, tuple[str, ...]] = {}
        for context, words in knowledge.table("event-contexts"):
            if context not in CONTEXTS:
                raise KnowledgeError(
                    f"event-contexts: there is no context '{context}'; PLOVER has {', '.join(sorted(CONTEXTS))}"
                )
            for word in words.split():
                for form in (word, plural(word)):
                    contexts[form] = (*contexts.get(form, ()), context)
        return contexts

    def _singulars(self, nouns: frozenset[str]) -> set[str]:
        """The forms of verbs whose plural, were they nouns, is one of these."""
        ends = (("s", ""), ("es", ""), ("ies", "y"))
        singulars = {noun.removesuffix(end) + own for noun in nouns for end, own in ends if noun.endswith(end)}
        return {form for form in singulars if form in self.verbs.lemmas and plural(form) in nouns}

    def _collect_bits(self) -> dict[str, int]:
        return p.mark(
            dict.fromkeys(self.nouns, p.NOUN)
            | dict.fromkeys(self.verbs.lemmas, p.VERB)
            | dict.fromkeys(self.triggers.verbs, p.VERB | p.ACTING),
            (p.NOUN, [form for form in self.verbs.lemmas if form in self.nouns]),
            (p.NOUN, self.compounds.lines),
            (p.SMALL, self.roles),
            *((bit, self.playing(role)) for role, bit in p.ROLES.items()),
            (p.ACTING, self.playing("oblige")),
            (p.NAMING, self.triggers.nouns),
            (p.HANGING, self.triggers.hanging),
            (p.OPENING, self.triggers.compounds),
            (p.FORCEFUL, self._collect_forceful()),
            (p.CONTEXT, self.contexts.keys() | _openings(self.contexts)),
            (p.COMPOUND, self.compounds.lines),
            (p.SCOPING, self.verbs.spelled(lemma.partition("-")[0] for lemma in self.operators)),
            (p.HELPING, self.forms_playing("helping")),
            (p.MINOR, (*self.roles, "that", "to", "than")),
            (p.ENDER, self.subordinators.union(_ENDERS)),
            (p.SILENCING, self.silencers),
            (p.SAYING, self.saying),
            (p.JOINT, self.subordinators.union(_JOINTS)),
        )

    def _collect_asking(self) -> frozenset[str]:
        lemmas = self.senses.telling(_ASKING, of_anything=True)
        asking = {lemma for lemma in lemmas if lemma.endswith(("-for", "-on")) or "-" not in lemma}
        return self.verbs.spelled({lemma.partition("-")[0] for lemma in asking})

    def _collect_forceful(self) -> frozenset[str]:
        """The words that may tell of force, of ASSAULT, PROTEST or COERCE; 'be' with a particle is too small a word."""
        verbs = {lemma.partition("-")[0] for lemma in self.senses.telling(FORCE)} - self.roles.keys()
        nouns = {noun for noun, sense in self.noun_senses.items() if sense.type in FORCE}
        return self.verbs.spelled(verbs).union(
            {telling_part(form) for form, noun in self.nouns.items() if noun in nouns}
        )

    def playing(self, role: str) -> frozenset[str]:
        """The words that can play a part."""
        return frozenset(self._players.get(role, ()))

    def forms_playing(self, part: str) -> frozenset[str]:
        """The forms of the verbs that can play a part."""
        if part not in self._forms:
            self._forms[part] = self.verbs.spelled(lemma for lemma, parts in self.operators.items() if part in parts)
        return self._forms[part]

    def may_be(self, word: str, part: str) -> bool:
        """Whether a word may be a verb that plays a part."""
        return word in self.forms_playing(part)

    def has_role(self, word: str, role: str) -> bool:
        """Whether a word can play a part."""
        return role in self.roles.get(word, ())


def _openings(forms: Iterable[str]) -> frozenset[str]:
    """What stands before the first or the last hyphen of each form: 'same' and 'same-sex' in 'same-sex-marriage'."""
    return frozenset(form[: cut(form, "-")] for form in forms if "-" in form for cut in (str.find, str.rfind))
