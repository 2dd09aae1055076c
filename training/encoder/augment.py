"""Reports told of other wars: names swapped, commas and apostrophes dropped, labels untouched."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable

from gold import Example

_STATES = (
    "Yemen:Yemeni Sudan:Sudanese Mali:Malian Nigeria:Nigerian Ukraine:Ukrainian Russia:Russian "
    "Turkey:Turkish Iran:Iranian Iraq:Iraqi Syria:Syrian Libya:Libyan Egypt:Egyptian Somalia:Somali "
    "Kenya:Kenyan Ethiopia:Ethiopian Eritrea:Eritrean Colombia:Colombian Peru:Peruvian "
    "Guatemala:Guatemalan Mexico:Mexican Israel:Israeli Lebanon:Lebanese Jordan:Jordanian "
    "Pakistan:Pakistani India:Indian Afghanistan:Afghan Bangladesh:Bangladeshi Burma:Burmese "
    "Thailand:Thai Philippines:Philippine Indonesia:Indonesian China:Chinese Georgia:Georgian "
    "Armenia:Armenian Azerbaijan:Azerbaijani Serbia:Serbian Bosnia:Bosnian Croatia:Croatian "
    "Congo:Congolese Rwanda:Rwandan Burundi:Burundian Uganda:Ugandan Chad:Chadian Niger:Nigerien "
    "Cameroon:Cameroonian Angola:Angolan Mozambique:Mozambican America:American Britain:British "
    "France:French Germany:German Spain:Spanish Nicaragua:Nicaraguan Honduras:Honduran Bolivia:Bolivian "
    "Chile:Chilean Venezuela:Venezuelan Haiti:Haitian Nepal:Nepalese"
).split()
COUNTRIES, ADJECTIVES = (tuple(pair.split(":")[k] for pair in _STATES) for k in (0, 1))
GROUPS = (
    "Daesh ISIS ISIL Nusra Hezbollah Hamas Taliban Haqqani FARC ELN FMLN MRTA PKK YPG SDF Houthi "
    "Houthis ETA IRA LTTE ULFA Seleka Janjaweed Ansar Shabab ADF MNLA JNIM ISWAP Renamo UNITA TPLF OLA "
    "Naxalites Maoists Contras Peshmerga Wagner Chetniks Fatah Abu Sayyaf MILF Jaish Lashkar Kachin "
    "Karen Arakan AQAP AQIM FDLR RUF SPLA JEM"
).split()
PLACES = (
    "Taiz Marib Hodeidah Aden Goma Bukavu Bunia Kidal Gao Timbuktu Maiduguri Baga Mopti Menaka Kismayo "
    "Baidoa Beledweyne Mekelle Gondar Bahir Lalibela Fasher Nyala Geneina Bor Malakal Wau Bentiu Kunduz "
    "Lashkar Gah Helmand Kandahar Ghazni Swat Quetta Peshawar Kupwara Sopore Jaffna Vavuniya Sittwe "
    "Lashio Marawi Jolo Pattani Yala Donetsk Luhansk Bakhmut Kherson Izium Kupiansk Mariupol Avdiivka "
    "Sumy Vuhledar Grozny Sukhumi Vukovar Knin Tuzla Mostar Prizren Benghazi Misrata Sirte Derna "
    "Tripoli Sabha Mosul Fallujah Ramadi Tikrit Kirkuk Sinjar Gaza Rafah Jenin Nablus Hebron Tyre Sidon "
    "Baalbek Medellin Cali Tumaco Arauca Cucuta Ayacucho Huanuco Chalatenango Usulutan Morazan "
    "Soyapango Chiapas Oaxaca Managua Quiche Peten Palma Mocimboa Pemba Huambo Cuito Kigali Gitega Gulu "
    "Lira Bangui Bambari Bria Djibo Tillaberi Diffa Torit Yei Ituri Masisi Rutshuru"
).split()
_NAME = re.compile(r"[^\W\d_][\w'’-]*$")


class Renamer:
    """Knows which words of the reports are names, and draws others for them."""

    def __init__(self, made: Iterable[Example]) -> None:
        self.kind: dict[str, tuple[str, ...]] = {}
        upper, lower = Counter[str](), Counter[str]()
        for example in made:
            shouting = sum(w.isupper() for w in example.words) > 0.6 * len(example.words)
            if shouting:
                continue
            for before, word in zip([".", *example.words], example.words, strict=False):
                if word[:1].islower():
                    lower[word.lower()] += 1
                elif _NAME.match(word) and before not in (".", "\n", '"', ":"):
                    upper[word.lower()] += 1
        for word, count in upper.items():
            if count >= 1 and lower[word] == 0 and len(word) > 3 and word not in _COMMON:
                self.kind[word] = tuple(PLACES)
        for names in (COUNTRIES, ADJECTIVES, GROUPS):
            self.kind.update((name.lower(), tuple(names)) for name in names)

    def words(self, example: Example, draw: random.Random) -> list[str]:
        """The report's words with some of its names replaced, each by one other name throughout."""
        if draw.random() < 0.4:
            return example.words
        drawn: dict[str, str] = {}
        share = draw.random()
        for word in sorted({w.lower() for w in example.words} & self.kind.keys()):
            if draw.random() < share:
                drawn[word] = draw.choice(self.kind[word])
        inside = {int(k) for claim in example.claims for k in claim.trigger}
        return [w if k in inside else drawn.get(w.lower(), w) for k, w in enumerate(example.words)]


_COMMON = frozenset(
    (
        "army forces force president minister ministry general colonel captain lieutenant major front "
        "council united nations state states islamic national international observatory human rights syrian "
        "city province governorate district police government military defense defence command commander "
        "foreign affairs agency news press party union democratic republic people liberation movement "
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july "
        "august september october november december security spokesman prime secretary northern southern "
        "eastern western north south east west hospital university radio television"
    ).split()
)


def unpunctuated(words: list[str], draw: random.Random) -> list[str]:
    """The words with commas and apostrophes gone in one report of six, as some scraped reports are."""
    if draw.random() > 1 / 6:
        return words
    return ["" if w == "," else w.replace("'", "").replace("’", "") for w in words]
