"""Where the content behind a cue begins, and where reported content ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uzru.parsing.quotes import parts as p

if TYPE_CHECKING:
    from uzru.parsing.quotes.lexicon import CueWord, Lexicon
    from uzru.parsing.quotes.sentences import Sentence

__all__ = ["Content", "clause_follows", "content_after", "content_end", "is_cue", "recipient_after", "skip_adjuncts"]

_VERBAL = p.AUX | p.VERB
_FAR = 40
# What a second verb with the same subject must be able to take, to end the first one's content.
_SHARING = frozenset({"quote", "clause", "naming", "object"})


class Content(NamedTuple):
    """What a cue introduces: tokens from `first`, in which `frame`; `recipient` is who is told."""

    first: int
    frame: str
    recipient: tuple[int, int] | None


def is_cue(s: Sentence, i: int, verb: CueWord) -> bool:
    """Whether the form of a cue verb at token `i` is one: no noun, no passive, no adjective."""
    bits = s.bits
    b = bits[i]
    before = bits[i - 1] if i else 0
    after = bits[i + 1] if i + 1 < s.count else 0
    quoted = bool(after & p.ATOM) or bool(after & (p.COMMA | p.COLON) and i + 2 < s.count and bits[i + 2] & p.ATOM)
    if i and before & p.POSSESSOR and not before & p.CONTRACTED and not quoted:
        return False
    k = i - 1
    while k >= 0 and bits[k] & p.ADVERB:
        k -= 1
    governor = bits[k] if k >= 0 else 0
    if not b & p.GERUND and governor & p.BE:
        return False
    if (
        not b & p.GERUND
        and governor & p.CONTRACTED
        and s.words[k][-2:] in {"'s", "’s", "'m", "’m", "re"}
        and verb.lemma != "say"
    ):
        return False
    if governor & p.TO:
        return quoted and "quote" in verb.frames
    if b & (p.PAST | p.PARTICIPLE):
        if governor & (p.ARTICLE | p.POSSESSIVE) and k == i - 1:
            return False
        if governor & p.OBJECTIVE and not governor & p.PRONOUN:
            return False
        if after & p.PREP and s.words[i + 1] == "by":
            return False
        return not (after & p.WORD == 0 and not after and i + 1 < s.count)
    if b & p.GERUND:
        if k == i - 1 and s.words[k] == "from" and not quoted:  # who refrains from saying does not say
            return False
        return not (governor & (p.DET | p.POSSESSIVE) and k == i - 1 and not quoted) or quoted
    # Base and -s forms are often nouns.
    if governor & p.SINGULAR and not b & p.THIRD:
        return False
    if governor & (p.PRONOUN | p.AUX) and not governor & p.POSSESSIVE:
        return True
    if governor & (p.DET | p.POSSESSIVE | p.PREP | p.TITLE) and k == i - 1:
        return False
    if quoted:
        return True
    if i == 0:
        return False
    if b & p.NOUN or (b & p.CAPITAL):
        if b & p.CAPITAL and not b & p.THIRD:
            return False
        if after & (p.THAT | p.WH | p.TO | p.ATOM) and (b & p.THIRD or s.words[k].endswith("s") or governor & p.COORD):
            return True
        return bool(b & p.THIRD and governor & p.CAPITAL and after & (p.DET | p.POSSESSIVE | p.PRONOUN | p.CAPITAL))
    if b & p.BASE:
        return s.words[k].endswith("s") or bool(governor & (p.RELATIVE | p.COORD | p.DET))
    return True


def skip_adjuncts(s: Sentence, i: int) -> int:
    """Behind the times, adverbs and 'in a statement', 'on Tuesday' that follow a cue at token `i` and later."""
    bits, words = s.bits, s.words
    while i < s.count:
        b = bits[i]
        if b & (p.TIME | p.ADVERB) and not b & (p.THAT | p.DET):
            i += 1
        elif b & p.TIME and i + 1 < s.count and bits[i + 1] & p.TIME:
            i += 2
        elif b & p.PREP and words[i] not in {"of", "that", "than", "like"} and not b & p.THAT:
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
        if not b & (p.WORD | p.COORD) or b & (p.ATOM | p.THAT | p.AUX | p.WH | p.TO | p.SUBORD & ~p.PREP):
            break
        if b & p.PRONOUN and not b & (p.OBJECTIVE | p.POSSESSIVE):
            break
        if i > start:
            last = bits[i - 1]
            if b & (p.DET | p.POSSESSIVE) and not last & (p.PREP | p.COORD):
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
                if k < s.count and bits[k] & (_VERBAL | p.CUE | p.ED):
                    break
        i += 1
    return i


def _marked_ahead(s: Sentence, i: int, lexicon: Lexicon) -> tuple[int, bool] | None:
    """The marked stretch that a comma, colon or dash introduces behind token `i`, with no clause in between.

    Also tells whether the sign is a colon.
    """
    bits = s.bits
    x = i
    while x < s.count and x < i + _FAR:
        b = bits[x]
        if b & (p.COMMA | p.COLON | p.DASH):
            if x + 1 < s.count and bits[x + 1] & p.ATOM:
                return x + 1, bool(b & p.COLON)
            if b & p.COLON:
                return None
        elif b & p.ATOM:
            return (x, False) if x == i else None
        elif (
            (b & (p.STOP | p.SEMICOLON | p.THAT) and not b & p.WORD)
            or (b & _VERBAL and x > i and not bits[x - 1] & (p.RELATIVE | p.COORD))
            or (b & p.PRONOUN and not b & (p.OBJECTIVE | p.RELATIVE | p.DET) and not bits[x - 1] & (p.SUBORD | p.PREP))
        ):
            return None
        elif b & p.CUE and b & (p.PAST | p.THIRD | p.GERUND) and not b & p.NOUN and x > i and _nearer(s, x, lexicon):
            return None
        x += 1
    return None


def _nearer(s: Sentence, x: int, lexicon: Lexicon) -> bool:
    """Whether the cue at token `x` can introduce a quotation, and so is nearer to it than the one before."""
    verb = lexicon.verbs[s.words[x]]
    return "quote" in verb.frames and is_cue(s, x, verb)


def _that_ahead(s: Sentence, i: int) -> int | None:
    """The 'that' that begins the content behind token `i`, with no verb in between."""
    bits = s.bits
    for x in range(i, min(s.count, i + 16)):
        b = bits[x]
        if b & p.THAT:
            if x and bits[x - 1] & p.PREP:
                return None
            return x
        if (
            b & (_VERBAL | p.ATOM | p.COLON | p.STOP | p.SEMICOLON | p.TO | p.WH)
            and not b & p.SUBORD
            and not b & p.PREP
        ):
            return None
        if b & p.PRONOUN and not b & (p.OBJECTIVE | p.POSSESSIVE | p.DET):
            return None
    return None


def _recipient(s: Sentence, i: int) -> int:
    """Where the one who is told, from token `i`, ends; `i` if there is none."""
    bits, words = s.bits, s.words
    if i >= s.count:
        return i
    b = bits[i]
    if b & p.OBJECTIVE:
        return i + 1
    if not b & p.WORD or (b & (p.THAT | p.WH | p.PREP | p.TO | p.AUX | p.ADVERB) and not b & (p.DET | p.CAPITAL)):
        return i
    k = i
    while k < s.count and k < i + 14:
        b = bits[k]
        if not b & p.WORD or (b & (p.THAT | p.WH | p.TO | p.AUX | p.PRONOUN) and k > i):
            break
        if k > i:
            if b & p.PREP and words[k] not in {"of", "for", "from", "with"}:
                break
            if b & p.TIME and not b & p.CAPITAL:
                break
            if b & (p.DET | p.POSSESSIVE) and not bits[k - 1] & (p.PREP | p.COORD):
                break
        k += 1
    return k


def content_after(s: Sentence, i: int, verb: CueWord, lexicon: Lexicon) -> Content | None:
    """What a cue verb whose clause ends before token `i` introduces, by its frames."""
    bits, words, frames = s.bits, s.words, verb.frames
    if i >= s.count:
        return None
    if "quote" in frames and (marked := _marked_ahead(s, i, lexicon)):
        first, _ = marked
        told = _recipient(s, i) if "recipient" in frames else i
        return Content(first, "quote", (i, told) if told > i else None)
    recipient = None
    start = i
    if "recipient" in frames:
        told = _recipient(s, i)
        if told > i:
            recipient = (i, told)
            i = told
    at = skip_adjuncts(s, i)
    if at >= s.count:
        return None
    clausal = "clause" in frames or "that" in frames
    if (
        clausal
        and (that := _that_ahead(s, i)) is not None
        and not (that == i and that + 1 < s.count and bits[that + 1] & (p.STOP | p.COMMA))
    ):
        return Content(that, "that", recipient)
    b = bits[at]
    if b & (p.COMMA | p.STOP | p.SEMICOLON | p.COLON | p.DASH | p.CLOSE | p.COORD):
        if "clause" in frames and b & p.COLON and at + 1 < s.count:
            return Content(at + 1, "colon", recipient)
        if "clause" in frames and b & p.COMMA and at + 2 < s.count and bits[at + 1] & (p.SUBORD | p.PREP) and at == i:
            return None
        return None
    if "wh" in frames and b & p.WH and not (b & p.SUBORD and words[at] in {"when", "where"}):
        return Content(at, "wh", recipient)
    if "if" in frames and words[at] == "if":
        return Content(at, "wh", recipient)
    if "to" in frames and b & p.TO:
        return Content(at, "to", recipient)
    word = words[i] if i < s.count else ""
    if (
        word in frames
        and i + 1 < s.count
        and bits[i] & (p.PREP | p.ADVERB | p.SUBORD | p.TO)
        and word not in {"that", "to"}
    ):
        return Content(i + 1, "preposition", recipient)
    if word == "out" and "out" in frames and i + 1 < s.count:
        return Content(i + 1, "preposition", recipient)
    if word == "to" and "to" in frames and i + 1 < s.count:
        return Content(i + 1, "preposition", recipient)
    if "any" in frames and b & (p.WORD | p.ATOM) and not b & (p.PREP & ~p.SUBORD | p.COORD):
        return Content(at, "clause", recipient)
    if "clause" in frames and b & (p.WORD | p.ATOM) and not b & (p.PREP & ~p.SUBORD) and clause_follows(s, at, s.count):
        return Content(at, "clause", recipient)
    if "clause" in frames and bits[i] & p.PREP and words[i] in {"if", "as"}:
        return Content(i, "clause", recipient)
    if "naming" in frames and words[i] == "as" and i + 1 < s.count:
        named = next((x for x in range(i + 1, min(i + 4, s.count)) if bits[x] & p.ATOM), None)
        if named is not None:
            return Content(i + 1, "object", None)
    if (
        "object" in frames
        and bits[start] & (p.WORD | p.ATOM)
        and not bits[start] & (p.PREP | p.TO | p.SUBORD | p.COORD | p.AUX) | 0
    ):
        if bits[start] & p.ADVERB and not bits[start] & p.DET:
            return None
        return Content(start, "object", None)
    if recipient and "recipient" in frames and "object" not in frames:
        return None
    if "quote" in frames and b & p.ATOM:
        return Content(at, "quote", recipient)
    return None


def clause_follows(s: Sentence, i: int, end: int) -> bool:
    """Whether a clause can begin at token `i`: some verb stands behind it, before token `end`."""
    bits = s.bits
    return any(
        bits[x] & (p.AUX | p.VERB | p.ED | p.CONTRACTED)
        or bits[x] & p.ATOM
        or (bits[x] & p.CUE and bits[x] & (p.PAST | p.THIRD | p.BASE))
        or (bits[x] == p.WORD and s.words[x].endswith("s") and not s.words[x].endswith("ss"))
        for x in range(i + 1, min(end, i + 30))
    ) or (i < end and bool(bits[i] & p.CONTRACTED))


def recipient_after(s: Sentence, i: int, verb: CueWord) -> tuple[int, int] | None:
    """Who is told, behind a cue whose content stands before it: '"No," he told Malika.'"""
    if "recipient" not in verb.frames or i >= s.count:
        return None
    end = _recipient(s, i)
    return (i, end) if end > i else None


def _goes_on(s: Sentence, k: int) -> bool:
    """Whether a content goes on behind the marked stretch at token `k` that ends in a comma: '"A," "B," and "C"'."""
    bits = s.bits
    n = k + 1
    if n >= s.count:
        return False
    if bits[n] & p.ATOM:
        return True
    return bool(
        bits[n] & p.COORD
        and n + 1 < s.count
        and not bits[n + 1] & (p.PRONOUN | p.CAPITAL)
        and any(x > n for x in s.atoms)
    )


def _inner_cue(s: Sentence, k: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a clause with a quotation of its own begins at token `k`: '..., who called him "a crook"'."""
    bits = s.bits
    for x in range(k, min(end, k + 8)):
        b = bits[x]
        if b & (p.ATOM | p.COMMA):
            return False
        if b & p.CUE and b & (p.PAST | p.THIRD | p.GERUND):
            verb = lexicon.verbs[s.words[x]]
            return "quote" in verb.frames and any(bits[y] & p.ATOM for y in range(x + 1, min(end, x + 8)))
    return False


