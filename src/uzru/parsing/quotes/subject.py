"""Finds who acts in the clause of a cue: the subject before it, behind it, or shared with another verb."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from uzru.parsing.quotes import parts as p
from uzru.parsing.quotes.phrases import EDGE, is_finite_cue, noun_phrase_after, noun_phrase_before

if TYPE_CHECKING:
    from uzru.parsing.quotes.tokens import Sentence

__all__ = ["Clause", "before_apposition", "last_subject", "main_subject", "read_clause"]

_LOOSE = p.PREP | p.SUBORD | p.WH | p.RELATIVE | p.ADVERB | p.TIME
_ENDS_SUBJECT = EDGE | p.VERBAL | p.RELATIVE | p.SUBORD | p.THAT | p.TO
_NO_LAST = p.ADVERB | p.COORD | p.PREP
# What stands between a verb and its subject, or is one without a noun.
_NO_SUBJECT = EDGE | p.TO | p.PRONOUN | p.COORD | p.THAT | p.RELATIVE | p.WH | p.PREP | p.SUBORD
_VERB_GROUP = p.AUX | p.ADVERB | p.TIME
_FAR = 60
_PAIRED = 24
_LONG_ITEM = 8
_NO_ITEM = p.AUX | p.VERB | p.CUE | p.ED | p.TIME | p.PRONOUN | p.ATOM | p.SUBORD


class Clause(NamedTuple):
    """The clause around a cue, in indexes of tokens, half-open.

    `subject` is None where the sentence names none; `how` tells which way it was found.
    """

    subject: tuple[int, int] | None
    left: int
    right: int
    how: str


def _segment_kind(s: Sentence, first: int, last: int) -> str:
    """What stands between two commas: 'loose' (a remark or opener), 'clause', or 'noun' (a noun phrase)."""
    bits = s.bits
    while first <= last and bits[first] & p.COORD:
        first += 1
    if first > last:
        return "loose"
    b = bits[first]
    if b & (_LOOSE | p.NUMBER | p.GERUND) and not b & p.SPECIFIER and not b & p.CAPITAL:
        return "loose"
    if b & p.CAPITAL and b & _LOOSE and not b & p.SPECIFIER:
        return "loose"
    if b & p.CAPITAL and b & (p.GERUND | p.ED):
        return "loose"
    if b & p.ED and not b & p.CAPITAL:
        return "loose"
    if any(bits[x] & p.AUX or (bits[x] & p.VERB and not bits[x] & p.NOUN) for x in range(first, last + 1)):
        return "clause"
    return "noun"


def before_apposition(s: Sentence, comma: int) -> tuple[int, int] | None:
    """The subject before a remark that ends with the comma at `comma`: 'Ann Roe, 49, a nurse from Nukus, said'."""
    bits = s.bits
    edges = [comma]
    x = comma - 1
    while x >= 0 and x > comma - 2 * _FAR:
        b = bits[x]
        if b & p.CLOSE:
            while x > 0 and not bits[x] & p.OPEN:
                x -= 1
        elif b & p.PAUSE:
            edges.append(x)
        elif b & (p.SEMICOLON | p.COLON | p.STOP) or (b & p.ATOM and (b & p.SPOKEN or not x or x + 1 == edges[-1])):
            break
        x -= 1
    edges.append(x if x >= 0 else -1)
    segments = [(left + 1, right - 1) for right, left in pairwise(edges[1:]) if left + 1 <= right - 1]
    if x >= 0 and bits[x] & p.ATOM and segments:
        # '"No," Ann Roe, 49, of Nukus, said': all behind the marks is the subject.
        first, last = segments[-1]
        if _segment_kind(s, first, last) == "noun":
            # 'a spokesman for the mint, Egor Panin, said': the name is part of it.
            named_later = not bits[last] & p.CAPITAL and any(bits[edge + 1] & p.CAPITAL for edge in edges[1:-1])
            return first, (comma if named_later else last + 1)
    best: tuple[int, int] | None = None
    for number, (first, last) in enumerate(segments):
        kind = _segment_kind(s, first, last)
        if kind == "loose":
            # 'In Ohio Ann Roe, a nurse, said': the phrase may stand behind the opener.
            start = noun_phrase_before(s, last, first)
            if (
                start > first
                and bits[start] & (p.CAPITAL | p.DET)
                and (not bits[start - 1] & (p.PREP | p.DET | p.CAPITAL) or s.words[start - 1] == "as")
            ):
                return start, last + 1
            if best is not None and bits[first] & p.PREP and _is_place(s, best):
                return _segment_right(segments, number, s) or best
            if best is not None:
                break
            continue
        start = noun_phrase_before(s, last, first)
        if kind == "clause":
            if best is None and start <= last:
                return start, last + 1
            break
        best = (start, last + 1)
        if start > first:
            break
    return best


def _is_place(s: Sentence, phrase: tuple[int, int]) -> bool:
    """Whether a phrase may be the rest of a place behind 'In Raleigh,': one or two capitalized words."""
    return phrase[1] - phrase[0] <= 2 and all(s.bits[x] & p.CAPITAL for x in range(*phrase))


def _segment_right(segments: list[tuple[int, int]], number: int, s: Sentence) -> tuple[int, int] | None:
    """The noun phrase two segments to the right of segment `number`, if one stands there."""
    if number < 2:
        return None
    first, last = segments[number - 2]
    return (noun_phrase_before(s, last, first), last + 1) if _segment_kind(s, first, last) == "noun" else None


def main_subject(s: Sentence, before: int, start: int = 0) -> tuple[int, int] | None:
    """The subject of the sentence's first main clause from token `start`, if it begins before token `before`."""
    bits = s.bits
    before = min(before, start + 2 * _FAR)
    i = start
    if not start and s.words[:1] == ["as"] and (end := noun_phrase_after(s, 1)) > 1:
        return 1, _before_verb(s, 1, end)
    while i < before:
        b = bits[i]
        if b & (p.COORD | p.ADVERB) or (b & (p.DASH | p.COMMA | p.STOP | p.COLON)):
            i += 1
            continue
        if b & (p.PREP | p.SUBORD | p.TIME | p.GERUND | p.ED | p.NUMBER | p.WH) and not (
            b & (p.DET | p.POSSESSIVE | p.THAT)
        ):
            comma = next((x for x in range(i, before) if bits[x] & (p.COMMA | p.ATOM)), None)
            if comma is None:
                return None
            i = comma + 1
            continue
        break
    if i >= before or bits[i] & p.ATOM:
        return None
    if bits[i] & p.PRONOUN:
        return i, i + 1
    end = _before_verb(s, i, before)
    behind = next((x for x in range(end, min(before, end + 3)) if bits[x] & p.COMMA), None)
    if behind is not None and any(bits[x] & p.TIME and bits[x] & p.ADVERB for x in range(i, behind)):
        return main_subject(s, before, behind + 1)  # 'Hours later, Panin ...'
    return (i, end) if end > i else None


