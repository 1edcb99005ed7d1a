"""The CAMEO code that comes nearest to a PLOVER event, so that series of both can be laid side by side.

CAMEO, Conflict and Mediation Event Observations, is the ontology that PLOVER replaced in 2021. It coded statements
(01) and appeals (02) apart; PLOVER does not, so nothing maps there.
"""

from __future__ import annotations

from types import MappingProxyType

from uzru.model.plover import EventType

__all__ = ["CAMEO", "cameo_code"]

_ROOTS = {
    "AGREE": "03",
    "CONSULT": "04",
    "SUPPORT": "05",
    "COOPERATE": "06",
    "AID": "07",
    "CONCEDE": "08",
    "RETREAT": "08",
    "REQUEST": "10",
    "ACCUSE": "11",
    "REJECT": "12",
    "THREATEN": "13",
    "PROTEST": "14",
    "MOBILIZE": "15",
    "SANCTION": "16",
    "COERCE": "17",
    "ASSAULT": "18",
}

_MODES = {
    "CONSULT": "phone 041 visit 042 third-party 044",
    "RETREAT": "release 0841 access 086 ceasefire 0871 disarm 0873 withdraw 0874 resign 0831",
    "REQUEST": "change 104 yield 105 meet 106",
    "ACCUSE": "investigate 09 disapprove 111 allege 112",
    "REJECT": "assist 122 change 123 yield 124 meet 125",
    "THREATEN": "restrict 132 arrest 132 relations 1313 expel 136 territory 1382 violence 138",
    "PROTEST": "demo 141 hunger 142 strike 143 obstruct 144 riot 145",
    "MOBILIZE": "police 153 troops 154 weapons 154 militia 154",
    "SANCTION": "discontinue 163 expel 166 withdraw 166",
    "COERCE": "seize 171 restrict 172 censor 1721 curfew 1723 martial-law 1724 arrest 173 deport 174 cyber 176",
    "ASSAULT": "abduct 181 beat 182 sexual 1821 torture 1822 explosives 183 suicide-attack 1831 targeted 186"
    " destroy 1712 firearms 193 heavy-weapons 194 aerial 195 drone 1952 crowd-control 175 unconventional 204",
}


def _table() -> dict[tuple[EventType, str], str]:
    table = {(EventType(name), ""): code for name, code in _ROOTS.items()}
    for name, cell in _MODES.items():
        words = cell.split()
        table.update({(EventType(name), mode): code for mode, code in zip(words[::2], words[1::2], strict=True)})
    return table


CAMEO = MappingProxyType(_table())
"""CAMEO codes by type and mode; the mode '' stands for the bare type."""


def cameo_code(type_: EventType, modes: tuple[str, ...]) -> str:
    """The CAMEO code of a type with its first mode that has one, else of the bare type.

    >>> cameo_code(EventType.COERCE, ("arrest",)), cameo_code(EventType.COERCE, ("misinformation",))
    ('173', '17')
    """
    return next((CAMEO[type_, mode] for mode in modes if (type_, mode) in CAMEO), CAMEO[type_, ""])
