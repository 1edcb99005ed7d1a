"""The stage: from a reading to its attributions, paragraph by paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uzru.parsing.quotes import parts as p
from uzru.parsing.quotes.attribute import read_sentence
from uzru.parsing.quotes.confidence import Confidence
from uzru.parsing.quotes.drafts import Draft
from uzru.parsing.quotes.headlines import HEADLINES, is_topic, read_headline
from uzru.parsing.quotes.join import Joiner
from uzru.parsing.quotes.lexicon import Lexicon
from uzru.parsing.quotes.marks import find_stretches
from uzru.parsing.quotes.records import make_attributions
from uzru.parsing.quotes.sentences import ATOM, mask_stretches, split_paragraph
from uzru.parsing.quotes.tokens import Sentence
from uzru.parsing.quotes.unclosed import clip_unclosed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uzru.knowledge import Knowledge
    from uzru.model import DateMention, Mention
    from uzru.parsing.quotes.attribution import Attribution
    from uzru.parsing.text import Reading

__all__ = ["Quotes"]

# A headline names nobody behind the first mentions of a text.
_FIRST = 12
# A sentence without marks that has none of these reports nothing.
_REPORTING = p.CUE | p.NOUN | p.ACCORD | p.FEELING | p.STANCE


class Quotes:
    """Finds who said what; speakers are still spans of the text.

    Args:
        knowledge: the tables `cue-verbs`, `cue-nouns`, `cue-adjectives`, `quote-words`, `quote-rules`.
        indirect: whether to look for reported statements without marks, too.

    >>> from uzru.knowledge import Knowledge
    >>> from uzru.parsing.text import Reading
    >>> reading = Reading('"We stay," Malika said. "It is home."')
    >>> found, = Quotes(Knowledge())(reading, (), ())
    >>> [reading.text[span.slice] for span in found.spans], reading.text[found.speaker_span.slice], found.rule
    (['We stay,', 'It is home.'], 'Malika', 'before')
    """

    def __init__(self, knowledge: Knowledge, *, indirect: bool = True) -> None:
        self.lexicon = Lexicon(knowledge)
        self.indirect = indirect
        self.confidence = Confidence(knowledge)

    def __call__(
        self, reading: Reading, mentions: Sequence[Mention] = (), dates: Sequence[DateMention] = ()
    ) -> tuple[Attribution, ...]:
        """The attributions of a text, in its order."""
        view = reading.view
        stretches = clip_unclosed(view, find_stretches(view, reading.paragraphs), self.lexicon)
        masked = mask_stretches(view, stretches)
        ends = [stretch.end for stretch in stretches]
        lexicon = self.lexicon
        joiner = Joiner(view, reading.paragraphs, stretches)
        for index, paragraph in enumerate(reading.paragraphs):
            if not joiner.open_paragraph(index, paragraph):
                continue
            asks = view[paragraph.end - 1] == ":"
            for start, end in split_paragraph(masked, paragraph, stretches, ends, view, lexicon):
                if not self.indirect and masked.find(ATOM, start, end) < 0 and not asks:
                    joiner.take_sentence(Sentence("", start, view, lexicon.table), [])
                    continue
                sentence = Sentence(masked[start:end], start, view, lexicon.table)
                if joiner.take_quotation(sentence):
                    continue
                found: list[Draft] = []
                if paragraph.kind in HEADLINES and (quoted := read_headline(sentence, paragraph, mentions[:_FIRST])):
                    joiner.take_sentence(sentence, [quoted])
                    continue
                if sentence.atoms or (self.indirect and sentence.flags & _REPORTING):
                    found = read_sentence(sentence, lexicon, view, indirect=self.indirect, source=joiner.source)
                    if paragraph.kind in HEADLINES:
                        found = [draft for draft in found if not is_topic(draft, mentions[:_FIRST])]
                joiner.take_sentence(sentence, found)
            joiner.close_paragraph()
        return make_attributions(joiner.finish(), stretches, view, dates, self.confidence)
