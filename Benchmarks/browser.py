"""Somebody at a browser: cookies and the token of forms, as pages ask for them."""

import re
from urllib.parse import urlencode

from client import FORM, request
from server import PASSWORD

TOKEN = re.compile(r'name="_csrf" value="([^"]+)"')


class Browser:
    """Signed in once; its requests are made from then on without asking anybody."""

    def __init__(self, server, account: str):
        self.server, self.cookies, self.token = server, {}, ""
        _, page = self.visit("GET", "/sign-in")
        self.token = TOKEN.search(page.decode()).group(1)
        status, _ = self.visit("POST", "/sign-in", {"account": account, "password": PASSWORD})
        assert status == 303, f"{account} cannot sign in: {status}"

    def visit(self, method: str, path: str, fields: dict | None = None) -> tuple[int, bytes]:
        """Status and page; the cookies are kept."""
        headers = {"Cookie": self.cookie_text, **({"Content-Type": FORM} if fields is not None else {})}
        status, answer, page = self.server.ask(method, path, self.form(fields), headers)
        for cookie in answer.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return status, page

    def get(self, path: str) -> bytes:
        """A page that is asked for, ready to be sent."""
        return request("GET", path, headers=f"Cookie: {self.cookie_text}\r\n")

    def post(self, path: str, fields: dict) -> bytes:
        """A form, ready to be sent."""
        return request("POST", path, body=self.form(fields), headers=f"Cookie: {self.cookie_text}\r\n", kind=FORM)

    def form(self, fields: dict | None) -> bytes | None:
        return None if fields is None else urlencode({"_csrf": self.token, **fields}).encode()

    @property
    def cookie_text(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())