def content_end(s: Sentence, first: int, frame: str, lexicon: Lexicon, *, subordinate: bool = False) -> int:
    """Behind the last token of the content that begins with token `first`."""
    bits = s.bits
    count = s.count
    while count > first and bits[count - 1] & p.STOP:
        count -= 1
    marked = any(bits[x] & p.ATOM for x in range(first, count))
    narrow = frame in {"object", "preposition", "quote-object"}
    depth = 0
    for k in range(first, count):
        b = bits[k]
        if b & p.OPEN:
            depth += 1
        elif b & p.CLOSE:
            if depth == 0:
                return k
            depth -= 1
        if depth:
            continue
        if b & p.ATOM and k + 1 < count and not _goes_on(s, k):
            if b & p.SPOKEN:
                return k + 1
            if k == first and frame == "quote" and bits[k + 1] & (p.ADJUNCT | p.DASH | p.TIME | p.RELATIVE | p.NUMBER):
                return k + 1
        if b & p.COMMA:
            if subordinate or (narrow and _inner_cue(s, k + 1, count, lexicon)):
                return k
            if _breaks(s, k, lexicon, first, marked=marked and any(x > k for x in s.atoms), narrow=narrow):
                return k
        elif b & p.COORD:
            if _speaks_next(s, k + 1, lexicon):
                return k
        elif b & p.SEMICOLON:
            if not any(x > k for x in s.atoms):
                return k
        elif b & p.DASH and (s.words[k] != "-" or s.starts[k] > s.ends[k - 1]):
            paired = any(bits[x] & p.DASH for x in range(k + 1, count))
            if not paired and not any(x > k for x in s.atoms) and (narrow or _has_verb(s, first, k)):
                return k
        elif (
            (b & p.COLON and frame != "quote" and k + 1 < count and bits[k + 1] & p.ATOM)
            or words_accord(s, k)
            or (
                narrow
                and b & p.SUBORD
                and s.words[k] in {"when", "while", "because", "after", "before", "although", "though"}
            )
        ):
            return k
    return count


