"""What uzru knows: facts as tables, packaged and the user's own."""

from uzru.knowledge.loader import Knowledge, Row

__all__ = ["Knowledge", "Row"]
