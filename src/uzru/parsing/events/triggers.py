"""The words by which a sentence may tell an event, asked before it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.model.plover import EventType
from uzru.parsing.events import parts as p
from uzru.parsing.events.likely import may_be_verb, may_hang, may_hold
from uzru.parsing.events.needs import TELLING, Forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uzru.parsing.events.lexicon import Lexicon
    from uzru.parsing.events.likely import Run

__all__ = ["Triggers"]

_LONGEST = 6  # words of a noun at most


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
        self._lexicon, self._forms = lexicon, Forms(lexicon)
        particles = [lemma.partition("-")[2] for lemma in lexicon.senses.lemmas if "-" in lemma]
        cues = " ".join((*lexicon.compounds.lines.values(), *particles, "to")).replace("-", " ")
        # The words that verbs may need beside them.
        self._cues = frozenset(lexicon.nouns).union(lexicon.compounds.lines, cues.split())
        nouns = {form: lexicon.noun_senses[noun] for form, noun in lexicon.nouns.items() if noun in lexicon.noun_senses}
        self.nouns = frozenset(form for form, sense in nouns.items() if sense.alone != "weak")
        self.hanging = nouns.keys() - self.nouns
        self.compounds: dict[str, set[str]] = {}
        for form in nouns:
            rest, _, last = form.rpartition("-")
            if rest:
                self.compounds.setdefault(rest.partition("-")[0], set()).add(last)

    def live(self, run: Run, hits: Sequence[int]) -> list[int]:
        """Which of some words of a sentence may tell an event as verbs."""
        words, bits, forms = run.tokens.words, run.tokens.bits, self._forms
        near = self._cues.intersection(words[run.first : run.last])
        live = []
        for i in hits:
            if bits[i] & p.ACTING:
                form = forms[words[i]]
                cues = form.cues
                if (cues is None or not cues.isdisjoint(near)) and (
                    bits[i] & p.OBLIGE or (may_be_verb(run, i, form) and may_hold(run, i, form))
                ):
                    live.append(i)
        if all(bits[i] & p.OBLIGE for i in live) and self._lexicon.saying.isdisjoint(words[run.first : run.last]):
            return []  # nobody says that they must
        return live

    def may_name(self, run: Run, hits: Sequence[int]) -> bool:
        """Whether a noun among some words of a sentence may tell an event."""
        words, bits = run.tokens.words, run.tokens.bits
        return any(
            bits[i] & p.NAMING
            or (bits[i] & p.HANGING and may_hang(run, i + 1))
            or (bits[i] & p.OPENING and not self.compounds[words[i]].isdisjoint(words[i + 1 : i + _LONGEST]))
            for i in hits
        )
