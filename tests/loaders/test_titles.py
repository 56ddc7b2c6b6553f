"""Titles, title pages and file names of plans, as regions write them, and what they tell."""

from collections.abc import Callable

import pytest

from graph.records import Plan
from loaders.document import Document
from loaders.facts import Facts, inferred, plan_of
from loaders.telling import kind_in_name
from loaders.titles import kind_in, period_in
from loaders.words.organisations import organisation_named, organisations_in
from loaders.words.regions import REGIONS, region_in_name, regions_in

As = Callable[[str], Document]


@pytest.mark.parametrize(
    ("title", "kind", "period"),
    [
        ("Regionplan och budget 2027–2029", "RegionalPlan", (2027, 2029)),
        ("Regionplan 2026-2028", "RegionalPlan", (2026, 2028)),
        ("Budget 2027 med plan för 2028–2029", "RegionalPlan", (2027, 2029)),
        ("Mål och budget 2027 och ekonomisk plan 2028-2029", "RegionalPlan", (2027, 2029)),
        ("Strategisk plan och budget 2027–29", "RegionalPlan", (2027, 2029)),
        ("Landstingsplan 2017-2019", "RegionalPlan", (2017, 2019)),
        ("Treårsbudget 2027–2029", "RegionalPlan", (2027, 2029)),
        ("Förvaltningsplan och budget 2025–2027", "ManagementPlan", (2025, 2027)),
        ("Förvaltningens plan 2027", "ManagementPlan", (2027, 2027)),
        ("Verksamhetsplan 2027 med plan för 2028–2029", "OperationalPlan", (2027, 2029)),
        ("Verksamhetsplan och budget 2027", "OperationalPlan", (2027, 2027)),
        ("Nämndplan 2027 med budget", "OperationalPlan", (2027, 2027)),
        ("Regionstyrelsens budget 2027", "OperationalPlan", (2027, 2027)),
        ("Trafiknämndens internkontrollplan 2027", "OperationalPlan", (2027, 2027)),
        ("Plan för intern kontroll 2027, Psykiatriförvaltningen", "ManagementPlan", (2027, 2027)),
        ("Internkontrollplan 2027", "RegionalPlan", (2027, 2027)),
        ("Aktivitetsplan 2027", "UnitPlan", (2027, 2027)),
        ("Enhetsplan 2027/2028", "UnitPlan", (2027, 2028)),
        ("Årsredovisning 2026", "AnnualReport", (2026, 2026)),
        ("Verksamhetsberättelse 2026", "AnnualReport", (2026, 2026)),
        ("Delårsrapport augusti 2026", "InterimReport", (2026, 2026)),
        ("Delårsbokslut 2 2026", "InterimReport", (2026, 2026)),
        ("Tertialrapport 1, 2026", "InterimReport", (2026, 2026)),
        ("Månadsrapport november 2026", "InterimReport", (2026, 2026)),
        ("Verksamhetsplan 2027 (beslutad 2026-11-24)", "OperationalPlan", (2027, 2027)),
        ("Verksamhetsplan", "OperationalPlan", None),
        ("Folkhälsorapport 2026", None, (2026, 2026)),
    ],
)
def test_a_title_tells_kind_and_years(title: str, kind: str | None, period: tuple[int, int] | None) -> None:
    told = kind_in(title)
    assert (told.local if told else None, period_in(title)) == (kind, period)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Region Stockholms budget", "01"),
        ("Stockholms läns landsting", "01"),
        ("Uppsala län", "03"),
        ("Region Sörmland", "04"),
        ("Södermanlands län", "04"),
        ("Landstinget i Östergötland", "05"),
        ("Region Jönköpings läns verksamhetsplan", "06"),
        ("Kronobergs län", "07"),
        ("Region Kalmar", "08"),
        ("Landstinget i Kalmar län", "08"),
        ("Region Gotland", "09"),
        ("Blekinge län", "10"),
        ("REGION SKÅNE", "12"),
        ("Region Hallands mål", "13"),
        ("Västra Götalandsregionens budget", "14"),
        ("VGR", "14"),
        ("Region Västra Götaland", "14"),
        ("Landstinget i Värmland", "17"),
        ("Region Örebro län", "18"),
        ("Örebro läns landsting", "18"),
        ("Västmanlands län", "19"),
        ("Region Dalarna", "20"),
        ("Region\nGävleborg", "21"),
        ("Region Västernorrland", "22"),
        ("Region Jämtland Härjedalen", "23"),
        ("Region Jämtland-Härjedalens plan", "23"),
        ("Jämtlands läns landsting", "23"),
        ("Västerbottens läns landsting", "24"),
        ("Norrbottens län", "25"),
    ],
)
def test_a_region_is_known_by_each_of_its_names(text: str, code: str) -> None:
    assert list(regions_in(text)) == [code]


def test_all_regions_are_known_by_their_own_name() -> None:
    assert {code: list(regions_in(name)) for code, name in REGIONS.items()} == {code: [code] for code in REGIONS}
    assert len(REGIONS) == 21


@pytest.mark.parametrize(
    "text", ["Regionens plan", "regionalt stöd", "Norra sjukvårdsregionen", "Region Sjövik", "hela länet"]
)
def test_other_words_name_none_of_them(text: str) -> None:
    assert list(regions_in(text)) == []