def _before_verb(s: Sentence, i: int, before: int) -> int:
    """Where the noun phrase that begins with token `i` ends: before the first verb."""
    bits = s.bits
    end = i
    while end < before and not bits[end] & _ENDS_SUBJECT:
        if end > i and (is_finite_cue(bits[end]) or (bits[end] & p.CUE and bits[end] & p.PAST)):
            break
        if end > i and bits[end] & p.ED and not bits[end - 1] & (p.DET | p.POSSESSIVE | p.PREP):
            break
        end += 1
    while end > i and bits[end - 1] & _NO_LAST:
        end -= 1
    return end


def read_clause(s: Sentence, cue: int, previous: tuple[int, int] | None) -> Clause | None:
    """The clause of the cue at token `cue`; `previous` is the subject of the cue before it in this sentence."""
    bits = s.bits
    j = _before_verb_group(s, cue)
    left = j + 1
    gerund = bool(bits[cue] & p.GERUND) and (left == cue or not bits[cue - 1] & p.BE)
    if j >= 0 and not gerund and not bits[j] & _NO_SUBJECT:
        return _behind_noun(s, cue, j, previous, gerund=False)
    if j >= 0 and bits[j] & p.TO:
        return _infinitive(s, cue, j, previous)
    if j < 0 or bits[j] & p.ATOM or (bits[j] & p.COMMA and j and bits[j - 1] & p.ATOM):
        return _beside_marks(s, cue, j, previous, gerund=gerund)
    b = bits[j]
    if b & p.PRONOUN and not (b & p.OBJECTIVE and gerund and b & p.SINGULAR):
        return Clause((j, j + 1), j, cue + 1, "pronoun")
    if gerund and (quoted := _quoted_as(s, j)) is not None:
        return Clause(quoted, quoted[0], cue + 1, "noun")
    if gerund and b & (p.COMMA | p.PREP | p.SUBORD | p.DASH | p.COORD):
        return Clause(previous or main_subject(s, j), left, cue + 1, "participle")
    if b & p.COORD:
        return _shared(s, cue, j, j, previous, "coordinated")
    if b & p.COMMA or (b & p.DASH and any(bits[x] & p.DASH for x in range(max(0, j - _PAIRED), j))):
        return _behind_comma(s, cue, j, previous)
    if b & (p.DASH | p.COLON | p.SEMICOLON | p.STOP | p.OPEN):
        return _inverted(s, cue, left)
    if b & (p.THAT | p.RELATIVE | p.WH):
        stands_for_subject = b & p.RELATIVE and b & (p.THAT | p.PRONOUN | p.DET)
        return Clause((j, j + 1), j, cue + 1, "relative") if stands_for_subject else None
    if b & (p.PREP | p.SUBORD) and not b & p.DET:
        inverted = _inverted(s, cue, j) if s.words[j] in {"as", "than"} else None
        return inverted or _shared(s, cue, j, j, previous, "participle")
    return _behind_noun(s, cue, j, previous, gerund=gerund)


