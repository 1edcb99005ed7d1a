"""Events: who did what to whom, when and where, after patterns that people can read."""

from uzru.parsing.events.stage import Events

__all__ = ["Events"]
