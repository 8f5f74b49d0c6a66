"""Authlib, a library that many Python programs use, signs people in."""

import secrets
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.jwk import KeySet

CALLBACK = "http://127.0.0.1:1/callback"


class Program:
    """A program of the district as Authlib's documentation writes it."""

    def __init__(self, issuer, registration, scope="openid profile phone offline_access"):
        self.metadata = requests.get(f"{issuer}/.well-known/openid-configuration", timeout=10).json()
        assert self.metadata["issuer"] == issuer
        self.session = OAuth2Session(
            registration.client_id, registration.secret, scope=scope, redirect_uri=CALLBACK,
            code_challenge_method="S256", token_endpoint_auth_method="client_secret_basic",
        )
        self.verifier, self.nonce = secrets.token_urlsafe(48), secrets.token_urlsafe(16)

    def address(self, **more):
        return self.session.create_authorization_url(
            self.metadata["authorization_endpoint"], code_verifier=self.verifier, nonce=self.nonce, **more)[0]

    def redeem(self, back: str, **more):
        return self.session.fetch_token(
            self.metadata["token_endpoint"], authorization_response=back,
            **({"code_verifier": self.verifier} | more))

    def claims(self, token: str, algorithm="RS256", nonce=True):
        keys = KeySet.import_key_set(requests.get(self.metadata["jwks_uri"], timeout=10).json())
        claims = CodeIDToken(
            jwt.decode(token, keys, algorithms=[algorithm]).claims, {},
            options={"iss": {"value": self.metadata["issuer"]}, "aud": {"value": self.session.client_id}},
            params={"nonce": self.nonce if nonce else None, "client_id": self.session.client_id})
        claims.validate(leeway=5)
        return claims


@pytest.fixture(scope="module")
def parking(register):
    return register("智慧停车", CALLBACK)


def test_signs_somebody_in(issuer, parking, person):
    program = Program(issuer, parking)
    back = person.sign_in_for(program.address(), "zhangwei")
    assert back.startswith(CALLBACK)
    token = program.redeem(back)
    claims = program.claims(token["id_token"])
    assert claims["name"] == "张伟" and claims["amr"] == ["pwd"]
    told = program.session.get(program.metadata["userinfo_endpoint"]).json()
    assert told["sub"] == claims["sub"] and told["phone_number"].startswith("+86 ")
    # Refreshing rotates; the one before, shown again, ends both.
    fresh = program.session.refresh_token(program.metadata["token_endpoint"], token["refresh_token"])
    assert fresh["refresh_token"] != token["refresh_token"]
    assert program.claims(fresh["id_token"], nonce=False)["sub"] == claims["sub"]
    with pytest.raises(OAuthError, match="invalid_grant"):
        program.session.refresh_token(program.metadata["token_endpoint"], token["refresh_token"])
    bearer = {"Authorization": f"Bearer {fresh['access_token']}"}
    assert requests.get(program.metadata["userinfo_endpoint"], headers=bearer, timeout=10).status_code == 401


def test_ecdsa_signs_as_well(issuer, register, person):
    program = Program(issuer, register("图书预约", CALLBACK, algorithm="ES256"), scope="openid")
    token = program.redeem(person.sign_in_for(program.address(), "chenjing"))
    assert program.claims(token["id_token"], "ES256")["sub"]


def test_neither_a_used_code_nor_another_verifier_counts(issuer, parking, person):
    program = Program(issuer, parking)
    back = person.sign_in_for(program.address(), "chenjing")
    with pytest.raises(OAuthError, match="invalid_grant"):
        program.redeem(back, code_verifier=secrets.token_urlsafe(48))
    program.redeem(back)
    with pytest.raises(OAuthError, match="invalid_grant"):
        program.redeem(back)


def test_asking_silently_gets_an_error_and_no_page(issuer, parking, person):
    answer = person.http.get(Program(issuer, parking).address(prompt="none"), allow_redirects=False, timeout=10)
    told = parse_qs(urlsplit(answer.headers["Location"]).query)
    assert told["error"] == ["login_required"] and told["iss"] == [issuer]


def test_hears_of_a_sign_out_though_it_was_busy(issuer, register, person, listener):
    registration = register("公共自行车", CALLBACK, back_channel_uri=listener.address)
    program = Program(issuer, registration)
    token = program.redeem(person.sign_in_for(program.address(), "zhangwei"))
    person.go(f"{program.metadata['end_session_endpoint']}?id_token_hint={token['id_token']}")
    person.submit("/openid/logout/confirmation")
    assert listener.arrived.wait(120), "nobody told the program a second time"
    keys = KeySet.import_key_set(requests.get(program.metadata["jwks_uri"], timeout=10).json())
    told = jwt.decode(listener.heard[-1]["logout_token"][0], keys, algorithms=["RS256"])
    own = program.claims(token["id_token"])
    assert told.header["typ"] == "logout+jwt" and "nonce" not in told.claims
    assert (told.claims["sid"], told.claims["sub"]) == (own["sid"], own["sub"])
    assert "http://schemas.openid.net/event/backchannel-logout" in told.claims["events"]
