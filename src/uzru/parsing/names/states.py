"""Names that a state shares with a region of another: Georgia is the state, unless American places are named."""

from __future__ import annotations

from collections.abc import Sequence

from uzru.parsing.names.join import Name
from uzru.parsing.names.kind import COUNTRY, PLACE
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.runs import Run

__all__ = ["mark_states"]


def mark_states(lexicon: Lexicon, runs: Sequence[Run], names: Sequence[Name]) -> None:
    """Make countries of the places with a state's name.

    They are if the state's people or capital are named too, or if at least as many other states are named as regions
    and cities of the country where the place would lie.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.names.stage import Names
    >>> from uzru.parsing.text import Reading
    >>> names = Names(Knowledge())
    >>> for text in ("Troops left Georgia, Russia said.", "He moved from Georgia to Florida and Chicago, Illinois."):
    ...     named = names(Reading(text))
    ...     print([mention.actor.name for mention in named.mentions], [place.place.name for place in named.places])
    ['troops', 'Georgia', 'Russia'] []
    [] ['Georgia', 'Florida', 'Chicago', 'Illinois']
    """
    shared = [name for name in names if name.kind == PLACE and lexicon.countries.get(name.text) in lexicon.states]
    if not shared:
        return
    told = {word for run in runs for word in run.words} | {" ".join(run.words) for run in runs}
    reasons: dict[str, str] = {}
    for name in shared:
        if name.text not in reasons:
            state = lexicon.countries[name.text]
            place = lexicon.places.get(name.text)
            reasons[name.text] = _why(lexicon, state, place.country if place else state, told - {name.text})
        if why := reasons[name.text]:
            name.kind, name.why = COUNTRY, (why,)


def _why(lexicon: Lexicon, state: str, abroad: str, told: set[str]) -> str:
    """Why the state is meant, or nothing."""
    if any(state in (lexicon.demonyms.get(text), lexicon.capitals.get(text)) for text in told):
        return "people or the capital of the country are named"
    if abroad == state:
        return ""
    states = {lexicon.countries.get(text) or lexicon.demonyms.get(text) or lexicon.capitals.get(text) for text in told}
    places = [lexicon.places[text] for text in told - lexicon.capitals.keys() if text in lexicon.places]
    near = sum(place.country == abroad and place.sort != "small" for place in places)
    return "" if near > len(states - {None, abroad}) else f"few places of {abroad} are named"
