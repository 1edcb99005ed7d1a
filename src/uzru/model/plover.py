"""The PLOVER ontology (2021): event types, quad classes, modes, contexts.

PLOVER is the Political Language Ontology for Verifiable Event Records of the Open Event Data Alliance, the successor
of CAMEO.
"""

from __future__ import annotations

from types import MappingProxyType

from uzru.model.vocabulary import Vocabulary

__all__ = ["CONTEXTS", "MODES", "QUADS", "EventType", "Quad"]


class EventType(Vocabulary):
    """The sixteen event types."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Quad(Vocabulary):
    """The four classes of events: verbal or material, cooperation or conflict."""

    VERBAL_COOPERATION = "verbal-cooperation"
    MATERIAL_COOPERATION = "material-cooperation"
    VERBAL_CONFLICT = "verbal-conflict"
    MATERIAL_CONFLICT = "material-conflict"


_BY_QUAD = {
    Quad.VERBAL_COOPERATION: "AGREE CONSULT SUPPORT CONCEDE",
    Quad.MATERIAL_COOPERATION: "COOPERATE AID RETREAT",
    Quad.VERBAL_CONFLICT: "REQUEST ACCUSE REJECT THREATEN",
    Quad.MATERIAL_CONFLICT: "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}

QUADS = MappingProxyType({EventType(name): quad for quad, names in _BY_QUAD.items() for name in names.split()})
"""The quad class of each type.  SANCTION counts as material, as in the manual's own chapter on it."""

_ASSIST = "assist change yield meet"
_MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": _ASSIST,
    "REJECT": _ASSIST,
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone"
    " heavy-weapons crowd-control unconventional",
}

MODES = MappingProxyType({type_: frozenset(_MODES.get(type_.value, "").split()) for type_ in EventType})
"""The modes that each type may have; five types have none."""

CONTEXTS = frozenset(
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy legal"
    " reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality"
    " migration asylum health diplomatic territory peacekeeping economic natural_resource environment disasters"
    " technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking".split()
)
"""The 37 contexts; any number goes with any type."""
