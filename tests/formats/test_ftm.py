from typing import Any

import pytest

import uzru
from uzru import Article
from uzru.formats.ftm import to_ftm


def of_schema(article: Article, schema: str) -> list[dict[str, Any]]:
    return [entity["properties"] for entity in to_ftm(article) if entity["schema"] == schema]


def test_persons_offices_and_their_dates(report: Article) -> None:
    panin, _ = of_schema(report, "Person")
    assert panin == {
        "name": ["Egor Panin"],
        "alias": ["Panin"],
        "country": ["kz"],
        "position": ["president (Mint, KAZ)", "politician"],
        "wikidataId": ["Q1"],
    }
    assert of_schema(report, "Position") == [{"name": ["president, Mint"], "country": ["kz"]}]
    (held,) = of_schema(report, "Occupancy")
    assert held["holder"] == [report.actors[0].id]
    assert held["startDate"] == ["2001-03"]
    assert "endDate" not in held


def test_quotations_are_notes_on_their_speakers(report: Article) -> None:
    first, second = of_schema(report, "Note")
    assert first["description"] == [report.quotes[0].text]
    assert first["entity"] == [actor.id for actor in report.actors]
    assert second["name"] == ["indirect quotation, by Neil Ashdown"]
    assert first["proof"] == [report.id]


def test_events_have_dates_and_parties(report: Article) -> None:
    visit, killed = of_schema(report, "Event")
    assert (visit["startDate"], visit["endDate"]) == (["2004-05-01"], ["2004-05-03"])
    assert killed["date"] == ["2004-05-01"]
    assert visit["country"] == ["uz"]


def test_what_the_state_runs_is_a_public_body() -> None:
    ministry = uzru.Actor(name="Mint Ministry", kind="organization", sectors=("GOV",))
    mint = uzru.Actor(name="Mint", kind="organization", sectors=("BUS",))
    land = uzru.Actor(name="Czechoslovakia", kind="country", country="CSK")
    entities = to_ftm(Article(text="", actors=(ministry, mint, land)))
    assert [entity["schema"] for entity in entities] == ["Article", "PublicBody", "Organization", "PublicBody"]
    assert "country" not in entities[-1]["properties"]


def test_every_entity_has_one_id(report: Article) -> None:
    ids = [entity["id"] for entity in to_ftm(report)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("seed", [None, 0, 1])
def test_the_reference_model_accepts_every_entity_and_value(report: Article, seed: int | None) -> None:
    ftm = pytest.importorskip("followthemoney")
    article = report if seed is None else uzru.load_seeds()[seed]
    entities = to_ftm(article)
    for entity in entities:
        proxy = ftm.model.get_proxy(entity, cleaned=False)
        assert proxy.to_dict()["properties"].keys() == entity["properties"].keys(), entity
        ftm.model.get(entity["schema"]).validate(entity)
        for name, values in entity["properties"].items():
            type_ = proxy.schema.get(name).type
            assert all(type_.clean(value) == value for value in values if name not in ("bodyText",)), (name, values)
    ids = {entity["id"] for entity in entities}
    for entity in entities:
        for name in ("holder", "post", "entity", "proof", "organizer", "involved", "document", "resolved"):
            assert set(entity["properties"].get(name, [])) <= ids
