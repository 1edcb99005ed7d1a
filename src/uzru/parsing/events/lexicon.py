"""What the tables say about events, compiled for quick look-up by the forms that texts hold."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from uzru.errors import KnowledgeError
from uzru.model.plover import CONTEXTS, MODES, EventType
from uzru.parsing.events import parts as p
from uzru.parsing.events.needs import telling_part
from uzru.parsing.events.relevance import FORCE
from uzru.parsing.events.triggers import Triggers
from uzru.parsing.inflection import Inflector, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from uzru.knowledge import Knowledge

__all__ = ["PLACEHOLDERS", "Lexicon", "NounSense", "Pattern", "VerbForm", "VerbSense"]


_WORD_CLASSES = frozenset({"homograph", "nobody", "posted", "regional", "uttered"})  # of nouns, adjectives and verbs

PLACEHOLDERS = ("NOTHING", "SOMEBODY", "SOMEBODY-ONLY", "ANYBODY-TO", "ANYBODY", "TO")
"""What stands in the tables for more than a noun, in the order in which it is tried."""

_ASKING = frozenset({EventType.REQUEST, EventType.THREATEN, EventType.REJECT})
_ENDERS = frozenset({";", ":", "(", "—", "–", ",", "that", "to", "and", "but"})  # besides subordinators
_SHORTEST = 5  # letters: 'seize' and 'prize' have one spelling


class VerbForm(NamedTuple):
    """A form of a verb: which verb, and which forms it may be ('BSGPN': base, third, gerund, past, participle)."""

    lemma: str
    kinds: str


class _Verbs(dict[str, tuple[VerbForm, ...]]):
    """The verbs that a word may be a form of, none for most words; made when a text has the word.

    Attributes:
        kinds: verb and kinds in turn, with blanks between, by form.
    """

    def __init__(self) -> None:
        super().__init__()
        self.kinds: dict[str, str] = {}

    def add(self, verb: str, kinds: Mapping[str, str]) -> None:
        """Note what each form of a verb may be."""
        for form, found in kinds.items():
            self.kinds[form] = f"{self.kinds[form]} {verb} {found}" if form in self.kinds else f"{verb} {found}"

    def __missing__(self, word: str) -> tuple[VerbForm, ...]:
        if word not in self.kinds:
            return ()
        words = iter(self.kinds[word].split(" "))
        found = self[word] = tuple(map(VerbForm, words, words))
        return found


class Pattern(NamedTuple):
    """A row of the table `event-patterns`, its classes spelt out; one without a type tells nothing."""

    name: str
    objects: frozenset[str]
    subjects: frozenset[str]
    unless: frozenset[str]
    type: EventType | None
    mode: str


class VerbSense:
    """The patterns of a verb, those with a subject first."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.patterns = tuple(sorted(patterns, key=lambda pattern: not pattern.subjects))

    @cached_property
    def defaults(self) -> tuple[Pattern, ...]:
        """Those that need no object."""
        return tuple(pattern for pattern in self.patterns if not pattern.objects)

    @cached_property
    def objects(self) -> frozenset[str]:
        """The nouns that the others ask for."""
        return frozenset().union(*(pattern.objects for pattern in self.patterns))

    @cached_property
    def needs(self) -> frozenset[str]:
        """The nouns of which one must stand near, as object or subject; none if a pattern holds without any."""
        rest = [pattern.subjects for _, pattern in self.others]
        return self.objects.union(*rest) if all(rest) else frozenset()

    @cached_property
    def picky(self) -> bool:
        """Whether a pattern holds only for some subjects, or not with some nouns near."""
        return any(pattern.subjects or pattern.unless for pattern in self.patterns)

    def taking(self, noun: str) -> list[Pattern]:
        """Those that ask for a noun."""
        return [pattern for pattern in self.patterns if noun in pattern.objects]

    @cached_property
    def others(self) -> tuple[tuple[str, Pattern], ...]:
        """Those that hold without a noun, with what they ask for instead, in the order in which they are tried."""
        asking = ((kind, pattern) for kind in PLACEHOLDERS for pattern in self.taking(kind))
        return (*asking, *(("", pattern) for pattern in self.defaults))


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
        self._inflector = Inflector.of(knowledge)
        self._spellings: dict[str, str] = {}  # the forms of each verb, with blanks between
        self.verbs = _Verbs()
        self.particles: dict[str, dict[str, tuple[tuple[tuple[str, ...], str], ...]]] = {}
        self.nouns: dict[str, str] = {}
        self.compounds: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        self.noun_senses: dict[str, NounSense] = {}
        self.roles: dict[str, frozenset[str]] = {}
        self._players: dict[str, set[str]] = {}  # the same by part
        self.operators: dict[str, frozenset[str]] = {}
        self._forms: dict[str, frozenset[str]] = {}  # of verbs, by the part that they play
        classes = self._read_nouns(knowledge)
        self.things = frozenset(classes.get("weapon-hit", ()))
        self.accidents = frozenset(form for noun in classes.get("accident", ()) for form in (noun, plural(noun)))
        self.senses = self._read_patterns(knowledge, classes)
        self._read_operators(knowledge)
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
        reporting = (lemma for lemma, parts in self.operators.items() if "report" in parts)
        self.saying = self.spelled(reporting) | {"according"}
        self.triggers = Triggers(self)
        self.bits = self._collect_bits()
        self.accident_verbs = self.forms_playing("accident")
        self.participles = self._inflector.participles
        self.auxiliaries = self.playing("have") | self.playing("be") | self.playing("do")
        self.nounlike = frozenset(self.nouns) | self.homographs | self._singulars(self.homographs)

    # --- nouns

    def _read_nouns(self, knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
        classes: dict[str, tuple[str, ...]] = {}
        for name, words, type_, mode, alone in knowledge.rows("event-nouns"):
            nouns = tuple(words.split())
            classes.setdefault(name, nouns)
            _check("event-nouns", name, type_, mode)
            for noun in nouns:
                self._add_noun(noun)
                if type_ and alone:
                    self.noun_senses.setdefault(noun, NounSense(EventType(type_), mode, alone))
        return classes

    def _add_noun(self, noun: str) -> None:
        if self.nouns.get(noun) == noun:
            return
        for form in (noun, plural(noun)):
            self.nouns.setdefault(form, noun)
            first, *rest = form.split("-")
            if rest:
                rests = self.compounds.setdefault(first, {}).setdefault(rest[0], [])
                if tuple(rest) not in rests:
                    rests.append(tuple(rest))
                    rests.sort(key=len, reverse=True)

    # --- verbs

    def _read_patterns(self, knowledge: Knowledge, classes: dict[str, tuple[str, ...]]) -> dict[str, VerbSense]:
        patterns: dict[str, list[Pattern]] = {}
        known: dict[str, frozenset[str]] = {}  # cells by what they say: rows share their classes
        kinds = knowledge.mapping("event-verbs", "verbs")
        for name, verbs, objects, subjects, unless, type_, mode, _note in knowledge.rows("event-patterns"):
            _check("event-patterns", name, type_, mode)
            for cell in (objects, subjects, unless):
                if cell not in known:
                    known[cell] = self._expand(name, cell, classes)
            tells = EventType(type_) if type_ else None
            pattern = Pattern(name, known[objects], known[subjects], known[unless], tells, mode)
            for lemma in _verbs(name, verbs, kinds):
                if lemma not in patterns:
                    self._add_verb(lemma)
                    patterns[lemma] = []
                patterns[lemma].append(pattern)
        shared: dict[tuple[int, ...], VerbSense] = {}  # most verbs have one row, and its others have no other either
        senses: dict[str, VerbSense] = {}
        for lemma, found in patterns.items():
            rows = tuple(map(id, found))
            senses[lemma] = shared[rows] if rows in shared else shared.setdefault(rows, VerbSense(found))
        return senses

    def _expand(self, name: str, cell: str, classes: dict[str, tuple[str, ...]]) -> frozenset[str]:
        nouns: list[str] = []
        for word in cell.split():
            if not word.startswith("@"):
                self._add_noun(word)
                nouns.append(word)
            elif word[1:] in classes:
                nouns.extend(classes[word[1:]])
            else:
                raise KnowledgeError(
                    f"event-patterns, {name}: there is no class {word}; add it to event-nouns or write the nouns"
                )
        return frozenset(nouns)

    def _add_verb(self, lemma: str) -> None:
        verb, *rest = lemma.split("-")
        before, _, last = verb.rpartition("_")  # 'test_fire' is printed 'test-fired'
        if rest:
            tails = self.particles.setdefault(verb, {})
            tail = (tuple(rest[1:]), lemma)
            if tail not in tails.get(rest[0], ()):
                tails[rest[0]] = tuple(sorted((*tails.get(rest[0], ()), tail), key=lambda pair: (-len(pair[0]), pair)))
        if verb in self._spellings:
            return
        self._add_forms(verb, before, last)
        if last.endswith("ize") and len(last) > _SHORTEST:  # as the British print it
            self._add_forms(verb, before, last.removesuffix("ize") + "ise")

    def _add_forms(self, verb: str, before: str, last: str) -> None:
        kinds = self._inflector.kinds(last)
        if before:
            kinds = {f"{before}-{spelling}": found for spelling, found in kinds.items()}
        self.verbs.add(verb, kinds)
        self._spellings[verb] = " ".join((self._spellings.get(verb, ""), *kinds))

    def spelled(self, verbs: Iterable[str]) -> frozenset[str]:
        """All forms of some verbs."""
        return frozenset(" ".join(self._spellings.get(verb, "") for verb in verbs).split())

    # --- small words, modes, contexts

    def _read_operators(self, knowledge: Knowledge) -> None:
        roles: dict[str, set[str]] = {}
        classes: dict[str, set[str]] = {name: set() for name in _WORD_CLASSES}
        operators: dict[str, set[str]] = {}
        things: set[str] = set()
        for role, words, _note in knowledge.rows("event-operators"):
            for word in words.split():
                if role == "thing*":
                    things.add(word)
                elif role.endswith("*"):
                    self._add_verb(word)
                    operators.setdefault(word, set()).add(role[:-1])
                elif role in classes:
                    classes[role].add(word)
                else:
                    roles.setdefault(word, set()).add(role)
                    self._players.setdefault(role, set()).add(word)
        shared = {found: found for found in map(frozenset, roles.values())}
        self.roles = {word: shared[frozenset(found)] for word, found in roles.items()}
        self.operators = {lemma: frozenset(found) for lemma, found in operators.items()}
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
            _check("event-modes", name, type_, mode)
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
        return {form for form in singulars if form in self.verbs.kinds and plural(form) in nouns}

    def _collect_bits(self) -> dict[str, int]:
        return p.mark(
            dict.fromkeys(self.roles, p.SMALL),
            *((bit, self.playing(role)) for role, bit in p.ROLES.items()),
            (p.ACTING, self.triggers.verbs),
            (p.NAMING, self.triggers.nouns),
            (p.HANGING, self.triggers.hanging),
            (p.OPENING, self.triggers.compounds),
            (p.FORCEFUL, self._collect_forceful()),
            (p.VERB, self.verbs.kinds),
            (p.NOUN, self.compounds.keys() | self.nouns.keys()),
            (p.CONTEXT, self.contexts.keys() | _openings(self.contexts)),
            (p.COMPOUND, self.compounds),
            (p.SCOPING, self.spelled(lemma.partition("-")[0] for lemma in self.operators)),
            (p.HELPING, self.spelled(lemma for lemma, parts in self.operators.items() if "helping" in parts)),
            (p.MINOR, (*self.roles, "that", "to", "than")),
            (p.ENDER, self.subordinators.union(_ENDERS)),
        )

    def _collect_asking(self) -> frozenset[str]:
        lemmas = {
            lemma
            for lemma, sense in self.senses.items()
            if any(pattern.type in _ASKING and not pattern.objects for pattern in sense.patterns)
        }
        lemmas = {lemma.partition("-")[0] for lemma in lemmas if lemma.endswith(("-for", "-on")) or "-" not in lemma}
        return self.spelled(lemmas)

    def _collect_forceful(self) -> frozenset[str]:
        """The words that may tell of force, of ASSAULT, PROTEST or COERCE; 'be' with a particle is too small a word."""
        lemmas = set()
        for lemma, sense in self.senses.items():
            if any(pattern.type in FORCE for pattern in sense.patterns if pattern.type):
                lemmas.add(lemma.partition("-")[0])
        nouns = {noun for noun, sense in self.noun_senses.items() if sense.type in FORCE}
        lemmas.difference_update(self.roles)
        return self.spelled(lemmas).union({telling_part(form) for form, noun in self.nouns.items() if noun in nouns})

    def playing(self, role: str) -> frozenset[str]:
        """The words that can play a part."""
        return frozenset(self._players.get(role, ()))

    def forms_playing(self, part: str) -> frozenset[str]:
        """The forms of the verbs that can play a part."""
        if part not in self._forms:
            self._forms[part] = self.spelled(lemma for lemma, parts in self.operators.items() if part in parts)
        return self._forms[part]

    def may_be(self, word: str, part: str) -> bool:
        """Whether a word may be a verb that plays a part."""
        return word in self.forms_playing(part)

    def has_role(self, word: str, role: str) -> bool:
        """Whether a word can play a part."""
        return role in self.roles.get(word, ())


def _verbs(name: str, cell: str, classes: Mapping[str, str]) -> Iterable[str]:
    """The verbs of a pattern's cell, its classes spelt out, each once."""
    verbs: list[str] = []
    for word in cell.split():
        if not word.startswith("@"):
            verbs.append(word)
        elif word[1:] in classes:
            verbs += classes[word[1:]].split()
        else:
            raise KnowledgeError(
                f"event-patterns, {name}: there is no class {word} of verbs; add it to event-verbs or write the verbs"
            )
    return dict.fromkeys(verbs)


def _openings(forms: Iterable[str]) -> frozenset[str]:
    """What stands before the first or the last hyphen of each form: 'same' and 'same-sex' in 'same-sex-marriage'."""
    return frozenset(form[: cut(form, "-")] for form in forms if "-" in form for cut in (str.find, str.rfind))


def _check(table: str, name: str, type_: str, mode: str) -> None:
    if not type_ and not mode:
        return
    if type_ not in EventType.__members__:
        raise KnowledgeError(
            f"{table}, {name}: there is no type '{type_}'; PLOVER has {', '.join(EventType.__members__)}"
        )
    if mode and mode not in MODES[EventType(type_)]:
        allowed = ", ".join(sorted(MODES[EventType(type_)])) or "none"
        raise KnowledgeError(f"{table}, {name}: {type_} has no mode '{mode}'; it has {allowed}")
