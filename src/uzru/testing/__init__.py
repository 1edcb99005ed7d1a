"""Texts for tests and benchmarks of your own: hypothesis strategies for news-like text, and reports of any size.

Needs hypothesis (`pip install uzru[test]`).
"""

from uzru.testing.report import make_report
from uzru.testing.strategies import (
    datelines,
    names,
    news_texts,
    odd_characters,
    quotations,
    reports,
    sentences,
    spoiled,
)

__all__ = [
    "datelines",
    "make_report",
    "names",
    "news_texts",
    "odd_characters",
    "quotations",
    "reports",
    "sentences",
    "spoiled",
]
