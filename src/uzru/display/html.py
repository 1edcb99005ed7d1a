"""Articles, quotations, actors, events and corpora as HTML for notebooks: no script, nothing from outside.

Colors are translucent and the text keeps the page's own color, so that the same markup serves light and dark themes and
print.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, TypeVar

from uzru.display.colors import NOBODY, Color, color_speakers
from uzru.display.markup import Markup, element, join
from uzru.display.passages import render_text
from uzru.model import Actor, ActorId, Article, Corpus, Event, EventStatus, PartialDate, Quote, Role

__all__ = ["actor_html", "article_html", "corpus_html", "event_html", "quote_html"]

_Fact = TypeVar("_Fact")
_ROWS: Final = 20
_LONGEST: Final = 100_000
_WIKIDATA: Final = re.compile(r"Q[1-9][0-9]*")


def article_html(article: Article) -> str:
    """The text with what is said marked, a color for each speaker; who is who and what happened below it.

    Only the first 100,000 characters of a longer text are shown.

    >>> import uzru
    >>> page = article_html(uzru.parse('"We < stay," Egor Panin said.'))
    >>> "We &lt; stay," in page, "<script" in page
    (True, False)
    """
    colors = color_speakers(article.quotes)
    return _page(
        element("p", _facts(article), class_="head"),
        _legend(article, colors),
        element("div", *render_text(article, colors, _LONGEST), class_="text"),
        _fold("Who is who", article.actors, ("Name", "Kind", "Country", "Roles"), _actor_row),
        _fold("What happened", article.events, ("When", "Who", "What", "To whom", "Where"), _event_row),
    )


def quote_html(quote: Quote) -> str:
    """The words as a block, the editor's insertions muted, with who said them, how, to whom, and when.

    >>> import uzru
    >>> "Egor Panin" in quote_html(uzru.parse('"We stay," Egor Panin said.').quotes[0])
    True
    """
    color = NOBODY if quote.speaker is None else next(iter(color_speakers([quote]).values()))
    facts = [
        f"to {quote.addressee}" if quote.addressee else None,
        str(quote.when) if quote.when else None,
        str(quote.kind),
        f"‘{quote.cue.lemma}’" if quote.cue else None,
        f"repeats {quote.repeats}" if quote.repeats else None,
        f"confidence {quote.confidence:.2f}",
        quote.rule or None,
    ]
    speaker = element("b", quote.speaker.name if quote.speaker else "Speaker unknown")
    return _page(
        element("div", speaker, " ", element("span", _dotted(facts), class_="muted")),
        element("blockquote", *_words(quote), style=color.css),
    )


def actor_html(actor: Actor) -> str:
    """The name, what the actor is, its other names, and the offices held.

    >>> import uzru
    >>> "person" in actor_html(uzru.Actor(name="Egor Panin", kind="person"))
    True
    """
    facts = _dotted([str(actor.kind), actor.country, ", ".join(actor.sectors)])
    item = actor.wikidata if actor.wikidata and _WIKIDATA.fullmatch(actor.wikidata) else None
    link = element("a", item, href=f"https://www.wikidata.org/wiki/{item}", rel="noreferrer") if item else None
    aliases = element("div", f"also {', '.join(actor.aliases)}", class_="muted") if actor.aliases else None
    roles = [(role.title, role.organization or "", role.country or "", _held(role)) for role in actor.roles]
    return _page(
        element(
            "div", element("b", actor.name, class_="title"), " ", element("span", facts, class_="muted"), " ", link
        ),
        aliases,
        _table(("Role", "Organization", "Country", "Held"), roles) if roles else None,
    )


def event_html(event: Event) -> str:
    """Who did what to whom, when and where, and how sure that is.

    >>> import uzru
    >>> event = uzru.parse("Egor Panin visited Uzbekistan on 2 May 2004.").events[0]
    >>> "CONSULT" in event_html(event)
    True
    """
    facts = [
        f"about {event.inner}" if event.inner else None,
        ", ".join(event.contexts),
        f"confidence {event.confidence:.2f}",
        event.rule or None,
    ]
    return _page(
        _table(("When", "Who", "What", "To whom", "Where"), [_event_row(event)]),
        element("div", _dotted(facts), class_="muted"),
    )


def corpus_html(corpus: Corpus) -> str:
    """How many articles, and the first of them as a table.

    >>> import uzru
    >>> "2 articles" in corpus_html(uzru.Corpus([uzru.parse("A mint opened."), uzru.parse("It closed.")]))
    True
    """
    shown = corpus.articles[:_ROWS]
    rest = len(corpus) - len(shown)
    headings = ("Date", "Article", "Who speaks", "Quotes", "Events")
    return _page(
        element("div", f"{len(corpus)} article{'' if len(corpus) == 1 else 's'}", class_="title"),
        _table(headings, [_article_row(article) for article in shown], numbers=2) if shown else None,
        element("div", f"and {rest} more", class_="muted") if rest else None,
        _fold("Could not be read", corpus.faults, ("Fault",), lambda fault: (str(fault),)),
    )


def _page(*parts: Markup | None) -> str:
    """The parts in their frame; a plain string, for notebooks compare types."""
    return str(join(element("style", Markup(_style())), element("div", *parts, class_="uzru")))


@cache
def _style() -> str:
    return files("uzru.display").joinpath("style.css").read_text(encoding="utf-8")


def _facts(article: Article) -> str:
    # The dateline stands in the text; the day is told only where it came from elsewhere.
    dated = article.dateline is not None and article.dateline.date is not None
    return _dotted(
        [
            None if dated or article.published is None else str(article.published),
            article.source.publisher or article.source.url or article.source.path,
            f"by {', '.join(credit.name for credit in article.byline)}" if article.byline else None,
            f"{len(article.quotes)} quotes",
            f"{len(article.events)} events",
        ]
    )


def _legend(article: Article, colors: dict[ActorId, Color]) -> Markup | None:
    said = Counter(quote.speaker.id for quote in article.quotes if quote.speaker and quote.repeats is None)
    names = {quote.speaker.id: quote.speaker for quote in article.quotes if quote.speaker}
    if not names:
        return None
    rows = [
        element(
            "li",
            element("span", actor.name, class_="swatch", style=colors[actor.id].css),
            element("span", _role(actor, article.published), f" × {said[actor.id]}", class_="muted"),
        )
        for actor in names.values()
    ]
    return element("ul", *rows, class_="legend")


def _role(actor: Actor, published: PartialDate | None) -> str:
    role = actor.role_at(published) if published else next((role for role in actor.roles if not role.held), None)
    return f" {role}" if role else ""


def _words(quote: Quote) -> Iterable[Markup | str]:
    """The text of a quotation with the editor's insertions muted."""
    at, words = 0, quote.text
    for span in quote.spans:
        done = span.start
        for insertion in sorted(insertion for insertion in quote.insertions if insertion in span):
            yield words[at : at + insertion.start - done]
            at += insertion.start - done
            yield element("span", words[at : at + len(insertion)], class_="muted")
            at += len(insertion)
            done = insertion.end
        yield words[at : at + span.end - done + 1]
        at += span.end - done + 1


