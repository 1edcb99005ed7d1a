"""Groups have one home in an article."""

from __future__ import annotations

import uzru


def groups(text: str) -> list[tuple[str, str | None]]:
    return [(actor.name, actor.country) for actor in uzru.parse(text).actors if actor.kind == "group"]


def test_a_group_that_an_event_finds_at_home_is_from_there_wherever_it_is_named() -> None:
    text = "Police in Chad fired on protesters. The protesters said that they would come back."
    article = uzru.parse(text)
    assert [country for name, country in groups(text) if name == "protesters"] == ["TCD"]
    assert {m.actor.country for m in article.mentions if m.actor.name == "protesters"} == {"TCD"}


def test_a_group_at_home_in_two_countries_stays_apart() -> None:
    text = "Chad shelled protesters in Mali. Niger shelled protesters in Latvia. The protesters fled."
    assert sorted(str(country) for name, country in groups(text) if name == "protesters") == ["LVA", "MLI"]
