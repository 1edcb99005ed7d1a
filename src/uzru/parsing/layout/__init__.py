"""A page's lines: which is headline, dateline, paragraph, credit or frame, and what they say about the report."""

from uzru.parsing.layout.hints import Hint
from uzru.parsing.layout.layout import Layout
from uzru.parsing.layout.result import Item, LaidOut
from uzru.parsing.layout.styles import Style, load_styles

__all__ = ["Hint", "Item", "LaidOut", "Layout", "Style", "load_styles"]
