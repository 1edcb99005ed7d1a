"""Who said what: quotations and reported statements with their speakers, cues and pieces."""

from uzru.parsing.quotes.attribution import Attribution
from uzru.parsing.quotes.speakers import speak
from uzru.parsing.quotes.stage import Quotes

__all__ = ["Attribution", "Quotes", "speak"]