def _before_verb_group(s: Sentence, cue: int) -> int:
    """The last token before the cue and its auxiliaries, adverbs and times; -1 if there is none."""
    bits = s.bits
    j = cue - 1
    while j >= 0 and (bits[j] & _VERB_GROUP or s.words[j].endswith(("self", "selves"))) and not bits[j] & p.CONTRACTED:
        if bits[j] & p.TIME and j and bits[j - 1] & p.PREP:
            j -= 1
        j -= 1
    return j


def _shared(s: Sentence, cue: int, j: int, left: int, previous: tuple[int, int] | None, how: str) -> Clause | None:
    """The clause of a cue that shares the subject of another verb."""
    subject = previous or main_subject(s, j)
    return Clause(subject, left, cue + 1, how) if subject else None


def _infinitive(s: Sentence, cue: int, j: int, previous: tuple[int, int] | None) -> Clause | None:
    """'He went on to say': the clause of the first verb, the content of the second; else the subject is shared."""
    if j > 1 and s.words[j - 1] == "on" and s.bits[j - 2] & p.CUE:
        clause = read_clause(s, j - 2, previous)
        return clause._replace(right=cue + 1) if clause and clause.how != "inverted" else None
    if (subject := _governor_subject(s, j - 1)) is not None:
        return Clause(subject, j, cue + 1, "infinitive")
    return _shared(s, cue, j, j, previous, "infinitive")


def _governor_subject(s: Sentence, verb: int) -> tuple[int, int] | None:
    """The subject of the verb on which an infinitive hangs: 'Panin was asked to say'."""
    if verb < 1 or not s.bits[verb] & (p.ED | p.VERB | p.CUE) or s.bits[verb] & (p.CAPITAL | p.GERUND | p.NOUN):
        return None
    k = _before_verb_group(s, verb)
    if k < 0 or not s.bits[k] & p.WORD or s.bits[k] & (p.PREP | p.SUBORD | p.COORD | p.RELATIVE | p.THAT | p.TO):
        return None
    first = k if s.bits[k] & p.PRONOUN else noun_phrase_before(s, k)
    return (first, k + 1) if first <= k else None


