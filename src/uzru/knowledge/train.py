"""Learns the weights that decide names' kinds: `python -m uzru.knowledge.train FOLDER > name-weights.tsv`.

FOLDER holds marked texts, one JSON document a line in `*.jsonl` or `*.jsonl.gz`: `text`, `names`
(`[start, end, kind]`; kinds person, organization, country, place, other), `other_marked` (false where names of the kind
'other' are not marked) and `unjudged` (stretches to leave out). A table in its README.md may name origin and license of
each file; the weights' header repeats them. `--without NAME` leaves a file out, `--features N` changes how many
features are kept.
The same files give the same bytes.
"""

from __future__ import annotations

import gzip
import json
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from uzru.errors import SourceError, UzruError
from uzru.knowledge.loader import Knowledge
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.training import MarkedText, train

__all__ = ["main", "read_texts", "weights_table"]

_EXPLANATION = (
    "What decides a name's kind and ends: weights of features, learned from marked texts.",
    "feature: what is seen; the letter before '=', ':' or '.' tells where: s the word alone, f first, l last,",
    "  i inside, p and q before, r and t behind, w the whole, d the document (see uzru/parsing/names/features.py).",
    "person, organization, country, place, other, none: its weight for each kind, or for being no name; empty is 0.",
    "Written by `python -m uzru.knowledge.train`; the texts themselves are not part of uzru. Learned from:",
)


def read_texts(folder: Path, without: Sequence[str] = ()) -> Iterator[tuple[str, MarkedText]]:
    """The marked texts of a folder with their files' names, files in order of name.

    Raises:
        SourceError: if there are none, or a line is no JSON document with a text and names.
    """
    paths = [path for path in sorted(folder.glob("*.jsonl*")) if path.name.split(".")[0] not in without]
    if not paths:
        raise SourceError(f"{folder}: there are no .jsonl files of marked texts; check the path")
    for path in paths:
        with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    text: MarkedText = json.loads(line)
                    text["text"], text["names"]
                except (ValueError, TypeError, KeyError):
                    raise SourceError(f"{path}, line {number}: no JSON document with 'text' and 'names'") from None
                yield path.name.split(".")[0], text


def _licenses(folder: Path) -> dict[str, str]:
    """Origin and license by file, from the table of the folder's README.md."""
    found: dict[str, str] = {}
    readme = folder / "README.md"
    previous = ""
    for line in readme.read_text(encoding="utf-8").split("\n") if readme.exists() else ():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) >= 3:
            previous = cells[1] = previous if cells[1] == "the same" else cells[1]
            for name in cells[0].split(","):
                found[name.strip()] = f"{cells[1]}; {cells[2]}"
    return found


def weights_table(folder: Path, *, without: Sequence[str] = (), most: int = 8000) -> Iterator[str]:
    """The lines of the table of weights learned from a folder."""
    texts = list(read_texts(folder, without))
    licenses = _licenses(folder)
    for line in _EXPLANATION:
        yield f"# {line}"
    for name, count in sorted(Counter(name for name, _ in texts).items()):
        yield f"#   {name}: {count} documents; {licenses.get(name, 'origin and license not stated')}"
    if any("BY-SA" in terms for terms in licenses.values()):
        yield "# License of this file: CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/), since"
        yield "# share-alike texts are among them; uzru's code and other tables are under their own licenses."
    yield "feature\tperson\torganization\tcountry\tplace\tother\tnone"
    for feature, weights in train(Lexicon(Knowledge()), [text for _, text in texts], most=most).items():
        yield "\t".join([feature, *(str(weight) if weight else "" for weight in weights)]).rstrip("\t")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the weights; 1 if the texts cannot be read."""
    parser = ArgumentParser(
        prog="python -m uzru.knowledge.train", description="Learns the weights that decide names' kinds."
    )
    parser.add_argument("folder", type=Path, help="a folder of .jsonl or .jsonl.gz files with marked texts")
    parser.add_argument(
        "--without", action="append", default=[], metavar="NAME", help="leave out a file (its name up to the dot)"
    )
    parser.add_argument("--features", type=int, default=8000, metavar="N", help="how many features to keep (8000)")
    given = parser.parse_args(arguments)
    try:
        for line in weights_table(given.folder, without=given.without, most=given.features):
            print(line)
    except (OSError, UzruError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
