"""Where the content behind a cue begins, and where reported content ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uzru.parsing.quotes import parts as p
from uzru.parsing.quotes.cues import is_cue

if TYPE_CHECKING:
    from uzru.parsing.quotes.lexicon import CueWord, Lexicon
    from uzru.parsing.quotes.tokens import Sentence

__all__ = ["Content", "behind_apposition", "clause_follows", "content_after", "recipient_after", "skip_adjuncts"]

_NAMED = p.CAPITAL | p.DET | p.POSSESSIVE | p.OBJECTIVE
_TOPICS = frozenset({"about", "of", "on"})
_SIGNS = p.COMMA | p.COLON | p.DASH
_MINDED = _SIGNS | p.VERBAL | p.ATOM | p.STOP | p.SEMICOLON | p.THAT | p.PRONOUN | p.CUE
_FAR = 40
_FAR_REMARK = 14
_FAR_VERB = 30
_CLAUSAL = p.PREDICATE | p.ATOM
_FORMS = p.FINITE | p.BASE
_LEADS = p.PREP | p.ADVERB | p.SUBORD | p.TO
_ENDS_CLAUSE = p.COMMA | p.STOP | p.SEMICOLON | p.COLON | p.DASH | p.CLOSE | p.COORD
_SUBJECT_STARTS = p.PRONOUN | p.DET | p.POSSESSIVE | p.CAPITAL
_NO_OBJECT = p.PREP | p.TO | p.SUBORD | p.COORD | p.AUX
_OBJECT_STARTS = p.DET | p.POSSESSIVE | p.CAPITAL | p.POSSESSOR | p.OBJECTIVE
_WORDS = p.WORD | p.COORD
_ENDS_PHRASE = p.ATOM | p.THAT | p.AUX | p.WH | p.TO | p.SUBORD & ~p.PREP
_NO_WAY = p.VERBAL | p.ATOM | p.COLON | p.STOP | p.SEMICOLON | p.WH


class Content(NamedTuple):
    """What a cue introduces: tokens from `first`, in which `frame`; `recipient` is who is told."""

    first: int
    frame: str
    recipient: tuple[int, int] | None


def skip_adjuncts(s: Sentence, i: int) -> int:
    """Behind the times, adverbs and 'in a statement', 'on Tuesday' that follow a cue at token `i` and later."""
    bits, words = s.bits, s.words
    while i < s.count:
        b = bits[i]
        if b & (p.TIME | p.ADVERB) and not b & (p.THAT | p.DET):
            i += 1
        elif b & p.TIME and i + 1 < s.count and bits[i + 1] & p.TIME:
            i += 2
        elif b & p.DET and i + 2 < s.count and bits[i + 1] & p.TIME and bits[i + 2] & _SUBJECT_STARTS:
            i += 2  # 'said this week they would'
        elif b & p.PREP and words[i] not in {"of", "that", "than", "like"} and not b & p.THAT:
            if b & p.TO or (words[i] == "as" and i + 1 < s.count and bits[i + 1] & (p.DET | p.ADVERB)):
                return i  # 'as many as 500 people died'
            end = _phrase_end(s, i + 1)
            if end == i + 1:
                return i
            i = end
        elif b & p.OPEN:
            while i < s.count and not bits[i] & p.CLOSE:
                i += 1
            i += 1
        else:
            return i
    return i


def _phrase_end(s: Sentence, i: int) -> int:
    """Where the noun phrase of a preposition ends, when a clause may follow at once."""
    bits, words = s.bits, s.words
    start = i
    while i < s.count and i < start + 14:
        b = bits[i]
        if b & p.TO and i > start and i + 1 < s.count and bits[i + 1] & _NAMED:
            i += 1  # 'in a letter to the miners'
            continue
        if not b & _WORDS or b & _ENDS_PHRASE:
            break
        if b & p.PRONOUN and not b & p.POSSESSIVE and (not b & p.OBJECTIVE or _acts(s, i)):
            break
        if b & p.ATOM and not b & p.SPOKEN and i > start and bits[i - 1] & (p.POSSESSOR | p.CAPITAL):
            i += 1  # on the station's "Morning Show"
            continue
        if i > start:
            last = bits[i - 1]
            if b & p.SPECIFIER and not last & (p.PREP | p.COORD):
                break
            if b & p.PREP and words[i] not in {"of", "with", "for", "to", "from", "at", "in", "on"}:
                break
            if b & p.TIME and not last & (p.PREP | p.DET):
                break
            if b & p.CAPITAL and not last & (
                p.CAPITAL | p.PREP | p.DET | p.POSSESSIVE | p.COORD | p.POSSESSOR | p.NUMBER | p.TIME
            ):
                k = i
                while k < s.count and bits[k] & (p.CAPITAL | p.TITLE):
                    k += 1
                if k < s.count and bits[k] & (p.VERBAL | p.CUE | p.ED):
                    break
        i += 1
    return i


def _acts(s: Sentence, i: int) -> bool:
    """Whether a verb follows the pronoun at token `i`, so that it is a subject."""
    return i + 1 < s.count and bool(s.bits[i + 1] & (p.VERBAL | p.ED) or s.bits[i + 1] & p.CUE)


def _marked_ahead(s: Sentence, i: int, lexicon: Lexicon) -> tuple[int, bool] | None:
    """The marked stretch that a comma, colon or dash introduces behind token `i`, with no clause in between.

    Also tells whether the sign is a colon.
    """
    bits = s.bits
    if not s.atoms or s.atoms[-1] < i:
        return None
    x = i
    while x < s.count and x < i + _FAR:
        b = bits[x]
        if not b & _MINDED:
            x += 1
            continue
        if b & _SIGNS:
            if x + 1 < s.count and bits[x + 1] & p.ATOM:
                return None if b & p.COLON and _is_label(s, i, x) else (x + 1, bool(b & p.COLON))
            if b & p.COLON:
                return None
        elif b & p.ATOM:
            return (x, False) if x == i else None
        elif (
            (b & (p.STOP | p.SEMICOLON | p.THAT) and not b & p.WORD)
            or (b & p.VERBAL and x > i and not bits[x - 1] & (p.RELATIVE | p.COORD))
            or (b & p.PRONOUN and not b & (p.OBJECTIVE | p.RELATIVE | p.DET) and not bits[x - 1] & (p.SUBORD | p.PREP))
        ) or (b & p.CUE and b & (p.PAST | p.THIRD | p.GERUND) and not b & p.NOUN and x > i and _nearer(s, x, lexicon)):
            return None
        x += 1
    return None


def _is_label(s: Sentence, i: int, colon: int) -> bool:
    """Whether a name behind a dash stands alone before the colon: 'The miners agree - Egor Panin: "..."'."""
    k = colon - 1
    while k > i and s.bits[k] & (p.CAPITAL | p.CLOSE):
        k -= 1
    return k < colon - 1 and bool(s.bits[k] & p.DASH)


def _nearer(s: Sentence, x: int, lexicon: Lexicon) -> bool:
    """Whether the cue at token `x` can introduce a quotation, and so is nearer to it than the one before."""
    verb = lexicon.verbs[s.words[x]]
    return "quote" in verb.frames and is_cue(s, x, verb)


def _that_ahead(s: Sentence, i: int, *, told: bool) -> int | None:
    """The 'that' that begins the content behind token `i`, with no verb in between."""
    bits = s.bits
    for x in range(i, min(s.count, i + 16)):
        b = bits[x]
        if b & p.THAT:
            if x and bits[x - 1] & p.PREP:
                return None
            return x
        if x == i and b & (p.DET | p.POSSESSIVE | p.PRONOUN) and not b & p.TIME and not told:
            return None  # 'said the areas that were hit ...': a relative clause
        if b & p.ATOM and x > i and not b & p.SPOKEN and bits[x - 1] & (p.POSSESSOR | p.CAPITAL):
            continue
        if b & p.TO and x > i + 1 and x + 1 < s.count and bits[x + 1] & _NAMED:
            continue
        if b & p.TO or (b & _NO_WAY and not b & (p.SUBORD | p.PREP)):
            return None
        if b & p.PRONOUN and not b & (p.OBJECTIVE | p.POSSESSIVE | p.DET):
            return None
        if x > i and b & p.CUE and b & p.FINITE and not b & p.NOUN:
            return None  # 'requested calm and said that'
    return None


def _is_that(s: Sentence, i: int) -> bool:
    return i < s.count and bool(s.bits[i] & p.THAT)


def _recipient(s: Sentence, i: int) -> int:
    """Where the one who is told, from token `i`, ends; `i` if there is none."""
    bits = s.bits
    if i >= s.count:
        return i
    b = bits[i]
    if b & p.OBJECTIVE or (b & p.ATOM and (b & p.TITLED or (i + 1 < s.count and bits[i + 1] & p.THAT))):
        return i + 1
    if not b & p.WORD or b & p.THAT or (b & (p.WH | p.PREP | p.TO | p.AUX | p.ADVERB) and not b & (p.DET | p.CAPITAL)):
        return i
    k = i
    while k < s.count and k < i + 14:
        b = bits[k]
        if b & p.ATOM and b & p.TITLED and k > i and (bits[k - 1] & p.POSSESSOR or _is_that(s, k + 1)):
            k += 1  # the station's "Morning Show"
            continue
        if not b & p.WORD or (b & (p.THAT | p.WH | p.TO | p.AUX | p.PRONOUN) and k > i):
            break
        if k > i:
            if b & p.PREP and not b & p.INNER:
                break
            if b & p.TIME and not b & p.CAPITAL:
                break
            if b & p.SPECIFIER and not bits[k - 1] & (p.PREP | p.COORD):
                break
        k += 1
    return k


def _topic(s: Sentence, i: int, frames: frozenset[str]) -> int | None:
    """The word that leads the content behind whoever is told from token `i`: 'spoke with the miners about the plan'."""
    told = _recipient(s, i)
    return told if i < told < s.count and s.words[told] in frames else None


def _told_that(s: Sentence, i: int) -> int | None:
    """The 'that' behind whoever is told from token `i`: 'said to reporters that'."""
    told = _recipient(s, i)
    return told if i < told < s.count and s.bits[told] & p.THAT else None


def behind_apposition(s: Sentence, i: int) -> int:
    """Behind a remark between commas that follows whoever is told, if the content begins there; else `i`."""
    bits = s.bits
    if i >= s.count or not bits[i] & p.COMMA:
        return i
    for x in range(i + 1, min(s.count - 1, i + _FAR_REMARK)):
        if bits[x] & (p.ATOM | p.STOP | p.COLON | p.SEMICOLON):
            break
        if bits[x] & p.COMMA:
            return x + 1 if bits[x + 1] & (p.THAT | p.TO | p.WH) and not bits[x + 1] & p.RELATIVE & ~p.THAT else i
    return i


def content_after(s: Sentence, i: int, verb: CueWord, lexicon: Lexicon) -> Content | None:
    """What a cue verb whose clause ends before token `i` introduces, by its frames."""
    bits, frames = s.bits, verb.frames
    if "it" in frames:
        i += 1
    if i >= s.count:
        return None
    if "quote" in frames and (marked := _marked_ahead(s, i, lexicon)):
        return _quotation(s, i, marked[0], frames)
    start, recipient = i, None
    if "recipient" in frames and (told := _recipient(s, i)) > i:
        recipient, i = (i, told), told
    elif "quote" in frames and bits[i] & p.TO and (that := _told_that(s, i + 1)):
        return Content(that, "that", (i + 1, that))
    elif s.words[i] in {"to", "with"} and frames & _TOPICS and (lead := _topic(s, i + 1, frames)):
        recipient, i = (i + 1, lead), lead
    if recipient is not None and (behind := behind_apposition(s, i)) > i:
        recipient, i = (start, behind - 1), behind
    leads = i < s.count and s.words[i] in frames and bool(bits[i] & _LEADS) and not bits[i] & p.THAT
    at = skip_adjuncts(s, i)
    if at >= s.count or bits[at] & p.STOP:
        return Content(i + 1, "preposition", recipient) if leads and i + 1 < at else None
    if s.flags & p.THAT and ("clause" in frames or "that" in frames):
        that = _that_ahead(s, i, told="recipient" in frames)
        if that is not None and not (that == i and that + 1 < s.count and bits[that + 1] & p.STOP):
            return Content(that, "that", recipient)
    if bits[at] & _ENDS_CLAUSE:
        opens = "clause" in frames and bits[at] & p.COLON and at + 1 < s.count
        return Content(at + 1, "colon", recipient) if opens else None
    found = _led(s, i, at, frames, leads=leads) or _clausal(s, i, at, frames)
    if found is not None:
        return Content(*found, recipient)
    if (named := _object(s, start, frames)) is not None:
        return Content(named, "object", None)
    if "quote" in frames and bits[at] & p.ATOM and not (recipient and "object" not in frames):
        return Content(at, "quote", recipient)
    return None


def _quotation(s: Sentence, i: int, first: int, frames: frozenset[str]) -> Content:
    """A quotation that a sign introduces, or the object and its name: 'called the mint, the oldest one, "a ruin"'."""
    if "naming" in frames and "clause" not in frames and first > i + 1 and s.bits[i] & _OBJECT_STARTS:
        return Content(i, "object", None)
    told = _recipient(s, i) if "recipient" in frames else i
    return Content(first, "quote", (i, told) if told > i else None)


def _led(s: Sentence, i: int, at: int, frames: frozenset[str], *, leads: bool) -> tuple[int, str] | None:
    """A content that a word of its own leads: whether, to, about; token and frame."""
    bits, words = s.bits, s.words
    b = bits[at]
    if "wh" in frames and b & p.WH and not (b & p.SUBORD and b & (p.ENDS | p.TURNS)):
        return at, "wh"
    if "if" in frames and words[at] == "if":
        return at, "wh"
    if "to" in frames and b & p.TO:
        return at, "to"
    if i + 1 < s.count and (leads or (words[i] in frames and bits[i] & p.TO)):
        return i + 1, "that" if bits[i + 1] & (p.THAT | p.WH) and not bits[i] & p.TO else "preposition"
    return (i + 1, "preposition") if words[i] == "out" and "out" in frames and i + 1 < s.count else None


def _clausal(s: Sentence, i: int, at: int, frames: frozenset[str]) -> tuple[int, str] | None:
    """A clause without a word to lead it; token and frame."""
    b = s.bits[at]
    if "any" in frames and b & (p.WORD | p.ATOM) and not b & (p.PREP & ~p.SUBORD | p.COORD):
        return None if b & p.OBJECTIVE and not clause_follows(s, at, s.count) else (at, "clause")
    if "clause" not in frames:
        return None
    if b & (p.WORD | p.ATOM) and not b & (p.PREP & ~p.SUBORD) and clause_follows(s, at, s.count):
        return at, "clause"
    return (i, "clause") if s.bits[i] & p.PREP and s.bits[i] & p.SUBORD and s.words[i] == "as" else None


def _object(s: Sentence, start: int, frames: frozenset[str]) -> int | None:
    """Where a noun phrase that is the content begins: 'criticized the plan', 'described it as "a ruin"'."""
    bits = s.bits
    if "naming" in frames and s.words[start] == "as":
        return next((start + 1 for x in range(start + 1, min(start + 4, s.count)) if bits[x] & p.ATOM), None)
    b = bits[start]
    if "object" not in frames and not ("naming" in frames and _marked_name(s, start)):
        return None
    if not b & (p.WORD | p.ATOM) or b & (_NO_OBJECT | p.PARTICLE):
        return None
    return None if b & p.ADVERB and not b & p.DET else start


def _marked_name(s: Sentence, i: int) -> bool:
    """Whether the object from token `i` has marked words in it, before any other sign: 'attacked it as "a ruin"'."""
    for x in range(i, min(s.count, i + _FAR)):
        if s.bits[x] & p.ATOM:
            return True
        if not s.bits[x] & p.WORD:
            break
    return False


def clause_follows(s: Sentence, i: int, end: int) -> bool:
    """Whether a clause can begin at token `i`: some verb stands behind it, before token `end`."""
    for x in range(i + 1, min(end, i + _FAR_VERB)):
        b = s.bits[x]
        if b & p.COMMA:
            break
        if b & _CLAUSAL or (b & p.CUE and b & _FORMS):
            return True
        if b == p.WORD and s.words[x].endswith("s") and not s.words[x].endswith("ss"):
            return True
    return i < end and bool(s.bits[i] & p.CONTRACTED)


def recipient_after(s: Sentence, i: int, verb: CueWord) -> tuple[int, int] | None:
    """Who is told, behind a cue whose content stands before it: '"No," he told Malika.'"""
    if "recipient" not in verb.frames or i >= s.count:
        return None
    end = _recipient(s, i)
    return (i, end) if end > i else None
