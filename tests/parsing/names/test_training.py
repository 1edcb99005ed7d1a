"""Weights learned from marked texts."""

import json
from pathlib import Path

import pytest

from uzru.errors import KnowledgeError, SourceError
from uzru.knowledge import Knowledge
from uzru.knowledge.train import main, read_texts, weights_table
from uzru.model import ActorKind
from uzru.parsing.names import Names
from uzru.parsing.names.deciding import Deciding
from uzru.parsing.names.kind import PERSON, PLACE, pack
from uzru.parsing.names.lexicon import Lexicon
from uzru.parsing.names.runs import RunFinder
from uzru.parsing.names.training import MarkedText, train
from uzru.parsing.text import Reading


def marked(number: int, person: str, place: str) -> MarkedText:
    text = f"Speaker {person} slept in {place} for once."
    at, where = text.index(person), text.index(place)
    return {
        "id": str(number),
        "text": text,
        "names": [(at, at + len(person), "person"), (where, where + len(place), "place")],
        "other_marked": True,
        "unjudged": [],
    }


PERSONS = ["Zorbek", "Quillin", "Vandrik", "Ploster", "Grimbol", "Xandore"]
PLACES = ["Yarvik", "Testerby", "Molgrad", "Kunsk", "Brelva", "Ondrik"]
TEXTS = [marked(n, *pair) for n, pair in enumerate(zip(PERSONS, PLACES, strict=True))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "invented.jsonl").write_text("".join(json.dumps(text) + "\n" for text in TEXTS), encoding="utf-8")
    readme = "| file | origin | license |\n|---|---|---|\n| invented | by hand | MIT |\n"
    (tmp_path / "README.md").write_text(readme, encoding="utf-8")
    return tmp_path


def test_what_was_learned_holds_for_names_never_seen(lexicon: Lexicon) -> None:
    weights = {feature: pack(row) for feature, row in train(lexicon, TEXTS).items()}
    reading = Reading("Speaker Wilbren slept in Tornova for once.")
    decision = Deciding(lexicon, weights)(reading, runs := RunFinder(lexicon)(reading))
    kinds = {runs[found.run].words[found.j - 1]: found.kind for found in decision.found}
    assert kinds == {"Wilbren": PERSON, "Tornova": PLACE}


def test_features_of_fewer_than_three_documents_are_dropped(lexicon: Lexicon) -> None:
    learned = train(lexicon, TEXTS)
    assert "p=speaker" in learned or "s.-" in learned
    assert not [feature for feature in learned if any(name in feature for name in (*PERSONS, *PLACES))]


def test_the_table_is_the_same_at_every_run_and_names_its_sources(folder: Path) -> None:
    table = list(weights_table(folder))
    assert table == list(weights_table(folder))
    assert "#   invented: 6 documents; by hand; MIT" in table
    features = [line.split("\t")[0] for line in table if not line.startswith("#")][1:]
    assert features == sorted(features)


def test_a_table_of_share_alike_texts_says_its_license(folder: Path) -> None:
    readme = folder / "README.md"
    readme.write_text(readme.read_text(encoding="utf-8").replace("MIT", "CC BY-SA 4.0"), encoding="utf-8")
    assert any(line.startswith("# License of this file: CC BY-SA 4.0") for line in weights_table(folder))


def test_files_can_be_left_out(folder: Path) -> None:
    (folder / "broken.jsonl").write_text("{\n", encoding="utf-8")
    assert len(list(read_texts(folder, without=["broken"]))) == len(TEXTS)
    with pytest.raises(SourceError, match=r"broken\.jsonl, line 1: no JSON document"):
        list(read_texts(folder))


def test_the_program_prints_the_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--features", "50"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed == list(weights_table(folder, most=50))


def test_a_folder_without_texts_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert "there are no .jsonl files" in capsys.readouterr().err


def test_the_packaged_weights_name_their_sources_and_license() -> None:
    knowledge = Knowledge()
    assert knowledge.columns("name-weights")[0] == "feature"
    import uzru.knowledge

    path = Path(uzru.knowledge.__file__).parent / "data" / "name-weights.tsv"
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert any("CC BY-SA 4.0" in line and "License of this file" in line for line in head)


def test_without_learned_weights_rules_of_thumb_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    columns = Knowledge.columns

    def gone(self: Knowledge, name: str) -> tuple[str, ...]:
        if name == "name-weights":
            raise KnowledgeError("name-weights.tsv: cannot be read")
        return columns(self, name)

    monkeypatch.setattr(Knowledge, "columns", gone)
    named = Names(Knowledge())(
        Reading("However, Egor Panin said the Tajik Health Ministry met Malika Ortikova in Brno.")
    )
    kinds = [(actor.name, actor.kind.value) for actor in named.actors if actor.kind is not ActorKind.COUNTRY]
    assert kinds == [("Egor Panin", "person"), ("Tajik Health Ministry", "organization"), ("Malika Ortikova", "person")]
    assert [mention.place.name for mention in named.places] == ["Brno"]
