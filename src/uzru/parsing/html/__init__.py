"""A saved web page to an article: what the page says of itself, the report's text, then the same stages."""

from uzru.parsing.html.read import parse_html

__all__ = ["parse_html"]
