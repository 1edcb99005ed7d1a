"""Names: who and where, found, told apart by kind, and joined."""

from uzru.parsing.names.named import Named
from uzru.parsing.names.pronouns import resolve_pronouns
from uzru.parsing.names.stage import Names

__all__ = ["Named", "Names", "resolve_pronouns"]
