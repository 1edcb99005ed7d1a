"""A paragraph that a page gives again names the same actors at both places."""

import uzru

STORY = (
    "Kazakh farmers met Egor Panin of the Bank of Nukus in Brno on Monday to ask for more water than last year.\n\n"
    "Malika Ortikova, a lawyer, said that they had waited for a whole year and would not wait for another one.\n\n"
    "The ministry in Astana has said for years that nobody would have to wait for water at all.\n\n"
)


def test_repeated_paragraphs_name_the_same_actors() -> None:
    article = uzru.parse(STORY + STORY)
    again = {block.span.start: block.repeats.start for block in article.blocks if block.repeats is not None}
    assert again
    for start, first in again.items():
        (block,) = (block for block in article.blocks if block.span.start == start)
        shift = start - first
        here = [(m.span.start - shift, m.actor.id) for m in article.mentions if m.span in block.span]
        there = [(m.span.start, m.actor.id) for m in article.mentions if m.span.shift(shift) in block.span]
        assert here == there
        assert here
    starts = [mention.span.start for mention in article.mentions]
    assert starts == sorted(starts)


def test_nothing_is_added_where_nothing_is_repeated() -> None:
    article = uzru.parse(STORY)
    spans = [mention.span for mention in article.mentions]
    assert len(spans) == len(set(spans))
