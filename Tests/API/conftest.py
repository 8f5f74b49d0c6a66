"""Where the server under test answers; ./test starts it and sets BASE_URL."""

import json
import os
import urllib.request

import pytest

PASSWORD = "minben-demo-2026"


@pytest.fixture(scope="session")
def base_url() -> str:
    return os.environ["BASE_URL"]


@pytest.fixture(scope="session")
def token(base_url):
    """Signs an account in and returns its bearer token."""

    def sign_in(account: str) -> str:
        request = urllib.request.Request(
            f"{base_url}/api/v1/sessions",
            data=json.dumps({"account": account, "password": PASSWORD}).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)["token"]

    return sign_in
