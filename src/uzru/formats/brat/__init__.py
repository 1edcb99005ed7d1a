"""brat standoff, out and in: a person corrects the facts in an annotation tool, and they come back as an article."""

from uzru.formats.brat.reading import HUMAN, from_brat
from uzru.formats.brat.writing import brat_configuration, to_brat

__all__ = ["HUMAN", "brat_configuration", "from_brat", "to_brat"]
