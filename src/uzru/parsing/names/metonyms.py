"""Whether a capital or a seat of power acts, and so stands for its country, or is a place where something happens."""

from __future__ import annotations

import re

from uzru.parsing.names.lexicon import Lexicon

__all__ = ["acts"]

_WORD = re.compile(r"[^\W\d_]+")
_JOINED = re.compile(r" and (?:the )?[A-Z][\w'’-]{0,20}(?: [A-Z][\w'’-]{0,20})?(?= )")
_WITH_ITS = re.compile(r",? (?:along|together) with its ")
_JOINT = re.compile(r" and (?:the )?[A-Z]")


def acts(lexicon: Lexicon, view: str, start: int, end: int) -> bool:
    """Whether the city at this place is said to do something.

    >>> from uzru.knowledge import Knowledge
    >>> lexicon = Lexicon(Knowledge())
    >>> def told(text, city):
    ...     at = text.index(city)
    ...     return acts(lexicon, text, at, at + len(city))
    >>> told("Prague said it would wait.", "Prague"), told("He lives in Prague.", "Prague")
    (True, False)
    >>> told("ties between Prague and Vienna cooled", "Prague"), told("Prague's support for Vienna", "Prague")
    (True, True)
    """
    before = view[max(0, start - 30) : start]
    before = before[before.rfind("\n") + 1 :]
    words = _WORD.findall(before)
    last = words[-1].lower() if words and before[-1:] == " " and before.rstrip()[-1:].isalpha() else ""
    if last == "the":
        last = words[-2].lower() if len(words) > 1 else ""
    after = view[end : end + 40]
    toward = lexicon.closed["toward"]
    if before[-1:] == " " and any(" ".join(words[-length:]).lower() in toward for length in (2, 3)):
        return True
    if last == "between" or (last == "and" and "between" in before):
        return bool(last == "and" or _JOINT.match(after))
    if last in lexicon.located and last != "from":
        return False
    if _WITH_ITS.match(view, end):
        return last not in ("of", "for", "the", "on")
    if joined := _JOINED.match(view, end):
        after = view[joined.end() : joined.end() + 40]
    follows = _WORD.match(after, 1)
    verb = follows[0] if follows and after[:1] == " " else ""
    if verb in lexicon.speech or verb in lexicon.pasts or verb.endswith("ed") or verb in lexicon.closed["predicate"]:
        return last not in ("of", "for", "the", "on")
    if after[:2] in ("'s", "’s"):
        policy = _WORD.search(after, 2)
        return policy is not None and policy[0].lower() in lexicon.closed["policy"]
    return last in toward