@pytest.mark.parametrize(
    ("stem", "kind", "region", "organisation"),
    [
        ("Verksamhetsplan_2027_Regionstyrelsen_RegionDalarna", "OperationalPlan", "20", "Regionstyrelsen"),
        ("vgr-budget-2027", "RegionalPlan", "14", None),
        ("arsredovisning-2026-region-orebro-lan", "AnnualReport", "18", None),
        ("Namndplan 2027 Trafiknämnden", "OperationalPlan", None, "Trafiknämnden"),
        ("Delarsrapport_aug_2026_Region_Jamtland_Harjedalen", "InterimReport", "23", None),
        ("HSN verksamhetsplan 2027", "OperationalPlan", None, "Hälso- och sjukvårdsnämnden"),
        ("RS_internkontrollplan_2027", "RegionalPlan", None, "Regionstyrelsen"),
        ("vastmanland-hsf-2025", None, "19", None),
        ("plan", None, None, None),
    ],
)
def test_a_files_name_tells_what_it_can(
    stem: str, kind: str | None, region: str | None, organisation: str | None
) -> None:
    told = kind_in_name(stem)
    assert (told.local if told else None, region_in_name(stem), organisation_named(stem, "")) == (
        kind,
        region,
        organisation,
    )


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Hälso- och sjukvårdsnämnden", ["Hälso- och sjukvårdsnämnden"]),
        ("Regionstyrelsens verksamhetsplan 2027", ["Regionstyrelsen"]),
        ("REGIONALA UTVECKLINGSNÄMNDEN", ["Regionala utvecklingsnämnden"]),
        ("Nämnden för kultur och bildning", ["Nämnden för kultur och bildning"]),
        ("Område Rehabilitering", ["Område Rehabilitering"]),
        ("Verksamhetsområde Kirurgi och urologi", ["Verksamhetsområde Kirurgi och urologi"]),
        ("Division Psykiatri", ["Division Psykiatri"]),
        ("Folktandvården Sjövik AB", ["Folktandvården Sjövik AB"]),
        ("Regionledningskontoret", ["Regionledningskontoret"]),
        ("Närsjukvårdsförvaltningen", ["Närsjukvårdsförvaltningen"]),
        ("Beslutad av Regionstyrelsen 2026-12-01", []),
        ("Dnr RS 2026/17", []),
        ("Budget 2027", []),
    ],
)
def test_a_title_page_names_its_organisation(line: str, names: list[str]) -> None:
    assert list(organisations_in(line)) == names


def plan(content: str, as_document: As, **told: str) -> Plan:
    """The plan that a text is."""
    return plan_of(as_document(content), Facts(**told))[0]  # type: ignore[arg-type]  # only texts are told


def test_the_title_page_goes_before_a_mention_in_prose(as_document: As) -> None:
    text = (
        "Region Sjövik\n\nVerksamhetsplan 2027\n\nTrafiknämnden\n\nRegion Skåne, Region Skåne och Region Skåne har högre "
        "kostnader än vad Kulturnämnden, Kulturnämnden och Kulturnämnden räknade med under det år som gått.\n"
    )
    told = plan(text, as_document)
    assert (told.region.name, told.region.code, told.organisation.name) == ("Region Sjövik", "sjovik", "Trafiknämnden")


def test_a_region_among_the_21_on_the_title_page_has_its_code(as_document: As) -> None:
    told = plan("Årsredovisning 2026\n\nRegion Hallands årsredovisning jämförs med Region Skånes.\n", as_document)
    assert (told.region.code, told.region.name, told.organisation.name) == ("13", "Region Halland", "Region Halland")


def test_a_regional_plan_is_the_regions_own(as_document: As) -> None:
    told = plan("Regionplan 2027–2029\n\nRegion Skåne\n\nHälso- och sjukvårdsnämnden får mest.\n", as_document)
    assert (told.organisation.name, told.organisation.slug) == ("Region Skåne", "region")


def test_years_on_a_line_of_their_own_are_the_titles(as_document: As) -> None:
    told = plan("Verksamhetsplan\n\n2027–2029\n\nTrafiknämnden\n\nRegion Skåne\n", as_document)
    assert (told.title, told.period_start, told.period_end) == ("Verksamhetsplan 2027–2029", 2027, 2029)


def test_what_is_told_goes_before_all_that_is_read(as_document: As) -> None:
    text = "Region Sjövik\n\nRegionplan 2027–2029\n\nVi bygger vidare.\n"
    told = plan(text, as_document, region="19", organisation="Vårdnämnden")
    assert (told.region.name, told.organisation.name, told.organisation.slug) == (
        "Region Västmanland",
        "Vårdnämnden",
        "vardnamnden",
    )


def test_each_fact_that_was_read_is_told_once(as_document: As) -> None:
    _, doubts = plan_of(as_document("Region Sjövik\n\nNämndplan 2027\n\nTrafiknämnden\n"), Facts())
    facts = [each.sv.split()[1] for each in doubts if "läst ur" in each.sv]
    assert sorted(facts) == ["organisation", "period", "region_name", "title", "type"]


def test_the_facts_of_a_text_without_title_are_not_invented(as_document: As) -> None:
    told = inferred(as_document("Vi ses i morgon.\n"))
    assert (told.type, told.title, told.period, told.organisation) == (None, None, None, None)
