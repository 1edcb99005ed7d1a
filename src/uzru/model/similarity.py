"""Articles, and quotations, that say nearly the same in nearly the same words, in time near linear in their number.

Each text is cut into runs of words (shingles); their hashes are sketched by one-permutation MinHash; sketches that
share a band are compared, and linked if the texts share enough of their shingles. Quotations are so short that they are
found by their shingles themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final
from zlib import crc32

import attrs

from uzru.model.article import Article, BlockKind
from uzru.model.quote import Quote, QuoteKind

__all__ = ["NearDuplicates", "find_near_duplicates", "find_repeated", "shingles", "similarity"]

_WORD: Final = re.compile(r"\w+")
_RUN: Final = 3  # words in a shingle
_BINS: Final = 126
_ROWS: Final = 3  # bins in a band: of pairs that share half of their shingles, 99.6 % share a band
_FEWEST: Final = 10  # shingles of a text that can be like another
_MOST: Final = 8  # groups that a text is compared with in one band, and quotations that share a shingle
_SHORTEST: Final = 20  # letters of a quotation that is known again
_PROSE: Final = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.QUESTION, BlockKind.ANSWER, BlockKind.SIDEBAR, BlockKind.PULL_QUOTE}
)
_MIX: Final = 0x9E3779B97F4A7C15  # spreads checksums over 64 bits (Fibonacci hashing)
_MASK: Final = 0xFFFFFFFFFFFFFFFF


@attrs.frozen(kw_only=True)
class NearDuplicates:
    """Articles that tell nearly the same.

    Attributes:
        articles: the articles, in the order of the corpus.
        similarities: for each the share of shingles that it has in common with the first: 1 is the same words.
    """

    articles: tuple[Article, ...]
    similarities: tuple[float, ...]


def shingles(article: Article) -> frozenset[int]:
    """The hashes of all runs of three words of the report's prose; a page's frame, headline and credits do not count.

    >>> len(shingles(Article(text="A mint opened in Brno.")))
    3
    """
    parts = [article.text[block.span.slice] for block in article.blocks if block.kind in _PROSE] or [article.text]
    return frozenset(_hashes([word for part in parts for word in _WORD.findall(part.casefold())]))


def _hashes(words: Sequence[str]) -> Iterator[int]:
    """The hashes of the runs of these words."""
    runs = (" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))
    return (crc32(run.encode("utf-8", "surrogatepass")) * _MIX & _MASK for run in runs)


def similarity(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of all shingles of two texts that both have (Jaccard's coefficient).

    >>> similarity(frozenset({1, 2, 3}), frozenset({2, 3, 4}))
    0.5
    """
    common = len(one & other)
    return common / (len(one) + len(other) - common) if common else 0.0


def find_near_duplicates(articles: Sequence[Article], threshold: float = 0.5) -> tuple[NearDuplicates, ...]:
    """Groups of articles of which each is at least so similar to another of its group, in the order of the first.

    An article of fewer than ten shingles is like no other.
    """
    # Sketches are compared as articles come, and shingles made again when needed: all of them would fill the memory.
    sets = lru_cache(maxsize=1_000)(lambda index: shingles(articles[index]))
    groups = _Groups(len(articles))
    bands: dict[int, tuple[int, ...]] = {}
    for index in range(len(articles)):
        held = sets(index)
        if len(held) < _FEWEST:
            continue
        compared: set[int] = set()
        for key in _bands(_sketch(held)):
            others = bands.get(key, ())
            for other in others:
                if other not in compared and groups.first(other) != groups.first(index):
                    compared.add(other)
                    if similarity(held, sets(other)) >= threshold:
                        groups.join(other, index)
            # Copies beyond the first few of a band would only find what these find.
            if len(others) < _MOST:
                bands[key] = (*others, index)
    return tuple(_group(articles, sets, members) for members in groups.several())


def find_repeated(articles: Sequence[Article], threshold: float = 0.8) -> tuple[tuple[Quote, ...], ...]:
    """Groups of quotations in marks that several articles give, in the order of the first.

    Two are the same if one has at least this share of the shingles of the shorter one, so that a quotation that is cut
    short is known again; those of few words must be the same letter by letter.
    """
    quotes = [(index, quote) for index, article in enumerate(articles) for quote in _in_marks(article)]
    groups, sizes = _Groups(len(quotes)), []
    seen: dict[int | str, list[int]] = {}
    for number, (_, quote) in enumerate(quotes):
        words = _WORD.findall(quote.text.casefold())
        # Of the few shingles of a short quotation one may be anybody's.
        keys = set(_hashes(words)) if len(words) >= 2 * _RUN else {"".join(words)}
        sizes.append(len(keys))
        shared: Counter[int] = Counter()
        for key in keys:
            others = seen.setdefault(key, [])
            shared.update(others)
            if len(others) < _MOST:
                others.append(number)
        for other, count in shared.items():
            if count >= threshold * min(len(keys), sizes[other]):
                groups.join(other, number)
    found = ([quotes[number] for number in members] for members in groups.several())
    return tuple(tuple(quote for _, quote in members) for members in found if len({index for index, _ in members}) > 1)


def _in_marks(article: Article) -> Iterator[Quote]:
    for quote in article.quotes:
        letters = sum(character.isalnum() for character in quote.text)
        if quote.kind is not QuoteKind.INDIRECT and quote.repeats is None and letters >= _SHORTEST:
            yield quote


def _group(
    articles: Sequence[Article], sets: Callable[[int], frozenset[int]], members: Sequence[int]
) -> NearDuplicates:
    first = sets(members[0])
    shares = tuple(similarity(first, sets(member)) for member in members)
    return NearDuplicates(articles=tuple(articles[member] for member in members), similarities=shares)


def _sketch(held: Iterable[int]) -> list[int]:
    """The least hash in each of the bins; an empty bin takes that of the next one that is not."""
    least = [_MASK] * _BINS
    for value in held:
        if value < least[at := value % _BINS]:
            least[at] = value
    filled = next(value for value in least if value != _MASK)
    for at in range(_BINS - 1, -1, -1):
        least[at] = filled = least[at] if least[at] != _MASK else filled
    return least


def _bands(sketch: Sequence[int]) -> Iterator[int]:
    """A number for each band and what stands in it; hashes of numbers are the same in every process."""
    for at in range(0, _BINS, _ROWS):
        yield hash((at, *sketch[at : at + _ROWS]))


class _Groups:
    """Numbers joined into groups, each known by its first (union-find)."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def first(self, number: int) -> int:
        while (above := self._above[number]) != number:
            self._above[number] = number = self._above[above]
        return number

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.first(one), self.first(other)))
        self._above[second] = first

    def several(self) -> Iterator[list[int]]:
        """The groups of more than one."""
        groups: dict[int, list[int]] = {}
        for number in range(len(self._above)):
            groups.setdefault(self.first(number), []).append(number)
        return (members for members in groups.values() if len(members) > 1)
