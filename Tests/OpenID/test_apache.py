"""Apache with mod_auth_openidc, as the district's older systems stand behind it, signs people in."""

import os
import secrets
import subprocess
from pathlib import Path

import pytest
import requests

from conftest import end, free_port, wait_for

MODULES = Path("/usr/lib/apache2/modules")
CONFIGURATION = """
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {folder}/apache.pid
ErrorLog {folder}/error.log
{user}
{modules}
DocumentRoot {folder}/pages
OIDCProviderMetadataURL {issuer}/.well-known/openid-configuration
OIDCClientID {client}
OIDCClientSecret {secret}
OIDCRedirectURI http://127.0.0.1:{port}/private/callback
OIDCCryptoPassphrase {passphrase}
OIDCScope "openid profile phone"
OIDCPKCEMethod S256
OIDCRemoteUserClaim name
OIDCDefaultLoggedOutURL http://127.0.0.1:{port}/bye.html
<Location /private>
    AuthType openid-connect
    Require valid-user
    Header set X-Remote-User "%{{REMOTE_USER}}s"
    Header set X-Claim "expr=%{{env:OIDC_CLAIM_preferred_username}}"
</Location>
"""


@pytest.fixture(scope="module")
def apache(issuer, register, tmp_path_factory):
    """An older system: pages behind Apache, which asks Minben who comes."""
    folder, port = tmp_path_factory.mktemp("apache"), free_port()
    (folder / "pages" / "private").mkdir(parents=True)
    (folder / "pages" / "private" / "index.html").write_text("old system")
    (folder / "pages" / "bye.html").write_text("bye")
    site = f"http://127.0.0.1:{port}"
    registration = register(
        "老系统", f"{site}/private/callback", logout_uris=f"{site}/bye.html",
        back_channel_uri=f"{site}/private/callback?logout=backchannel")
    needed = ["mpm_event", "authn_core", "authz_core", "authz_user", "dir", "env", "headers", "auth_openidc"]
    modules = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in needed)
    for place in [folder, *folder.parents][:3]:
        place.chmod(place.stat().st_mode | 0o055)
    (folder / "apache.conf").write_text(CONFIGURATION.format(
        port=port, folder=folder, issuer=issuer, client=registration.client_id, secret=registration.secret,
        passphrase=secrets.token_hex(16), modules=modules,
        user="" if os.geteuid() else "User www-data\nGroup www-data"))
    process = subprocess.Popen(["/usr/sbin/apache2", "-f", folder / "apache.conf", "-DFOREGROUND"])
    try:
        wait_for(f"{site}/bye.html", process)
        yield site
    except AssertionError:
        print((folder / "error.log").read_text())
        raise
    finally:
        end(process)


def test_who_is_not_signed_in_sees_nothing(apache):
    answer = requests.get(f"{apache}/private/", allow_redirects=False, timeout=10)
    assert answer.status_code == 302 and "code_challenge_method=S256" in answer.headers["Location"]


def test_signs_somebody_in_and_out(apache, person):
    person.go(f"{apache}/private/")
    person.sign_in("zhangwei")
    person.submit("/openid/consent", answer="yes")
    assert person.page.url == f"{apache}/private/" and person.page.text == "old system"
    assert person.page.headers["X-Claim"] == "zhangwei"
    # Out of the old system, and by its wish out of Minben as well.
    person.go(f"{apache}/private/callback?logout={apache}/bye.html")
    assert person.page.status_code == 200 and "老系统" in person.page.text
    person.submit("/openid/logout/confirmation")
    assert person.page.text == "bye"
    assert "/sign-in" in person.go(f"{apache}/private/").url


def test_a_refused_consent_lets_nobody_in(apache, person):
    person.go(f"{apache}/private/")
    person.sign_in("chenjing")
    person.submit("/openid/consent", answer="no")
    assert "old system" not in person.page.text and "X-Remote-User" not in person.page.headers
    assert "old system" not in person.go(f"{apache}/private/").text
