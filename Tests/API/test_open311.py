"""What people say, as the client of Open311 GeoReport reads it (PyPI georeport), in JSON and in XML."""

import re
import subprocess
import urllib.request
from pathlib import Path

import pytest
import yaml
from georeport import GeoReport
from openapi_spec_validator import validate
from test_openapi import BEYOND_DESCRIPTION, SCHEMATHESIS
from test_scim import administrator


@pytest.fixture(params=["json", "xml"])
def city(base_url, request) -> GeoReport:
    return GeoReport(f"{base_url}/open311/v2", output_format=request.param)


def test_the_categories_are_services(city):
    services = city.get_service_list()
    codes = [service["service_code"] for service in services]
    assert "roads" in codes and len(codes) == len(set(codes))
    assert city.get_service_definition("roads")["service_code"] == "roads"


def test_answered_requests_are_closed_and_can_be_looked_up(city):
    closed = city.get_service_requests(status="closed")
    assert {one["status"] for one in closed} == {"closed"}
    one = closed[0]
    again = city.get_service_request(one["service_request_id"])
    assert again == one
    assert "张伟" not in str(closed)


def test_requests_are_found_by_their_service(city):
    roads = city.get_service_requests(service_code="roads,sanitation")
    assert {one["service_code"] for one in roads} <= {"roads", "sanitation"}
    assert roads


@pytest.fixture
def key(base_url) -> str:
    """A key as the desk gives it, shown once."""
    desk = "/desk/open311-keys"
    sysadmin = administrator(base_url, "sysadmin")
    status, _, shown = sysadmin.post(desk, sysadmin.get(desk), name="随手拍")
    assert status == 200
    return re.search(r"\b[0-9a-f]{48}\b", shown).group(0)


def hold(base_url: str, description: str | Path) -> None:
    """Valid, broken and hostile requests: every answer is one that the description names."""
    run = subprocess.run(
        [SCHEMATHESIS, "run", str(description), "--url", f"{base_url}/open311/v2"]
        + ["--phases", "examples,coverage,fuzzing", "--max-examples", "20", "--workers", "1"]
        + ["--exclude-checks", BEYOND_DESCRIPTION]
        + ["--seed", "20261129", "--request-timeout", "10", "--no-color"],
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout[-20_000:] + run.stderr[-2_000:]


def described(base_url: str) -> dict:
    with urllib.request.urlopen(f"{base_url}/open311/v2/openapi.yaml", timeout=10) as answer:
        return yaml.safe_load(answer)


def test_strangers_are_answered_as_described(base_url):
    validate(described(base_url))
    hold(base_url, f"{base_url}/open311/v2/openapi.yaml")


def test_a_program_with_a_key_is_answered_as_described(base_url, key, tmp_path):
    document = described(base_url)
    for operations in document["paths"].values():
        if "post" in operations:
            body = operations["post"]["requestBody"]["content"]["application/x-www-form-urlencoded"]
            body["schema"]["properties"]["api_key"] = {"const": key}
            body["schema"]["properties"]["service_code"] = {"enum": ["roads", "sanitation"]}
    file = tmp_path / "open311.yaml"
    file.write_text(yaml.safe_dump(document, allow_unicode=True))
    hold(base_url, file)
