"""Passkeys with an authenticator in software: what it makes is taken, and what is wrong with it is refused."""

import html
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from base64 import urlsafe_b64decode, urlsafe_b64encode
from http.cookiejar import CookieJar

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.utils import sha256
from soft_webauthn import SoftWebauthnDevice

PASSWORD = "minben-demo-2026"
VERIFIED = 0x04


class VerifyingDevice(SoftWebauthnDevice):
    """The same, with a PIN: it also says that it verified its holder."""

    def create(self, options, origin):
        made = super().create(options, origin)
        attestation = cbor.decode(made["response"]["attestationObject"])
        attestation["authData"] = self._verified(attestation["authData"])
        made["response"]["attestationObject"] = cbor.encode(attestation)
        return made

    def get(self, options, origin):
        proof = super().get(options, origin)
        data = self._verified(proof["response"]["authenticatorData"])
        signed = data + sha256(proof["response"]["clientDataJSON"])
        proof["response"]["authenticatorData"] = data
        proof["response"]["signature"] = self.private_key.sign(signed, ec.ECDSA(hashes.SHA256()))
        return proof

    @staticmethod
    def _verified(data: bytes) -> bytes:
        return data[:32] + bytes([data[32] | VERIFIED]) + data[33:]


class Browser:
    """Cookies, forms, and the part of a script that talks to the authenticator."""

    def __init__(self, site: str):
        self.site = site
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> str:
        with self.opener.open(self.site + path, timeout=10) as answer:
            return answer.read().decode()

    def post(self, path: str, page: str, **fields: str) -> tuple[int, str, str]:
        """The status, the address where it ended, and the page."""
        token = re.search(r'name="_csrf" value="([^"]+)"', page).group(1)
        body = urllib.parse.urlencode({"_csrf": token, **fields}).encode()
        try:
            with self.opener.open(self.site + path, body, timeout=10) as answer:
                return answer.status, answer.url, answer.read().decode()
        except urllib.error.HTTPError as refusal:
            return refusal.code, refusal.url, refusal.read().decode()

    @staticmethod
    def options(page: str) -> dict:
        options = json.loads(html.unescape(re.search(r'data-passkey="([^"]+)"', page).group(1)))
        options["challenge"] = _bytes(options["challenge"])
        if "user" in options:
            options["user"]["id"] = _bytes(options["user"]["id"])
        return {"publicKey": options}


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _message(credential: dict) -> str:
    def text(value: bytes) -> str:
        return urlsafe_b64encode(value).decode().rstrip("=")

    response = {name: text(value) for name, value in credential["response"].items() if value}
    return json.dumps({"id": text(credential["rawId"]), "type": credential["type"], "response": response})


@pytest.fixture
def site(base_url) -> str:
    """The site under its name: a number is no relying party."""
    return base_url.replace("127.0.0.1", "localhost")


@pytest.fixture
def member(site):
    """Somebody who has just signed in by password."""
    browser = Browser(site)
    browser.post("/sign-in", browser.get("/sign-in"), account="luojiaming", password=PASSWORD)
    return browser


def enrol(member: Browser, device: SoftWebauthnDevice, origin: str) -> tuple[int, str, str]:
    page = member.get("/account/passkeys/new")
    credential = _message(device.create(member.options(page), origin))
    return member.post("/account/passkeys", page, credential=credential, name="软件认证器")


def sign_in(site: str, device: SoftWebauthnDevice, origin: str) -> tuple[Browser, tuple[int, str, str]]:
    browser = Browser(site)
    page = browser.get("/sign-in")
    proof = device.get(browser.options(page), origin)
    return browser, browser.post("/sign-in/passkey", page, credential=_message(proof), next="/account/passkeys")


def test_a_key_that_does_not_verify_its_holder_is_refused(member, site):
    status, _, page = enrol(member, SoftWebauthnDevice(), site)
    assert status == 422 and "没有核验指纹、面容或 PIN" in page


def test_a_key_made_on_another_site_is_refused(member, site):
    status, _, page = enrol(member, VerifyingDevice(), "https://localhost.evil.test")
    assert status == 422 and "来自其他网站" in page


def test_a_key_signs_in_again_and_again_and_a_copy_of_it_does_not(member, site):
    device = VerifyingDevice()
    status, address, page = enrol(member, device, site)
    assert status == 200 and address.endswith("/account/passkeys") and "软件认证器" in page
    for _ in range(2):
        browser, (status, address, page) = sign_in(site, device, site)
        assert status == 200 and address.endswith("/account/passkeys") and "罗嘉明" in page
    device.sign_count = 0
    _, (status, _, page) = sign_in(site, device, site)
    assert status == 422 and "可能已被复制" in page
    removal = re.search(r'/account/passkeys/\d+/removal', browser.get("/account/passkeys")).group(0)
    status, _, page = browser.post(removal, browser.get(removal))
    assert status == 200 and "软件认证器" not in page


def test_a_proof_for_another_site_or_by_an_unknown_key_signs_nobody_in(site):
    stranger = VerifyingDevice()
    stranger.cred_init("localhost", b"\0" * 8)
    _, (status, _, _) = sign_in(site, stranger, site)
    assert status == 422
