"""GB/T 33356-2022, annex A, worked out by hand: what every indicator of a county is worth. As `formulas_by_hand`, which is of cities."""

from __future__ import annotations

from fractions import Fraction

from tests.spec.formulas_by_hand import ONE, Scores, Table, Values, first, percent


def government_services(v: Values) -> Scores:
    """A.1.1, table A.1."""
    return {
        "L1P1-A1": percent(50) * (v["gov_items_online"] / v["gov_items_total"]) * 100,
        "L1P1-A2": percent(50) * (v["gov_items_one_stop"] / v["gov_items_total"]) * 100,
    }


def medical(v: Values) -> Scores:
    """A.1.2, table A.2."""
    return {
        "L1P2-A1": percent(30) * (v["med_inst_remote"] / v["med_inst_total"]) * 100,
        "L1P2-A2": percent(30) * (v["internet_hospitals"] / v["med_inst_total"]) * 100,
        "L1P2-A3": percent(40) * (v["health_files"] / v["residents"]) * 100,
    }


def education(v: Values) -> Scores:
    """A.1.3, table A.3: a ratio above 1 counts as 1."""
    spaces = (v["teachers_space"] + v["students_space"]) / (v["teachers_total"] + v["students_total"])
    return {
        "L1P3-A1": percent(50) * (v["schools_network"] / v["schools_total"]) * 100,
        "L1P3-A2": percent(50) * min(ONE, spaces) * 100,
    }


def farming(v: Values) -> Scores:
    """A.1.4, table A.4. Of b, a per cent figure, × 100% is a factor of 1."""
    production = min(Fraction(40), 8 * v["farm_services"]) + min(Fraction(60), 20 * v["farm_fields"])
    return {
        "L1P4-A1": percent(60) * production,
        "L1P4-A2": percent(40) * (v["farm_sales_online"] / v["farm_sales_total"]) * 100,
    }


def villages(v: Values) -> Scores:
    """A.1.5, table A.5."""
    return {"L1P5-A1": v["villages_smart"] / v["villages_total"] * 100}


def libraries(v: Values) -> Scores:
    """A.1.6, table A.6."""
    digital = v["libraries_county_digital"] + v["libraries_town_digital"]
    return {"L1P6-A1": digital / (v["libraries_county"] + v["libraries_town"]) * 100}


def fifths(rate: Fraction, best: int) -> Fraction:
    """20 points from the best per cent on, 5 less for each 5% below it, none more than 15% below it."""
    return first((rate >= percent(best), 20), (rate >= percent(best - 5), 15), (rate >= percent(best - 10), 10),
                 (rate >= percent(best - 15), 5))  # fmt: skip


def management(v: Values) -> Scores:
    """A.2.1, table A.7."""
    covered = fifths(v["digital_area"] / v["built_area"], 90)
    filing, dispatch = fifths(v["case_filing_rate"], 95), fifths(v["dispatch_rate"], 90)
    handling, closing = fifths(v["handling_rate"], 80), fifths(v["case_closing_rate"], 90)
    grid = v["communities_grid"] / v["communities_total"] * 100
    fields = min(Fraction(100), 20 * v["grid_fields"])
    commanded = v["public_events_commanded"] / v["major_events_total"] * 100
    system, frontline = 100 * v["command_system"], 100 * v["command_frontline"]
    return {
        "L2P1-A1": percent(20) * (v["pipes_monitored"] / v["pipes_total"]) * 100,
        "L2P1-A2": percent(20) * (filing + dispatch + handling + closing + covered),
        "L2P1-A3": percent(30) * (grid / 2 + fields / 2),
        "L2P1-A4": percent(30) * (percent(25) * system + percent(25) * frontline + percent(50) * commanded),
    }


def public_safety(v: Values) -> Scores:
    """A.2.2, table A.8."""
    areas, managed = v["key_areas_smart"] / v["key_areas_total"], v["cameras_managed"] / v["cameras_total"]
    solved = v["cases_video"] / v["cases_total"] * 100
    served = v["departments_served"]
    service = first((served >= 5, 100), (served >= 3, 60), (served >= 1, 40))
    return {
        "L2P2-A1": percent(40) * (percent(40) * areas + percent(60) * managed) * 100,
        "L2P2-A2": percent(40) * (v["cameras_on_platform"] / v["cameras_total"]) * 100,
        "L2P2-A3": percent(20) * (percent(60) * solved + percent(40) * service),
    }


def environment(v: Values) -> Scores:
    """A.3.1, table A.9: air and water weigh 50% each."""
    air, water = v["air_area"] / v["urban_area"], v["water_area"] / v["urban_area"]
    return {
        "L3P1-A1": percent(50) * (percent(50) * air + percent(50) * water) * 100,
        "L3P1-A2": percent(50) * (v["polluters_open"] / v["polluters_total"]) * 100,
    }


