"""Whole reports, invented: everybody is listed once, with kind and country."""

import pytest

import uzru

FARMERS = """Uzbekistan: Rights Activists Say Farmers' Leader Beaten In Custody

Prague, 11 February 2003 (RFE/RL) -- The Society for Orchard Rights says a leader of a farmers' union in the Ferghana
Valley was beaten in police custody last week.

The group's chairman, Dilshod Ortikov, told RFE/RL that Ergash Saidov was detained on 4 February in the town of Rishton.
Saidov heads the Free Farmers Union, which is not registered by the Justice Ministry.

"He could not stand when I saw him," Ortikov said. "The investigator, Major Botir Salimov, laughed at us."

Human Rights Watch called on Tashkent to investigate.
"""

GUNMEN = """Tajik Forces Battle Gunmen In Khorugh

Dushanbe, July 25 -- Tajik forces fought gunmen loyal to former warlord Tolib Ashurov in the eastern city of Khorugh,
killing at least 30 militants, the State Committee for National Security said.

The operation followed the murder of General Abdullo Panjiev, who headed the committee's branch in Gorno-Badakhshan.
Interior Minister Sherali Komilov flew to the region. Afghan border police said eight men were detained.

Malika Ortikova, a teacher, told the Steppe Water Company that civilians had died.
"""

CHANNEL = """Kyrgyz Journalist's Home Raided

Kyrgyz police have searched the office of a channel whose founder, Bolot Sarybaev, had published a report on the
relatives of Azamat Orunbaev, the head of the State Committee for National Security (UKMK).

Lawyer Samat Nurlanov said the police planted drugs in Bishkek. Member of parliament Dastan Isakov wrote that the UKMK
should not be a family business. In Naryn, the Central Election Commission said no more.
"""


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        (
            FARMERS,
            {
                "Uzbekistan": ("country", "UZB"),
                "Society for Orchard Rights": ("organization", None),
                "Dilshod Ortikov": ("person", None),
                "Ergash Saidov": ("person", None),
                "Free Farmers Union": ("organization", None),
                "Justice Ministry": ("organization", "UZB"),
                "Botir Salimov": ("person", "UZB"),
                "Human Rights Watch": ("organization", "USA"),
            },
        ),
        (
            GUNMEN,
            {
                "Tolib Ashurov": ("person", "TJK"),
                "State Committee for National Security": ("organization", "TJK"),
                "Abdullo Panjiev": ("person", "TJK"),
                "Sherali Komilov": ("person", "TJK"),
                "Malika Ortikova": ("person", None),
                "Steppe Water Company": ("organization", None),
                "Afghan border police": ("group", "AFG"),
            },
        ),
        (
            CHANNEL,
            {
                "Kyrgyzstan": ("country", "KGZ"),
                "Bolot Sarybaev": ("person", None),
                "Azamat Orunbaev": ("person", "KGZ"),
                "State Committee for National Security of Kyrgyzstan": ("organization", "KGZ"),
                "Dastan Isakov": ("person", "KGZ"),
                "Central Election Commission": ("organization", "KGZ"),
            },
        ),
    ],
    ids=["farmers", "gunmen", "channel"],
)
def test_everybody_of_a_report_is_listed_once(text: str, listed: dict[str, tuple[str, str | None]]) -> None:
    actors = uzru.parse(text).actors
    found = [(actor.name, (str(actor.kind), actor.country)) for actor in actors]
    assert len(found) == len({(name, kind) for name, (kind, _) in found})
    assert {name: dict(found).get(name) for name in listed} == listed
