"""Other systems: two administrators take one in, and somebody signs in to it with the account here."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def system():
    """Another system on another origin, which only has to be arrived at."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write("<!doctype html><title>智慧停车</title><h1>智慧停车</h1>".encode())

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def test_a_system_is_taken_in_and_somebody_signs_in_to_it(member, arrive, system):
    sysadmin, secadmin = member("sysadmin"), member("secadmin")
    sysadmin.go("/desk/openid-clients")
    sysadmin.show("openid-clients-empty")
    sysadmin.follow("接入新系统")
    sysadmin.press("提出")
    expect(sysadmin.main.get_by_text("请写明系统名称").first).to_be_visible()
    sysadmin.show("openid-client-errors")
    sysadmin.answer("系统名称", "端州区智慧停车收费和车位诱导平台")
    sysadmin.answer("负责的部门", "住房和城乡建设局")
    sysadmin.main.locator("[name=redirect_uris]").fill(f"{system}/callback")
    sysadmin.main.locator("[name=logout_uris]").fill(f"{system}/bye")
    for scope in ["phone", "real_name", "offline_access"]:
        sysadmin.main.locator(f"[name=scopes][value={scope}]").check()
    sysadmin.main.locator("[name=reason]").fill("端数〔2026〕3号")
    sysadmin.press("提出")
    expect(sysadmin.main.get_by_text("待审定").first).to_be_visible()

    secadmin.go("/desk/openid-clients")
    secadmin.show("openid-clients-waiting")
    secadmin.press("同意")
    expect(secadmin.main.get_by_text("还没有密钥")).to_be_visible()

    sysadmin.go("/desk/openid-clients")
    sysadmin.follow("端州区智慧停车收费和车位诱导平台")
    sysadmin.show("openid-client")
    sysadmin.press_proved("生成密钥", sysadmin.page.url)
    expect(sysadmin.main.get_by_text("新密钥只显示这一次")).to_be_visible()
    sysadmin.show("openid-client-secret")
    program = sysadmin.main.get_by_text("minben-").first.inner_text()
    secadmin.go("/desk/openid-clients")
    secadmin.show("openid-clients")
    secadmin.press_proved("更换签名密钥", "/desk/openid-clients")
    expect(secadmin.main.get_by_text("已换下，仍公布").first).to_be_visible()

    visit(arrive(), system, program)


def visit(visitor, system: str, program: str) -> None:
    """From the system to the sign-in, the question, and back to the system, on to taking it back."""
    address = "/openid/authorize?" + urlencode({
        "response_type": "code", "client_id": program, "redirect_uri": f"{system}/callback", "state": "s",
        "scope": "openid profile phone real_name offline_access", "code_challenge_method": "S256",
        "code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    })
    visitor.go(address.replace("callback", "elsewhere"))
    expect(visitor.main.get_by_text("没有登记过").first).to_be_visible()
    visitor.show("openid-refused")
    visitor.go(address)
    visitor.enter("zhangwei")
    expect(visitor.main.get_by_text("您的手机号码")).to_be_visible()
    visitor.show("openid-consent")
    visitor.press("同意并登录")
    visitor.page.wait_for_url(f"{system}/callback?**")
    told = parse_qs(urlsplit(visitor.page.url).query)
    assert told["state"] == ["s"] and told["code"]
    # The other site is another host, of course.
    visitor.complaints.clear()
    visitor.go("/openid/logout?" + urlencode({"client_id": program, "post_logout_redirect_uri": f"{system}/bye"}))
    visitor.show("openid-logout")
    visitor.go("/account/programs")
    visitor.show("openid-programs")
    visitor.go("/openid/logout?" + urlencode({"client_id": program, "post_logout_redirect_uri": f"{system}/bye"}))
    visitor.press("退出登录")
    visitor.page.wait_for_url(f"{system}/bye")
    assert [line for line in visitor.complaints if not line.startswith("request to another host")] == []
