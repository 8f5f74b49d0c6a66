"""The API keeps the promises of its own description, /api/v1/openapi.json, whoever calls it."""

import json
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from openapi_spec_validator import validate

SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")

# A description cannot say every rule, such as which officer holds which task: a request that fits it may
# still be refused, as long as the refusal is one it names.
# An empty parameter is none, whatever it would have to be: browsers send one for every field left blank.
BEYOND_DESCRIPTION = "positive_data_acceptance,negative_data_rejection"
# Signing out would leave every later request without its account.
SIGNING_OUT = ["--exclude-path", "/api/v1/sessions/current", "--exclude-path", "/api/v1/sessions/{id}"]


def test_the_description_is_valid_openapi(base_url):
    with urllib.request.urlopen(f"{base_url}/api/v1/openapi.json", timeout=10) as answer:
        document = json.load(answer)
    assert document["openapi"].startswith("3.1")
    validate(document)


@pytest.mark.parametrize("account", [None, "chenjing", "clerk", "officer-scjg", "head-scjg"])
def test_every_answer_is_as_described(base_url, token, account):
    """Valid, broken and hostile requests: never a 500, never an answer that the description does not name."""
    identity = ["--header", f"Authorization: Bearer {token(account)}"] if account else []
    run = subprocess.run(
        [SCHEMATHESIS, "run", f"{base_url}/api/v1/openapi.json", *identity]
        + ["--phases", "examples,coverage,fuzzing", "--max-examples", "20", "--workers", "1"]
        + ["--exclude-checks", BEYOND_DESCRIPTION, *SIGNING_OUT]
        + ["--seed", "20261121", "--request-timeout", "10", "--no-color"],
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout[-20_000:] + run.stderr[-2_000:]
