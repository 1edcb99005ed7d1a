"""Names that a country shares with a region of another: Georgia is the country where Georgians or Tbilisi are named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from uzru.parsing.names.join import Name
from uzru.parsing.names.kind import COUNTRY, PLACE
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.runs import Run

__all__ = ["mark_states"]


def mark_states(lexicon: Lexicon, runs: Iterable[Run], names: Sequence[Name]) -> None:
    """Make countries of the places with a country's name, if its people or its capital are named too.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.names.stage import Names
    >>> from uzru.parsing.text import Reading
    >>> named = Names(Knowledge())(Reading("Georgia left the treaty, the Georgian minister said."))
    >>> [(mention.form.value, mention.actor.name) for mention in named.mentions[:2]]
    [('name', 'Georgia'), ('demonym', 'Georgia')]
    """
    shared = [name for name in names if name.kind == PLACE and name.text in lexicon.countries]
    if not shared:
        return
    told = {lexicon.demonyms[word] for run in runs for word in run.words if word in lexicon.demonyms}
    told.update(lexicon.capitals[name.text] for name in names if name.text in lexicon.capitals)
    for name in shared:
        if lexicon.countries[name.text] in told:
            name.kind, name.why = COUNTRY, ("people or the capital of the country are named",)
