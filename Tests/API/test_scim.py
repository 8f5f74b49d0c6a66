"""SCIM 2.0 as an outside program sees it: a directory is registered by two administrators, then scim2-cli tries everything."""

import json
import os
import re
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from test_passkeys import PASSWORD, Browser


def administrator(site: str, account: str) -> Browser:
    browser = Browser(site)
    status, _, _ = browser.post("/sign-in", browser.get("/sign-in"), account=account, password=PASSWORD)
    assert status == 200
    return browser


@pytest.fixture(scope="module")
def token(base_url) -> str:
    """The token of a directory that one administrator registered and another let in."""
    sysadmin, secadmin = administrator(base_url, "sysadmin"), administrator(base_url, "secadmin")
    desk = "/desk/directory-sources"
    status, address, _ = sysadmin.post(
        desk, sysadmin.get(desk), name="人社局人事系统", purpose="同步全区工作人员账号", days="30"
    )
    assert status == 200
    source = re.search(rf"{desk}/\d+$", address).group(0)
    status, _, _ = sysadmin.post(f"{source}/approval", sysadmin.get(source))
    assert status == 403
    status, _, _ = secadmin.post(f"{source}/approval", secadmin.get(source))
    assert status == 200
    status, _, page = sysadmin.post(f"{source}/token", sysadmin.get(source))
    assert status == 200
    secret = re.search(r"mbds_[0-9a-f]{64}", page).group(0)
    assert secret not in sysadmin.get(source)
    return secret


def ask(base_url: str, token: str, path: str) -> tuple[int, str, dict]:
    request = urllib.request.Request(f"{base_url}/scim/v2{path}", headers={"Authorization": f"Bearer {token}"})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.headers["Content-Type"], json.load(answer)
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.headers["Content-Type"], json.load(refusal)


def test_scim2_cli_is_content(base_url, token):
    # In the environment: other users of the machine can read command lines.
    tried = subprocess.run(
        [Path(sys.executable).with_name("scim2"), "--url", f"{base_url}/scim/v2", "test"],
        env={**os.environ, "SCIM_CLI_HEADERS": f"Authorization: Bearer {token}"},
        capture_output=True, text=True, timeout=300,
    )
    words = re.sub(r"\x1b\[\d*m", "", tried.stdout)
    failed = re.findall(r"^(?:ERROR|CRITICAL|SKIPPED|DEVIATION|ACCEPTABLE)\b.*\n.*", words, re.MULTILINE)
    assert tried.returncode == 0 and not failed, "\n".join(failed) or tried.stderr + words
    assert len(re.findall(r"^SUCCESS\b", words, re.MULTILINE)) > 40


@pytest.mark.parametrize("bearer", ["", "mbds_" + "0" * 64])
def test_a_token_that_does_not_count_is_refused(base_url, bearer):
    status, kind, message = ask(base_url, bearer, "/Users")
    assert status == 401 and kind == "application/scim+json" and message["status"] == "401"


def test_a_session_of_the_api_is_nothing_here(base_url, token):
    request = urllib.request.Request(
        f"{base_url}/api/v1/sessions",
        data=json.dumps({"account": "officer-zjj", "password": PASSWORD}).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        session = json.load(answer)["token"]
    assert ask(base_url, session, "/Users")[0] == 401
    tasks = urllib.request.Request(f"{base_url}/api/v1/tasks", headers={"Authorization": f"Bearer {token}"})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(tasks, timeout=10)
    assert refused.value.code == 401


def test_nothing_secret_is_told_and_administrators_are_not_there(base_url, token):
    status, kind, found = ask(base_url, token, "/Users?count=200")
    assert status == 200 and kind == "application/scim+json"
    names = {user["userName"] for user in found["Resources"]}
    assert "officer-scjg" in names and not names & {"sysadmin", "secadmin", "auditadmin", "zhangwei", "chenjing"}
    assert not re.search(r"argon2|password|totp|441\d{15}", json.dumps(found))
