"""/sign-in — the door for people with an account."""

import re

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize(("account", "password"), [("zhangwei", "wrong"), ("nobody-here", "wrong")])
def test_a_wrong_sign_in_does_not_tell_which_part_was_wrong(visitor, account, password):
    visitor.sign_in(account, password)
    expect(visitor.main).to_contain_text("账号、密码或动态口令不正确")
    expect(visitor.page.locator("input[name=account]")).to_have_value(account)
    expect(visitor.page.locator("input[name=password]")).to_have_value("")


def test_an_empty_form_is_refused_at_its_fields(visitor):
    visitor.go("/sign-in")
    visitor.page.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)")
    visitor.press("登录")
    expect(visitor.page.locator("main [role=alert], main .error-summary").first).to_be_visible()


@pytest.mark.parametrize(("account", "name"), [("zhangwei", "张伟"), ("chenjing", "陈静")])
def test_who_signs_in_is_greeted_by_name(visitor, account, name):
    visitor.sign_in(account)
    expect(visitor.page.locator("header").first).to_contain_text(name)


def test_a_page_for_members_asks_to_sign_in_and_then_opens(arrive):
    visitor = arrive()
    visitor.go("/my/cases")
    assert "/sign-in" in visitor.page.url
    visitor.enter("zhangwei")
    expect(visitor.page).to_have_url(re.compile("/my/cases$"))


def test_signing_in_never_leads_to_another_host(arrive, base_url):
    visitor = arrive()
    visitor.go("/sign-in?next=//elsewhere.test/")
    visitor.enter("zhangwei")
    expect(visitor.page.locator("header").first).to_contain_text("张伟")
    assert visitor.page.url.startswith(base_url)
