"""What people say, as the client of Open311 GeoReport reads it (PyPI georeport), in JSON and in XML."""

import pytest
from georeport import GeoReport


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
