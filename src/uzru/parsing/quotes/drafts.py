"""An attribution while it is being made: pieces and spans as offsets, still open to joining."""

from __future__ import annotations

from uzru.model import CueCategory

__all__ = ["Draft", "Range"]

Range = tuple[int, int]


class Draft:
    """One attribution in the making.

    Attributes:
        pieces: offsets of the content's pieces, marks included, in text order.
        cue, source, recipient: offsets, or None.
        lemma, category: of the cue.
        rule: the name of the rule that found it.
        how: which way the subject was found, as in `Clause`.
        frame: in which frame the cue took its content.
        joins: how many pieces came by joining.
        marked: whether a marked stretch is in it.
        negated: whether the cue is: "did not say".
        bare: whether the words are given verbatim without marks, as in an interview.
        repeats: the draft that this one gives again.
        bounds: the sentence of the cue; closed: what of it is content, of this draft or another.
    """

    __slots__ = (
        "bare",
        "bounds",
        "category",
        "closed",
        "cue",
        "frame",
        "how",
        "joins",
        "lemma",
        "marked",
        "negated",
        "pieces",
        "recipient",
        "repeats",
        "rule",
        "source",
    )  # fmt: skip

    def __init__(
        self,
        pieces: list[Range],
        rule: str,
        cue: Range | None,
        lemma: str,
        source: Range | None,
        category: CueCategory = CueCategory.SPEECH,
        recipient: Range | None = None,
    ) -> None:
        self.pieces = pieces
        self.rule = rule
        self.cue = cue
        self.lemma = lemma
        self.category = category
        self.source = source
        self.recipient = recipient
        self.joins = 0
        self.how = ""
        self.frame = ""
        self.bare = False
        self.marked = True
        self.negated = False
        self.repeats: Draft | None = None
        self.bounds: Range | None = None
        self.closed: list[Range] = []
