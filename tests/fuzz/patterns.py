"""Times every regular expression that is given long texts on near-misses made from its own parse tree.

`python tests/fuzz/patterns.py` ends with status 1 if one takes time out of proportion.  First the parser reads odd
texts while each pattern's calls are watched: those that look only at short stretches are safe whatever they are.  The
others run as they were called, over near-misses of growing length.
"""

from __future__ import annotations

import contextlib
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_ALPHABET = "aA1 \n\t,.-–—:;()[]\"'“”/|_&$%zéЖ\x00\u2028"
_FAR = 500  # what looks at less than this is not timed
_SIZES = (60, 300, 1_500, 6_000)
_ENDLESS = 0.05  # seconds for one of the first two: exponential, or cubic
_WORTH_A_LOOK = 0.003  # seconds for the third
_RATIO = 9  # from the third to the last the text is four times as long: 4 if linear, 16 if quadratic
_UNITS = 'A |a |A|a|1 |"|(|[|-|A-|A: |A, |A. | |1999 |/|said |the '.split("|")
_HEADS = '|By |(|Brno, 9 July 2002 (RFE/RL) -- |"|President |RFE/RL: |A |May |SEE ALSO: '.split("|")
_SCANS = ("search", "finditer", "findall", "split", "sub", "subn")


class Watched:
    """A compiled pattern that notes the longest stretch that each of its methods is given."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self.farthest: dict[str, int] = {}

    def __getattr__(self, name: str) -> Any:
        value = getattr(self.__dict__["pattern"], name)
        if name not in (*_SCANS, "match", "fullmatch"):
            return value

        def run(*given: Any, **named: Any) -> Any:
            text = given[1 if name in ("sub", "subn") else 0]
            start = given[1] if name not in ("sub", "subn", "split") and len(given) > 1 else 0
            end = given[2] if name not in ("sub", "subn", "split") and len(given) > 2 else len(text)
            self.farthest[name] = max(self.farthest.get(name, 0), min(end, len(text)) - start)
            return value(*given, **named)

        return run

    def runs(self) -> list[Callable[[str], Any]]:
        """How long texts are looked at."""
        if any(self.farthest.get(method, 0) > _FAR for method in _SCANS):
            return [lambda text: sum(1 for _ in self.pattern.finditer(text))]
        return [self.pattern.match, self.pattern.fullmatch]


def watch_patterns() -> list[Watched]:
    """All patterns of the package, after the parser has read odd texts."""
    compiled: dict[re.Pattern[str], Watched] = {}
    compile_pattern = re._compile  # type: ignore[attr-defined]

    def watched(pattern: Any, flags: Any) -> Any:
        made = compile_pattern(pattern, flags)
        caller = sys._getframe(2).f_globals.get("__name__", "")
        if not caller.startswith("uzru") or not isinstance(made.pattern, str):
            return made
        return compiled.setdefault(made, Watched(made))

    re._compile = watched  # type: ignore[attr-defined]
    import uzru
    from uzru.parsing.html import parse_html
    from uzru.testing import make_report

    use = uzru.Parser()
    seeds = [article.text for article in uzru.load_seeds()]
    report = make_report(12_000)
    texts = [*seeds, report, *(text.replace("\n", " ") for text in [*seeds, report])]
    texts += [f"{head}{unit * (2_000 // len(unit))}" for head in _HEADS for unit in _UNITS]
    for text in texts:
        article = use.parse(text)
        article._repr_html_()
        uzru.from_json(uzru.to_json(article))
    for text in texts[:8]:
        parse_html(
            f"<title>{text}</title><meta name=author content='{text}'><div class=wsw><p>{text}</div>", parser=use
        )
    re._compile = compile_pattern  # type: ignore[attr-defined]
    return list(compiled.values())


class _ReachedError(Exception):
    """The repetition that is to be pumped has been reached."""


class Sampler:
    """Texts that a parsed pattern takes, more or less."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.parts: list[str] = []
        self.groups: dict[int, str] = {}

    def walk(self, tree: Any, target: Any = None) -> None:
        """Add what the tree takes; stop at the target."""
        for node in tree:
            if node is target:
                raise _ReachedError
            self.step(node, target)

    def step(self, node: Any, target: Any) -> None:
        """Add what one node takes."""
        code, value = node
        if code is op.LITERAL:
            self.parts.append(chr(value))
        elif code is op.NOT_LITERAL:
            self.parts.append(self.rng.choice([one for one in _ALPHABET if ord(one) != value]))
        elif code is op.ANY:
            self.parts.append(self.rng.choice(_ALPHABET))
        elif code is op.IN:
            self.parts.append(self.rng.choice(_members(value)))
        elif code is op.BRANCH:
            holding = [one for one in value[1] if target is not None and _holds(one, target)]
            self.walk((holding or [self.rng.choice(value[1])])[0], target)
        elif code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            low, high, body = value
            times = max(low, min(high, self.rng.choice((1, 2))))
            for _ in range(min(int(times), 40)):
                self.walk(body, target)
        elif code is op.GROUPREF:
            self.parts.append(self.groups.get(value, ""))
        elif code not in (op.ASSERT, op.ASSERT_NOT) or (target is not None and _holds([node], target)):
            start = len(self.parts)
            for tree in _inner(node):
                self.walk(tree, target)
            if code is op.SUBPATTERN:
                self.groups[value[0]] = "".join(self.parts[start:])


