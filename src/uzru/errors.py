"""What can go wrong, said for a person: what it was, where it is, what to do."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = [
    "DateError",
    "FormatError",
    "KnowledgeError",
    "MissingExtraError",
    "ModelError",
    "SourceError",
    "UzruError",
]

_SHOWN = 100


class UzruError(Exception):
    """The root of every error that uzru raises on purpose.

    >>> import uzru
    >>> try:
    ...     uzru.load("no/such/file.txt")
    ... except uzru.UzruError as error:
    ...     print(error)
    no/such/file.txt: there is no such file; check the path
    """


class SourceError(UzruError):
    """A file or folder cannot be read as news: missing, empty of texts, or not in the given encoding."""


class ModelError(UzruError, ValueError):
    """A value breaks an invariant of the model, such as a span that ends before it starts."""


class DateError(ModelError):
    """A string is not a date, interval or duration in EDTF (ISO 8601-2) or TIMEX3."""


class KnowledgeError(UzruError):
    """A knowledge file is faulty; the message names file and line."""


class MissingExtraError(UzruError, ImportError):
    """A feature needs an optional package; the message names the extra that brings it."""


class FormatError(UzruError):
    """A document is not canonical JSON of uzru.

    Attributes:
        faults: all that is wrong, as pairs of JSON path and message, in document order; the error's text gives the
            first hundred.

    >>> error = FormatError([("$.quotes[0].kind", "'shouted' is not one of direct, mixed, indirect")])
    >>> print(error)
    1 fault in the document:
      $.quotes[0].kind: 'shouted' is not one of direct, mixed, indirect
    """

    def __init__(self, faults: Sequence[tuple[str, str]]) -> None:
        self.faults = tuple(faults)
        count = f"{len(self.faults)} fault{'s' if len(self.faults) != 1 else ''} in the document:"
        lines = [f"  {path}: {message}" for path, message in self.faults[:_SHOWN]]
        rest = [f"  ... and {len(self.faults) - _SHOWN} more"] if len(self.faults) > _SHOWN else []
        super().__init__("\n".join([count, *lines, *rest]))
