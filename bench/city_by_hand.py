"""The total of a city by GB/T 33356-2022, chapters 6 and 7, written by hand: what a generated scorer is held against.

It is what one would write who knows the formulas and nothing else: it reads every value once from the dict, keeps integers where they do,
makes one fraction for a ratio, and checks nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from fractions import Fraction as F  # noqa: N817
from typing import Any

Values = Mapping[str, Any]


def total(v: Values) -> Fraction:
    """Points of the total: 100 times a part of one, times what the weights come to in ten thousandths."""
    scored = _services(v) + _governance(v) + _surroundings(v) + _infrastructure(v) + _innovation(v)
    scored += 4000 * v["citizen_survey"]
    whole: Fraction = scored / 10_000 - _deductions(v)
    return whole


def _services(v: Values) -> Fraction:
    points: Fraction = 500 * (40 * F(v["gov_items_online"], v["gov_items_total"]))
    points += 500 * (30 * F(v["gov_items_one_stop"], v["gov_items_total"]))
    points += 500 * (30 * F(v["gov_items_once"], v["gov_items_total"]))
    listed = 0
    if v["tti_platform"]:
        listed = 15 + 10 * v["tti_realtime"] + 5 * v["tti_monitoring"] + 10 * v["tti_forecast"]
        listed += 10 * v["tti_warning"] + 10 * v["tti_analysis"]
    published = min(5, 2 * v["tti_app_own"] + v["tti_app_social"]) + 6 * v["tti_boards"] + 4 * v["tti_website"]
    published += 3 * v["tti_radio"] + 2 * v["tti_tv"]
    reached = 5 * v["tti_expressways"] + 5 * v["tti_arterials"] + 10 * v["tti_secondary"]
    points += 3 * 25 * (listed + published + reached)
    points += 300 * 25 * F(v["signal_junctions_realtime"], v["signal_junctions_total"])
    displays = F(v["bus_lines_forecast"], v["bus_lines_total"]) + F(v["bus_displays"], v["bus_stops_total"])
    points += 150 * 25 * displays
    points += 300 * 25 * F(v["parking_online"], v["parking_total"])
    points += 100 * 40 * (F(v["streets_social"], v["streets_total"]) + F(v["towns_social"], v["towns_total"]))
    points += 2 * 40 * min(100, 25 * v["social_remote"]) + 2 * 20 * min(100, 20 * v["social_channels"])
    points += 150 * 30 * F(v["med_inst_records"] + v["med_inst_shared"], v["med_inst_total"])
    points += 300 * 30 * F(v["visits_booked"], v["visits_total"])
    points += 300 * 20 * F(v["health_files"], v["residents"])
    points += 300 * 20 * F(v["remote_tertiary"] + v["remote_secondary"], v["hospitals_total"])
    points += 200 * 50 * F(v["schools_network"], v["schools_total"])
    space = F(v["teachers_space"] + v["students_space"], v["teachers_total"] + v["students_total"])
    points += 200 * 50 * min(F(1), space)
    points += 200 * 50 * F(v["grassroots_jobs"], v["grassroots_total"])
    points += 2 * 50 * min(100, 20 * v["job_channels"])
    points += 2 * 50 * (min(30, 2 * v["services_basic"]) + min(70, 2 * v["services_more"]))
    points += 200 * 50 * min(F(1), F(v["service_users"], v["residents_annual"]))
    care = min(40, 10 * v["elder_links"]) + 20 * v["elder_platform"] + min(40, 10 * v["elder_services"])
    points += 2 * 50 * care + 200 * 50 * F(v["communities_care"], v["communities_total"])
    part = F(v["access_departments"], v["access_departments_total"])
    access = 30 if part >= F(9, 10) else 20 if part >= F(6, 10) else 10 if part >= F(3, 10) else 0
    access += 50 * v["access_portal"] + (0, 5, 10, 20)[v["access_news"]]
    points += 2 * 50 * (access + 50 * v["inclusive_mechanism"] + 50 * v["inclusive_apps"])
    kinds = F(v["property_online"], v["property_total"]) + F(v["convenience_online"], v["convenience_total"])
    return points + 50 * 100 * kinds


def _governance(v: Values) -> Fraction:
    points: Fraction = 400 * 25 * F(v["city_items_in_system"], v["city_items_total"])
    handled = F(v["events_auto"], v["events_auto"] + v["events_manual"]) + F(v["events_closed"], v["events_due"])
    points += 200 * 25 * handled
    points += 400 * 25 * F(v["pipes_monitored"], v["pipes_total"])
    points += 4 * 25 * min(100, 20 * v["grid_fields"])
    watched = 4 * F(v["key_areas_smart"], v["key_areas_total"]) + 6 * F(v["cameras_managed"], v["cameras_total"])
    points += 30 * 40 * watched
    stored = F(v["cameras_on_platform"], v["cameras_total"]) + F(v["cameras_stored"], v["cameras_networked"])
    points += 150 * 30 * stored
    served = v["departments_served"]
    served = 100 if served >= 5 else 60 if served >= 3 else 40 if served >= 1 else 0
    points += 3 * 30 * (60 * F(v["cases_video"], v["cases_total"]) + F(4 * served, 10))
    points += 100 * 100 * F(v["major_events_commanded"], v["major_events_total"])
    records = F(v["enterprise_records"], v["enterprises"]) + F(v["person_records"], v["persons"])
    points += 50 * 100 * records
    points += 200 * 50 * F(v["street_towns_disputes"], v["street_towns_total"])
    return points + 200 * 50 * F(v["data_types_unified"], v["data_types_total"])


def _surroundings(v: Values) -> Fraction:
    points: Fraction = 300 * 40 * F(v["air_area"], v["urban_area"])
    points += 300 * 30 * F(v["polluters_open"], v["polluters_total"])
    points += 300 * 30 * (F(v["env_handled"], v["env_reports"]) if v["env_reports"] else 1)
    points += 300 * 40 * F(v["energy_units_online"], v["energy_units_total"])
    points += 300 * 40 * F(v["energy_buildings_metered"], v["energy_buildings_total"])
    points += 3 * 20 * (50 * v["carbon_events"] + 50 * v["carbon_units"])
    return points


def _infrastructure(v: Values) -> Fraction:
    gigabit = F(v["homes_gigabit"], v["homes_total"]) + F(v["broadband_gigabit"], v["broadband_total"])
    points: Fraction = 100 * 50 * gigabit
    users = F(v["users_5g"], v["users_3g"] + v["users_4g"] + v["users_5g"])
    fifth = 40 * F(v["sites_5g"], v["sites_total"]) + 40 * users + F(2 * min(100, 20 * v["cases_5g"]), 10)
    points += 2 * 50 * fifth
    maps = F(v["built_area_mapped"], v["built_area"]) + F(v["planned_area_mapped"], v["planned_area"])
    points += 50 * 50 * (maps + F(2, max(1, v["map_cycle"])))
    points += 2 * 50 * (40 * v["geo_government"] + 30 * v["geo_public"] + 30 * v["geo_mobile"])
    points += 200 * 50 * F(v["gov_systems_cloud"], v["gov_systems_total"])
    points += 200 * 50 * F(v["villages_network"], v["villages_total"])
    points += 600 * 50 * F(v["departments_sharing"], v["departments_total"])
    points += 600 * 50 * F(v["open_categories"], 22)
    return points + 200 * 100 * F(v["gdp_digital"], v["gdp_total"])


def _innovation(v: Values) -> Fraction:
    led = {"none": 0, "set_up": 10, "working": 20}[v["leading_body"]] + 20 * v["lead_department"]
    led += 10 * v["lead_agency"] + 20 * v["sharing_rules"] + min(30, 10 * v["city_plans"])
    managed = 30 * v["project_rules"] + 30 * v["projects_appraised"]
    if v["local_evaluation_rules"]:
        managed += 20 + 20 * v["local_evaluation"]
    run = {"none": 0, "planned": 30, "established": 50}[v["operation_mechanism"]]
    run += {"none": 0, "present": 30, "delivered": 50}[v["operator"]]
    practised = 6 * min(100, 20 * v["method_innovations"]) + 4 * min(100, 10 * v["tool_innovations"])
    return F(3 * (30 * led + 30 * managed + 40 * run) + 2 * 10 * practised)


def _deductions(v: Values) -> Fraction:
    taken = v["secrecy_review"] + min(F(3, 2), F(3, 10) * v["leaks"]) + min(F(2), F(2, 10) * v["crypto_gaps"])
    filed, classified = v["filing_rate"], v["classification_rate"]
    taken += 1 if filed < F(6, 10) else F(1, 2) if filed < F(8, 10) else 0
    taken += 1 if classified < F(7, 10) else F(1, 2) if F(7, 10) < classified < F(9, 10) else 0
    return F(taken + (not v["remediation_done"]) + (not v["data_protected"]))
