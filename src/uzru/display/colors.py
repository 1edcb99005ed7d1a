"""A color for each speaker, told apart by the color-blind too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from uzru.model import ActorId, Quote

__all__ = ["HUES", "NOBODY", "Color", "color_speakers"]


@attrs.frozen
class Color:
    """A hue and how lines of it are drawn.

    Attributes:
        hue: degrees on the color wheel.
        chroma: saturation in percent.
        line: solid, dashed, dotted or double, in the words of CSS.
    """

    hue: int
    chroma: int
    line: str

    @property
    def css(self) -> str:
        """As custom properties of an element.

        >>> NOBODY.css
        '--hue:0;--chroma:0%;--line:dashed'
        """
        return f"--hue:{self.hue};--chroma:{self.chroma}%;--line:{self.line}"


NOBODY: Final = Color(0, 0, "dashed")
"""For words whose speaker is not known."""

HUES: Final = (202, 26, 164, 327, 48, 228, 0, 285)
"""The hues of Okabe and Ito's palette, far ones first; the ninth speaker has the first hue again, and another line."""

_LINES: Final = ("solid", "double", "dotted", "dashed")


def color_speakers(quotes: Iterable[Quote]) -> dict[ActorId, Color]:
    """A color for each speaker, in the order in which they first speak.

    >>> import uzru
    >>> color_speakers(uzru.parse('"We will stay," Egor Panin said.').quotes).values()
    dict_values([Color(hue=202, chroma=75, line='solid')])
    """
    speakers = dict.fromkeys(quote.speaker.id for quote in quotes if quote.speaker is not None)
    return {
        speaker: Color(HUES[index % len(HUES)], 75, _LINES[index // len(HUES) % len(_LINES)])
        for index, speaker in enumerate(speakers)
    }