def _beside_marks(s: Sentence, cue: int, j: int, previous: tuple[int, int] | None, *, gerund: bool) -> Clause | None:
    """The clause of a cue right behind marks or at the sentence's start."""
    left = j + 1
    if j > 0 and s.bits[j] & p.TITLED and not s.bits[j] & p.SPOKEN and s.bits[j - 1] & p.WORD:
        first = noun_phrase_before(s, j - 1)
        if first < j and s.bits[first] & (p.DET | p.CAPITAL | p.POSSESSIVE):  # 'The daily "Ore" says'
            return Clause((first, j + 1), first, cue + 1, "noun")
    if j > 1 and s.bits[j] & p.TITLED and s.bits[j - 1] & p.POSSESSOR and s.bits[j] & p.SPOKEN:
        comma = next((x for x in range(j - 2, 0, -1) if s.bits[x] & p.COMMA), None)
        if comma is not None and (first := noun_phrase_before(s, comma - 1)) < comma:
            return Clause((first, comma), first, cue + 1, "apposition")  # 'Malika, star of "The Mint," said'
    if not gerund and (inverted := _inverted(s, cue, left)) is not None:
        return inverted
    if j < 0:
        return Clause(_subject_behind(s, cue), left, cue + 1, "participle") if gerund else None
    return Clause(previous or main_subject(s, j), left, cue + 1, "participle" if gerund else "shared")


def _behind_comma(s: Sentence, cue: int, j: int, previous: tuple[int, int] | None) -> Clause | None:
    """The clause of a cue behind the comma or dash at token `j`: behind an apposition, or inverted."""
    found = before_apposition(s, j)
    end = noun_phrase_after(s, cue + 1)
    if found is None or (_tail_inversion(s, cue, end) and _holds_clause(s, 0, j)):
        if (inverted := _inverted(s, cue, j + 1)) is not None:
            return inverted
        found = found or previous or main_subject(s, j)
    return Clause(found, found[0], cue + 1, "apposition") if found else None


def _behind_noun(s: Sentence, cue: int, j: int, previous: tuple[int, int] | None, *, gerund: bool) -> Clause | None:
    """The clause of a cue whose subject may be the noun phrase that ends with token `j`."""
    bits = s.bits
    first = noun_phrase_before(s, j)
    if first > j:
        return _shared(s, cue, j, j + 1, previous, "shared")
    if gerund and (bits[first] & p.ED or (first and bits[first - 1] & (p.VERBAL | p.ED | p.CUE))):
        shown = j
        while shown > first and bits[shown] & p.CAPITAL:
            shown -= 1
        if shown < j and s.words[shown] == "of":  # 'The ad shows footage of Panin saying'
            return Clause((shown + 1, j + 1), j + 1, cue + 1, "participle")
        # 'She sent an email saying': the noun is what she sent, not who speaks.
        subject = main_subject(s, first) or previous
        if subject and subject[1] <= first:
            return Clause(subject, j + 1, cue + 1, "participle")
    first = _list_start(s, first, j)
    last = j + 1 if s.words[j + 1].endswith(("self", "selves")) else j  # 'the mayor himself'
    return Clause((first, last + 1), first, cue + 1, "noun")


def _list_start(s: Sentence, first: int, last: int) -> int:
    """Where a list of speakers begins whose last items are tokens `first` to `last`: 'France, Germany, and Italy'."""
    bits = s.bits
    start = first
    if start and bits[start - 1] & p.COORD and bits[start - 1] & p.JOINS:
        start -= 1
    elif first == last or not any(bits[x] & p.COORD and bits[x] & p.JOINS for x in range(first, last)):
        return first
    if not start or not bits[start - 1] & p.COMMA:
        return first
    while start and bits[start - 1] & p.COMMA and (item := _list_item(s, start - 2)) is not None:
        start = item
    return first if bits[start] & (p.COORD | p.COMMA) else start


