"""What the names stage finds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from uzru.model import Actor, ActorId, Mention, PlaceMention

if TYPE_CHECKING:
    from uzru.parsing.names.pronouns import PronounWords

__all__ = ["Named"]


@attrs.frozen(kw_only=True)
class Named:
    """Who and where a text names.

    Attributes:
        mentions: in text order.
        actors: in the order of their first mention.
        places: in text order.
        sexes: m or f, of the persons of whom the text or the first name tells.
        words: by which pronouns are read.
    """

    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    places: tuple[PlaceMention, ...]
    sexes: Mapping[ActorId, str]
    words: PronounWords = attrs.field(repr=False, eq=False)
