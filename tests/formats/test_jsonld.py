import json
import warnings

import attrs
import pytest
from hypothesis import given

import uzru
from uzru import Article
from uzru.formats.jsonld import to_jsonld, to_jsonld_dict
from uzru.testing import news_texts

SCHEMA = "https://schema.org/"


def nodes(article: Article, type_: str) -> list[dict[str, object]]:
    return [node for node in to_jsonld_dict(article)["@graph"] if type_ in node["@type"]]


def test_the_report_carries_its_credits_dates_and_places(report: Article) -> None:
    (page,) = nodes(report, "NewsArticle")
    assert page["@id"] == page["url"] == "https://example.org/mint"
    assert page["headline"] == report.headline
    assert page["datePublished"] == "2004-05-02"
    assert page["author"] == [
        {
            "@type": "Person",
            "name": "Joan Lee",
            "jobTitle": "editor",
            "worksFor": {"@type": "Organization", "name": "RFE/RL"},
        }
    ]
    assert page["dateline"] == "Brno, 2 May 2004 (RFE/RL) --"
    assert page["locationCreated"] == [
        {"@type": "Place", "name": "Brno", "containedInPlace": {"@type": "Country", "identifier": "CZE"}}
    ]


def test_a_quotation_names_who_spoke_and_a_pull_quote_is_left_out(report: Article) -> None:
    first, second = nodes(report, "Quotation")
    panin, ashdown = (f"urn:uzru:{actor.id}" for actor in report.actors)
    assert first["spokenByCharacter"] == {"@id": panin}
    assert first["recipient"] == {"@id": ashdown}
    assert first["dateCreated"] == "2004-05-02"
    assert second["uzru:kind"] == "indirect"


def test_an_event_tells_who_did_it_and_when(report: Article) -> None:
    visit, killed = nodes(report, "Event")
    assert (visit["startDate"], visit["endDate"]) == ("2004-05-01", "2004-05-03")
    assert visit["location"]["name"] == "Nukus"  # type: ignore[index]
    assert "agent" not in killed


def test_a_person_has_offices_with_dates(report: Article) -> None:
    panin = nodes(report, "Person")[0]
    assert panin["hasOccupation"] == [
        {
            "@type": "Role",
            "roleName": "president (Mint, KAZ)",
            "startDate": "2001-03",
            "memberOf": {"@type": "Organization", "name": "Mint"},
        },
        {"@type": "Role", "roleName": "politician"},
    ]
    assert panin["sameAs"] == "http://www.wikidata.org/entity/Q1"


def test_what_is_not_known_is_left_out() -> None:
    (page,) = to_jsonld_dict(Article(text="A mint opened."))["@graph"]
    assert set(page) == {"@id", "@type", "identifier", "articleBody"}


def test_a_vague_date_is_not_made_exact(report: Article) -> None:
    vague = attrs.evolve(report, published=uzru.PartialDate.parse("2004-21~"))
    assert "datePublished" not in nodes(vague, "NewsArticle")[0]


def test_rdf_tools_read_the_triples(report: Article) -> None:
    rdflib = pytest.importorskip("rdflib")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # its own, of its own classes
        graph = rdflib.Graph().parse(data=to_jsonld(report), format="json-ld")
    found = graph.query(
        f"""PREFIX s: <{SCHEMA}>
        SELECT ?name ?words WHERE {{ ?q a s:Quotation; s:text ?words; s:spokenByCharacter [ s:name ?name ] }}"""
    )
    assert {(str(name), str(words)) for name, words in found} == {
        ("Egor Panin", report.quotes[0].text),
        ("Neil Ashdown", report.quotes[1].text),
    }
    same = graph.objects(predicate=rdflib.URIRef(f"{SCHEMA}sameAs"))
    assert rdflib.URIRef("http://www.wikidata.org/entity/Q1") in set(same)


@given(news_texts())
def test_any_text_gives_a_document_whose_references_lead_somewhere(text: str) -> None:
    graph = json.loads(to_jsonld(uzru.parse(text)))["@graph"]
    ids = [node["@id"] for node in graph]
    assert len(set(ids)) == len(ids)
    for node in graph:
        for key in ("spokenByCharacter", "recipient", "isPartOf", "subjectOf"):
            assert key not in node or node[key]["@id"] in ids