_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    op.CATEGORY_DIGIT: str.isdecimal,
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_WORD: lambda one: one.isalnum() or one == "_",
    op.CATEGORY_NOT_DIGIT: lambda one: not one.isdecimal(),
    op.CATEGORY_NOT_SPACE: lambda one: not one.isspace(),
    op.CATEGORY_NOT_WORD: lambda one: not (one.isalnum() or one == "_"),
}


def _members(items: Any) -> list[str]:
    """Characters of a set."""
    negated = items[0][0] is op.NEGATE
    listed = [one for one in _ALPHABET if any(_takes(item, one) for item in items[negated:]) != negated]
    edges = (value for code, value in items if not negated and code in (op.LITERAL, op.RANGE))
    return listed + [chr(value if isinstance(value, int) else value[0]) for value in edges] or ["a"]


def _takes(item: Any, one: str) -> bool:
    code, value = item
    if code is op.CATEGORY:
        return _CATEGORIES[value](one)
    low, high = value if code is op.RANGE else (value, value)
    return bool(low <= ord(one) <= high)


def _inner(node: Any) -> Iterator[Any]:
    """The trees directly within a node."""
    code, value = node
    if code is op.BRANCH:
        yield from value[1]
    elif code is op.SUBPATTERN:
        yield value[3]
    elif code is op.ATOMIC_GROUP:
        yield value
    elif code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        yield value[2]
    elif code in (op.ASSERT, op.ASSERT_NOT):
        yield value[1]


def _holds(tree: Any, target: Any) -> bool:
    return any(node is target or any(_holds(one, target) for one in _inner(node)) for node in tree)


def _repetitions(tree: Any) -> Iterator[Any]:
    """Repetitions that have no small bound."""
    for node in tree:
        if node[0] in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and node[1][1] > 60:
            yield node
        for one in _inner(node):
            yield from _repetitions(one)


def near_misses(pattern: re.Pattern[str], rng: random.Random) -> Iterator[tuple[str, str, str]]:
    """What stands before, what is repeated, and what stands behind and spoils the match."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    pumped = [("", unit) for unit in _ALPHABET]
    for node in _repetitions(tree):
        around = Sampler(rng)
        with contextlib.suppress(_ReachedError):
            around.walk(tree, node)
        pumped += [("".join(around.parts), unit) for unit in sorted({_sample(node[1][2], rng) for _ in range(8)})]
    pumped.append(("", _sample(tree, rng)))
    for prefix, unit in dict.fromkeys(pumped):
        if unit:
            yield from ((prefix, unit, end) for end in ("\x00", "a", " "))


def _sample(tree: Any, rng: random.Random) -> str:
    sampler = Sampler(rng)
    sampler.walk(tree)
    return "".join(sampler.parts)


def worst(pattern: re.Pattern[str], run: Callable[[str], Any], rng: random.Random) -> tuple[float, str]:
    """By how much four times the text takes longer, at worst, and on what."""
    found, on = 0.0, ""
    for prefix, unit, end in near_misses(pattern, rng):
        said = f"{prefix!r} + {unit!r} * n + {end!r}"
        *small, short, long = (prefix + unit * (size // len(unit)) + end for size in _SIZES)
        if any(_seconds(run, text) > _ENDLESS for text in small):
            return float("inf"), said
        if _seconds(run, short) < _WORTH_A_LOOK:
            continue
        ratio = min(_seconds(run, long) / _seconds(run, short) for _ in range(2))
        if ratio > found:
            found, on = ratio, said
        if ratio > _RATIO:
            break
    return found, on


def _seconds(run: Callable[[str], Any], text: str) -> float:
    start = time.process_time()
    run(text)
    return time.process_time() - start + 1e-9


def main() -> int:
    """Print each pattern that is not linear."""
    rng, bad = random.Random(1), 0
    patterns = watch_patterns()
    far = [one for one in patterns if max(one.farthest.values(), default=0) > _FAR]
    for one in far:
        ratio, on = max(worst(one.pattern, run, rng) for run in one.runs())
        if ratio > _RATIO:
            bad += 1
            print(f"{ratio:5.1f}  {one.farthest} {one.pattern.pattern[:300]!r}\n       on {on}", flush=True)
    print(f"{len(patterns)} patterns, {len(far)} of them given long texts, {bad} not linear")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
