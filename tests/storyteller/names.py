"""Invented people, towns, bodies, outlets and agencies."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

# Each line is one kind of name: women's first names; men's first names; surnames.
_PEOPLE = """
Maren Solveig Ingrid Astrid Ragna Tove Liv; Eirik Torben Halvard Anders Sigurd Jorn Mikkel; Halvorsen Brekke Lindqvist Tangen Aasen Norgaard Fjeldstad Ekdahl Sandvik Holmgren
Adaeze Ngozi Temi Folake Ifeoma Amara; Chidi Emeka Tunde Obinna Kelechi Babajide; Okonjo Adebayo Nwankwo Eze Olatunji Balogun Umeadi Okafor Abiola Ekwueme
Wanjiru Akinyi Njeri Atieno Makena; Kamau Otieno Mwangi Kiprop Barasa; Njoroge Wekesa Ochieng Cheruiyot Muthoni Kariuki Omondi Rotich
Leila Samira Nadia Farah Yasmin Hanan; Karim Tariq Youssef Faisal Omar Rashid Nabil; al-Masry Haddad Benali Khoury al-Sayegh Mansour Bouzid Tahan al-Darwish Ziadeh
Shirin Parisa Mahin Roya Laleh; Dariush Kaveh Babak Siamak Farhad; Rostami Golshan Tabrizian Mokhtari Ardalan Zandieh Kermanpour
Priya Ananya Kavita Meera Lakshmi Divya; Arjun Vikram Sanjay Rohan Dinesh Suresh; Raghunath Deshpande Iyengar Chatterji Bhandari Nambiar Kulkarni Wadhera
Mei Xiulan Lihua Yanmei; Guowei Jianming Haoran Zhiyuan; Tsao Ouyang Shen Liang Qiu Fan Huang Deng
Haruka Sachiko Emi Naoko; Kenta Daichi Hiroto Masaru; Takemura Ishibashi Okuda Hayakawa Nishiwaki Morikane Fujisaki
Soo-min Hye-rin Ji-won; Min-jae Dong-hyun Tae-young; Bae Noh Seo Hwang Chae Ryu
Ludmila Oksana Irina Zoya Katya; Bohdan Ruslan Taras Gennady Pavlo; Kravchuk Havrylenko Petrenko Dubrovin Sokolenko Melnyk Zahorodny
Agnieszka Halina Jadwiga Bozena; Zbigniew Tomasz Wojciech Leszek; Wrobel Kaczor Zielonka Maliszewski Gorski Pawlik Dudzik
Ilinca Ruxandra Anca Mirela; Dragos Horia Sorin Bogdan; Munteanu Vlaicu Ardelean Stanciu Oprea Cernat
Beatriz Carmen Lucia Ines Pilar Ximena; Alvaro Rodrigo Esteban Mateo Ignacio Joaquin; Quintana Barrios Echeverria Montalvo Salcedo Ibarra Zamorano Ledesma
Chiara Giulia Serena Ornella; Matteo Corrado Fabrizio Dario; Bellandi Passerini Tozzi Galvani Montesi Ricciotti
Camille Margaux Solene Odile; Bastien Thibault Gaspard Renaud; Delacourt Marchetti-Roy Vasseur Lemarchand Boisvert Castaing
Greta Heike Annika Dorothea; Jurgen Matthias Detlef Rainer; Brandstetter Oehler Kirchhoff Vogelsang Rehbein Tannhof
Moana Aroha Hine Leilani; Tane Wiremu Rawiri Keoni; Paewai Tamihana Kahukura Ngata Maioho
Eleni Despina Katerina; Stavros Nikos Petros; Kalogerakis Manoudis Xenakis Theodorou Vlahos
Siobhan Aoife Morag Bronwen Catriona; Declan Fergus Rhodri Callum Iain; Gallagher MacAskill Pritchard Kinsella Treharne Lochhead
Harriet Judith Marion Clara Winifred; Gerald Desmond Alistair Leonard Clive; Thornbury Aldous Winterbourne Pettifer Holroyd Cadwell Ashdown Redfern
Tamika Loretta Yolanda; Marcus Terrence Lamont; Whitlow Beckham-Price Gaines Tolliver Merriweather
Selin Aylin Defne; Emre Kerem Orhan; Karadeniz Tuncay Aksoylu Demirkan Yilmazer
Thuy Lan Ngoc; Quang Duc Hieu; Truong Luong Doan Phung
Nomvula Thandi Zanele; Sipho Themba Lwazi; Mabuza Khumalo Ndlovu Sithole Radebe
"""
PEOPLES = [
    tuple(part.split() for part in line.split(";")) for line in _PEOPLE.strip().splitlines()
]
_TOWN_A = (
    "Har Wel Stan Brack Dun Mar Fen Kel Ost Var Lin Thorn Cal Hol Raven Pen Stor Ash Grim Sel Tor Wick "
    "Bel Cor Dra Elm Fal Gar Hex Ing Jar Kirk Lang Mel Nor Oak Pol Quar Ros Sand Tar Ul Vel Wy Yar Zel "
    "Alder Birch Clay Dover Ember Flint Gorse Heather Iron Juniper"
).split()
_TOWN_B = (
    "wick mouth haven ford stead by ton holm berg field gate minster pool cross ley worth dale bridge "
    "more ness port wood den burg stow combe bury fell march wold"
).split()
_TOWN_FAR = (
    "Tazmira Belkhour Oruvala Saint-Aubrin Puerto Almeda Nakasuma Vesprava Koldovia Jabrin Merzouka "
    "Itapoara Lomenga Sarbinsk Dhanipur Wairoto Qasr-Amin Villaroja Mbarika Tolgrad Aksehan Phu-Loc "
    "Castelvero Drobniny Lac-Perdu Ormskova Zerinda Kutumba Halvany Sindhara Monteluz Rabatine Usmanabad"
).split()
COUNTRIES = (
    "Varonia Kessaly Torvania Maridor Ostrelia Belmaria Norrland-Sund Zahiria Calvessa Ulmaria Dravinia "
    "Sorrentia Qadistan Meruvia Halvonia Pellagia Arkovia Luminda Tessaria Ghoristan Vintria Osmaria"
).split()
_OUTLET_A = (
    "Harbour Valley Northern Evening Daily Morning County City Coastal Weekly Free National Southern Lakeside "
    "Metro Union Central Border Island Highland Western Eastern Riverside Capital Provincial People's"
).split()
_OUTLET_B = (
    "Post Courier Gazette Herald Tribune Mercury Echo Observer Chronicle Standard Times Journal Star Argus "
    "Record Bulletin Examiner Sentinel Dispatch Messenger Leader Register Beacon Telegraph Monitor Voice"
).split()
_AGENCY = (
    "Norda Presseta Telmar Intervox Corda-News Unipress Balticom Meridian-Wire Sudpress Newslink Agenta "
    "Wirepool Transpress Orbinet Continental-Press Vedette Lumapress Pan-Coast-News Keystone-Wire Terranews"
).split()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented; `role` follows the name, `noun` stands alone ("the harbour master")."""

    id: str
    first: str
    last: str
    title: str
    role: str
    noun: str
    sex: str

    @property
    def full(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def pronoun(self) -> str:
        return "she" if self.sex == "f" else "he"


def person(rng: Random, ident: str, title: str, role: str, noun: str) -> Person:
    """A new person of a randomly chosen kind of name."""
    women, men, surnames = rng.choice(PEOPLES)
    sex = rng.choice("fm")
    first = rng.choice(women if sex == "f" else men)
    last = rng.choice(surnames)
    if rng.random() < 0.12 and "-" not in last:
        last = f"{last}-{rng.choice(surnames)}"
    return Person(ident, first, last, title, role, noun, sex)


def town(rng: Random) -> str:
    """A town nobody has been to."""
    if rng.random() < 0.3:
        return rng.choice(_TOWN_FAR)
    name = rng.choice(_TOWN_A) + rng.choice(_TOWN_B)
    ahead = rng.choice(["", "", "", "", "", "Upper ", "Port ", "Great ", "North ", "Lower ", "Saint "])
    return ahead + name


def several(rng: Random, count: int, make: str) -> list[str]:
    """`count` different names of the kind `make`: town, country, outlet or agency."""
    found: list[str] = []
    while len(found) < count:
        name = _MAKERS[make](rng)
        if name not in found:
            found.append(name)
    return found


def outlet(rng: Random) -> str:
    """A newspaper or site."""
    ahead = rng.choice(_OUTLET_A) if rng.random() < 0.6 else town(rng)
    return f"{ahead} {rng.choice(_OUTLET_B)}"


def agency(rng: Random) -> str:
    """A news agency."""
    return rng.choice(_AGENCY).replace("-", " ")


def country(rng: Random) -> str:
    """A state."""
    return rng.choice(COUNTRIES)


_MAKERS = {"town": town, "country": country, "outlet": outlet, "agency": agency}
