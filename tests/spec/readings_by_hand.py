"""The other readings of GB/T 33356-2022, worked out by hand: where the document is not clear or is at fault, what it may mean instead.

In: what a city or a county reports, as `formulas_by_hand` takes it. Out: 分项分数 by indicator and reading; of L7P4-A1 and L6P4-A1 the
points that are taken off.
"""

from __future__ import annotations

from fractions import Fraction

from tests.spec import formulas_by_hand as city
from tests.spec import formulas_by_hand_county as county
from tests.spec.formulas_by_hand import ONE, Values, first, percent

Readings = dict[tuple[str, str], Fraction]


def city_readings(v: Values) -> Readings:
    traffic = city.transport(v)["L1P2-A1"]
    counted = min(Fraction(5), 2 * v["tti_app_own"] + v["tti_app_social"])
    only_with_own = min(Fraction(5), 2 + v["tti_app_social"]) if v["tti_app_own"] else Fraction(0)
    buses = v["bus_lines_forecast"] / v["bus_lines_total"] + capped(v["bus_displays"], v["bus_stops_total"])
    departments = v["access_departments"] / v["access_departments_total"]
    at_thirty = percent(50) * 10 if departments == percent(30) else Fraction(0)
    events = v["events_auto"] / (v["events_auto"] + v["events_manual"]) + capped(v["events_closed"], v["events_due"])
    records = capped(v["enterprise_records"], v["enterprises"]) + capped(v["person_records"], v["persons"])
    return {
        ("L1P2-A1", "gate_all"): traffic if v["tti_platform"] else Fraction(0),
        ("L1P2-A1", "own_app_first"): traffic - percent(25) * (counted - only_with_own),
        ("L1P2-A3", "capped"): percent(25) * buses / 2 * 100,
        ("L1P4-A3", "capped"): percent(20) * capped(v["health_files"], v["residents"]) * 100,
        ("L1P9-A1", "thirty_is_zero"): city.accessibility(v)["L1P9-A1"] - at_thirty,
        ("L1P10-A1", "listed"): (v["property_kinds_online"] / 6 + v["convenience_kinds_online"] / 5) / 2 * 100,
        ("L2P1-A2", "capped"): percent(25) * events / 2 * 100,
        ("L2P4-A1", "capped"): records / 2 * 100,
        ("L2P5-A2", "capped"): percent(50) * capped(v["data_types_unified"], v["data_types_total"]) * 100,
        ("L3P1-A1", "capped"): percent(40) * capped(v["air_area"], v["urban_area"]) * 100,
        ("L7P4-A1", "as_filing"): as_filing(v["classification_rate"]),
        ("L8P1-A2", "separate"): percent(30) * two_apart(v),
    }


def county_readings(v: Values) -> Readings:
    air, water = capped(v["air_area"], v["urban_area"]), capped(v["water_area"], v["urban_area"])
    flags = 100 * v["command_system"] + 100 * v["command_frontline"]
    commanded = capped(v["public_events_commanded"], v["major_events_total"]) * 100
    return {
        ("L1P2-A2", "capped"): percent(30) * capped(v["internet_hospitals"], v["med_inst_total"]) * 100,
        ("L1P2-A3", "capped"): percent(40) * capped(v["health_files"], v["residents"]) * 100,
        ("L1P5-A1", "communities"): v["communities_smart"] / v["communities_total"] * 100,
        ("L2P1-A4", "capped"): percent(30) * (percent(25) * flags + percent(50) * commanded),
        ("L3P1-A1", "capped"): percent(50) * (air / 2 + water / 2) * 100,
        ("L3P1-A1", "joint"): percent(50) * (v["environment_area"] / v["urban_area"]) * 100,
        ("L3P2-A2", "full"): 2 * county.green_villages(v)["L3P2-A2"],
        ("L6P4-A1", "as_filing"): as_filing(v["classification_rate"]),
        ("L7P1-A2", "separate"): percent(30) * two_apart(v),
    }


def capped(part: Fraction, whole: Fraction) -> Fraction:
    return min(ONE, part / whole)


def as_filing(rate: Fraction) -> Fraction:
    """The rows of table 26 with their lower ends closed, as those of table 25 are."""
    return first((rate < percent(70), 1), (rate < percent(90), Fraction(1, 2)))


def two_apart(v: Values) -> Fraction:
    """Tables 27 and A.18: the rules for an evaluation 20 points, an evaluation 20, each by itself."""
    evaluation = 20 * v["local_evaluation_rules"] + 20 * v["local_evaluation"]
    return 30 * v["project_rules"] + 30 * v["projects_appraised"] + evaluation
