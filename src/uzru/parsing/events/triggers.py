"""The words by which a sentence may tell an event, asked before it is read."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from uzru.model.plover import EventType
from uzru.parsing.events import parts as p
from uzru.parsing.events.likely import may_be_verb, may_hang, may_hold
from uzru.parsing.events.needs import ANYTHING, TELLING, Forms

if TYPE_CHECKING:
    from uzru.parsing.events.lexicon import Lexicon
    from uzru.parsing.events.tokens import Tokens

__all__ = ["Triggers"]

_LONGEST = 6  # words of a noun at most
_ACTING = p.ACTING


class Triggers:
    """What must stand in a sentence that tells an event.

    Attributes:
        verbs: the forms of verbs that may tell an event.
        nouns: the nouns that may.
        hanging: likewise, if somebody stands behind them: 'support for'.
        compounds: the last words of nouns of several words that may, by the first.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.events.lexicon import Lexicon
    >>> triggers = Triggers(Lexicon(Knowledge()))
    >>> "lifted" in triggers.verbs, "glimmered" in triggers.verbs, "curfew" in triggers.nouns
    (True, False, True)
    """

    def __init__(self, lexicon: Lexicon) -> None:
        verbs = {lemma.partition("-")[0] for lemma, parts in lexicon.operators.items() if parts & TELLING}
        verbs.update([lemma.partition("-")[0] for lemma in lexicon.senses.telling(EventType.__members__)])
        self.verbs = lexicon.verbs.spelled(verbs)
        self._forms = Forms(lexicon)
        nouns = {form: lexicon.noun_senses[noun] for form, noun in lexicon.nouns.items() if noun in lexicon.noun_senses}
        self.nouns = frozenset(form for form, sense in nouns.items() if sense.alone != "weak")
        self.hanging = nouns.keys() - self.nouns
        self.compounds: dict[str, set[str]] = {}
        for form in nouns:
            rest, _, last = form.rpartition("-")
            if rest:
                self.compounds.setdefault(rest.partition("-")[0], set()).add(last)

    def live(self, tokens: Tokens) -> list[int]:
        """Which words of a sentence may tell an event as verbs."""
        words, bits, forms = tokens.words, tokens.bits, self._forms
        acting = [(i, forms[words[i]]) for i, kinds in enumerate(bits) if kinds & _ACTING]
        near = reduce(or_, filter(None, map(forms.cues.get, words)), ANYTHING)
        live = [
            i
            for i, form in acting
            if form.cues & near and (bits[i] & p.OBLIGE or (may_be_verb(tokens, i, form) and may_hold(tokens, i, form)))
        ]
        if live and all(bits[i] & p.OBLIGE for i in live) and not tokens.whole & p.SAYING:
            return []  # nobody says that they must
        return live

    def may_name(self, tokens: Tokens) -> bool:
        """Whether a noun of a sentence may tell an event."""
        words = tokens.words
        return tokens.whole & p.NAMING > 0 or any(
            (kinds & p.HANGING and may_hang(tokens, i + 1))
            or (kinds & p.OPENING and not self.compounds[words[i]].isdisjoint(words[i + 1 : i + _LONGEST]))
            for i, kinds in enumerate(tokens.bits)
            if kinds & p.NOMINAL
        )
