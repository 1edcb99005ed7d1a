"""Lists of outlets in credits: 'Reuters, AP, AFP', 'with AP/Reuters', 'BBC Monitoring -- Radio Mary'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uzru.model import Credit, Span
from uzru.parsing.late import late
from uzru.parsing.layout.names import Outlets

__all__ = ["AgencyReader"]

_SEPARATOR = re.compile(r"\s*(?:,\s*and\s+|,\s*|;\s*|\s+and\s+|\s+&\s+|\s+--?\s+|\s+[–—|+]\s+)\s*")
_QUOTED = late(r"[\"“]([^\"“”]{2,60})[\"”](?: (?:[a-z]+ )?[a-z]+)?")
_DOMAIN = late(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_PREFIX = re.compile(r"(?i:with|from|source:|sources:)\s+")
_LONE = late(r"[(\[]((?![a-z])[^\W\d_][\w.'’/-]{1,24}(?: (?![a-z])[^\W\d_][\w.'’/-]{1,24}){0,2})[)\]]\.?")
# An unknown name may stand for an outlet if it is no longer than this: in capitals, in small letters, in words.
_CAPITALS, _SMALL, _WORDS, _SMALL_WORD = 9, 4, 6, 3


class AgencyReader:
    """Reads lists of outlets, known or not.

    >>> from uzru.knowledge import Knowledge
    >>> [one.name for one in AgencyReader(Outlets(Knowledge())).read("RFE/RL, AP/Reuters, some-site.info", 0)]
    ['RFE/RL', 'AP', 'Reuters', 'some-site.info']
    """

    def __init__(self, outlets: Outlets) -> None:
        self._outlets = outlets

    def read(self, words: str, offset: int, *, certain: bool = False) -> tuple[Credit, ...]:
        """The outlets in a list of them; empty if something in it is none.

        Args:
            words: the list.
            offset: where it begins in the text.
            certain: whether the words around it say that it is such a list.
        """
        at = 0
        if prefix := _PREFIX.match(words):
            at = prefix.end()
            certain = True
        found: list[Credit] = []
        known = False
        for start, end in self._parts(words, at):
            name = words[start:end]
            if quoted := _QUOTED.fullmatch(name):
                start, end = start + quoted.start(1), start + quoted.end(1)
                name = words[start:end]
            if not self._may_be_outlet(name, certain):
                return ()
            known = known or self._is_outlet(name) or self._outlets.has_desk_word(name)
            name = name.removeprefix("the ")
            found.append(Credit(name=name, span=Span(offset + end - len(name), offset + end)))
        names = [credit.name for credit in found]
        acronyms = all(name.isupper() and len(name) <= _CAPITALS for name in names)
        plausible = known or acronyms or (len(names) > 1 and not any(name.islower() for name in names))
        return tuple(found) if certain or plausible else ()

    def all_known(self, words: str, offset: int) -> tuple[Credit, ...]:
        """The outlets in a list without brackets: more than one, and all known; else none."""
        if not ("," in words or "/" in words) or self._outlets.knows(words):
            return ()
        if not all(self._outlets.knows(words[start:end].strip('"“”')) for start, end in self._parts(words, 0)):
            return ()
        found = self.read(words, offset)
        return found if len(found) > 1 else ()

    @staticmethod
    def lone(line: str, offset: int) -> Credit | None:
        """A short name in brackets that nobody knows, as it stands at the end of a report."""
        match = _LONE.fullmatch(line)
        if match is None or (match[1].isupper() and " " in match[1]):
            return None
        return Credit(name=match[1], span=Span(offset + match.start(1), offset + match.end(1)))

    def _is_outlet(self, name: str) -> bool:
        return self._outlets.knows(name) or self._outlets.is_desk(name) or _DOMAIN.fullmatch(name) is not None

    def _may_be_outlet(self, name: str, certain: bool) -> bool:
        if self._is_outlet(name) or (name.isalpha() and name.islower() and len(name) <= _SMALL):
            return True
        words = name.split()
        if not words or len(words) > _WORDS or not any(letter.isupper() for letter in name):
            return False
        if any(sign in name for sign in '"“”:!?'):
            return False
        lower = [word for word in words if word[0].islower()]
        return not lower or (certain and len(words) <= _SMALL_WORD) or all(len(word) <= _SMALL_WORD for word in lower)

    def _parts(self, words: str, at: int) -> Iterator[tuple[int, int]]:
        ends = [(match.start(), match.end()) for match in _SEPARATOR.finditer(words, at)]
        for stop, following in [*ends, (len(words), len(words))]:
            if part := words[at:stop]:
                yield from self._slashed(part, at, listed=bool(ends))
            at = following

    def _slashed(self, part: str, at: int, listed: bool) -> Iterator[tuple[int, int]]:
        """'AP/Reuters' as two outlets; in a list with commas the slash of an unknown name is its own."""
        whole = "/" not in part or self._is_outlet(part) or "://" in part
        if whole or (listed and not any(self._outlets.knows(piece.strip()) for piece in part.split("/"))):
            yield at, at + len(part)
            return
        pieces = part.split("/")
        while pieces:
            # 'RFE/RL/AP': an outlet's own slash binds closer.
            size = next((size for size in (3, 2) if self._outlets.knows("/".join(pieces[:size]))), 1)
            piece = "/".join(pieces[:size])
            if core := piece.strip():
                start = at + len(piece) - len(piece.lstrip())
                yield start, start + len(core)
            at += len(piece) + 1
            del pieces[:size]