def _actor_row(actor: Actor) -> tuple[str, ...]:
    return actor.name, str(actor.kind), actor.country or "", "; ".join(map(str, actor.roles))


def _event_row(event: Event) -> tuple[str, ...]:
    sources = (" and " if event.reciprocal else ", ").join(actor.name for actor in event.sources)
    what = " ".join((str(event.type), *event.modes)) + (
        f" ({event.status})" if event.status is not EventStatus.OCCURRED else ""
    )
    what += "".join(f", {magnitude}" for magnitude in event.magnitudes)
    targets = ", ".join(actor.name for actor in event.targets)
    return str(event.when or ""), sources, what, targets, str(event.place or "")


def _article_row(article: Article) -> tuple[str, ...]:
    speakers = Counter(quote.speaker.name for quote in article.quotes if quote.speaker)
    names = ", ".join(name for name, _ in speakers.most_common(3)) + (", …" if len(speakers) > 3 else "")
    title = article.headline or " ".join(article.text[:300].split())
    title = title if len(title) <= 100 else f"{title[:98]} …"
    return str(article.published or ""), title, names, str(len(article.quotes)), str(len(article.events))


def _fold(
    title: str, facts: Sequence[_Fact], headings: Sequence[str], row: Callable[[_Fact], Sequence[str]]
) -> Markup | None:
    """A table that opens when its title is clicked."""
    if not facts:
        return None
    return element(
        "details", element("summary", f"{title} ({len(facts)})"), _table(headings, [row(fact) for fact in facts])
    )


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]], numbers: int = 0) -> Markup:
    """A table; the last columns are numbers."""
    classes = [
        "number" if index >= len(headings) - numbers else "day" if name in ("When", "Date") else None
        for index, name in enumerate(headings)
    ]
    head = element(
        "tr", *(element("th", name, scope="col", class_=css) for name, css in zip(headings, classes, strict=True))
    )
    body = [
        element("tr", *(element("td", cell, class_=css) for cell, css in zip(row, classes, strict=True)))
        for row in rows
    ]
    return element("table", element("thead", head), element("tbody", *body))


def _held(role: Role) -> str:
    if role.held is None:
        return ""
    return f"{role.held.start or ''} – {role.held.end or ''}".strip()


def _dotted(facts: Iterable[str | None]) -> str:
    return " · ".join(fact for fact in facts if fact)