def words_accord(s: Sentence, k: int) -> bool:
    """Whether 'according to' stands at token `k`."""
    return s.words[k] == "according" and k + 1 < s.count and s.words[k + 1] == "to"


def _breaks(s: Sentence, k: int, lexicon: Lexicon, first: int, *, marked: bool, narrow: bool) -> bool:
    """Whether the reported content ends at the comma at token `k`."""
    bits, words = s.bits, s.words
    clausal = not narrow
    n = k + 1
    if n >= s.count:
        return True
    b = bits[n]
    if words_accord(s, n):
        return True
    if bits[k - 1] & p.ATOM and not b & p.COORD and not marked:
        return True
    if b & p.GERUND and b & p.CUE:
        return True
    if _speaks_next(s, n, lexicon):
        return True
    if marked or (clausal and not _has_verb(s, first, k)):
        return False
    if b & p.RELATIVE and not b & p.THAT:
        return True
    if words[n] == "as" and n + 1 < s.count and words[n + 1] == "well":
        return False
    if b & p.SUBORD and words[n] in {
        "though",
        "although",
        "despite",
        "while",
        "even",
        "where",
        "when",
        "as",
        "whereas",
    }:
        return True
    if words[n] == "despite":
        return True
    if narrow and b & p.COORD and _clause_next(s, n + 1):
        return True
    return narrow and not b & p.COORD