def _list_item(s: Sentence, last: int) -> int | None:
    """Where the name or group of a list that ends with token `last` begins, behind a comma or the sentence's start."""
    bits = s.bits
    if last < 0 or not (bits[last] & p.CAPITAL or s.words[last].endswith("s")):
        return None
    for x in range(last, max(-1, last - _LONG_ITEM), -1):
        b = bits[x]
        if b & p.COMMA:
            return x + 1 if x < last and not bits[x + 1] & (_LOOSE & ~p.ADVERB | p.COORD) else None
        if not b & p.WORD or (b & _NO_ITEM and not b & p.CAPITAL):
            return None
    return 0 if last < _LONG_ITEM and not bits[0] & _LOOSE else None


def _inverted(s: Sentence, cue: int, left: int) -> Clause | None:
    """'said X', with the name that follows a description: 'said the head of the mint, Egor Panin'."""
    bits = s.bits
    end = noun_phrase_after(s, cue + 1)
    if end <= cue + 1:
        return None
    if not bits[cue + 1] & (p.CAPITAL | p.PRONOUN) and end + 1 < s.count and bits[end] & p.COMMA:
        behind = end + 1
        while behind < s.count and bits[behind] & p.CAPITAL and not bits[behind] & p.TIME:
            behind += 1
        if behind > end + 1 and (behind >= s.count or bits[behind] & (p.COMMA | p.STOP)):
            end = behind
    return Clause((cue + 1, end), left, end, "inverted")


def _quoted_as(s: Sentence, j: int) -> tuple[int, int] | None:
    """The subject of 'X is quoted as saying', where token `j` is 'as'."""
    bits = s.bits
    if j < 3 or s.words[j] != "as" or not (bits[j - 1] & p.PARTICIPLE and bits[j - 1] & p.CUE):
        return None
    k = j - 2
    while k >= 0 and bits[k] & (p.AUX | p.ADVERB):
        k -= 1
    if k < 0 or k == j - 2 or not bits[k] & p.WORD:
        return None
    first = k if bits[k] & p.PRONOUN else noun_phrase_before(s, k)
    return (first, k + 1) if first <= k else None


def _subject_behind(s: Sentence, cue: int) -> tuple[int, int] | None:
    """Who acts in the clause behind a participle that opens the sentence: 'Citing the plan, Roe left.'"""
    found = main_subject(s, s.count)
    return found if found is not None and found[0] > cue else None


def _holds_clause(s: Sentence, start: int, end: int) -> bool:
    """Whether a clause, not only a subject with its apposition, stands between two tokens."""
    begin = start
    for x in range(start, end + 1):
        if x == end or s.bits[x] & p.COMMA:
            kind = _segment_kind(s, begin, x - 1) if begin < x else "loose"
            if kind == "clause" or (kind == "noun" and any(s.bits[y] & (p.ED | p.CUE) for y in range(begin + 1, x))):
                return True
            begin = x + 1
    return False


def _ends_soon(s: Sentence, i: int) -> bool:
    """Whether the clause ends at token `i` or after a time or place: no verb follows."""
    while i < s.count and not s.bits[i] & (p.STOP | p.COMMA):
        if s.bits[i] & (p.AUX | p.VERB | p.CUE | p.TO | p.THAT | p.ATOM | p.ED):
            return False
        i += 1
    return True


def _tail_inversion(s: Sentence, cue: int, end: int) -> bool:
    """Whether 'C, said Ann Roe.' is meant: a plain verb of saying, a noun phrase behind it, the sentence's end."""
    return end > cue + 1 and bool(s.bits[cue] & p.FINITE) and bool(s.bits[cue] & p.SAYING) and _ends_soon(s, end)


def last_subject(s: Sentence) -> tuple[int, int] | None:
    """The subject of the cue next to a sentence's end, else of its main clause."""
    for i in range(s.count - 1, max(0, s.count - 6), -1):
        if s.bits[i] & p.CUE and s.bits[i] & (p.PAST | p.THIRD | p.GERUND):
            clause = read_clause(s, i, None)
            if clause and clause.subject and clause.how in {"noun", "pronoun", "apposition", "inverted"}:
                return clause.subject
    return main_subject(s, s.count)
