"""The words by which a sentence may tell an event, asked before it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.parsing.events import parts as p

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from uzru.parsing.events.lexicon import Lexicon, Pattern
    from uzru.parsing.events.tokens import Tokens

__all__ = ["Triggers", "telling_part"]

_ANY_OBJECT = frozenset({"SOMEBODY", "SOMEBODY-ONLY", "ANYBODY", "NOTHING", "TO"})
_ANY_INFINITIVE = "ANYBODY-TO"
_ANY_SUBJECT = frozenset({"PEOPLE", "SPOKEN-OF"})
_TELLING = frozenset({"agree", "exclude"})  # parts of verbs that tell an event by what they govern
_SMALL = 3  # letters of a word that stands everywhere


class Triggers:
    """What must stand in a sentence that tells an event.

    Attributes:
        alone: the forms of verbs, and other words, by which a clause of any words may tell an event.
        partners: by the form of another verb, the words of which it needs one: an object, a subject, a particle.
        nouns: those that may tell an event.
        compounds: the last words of nouns of several words that may, by the first.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.events.lexicon import Lexicon
    >>> triggers = Triggers(Lexicon(Knowledge()))
    >>> "curfew" in triggers.partners["lifted"], "lid" in triggers.partners["lifted"], "arrested" in triggers.alone
    (True, False, True)
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._parts: dict[str, set[str]] = {}  # by noun, what shows each of its forms
        for form, noun in lexicon.nouns.items():
            self._parts.setdefault(noun, set()).update((form, telling_part(form)))
        lemmas, wanted = self._verbs(lexicon)
        self.alone = lexicon.playing("oblige") | lexicon.spelled(lemmas)
        self.partners: dict[str, set[str]] = {}
        for lemma, words in wanted.items():
            for form in lexicon.spelled((lemma,)) - self.alone:
                self.partners[form] = self.partners.get(form, set()) | words
        nouns = [(form, *form.rpartition("-")) for form, noun in lexicon.nouns.items() if noun in lexicon.noun_senses]
        self.nouns = frozenset(form for form, _, _, _ in nouns)
        self.compounds: dict[str, set[str]] = {}  # the last words of nouns of several words, by the first
        for _, rest, _, last in nouns:
            if rest:
                self.compounds.setdefault(rest.partition("-")[0], set()).add(last)

    def _verbs(self, lexicon: Lexicon) -> tuple[set[str], dict[str, set[str]]]:
        """The verbs that may tell an event among any words, and what the others need."""
        alone = {lemma.partition("-")[0] for lemma, parts in lexicon.operators.items() if parts & _TELLING}
        wanted: dict[str, set[str]] = {}
        known: dict[frozenset[str], frozenset[str]] = {}  # by the nouns of a pattern: rows share them
        for lemma, sense in lexicon.senses.items():
            verb, _, particle = lemma.partition("-")
            for pattern in sense.patterns:
                if pattern.type is None:
                    continue
                words = self._wanted(pattern, particle, known)
                if words:
                    wanted.setdefault(verb, set()).update(words)
                else:
                    alone.add(verb)
        return alone, wanted

    def _wanted(self, pattern: Pattern, particle: str, known: dict[frozenset[str], frozenset[str]]) -> frozenset[str]:
        """The words of which a pattern needs one to hold; none if it may hold among any words."""
        anything = not pattern.objects or not _ANY_OBJECT.isdisjoint(pattern.objects)
        rarest = max(particle.split("-"), key=len)
        if particle and (anything or len(rarest) > _SMALL):
            return frozenset({rarest})
        nouns = pattern.subjects if anything else pattern.objects
        if not _ANY_SUBJECT.isdisjoint(nouns):
            return frozenset()
        if nouns not in known:
            known[nouns] = frozenset().union(*(self._parts[noun] for noun in nouns))
        return known[nouns] | {"to"} if _ANY_INFINITIVE in pattern.objects else known[nouns]

    def find(self, tokens: Tokens, hits: Sequence[int], words: AbstractSet[str]) -> tuple[list[int], bool]:
        """Which of the telling words of a sentence may tell an event as verbs, and whether any may as a noun.

        `hits` are the words to ask, by number; `words` are those of the whole sentence.
        """
        live: list[int] = []
        named = False
        for i in hits:
            bits = tokens.bits[i]
            if bits & p.ALONE or (bits & p.PARTNERED and not self.partners[tokens.words[i]].isdisjoint(words)):
                live.append(i)
            if bits & p.NAMING or (bits & p.OPENING and not self.compounds[tokens.words[i]].isdisjoint(words)):
                named = True
        return live, named


def telling_part(form: str) -> str:
    """The word of a compound that is looked for first: 'strike' in 'general-strike', 'emergency', but not 'in'."""
    words = form.split("-")
    return words[-1] if len(words[-1]) > _SMALL else max(words, key=len)