def _clause_next(s: Sentence, i: int) -> bool:
    """Whether a clause of its own begins at token `i`: a subject and a finite verb before the next comma."""
    bits = s.bits
    for x in range(i, min(s.count, i + 9)):
        b = bits[x]
        if b & (p.COMMA | p.COORD | p.PREP | p.TO):
            return False
        if b & (p.AUX | p.VERB | p.CONTRACTED) or (x > i and b & p.CUE and b & (p.PAST | p.THIRD)):
            return True
    return False


def _has_verb(s: Sentence, first: int, end: int) -> bool:
    """Whether a finite verb stands between two tokens, so that what follows is no mere insertion behind a subject."""
    return any(s.bits[x] & (p.AUX | p.VERB | p.ED | p.CUE | p.CONTRACTED) for x in range(first, end))


def _speaks_next(s: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a new cue with its subject, of a few words, stands at token `i`: '... and Malika said'."""
    bits = s.bits
    x = i
    if x < s.count and bits[x] & p.COORD:
        x += 1
    start = x
    while x < s.count and x < start + 6:
        b = bits[x]
        if b & p.CUE and b & (p.PAST | p.THIRD):
            verb = lexicon.verbs[s.words[x]]
            if x == start:
                return s.count > x + 2 and bool(verb.frames & _SHARING) and is_cue(s, x, verb)
            return "quote" in verb.frames and is_cue(s, x, verb) and not bits[x - 1] & p.AUX
        if not b & p.WORD or (b & (p.AUX | p.VERB | p.PREP | p.TO | p.THAT | p.WH | p.SUBORD) and not b & p.ADVERB):
            return False
        x += 1
    return False