def green_villages(v: Values) -> Scores:
    """A.3.2, table A.10: of the second the document gives 50 points at most."""
    return {
        "L3P2-A1": percent(50) * 100 * v["eco_platform"],
        "L3P2-A2": percent(50) * 50 * v["habitat_platform"],
    }


def networks(v: Values) -> Scores:
    """A.4.1, table A.11: two indicators of 40% each."""
    homes, users = v["homes_gigabit"] / v["homes_total"], v["broadband_500m"] / v["broadband_total"]
    sites = v["sites_5g"] / v["sites_total"] * 100
    mobile = v["users_5g"] / (v["users_3g"] + v["users_4g"] + v["users_5g"]) * 100
    cases = min(Fraction(100), 20 * v["cases_5g"])
    return {
        "L4P1-A1": percent(40) * (homes / 2 + users / 2) * 100,
        "L4P1-A2": percent(40) * (percent(40) * sites + percent(40) * mobile + percent(20) * cases),
    }


def key_fields(v: Values) -> Scores:
    """A.4.2, table A.12."""
    return {"L4P2-A1": v["key_fields_smart"] / v["key_fields_total"] * 100}


def open_data(v: Values) -> Scores:
    """A.5, table A.13: 22 categories are to be open."""
    return {
        "L5P1-A1": percent(50) * (v["departments_sharing"] / v["departments_total"]) * 100,
        "L5P1-A2": percent(50) * (v["open_categories"] / 22) * 100,
    }


def mechanisms(v: Values) -> Scores:
    """A.7.1, table A.18. An evaluation counts only where there are rules for it: without them the document gives 0."""
    body = first((v["leading_body"] == 2, 20), (v["leading_body"] == 1, 10))
    leaders = 20 * v["lead_department"] + 10 * v["lead_agency"]
    plans = min(Fraction(30), 10 * v["county_plans"])
    evaluation = 20 + 20 * v["local_evaluation"] if v["local_evaluation_rules"] else Fraction(0)
    operation = first((v["operation_mechanism"] == 2, 50), (v["operation_mechanism"] == 1, 30))
    operator = first((v["operator"] == 2, 50), (v["operator"] == 1, 30))
    return {
        "L7P1-A1": percent(30) * (body + leaders + 20 * v["sharing_rules"] + plans),
        "L7P1-A2": percent(30) * (30 * v["project_rules"] + 30 * v["projects_appraised"] + evaluation),
        "L7P1-A3": percent(40) * (operation + operator),
    }


def innovation(v: Values) -> Scores:
    """A.7.2, table A.19."""
    methods, tools = min(Fraction(100), 20 * v["method_innovations"]), min(Fraction(100), 10 * v["tool_innovations"])
    return {"L7P2-A1": percent(60) * methods + percent(40) * tools}


def security(v: Values) -> Scores:
    """A.6, tables A.14 to A.17: points off. Where 70% and 90% of table A.17 belong the document does not say."""
    filed, sorted_out = v["filing_rate"], v["classification_rate"]
    leaks = min(Fraction(3, 2), Fraction(3, 10) * v["leaks"])
    rate = first((sorted_out < percent(70), 1), (percent(70) < sorted_out < percent(90), Fraction(1, 2)))
    return {
        "L6P1-A1": v["secrecy_review"] + leaks,
        "L6P2-A1": min(Fraction(2), Fraction(2, 10) * v["crypto_gaps"]),
        "L6P3-A1": first((filed < percent(60), 1), (filed < percent(80), Fraction(1, 2))),
        "L6P3-A2": 1 - v["remediation_done"],
        "L6P4-A1": rate,
        "L6P4-A2": 1 - v["data_protected"],
    }


def survey(v: Values) -> Scores:
    """A.8: the survey says what it is worth."""
    return {"L8P1": v["citizen_survey"]}


WEIGHTS: dict[str, tuple[int, Table]] = {
    "L1P1": (6, government_services), "L1P2": (5, medical), "L1P3": (5, education), "L1P4": (5, farming),
    "L1P5": (2, villages), "L1P6": (2, libraries), "L2P1": (8, management), "L2P2": (4, public_safety),
    "L3P1": (3, environment), "L3P2": (3, green_villages), "L4P1": (4, networks), "L4P2": (2, key_fields),
    "L5P1": (6, open_data), "L7P1": (3, mechanisms), "L7P2": (2, innovation), "L8P1": (40, survey),
}  # fmt: skip
"""Table A.20: the parts of the whole, in per cent."""
