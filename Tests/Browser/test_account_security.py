"""/account/security — how one signs in, tried with Chromium's own virtual authenticator."""

import re

import pytest
from playwright.sync_api import expect

from visitor import DESK, HEIGHTS, Visitor

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


class Holder(Visitor):
    """A visitor whose device has an authenticator."""

    def __init__(self, page, base_url):
        super().__init__(page, base_url)
        self.devtools = page.context.new_cdp_session(page)
        self.devtools.send("WebAuthn.enable")
        self.key = self.devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})[
            "authenticatorId"
        ]

    def verify(self, is_verified: bool) -> None:
        """Whether fingerprint and PIN are right from now on."""
        self.devtools.send(
            "WebAuthn.setUserVerified", {"authenticatorId": self.key, "isUserVerified": is_verified}
        )


@pytest.fixture
def holder(browser, base_url):
    """Somebody who comes to the site by its name: browsers make no passkeys for a number."""
    address = base_url.replace("127.0.0.1", "localhost")
    context = browser.new_context(
        base_url=address,
        viewport={"width": DESK, "height": HEIGHTS[DESK]},
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
    )
    context.set_default_timeout(10_000)
    yield Holder(context.new_page(), address)
    context.close()


def test_a_passkey_is_made_used_and_removed(holder):
    holder.sign_in("zhouting")
    assert holder.go("/account/security") == 200
    holder.show("account-security")
    holder.go("/account/passkeys")
    holder.show("passkeys-none")
    holder.follow("添加通行密钥")
    holder.show("passkey-new")
    holder.answer("名称（选填）", "周婷的电脑")
    holder.press("创建通行密钥")
    expect(holder.main).to_contain_text("周婷的电脑")
    holder.show("passkeys")

    holder.page.get_by_role("button", name="退出", exact=True).click()
    holder.go("/sign-in?next=/account/passkeys")
    holder.show("sign-in-passkey")
    holder.press("使用通行密钥登录")
    expect(holder.page).to_have_url(re.compile("/account/passkeys$"))
    expect(holder.main).to_contain_text("最近使用")

    holder.main.get_by_role("link", name=re.compile("移除.*周婷的电脑")).click()
    holder.show("passkey-removal")
    holder.press("移除")
    expect(holder.main).to_contain_text("还没有通行密钥")


def test_a_wrong_fingerprint_signs_nobody_in_and_says_so(holder):
    holder.sign_in("zhouting")
    holder.go("/account/passkeys/new")
    holder.verify(False)
    holder.press("创建通行密钥")
    expect(holder.main.get_by_role("alert")).to_contain_text("没有完成验证")
    holder.show("passkey-refused")


def test_one_time_codes_are_shown_to_be_scanned_and_a_wrong_code_is_refused(member):
    visitor = member("liangxiuying")
    assert visitor.go("/account/one-time-code") == 200
    visitor.show("one-time-code")
    visitor.press("开始绑定")
    expect(visitor.main.get_by_role("img", name="绑定动态口令的二维码")).to_be_visible()
    visitor.show("one-time-code-binding")
    visitor.answer("手机上显示的 6 位数字", "000000")
    visitor.press("完成绑定")
    expect(visitor.main.locator(".error-summary")).to_contain_text("动态口令不正确")
    visitor.show("one-time-code-wrong")


def test_a_weak_password_is_refused_at_its_field(member):
    visitor = member("liangxiuying")
    assert visitor.go("/account/password") == 200
    visitor.show("password")
    for field, text in {"current": "minben-demo-2026", "new": "zhaoqing2026", "again": "zhaoqing2026"}.items():
        visitor.page.locator(f"#f-{field}").fill(text)
    visitor.press("修改密码")
    expect(visitor.main.locator("#f-new-error")).to_contain_text("太容易被猜到")
    visitor.show("password-refused")


def test_one_sees_where_one_is_signed_in(member):
    visitor = member("liangxiuying")
    assert visitor.go("/account/sessions") == 200
    expect(visitor.main).to_contain_text("本机")
    visitor.show("sessions")
    visitor.go("/account/recovery-codes")
    visitor.show("recovery-codes")
    visitor.go("/account/confirmation?next=/account/passkeys")
    visitor.show("confirmation")


def test_a_kiosk_begins_with_a_yes_on_the_telephone(arrive, member):
    kiosk, phone = arrive(), member("liangxiuying")
    kiosk.go("/kiosk/sign-in")
    kiosk.show("kiosk")
    kiosk.press("获取登录码")
    code = kiosk.main.locator(".secret").inner_text()
    kiosk.show("kiosk-waiting")
    phone.go("/account/security")
    phone.answer("自助终端屏幕上的登录码", code)
    phone.press("下一步")
    expect(phone.main).to_contain_text("演示自助终端")
    phone.show("kiosk-confirmation")
    phone.press("确认登录")
    expect(phone.main).to_contain_text("请回到演示自助终端继续办事")
    kiosk.press("开始办事")
    expect(kiosk.page.locator("header").first).to_contain_text("梁秀英")


def test_the_security_administrator_hands_out_a_one_time_password(member, arrive):
    admin, owner = member("secadmin"), arrive()
    admin.go("/desk/password-resets")
    admin.prove()
    admin.show("password-reset")
    admin.answer("账号", "fenglihua")
    admin.answer("理由和核验身份的方式", "本人持身份证到窗口，核对照片无误。")
    admin.press("生成一次性密码")
    password = admin.main.locator(".secret").inner_text()
    admin.show("password-reset-done")
    owner.sign_in("fenglihua", password)
    expect(owner.main).to_contain_text("请先设置自己的密码")
    owner.show("password-obliged")
    owner.go("/my/cases")
    expect(owner.page).to_have_url(re.compile("/account/password$"))
