"""GB/T 33356-2022, chapter 6 and table 29, worked out by hand: what every indicator of a city is worth.

In: what a city reports, as exact numbers (a flag is 1 or 0, a choice the place of its option, counted from 0). Out: what the document
calls 分项分数, the indicator's weight within its sub-domain included, and of 6.8 the points that are taken off. A function is a table of
the document; it was written from the document and not from the `.ctmm` file, which the test beside it compares with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

Values = Mapping[str, Fraction]
Scores = dict[str, Fraction]
Table = Callable[[Values], Scores]

ONE = Fraction(1)


def percent(share: int) -> Fraction:
    return Fraction(share, 100)


def first(*rows: tuple[bool, int | Fraction]) -> Fraction:
    """The points of the first row that holds, none where no row does."""
    return next((Fraction(points) for holds, points in rows if holds), Fraction(0))


def government_services(v: Values) -> Scores:
    """6.2.1, table 1."""
    total = v["gov_items_total"]
    return {
        "L1P1-A1": percent(40) * (v["gov_items_online"] / total) * 100,
        "L1P1-A2": percent(30) * (v["gov_items_one_stop"] / total) * 100,
        "L1P1-A3": percent(30) * (v["gov_items_once"] / total) * 100,
    }


def transport(v: Values) -> Scores:
    """6.2.2, table 2."""
    watching = 10 * v["tti_realtime"] + 5 * v["tti_monitoring"]
    foreseeing = 10 * v["tti_forecast"] + 10 * v["tti_warning"] + 10 * v["tti_analysis"]
    platform = 15 + watching + foreseeing if v["tti_platform"] else Fraction(0)
    app = min(Fraction(5), 2 * v["tti_app_own"] + v["tti_app_social"])
    publishing = 6 * v["tti_boards"] + app + 4 * v["tti_website"] + 3 * v["tti_radio"] + 2 * v["tti_tv"]
    roads = 5 * v["tti_expressways"] + 5 * v["tti_arterials"] + 10 * v["tti_secondary"]
    lines = v["bus_lines_forecast"] / v["bus_lines_total"]
    displays = v["bus_displays"] / v["bus_stops_total"]
    return {
        "L1P2-A1": percent(25) * (platform + publishing + roads),
        "L1P2-A2": percent(25) * (v["signal_junctions_realtime"] / v["signal_junctions_total"]) * 100,
        "L1P2-A3": percent(25) * (lines / 2 + displays / 2) * 100,
        "L1P2-A4": percent(25) * (v["parking_online"] / v["parking_total"]) * 100,
    }


def social_security(v: Values) -> Scores:
    """6.2.3, table 3."""
    streets, towns = v["streets_social"] / v["streets_total"], v["towns_social"] / v["towns_total"]
    return {
        "L1P3-A1": percent(40) * (streets / 2 + towns / 2) * 100,
        "L1P3-A2": percent(40) * min(Fraction(100), 25 * v["social_remote"]),
        "L1P3-A3": percent(20) * min(Fraction(100), 20 * v["social_channels"]),
    }


def medical(v: Values) -> Scores:
    """6.2.4, table 4."""
    records, shared = v["med_inst_records"] / v["med_inst_total"], v["med_inst_shared"] / v["med_inst_total"]
    remote = (v["remote_tertiary"] + v["remote_secondary"]) / v["hospitals_total"]
    return {
        "L1P4-A1": percent(30) * (records / 2 + shared / 2) * 100,
        "L1P4-A2": percent(30) * (v["visits_booked"] / v["visits_total"]) * 100,
        "L1P4-A3": percent(20) * (v["health_files"] / v["residents"]) * 100,
        "L1P4-A4": percent(20) * remote * 100,
    }


def education(v: Values) -> Scores:
    """6.2.5, table 5: a ratio above 1 counts as 1."""
    spaces = (v["teachers_space"] + v["students_space"]) / (v["teachers_total"] + v["students_total"])
    return {
        "L1P5-A1": percent(50) * (v["schools_network"] / v["schools_total"]) * 100,
        "L1P5-A2": percent(50) * min(ONE, spaces) * 100,
    }


def employment(v: Values) -> Scores:
    """6.2.6, table 6."""
    return {
        "L1P6-A1": percent(50) * (v["grassroots_jobs"] / v["grassroots_total"]) * 100,
        "L1P6-A2": percent(50) * min(Fraction(100), 20 * v["job_channels"]),
    }


def city_services(v: Values) -> Scores:
    """6.2.7, table 7."""
    basic, more = min(Fraction(30), 2 * v["services_basic"]), min(Fraction(70), 2 * v["services_more"])
    return {
        "L1P7-A1": percent(50) * (basic + more),
        "L1P7-A2": percent(50) * min(ONE, v["service_users"] / v["residents_annual"]) * 100,
    }


def care_for_the_old(v: Values) -> Scores:
    """6.2.8, table 8."""
    links, services = min(Fraction(40), 10 * v["elder_links"]), min(Fraction(40), 10 * v["elder_services"])
    return {
        "L1P8-A1": percent(50) * (links + 20 * v["elder_platform"] + services),
        "L1P8-A2": percent(50) * (v["communities_care"] / v["communities_total"]) * 100,
    }


def accessibility(v: Values) -> Scores:
    """6.2.9, table 9: 以上 and 以下 include the number itself; at 30% the better row holds."""
    rate = v["access_departments"] / v["access_departments_total"]
    departments = first((rate >= percent(90), 30), (rate >= percent(60), 20), (rate >= percent(30), 10))
    news = first((v["access_news"] == 3, 20), (v["access_news"] == 2, 10), (v["access_news"] == 1, 5))
    return {
        "L1P9-A1": percent(50) * (50 * v["access_portal"] + departments + news),
        "L1P9-A2": percent(50) * (50 * v["inclusive_mechanism"] + 50 * v["inclusive_apps"]),
    }


def communities(v: Values) -> Scores:
    """6.2.10, table 10."""
    property_services = v["property_online"] / v["property_total"]
    convenience_services = v["convenience_online"] / v["convenience_total"]
    return {"L1P10-A1": (property_services / 2 + convenience_services / 2) * 100}


def city_management(v: Values) -> Scores:
    """6.3.1, table 11: the events are those dealt with by machine and those dealt with by hand."""
    automatic = v["events_auto"] / (v["events_auto"] + v["events_manual"])
    closed = v["events_closed"] / v["events_due"]
    return {
        "L2P1-A1": percent(25) * (v["city_items_in_system"] / v["city_items_total"]) * 100,
        "L2P1-A2": percent(25) * (automatic / 2 + closed / 2) * 100,
        "L2P1-A3": percent(25) * (v["pipes_monitored"] / v["pipes_total"]) * 100,
        "L2P1-A4": percent(25) * min(Fraction(100), 20 * v["grid_fields"]),
    }


def public_safety(v: Values) -> Scores:
    """6.3.2, table 12."""
    areas, managed = v["key_areas_smart"] / v["key_areas_total"], v["cameras_managed"] / v["cameras_total"]
    linked, stored = v["cameras_on_platform"] / v["cameras_total"], v["cameras_stored"] / v["cameras_networked"]
    solved = v["cases_video"] / v["cases_total"] * 100
    served = v["departments_served"]
    service = first((served >= 5, 100), (served >= 3, 60), (served >= 1, 40))
    return {
        "L2P2-A1": percent(40) * (percent(40) * areas + percent(60) * managed) * 100,
        "L2P2-A2": percent(30) * (linked / 2 + stored / 2) * 100,
        "L2P2-A3": percent(30) * (percent(60) * solved + percent(40) * service),
    }


def emergencies(v: Values) -> Scores:
    """6.3.3, table 13."""
    return {"L2P3-A1": v["major_events_commanded"] / v["major_events_total"] * 100}


def credit(v: Values) -> Scores:
    """6.3.4, table 14."""
    enterprises, persons = v["enterprise_records"] / v["enterprises"], v["person_records"] / v["persons"]
    return {"L2P4-A1": (enterprises + persons) / 2 * 100}


def grassroots(v: Values) -> Scores:
    """6.3.5, table 15."""
    return {
        "L2P5-A1": percent(50) * (v["street_towns_disputes"] / v["street_towns_total"]) * 100,
        "L2P5-A2": percent(50) * (v["data_types_unified"] / v["data_types_total"]) * 100,
    }


def environment(v: Values) -> Scores:
    """6.4.1, table 16: full marks where nothing was reported."""
    handled = v["env_handled"] / v["env_reports"] if v["env_reports"] else ONE
    return {
        "L3P1-A1": percent(40) * (v["air_area"] / v["urban_area"]) * 100,
        "L3P1-A2": percent(30) * (v["polluters_open"] / v["polluters_total"]) * 100,
        "L3P1-A3": percent(30) * handled * 100,
    }


def low_carbon(v: Values) -> Scores:
    """6.4.2, table 17."""
    return {
        "L3P2-A1": percent(40) * (v["energy_units_online"] / v["energy_units_total"]) * 100,
        "L3P2-A2": percent(40) * (v["energy_buildings_metered"] / v["energy_buildings_total"]) * 100,
        "L3P2-A3": percent(20) * (50 * v["carbon_events"] + 50 * v["carbon_units"]),
    }


def networks(v: Values) -> Scores:
    """6.5.1, table 18."""
    homes, users = v["homes_gigabit"] / v["homes_total"], v["broadband_gigabit"] / v["broadband_total"]
    sites = v["sites_5g"] / v["sites_total"] * 100
    mobile = v["users_5g"] / (v["users_3g"] + v["users_4g"] + v["users_5g"]) * 100
    cases = min(Fraction(100), 20 * v["cases_5g"])
    return {
        "L4P1-A1": percent(50) * (homes / 2 + users / 2) * 100,
        "L4P1-A2": percent(50) * (percent(40) * sites + percent(40) * mobile + percent(20) * cases),
    }


def space_and_time(v: Values) -> Scores:
    """6.5.2, table 19: a cycle of less than a year counts as a year."""
    built, planned = v["built_area_mapped"] / v["built_area"], v["planned_area_mapped"] / v["planned_area"]
    renewal = 1 / max(ONE, v["map_cycle"])
    return {
        "L4P2-A1": percent(50) * (percent(25) * built + percent(25) * planned + percent(50) * renewal) * 100,
        "L4P2-A2": percent(50) * (40 * v["geo_government"] + 30 * v["geo_public"] + 30 * v["geo_mobile"]),
    }


def government_facilities(v: Values) -> Scores:
    """6.5.3, table 20."""
    return {
        "L4P3-A1": percent(50) * (v["gov_systems_cloud"] / v["gov_systems_total"]) * 100,
        "L4P3-A2": percent(50) * (v["villages_network"] / v["villages_total"]) * 100,
    }


def open_data(v: Values) -> Scores:
    """6.6, table 21: 22 categories are to be open."""
    return {
        "L5P1-A1": percent(50) * (v["departments_sharing"] / v["departments_total"]) * 100,
        "L5P1-A2": percent(50) * (v["open_categories"] / 22) * 100,
    }


def digital_economy(v: Values) -> Scores:
    """6.7, table 22."""
    return {"L6P1-A1": percent(100) * (v["gdp_digital"] / v["gdp_total"]) * 100}


def mechanisms(v: Values) -> Scores:
    """6.9.1, table 27. An evaluation counts only where there are rules for it: without them the document gives 0."""
    body = first((v["leading_body"] == 2, 20), (v["leading_body"] == 1, 10))
    leaders = 20 * v["lead_department"] + 10 * v["lead_agency"]
    plans = min(Fraction(30), 10 * v["city_plans"])
    evaluation = 20 + 20 * v["local_evaluation"] if v["local_evaluation_rules"] else Fraction(0)
    operation = first((v["operation_mechanism"] == 2, 50), (v["operation_mechanism"] == 1, 30))
    operator = first((v["operator"] == 2, 50), (v["operator"] == 1, 30))
    return {
        "L8P1-A1": percent(30) * (body + leaders + 20 * v["sharing_rules"] + plans),
        "L8P1-A2": percent(30) * (30 * v["project_rules"] + 30 * v["projects_appraised"] + evaluation),
        "L8P1-A3": percent(40) * (operation + operator),
    }


def innovation(v: Values) -> Scores:
    """6.9.2, table 28."""
    methods, tools = min(Fraction(100), 20 * v["method_innovations"]), min(Fraction(100), 10 * v["tool_innovations"])
    return {"L8P2-A1": percent(60) * methods + percent(40) * tools}


def security(v: Values) -> Scores:
    """6.8, tables 23 to 26: points off. Where 70% and 90% of table 26 belong the document does not say; nothing is taken off there."""
    filed, sorted_out = v["filing_rate"], v["classification_rate"]
    leaks = min(Fraction(3, 2), Fraction(3, 10) * v["leaks"])
    rate = first((sorted_out < percent(70), 1), (percent(70) < sorted_out < percent(90), Fraction(1, 2)))
    return {
        "L7P1-A1": v["secrecy_review"] + leaks,
        "L7P2-A1": min(Fraction(2), Fraction(2, 10) * v["crypto_gaps"]),
        "L7P3-A1": first((filed < percent(60), 1), (filed < percent(80), Fraction(1, 2))),
        "L7P3-A2": 1 - v["remediation_done"],
        "L7P4-A1": rate,
        "L7P4-A2": 1 - v["data_protected"],
    }


def survey(v: Values) -> Scores:
    """6.10: the survey says what it is worth."""
    return {"L9P1": v["citizen_survey"]}


WEIGHTS: dict[str, tuple[int, Table]] = {
    "L1P1": (5, government_services), "L1P2": (3, transport), "L1P3": (2, social_security), "L1P4": (3, medical),
    "L1P5": (2, education), "L1P6": (2, employment), "L1P7": (2, city_services), "L1P8": (2, care_for_the_old),
    "L1P9": (2, accessibility), "L1P10": (1, communities), "L2P1": (4, city_management), "L2P2": (3, public_safety),
    "L2P3": (1, emergencies), "L2P4": (1, credit), "L2P5": (2, grassroots), "L3P1": (3, environment), "L3P2": (3, low_carbon),
    "L4P1": (2, networks), "L4P2": (2, space_and_time), "L4P3": (2, government_facilities), "L5P1": (6, open_data),
    "L6P1": (2, digital_economy), "L8P1": (3, mechanisms), "L8P2": (2, innovation), "L9P1": (40, survey),
}  # fmt: skip
"""Table 29: the parts of the whole, in per cent."""
