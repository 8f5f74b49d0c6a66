"""The hotline: a call comes up, is answered from what is known or becomes a ticket, and is counted."""

import json
import random
import re
import urllib.request

from playwright.sync_api import expect


def test_a_call_becomes_a_ticket_and_another_is_answered_at_once(member, base_url):
    token, first, second = issue(member("sysadmin")), name(), name()
    hotline = member("hotline")
    hotline.go("/desk/hotline")
    hotline.show("hotline-off-duty")
    hotline.page.locator("#f-line").fill("8001")
    hotline.press("上班")
    expect(hotline.main).to_contain_text("现在没有来电")
    assert tell(base_url, token, "ringing", first)["on_duty"]
    expect(hotline.main).to_contain_text("正在呼入：13900139000")
    hotline.show("hotline-ringing")
    hotline.main.get_by_role("link", name="打开来电").click()
    hotline.page.locator("input[name=q]").fill("路灯")
    hotline.main.get_by_role("button", name="查找").click()
    hotline.show("hotline-call")
    hotline.main.get_by_role("link", name="用这条答复").first.click()
    expect(hotline.page.locator("#f-words")).to_have_value(re.compile("城市管理"))
    hotline.press("已当场答复")
    tell(base_url, token, "ended", first)
    # Until the screen has heard of it, the first call is still there to be opened.
    expect(hotline.main).to_contain_text("现在没有来电")
    tell(base_url, token, "ringing", second)
    hotline.main.get_by_role("link", name="打开来电").first.click()
    expect(hotline.main).to_contain_text("当场答复")
    hotline.main.get_by_role("link", name="登记工单").click()
    expect(hotline.page.locator("#f-phone")).to_have_value("13900139000")
    hotline.page.locator("#f-name").fill("何丽")
    hotline.main.locator("[name=category]").select_option("roads")
    hotline.main.locator("[name=kind][value=help]").check()
    hotline.page.locator("#f-title").fill("站北路人行道地砖松动")
    hotline.page.locator("#f-content").fill("站北路人行道地砖松动，老人容易绊倒。")
    hotline.press("登记")
    expect(hotline.main).to_contain_text("查询码")
    hotline.main.get_by_role("link", name="打开这件诉求").click()
    expect(hotline.main).to_contain_text("站北路人行道地砖松动")
    tell(base_url, token, "ended", second)
    hotline.go("/desk/hotline")
    expect(hotline.main).to_contain_text("已登记工单")
    hotline.show("hotline-worked")
    head = member("head-zwfw")
    head.go("/desk/hotline/board")
    expect(head.main).to_contain_text("钱雪梅")
    head.show("hotline-board")
    head.go("/desk/hotline/figures?by=day")
    head.show("hotline-figures")
    hotline.press("下班")


def test_what_is_known_is_written_reviewed_and_read_by_everybody(member, arrive):
    officer = member("officer-wgl")
    officer.go("/desk/knowledge-new")
    officer.page.locator("#f-category").fill("文化")
    officer.page.locator("#f-question").fill("图书馆星期一开门吗？")
    officer.press("提交审核")
    expect(officer.main.get_by_role("alert")).to_contain_text("请填写答复。")
    officer.show("knowledge-refused")
    officer.page.locator("#f-answer").fill("星期一闭馆整理图书，星期二到星期日开放。")
    officer.press("提交审核")
    expect(officer.main).to_contain_text("等待审核")
    address = officer.page.url
    head = member("head-wgl")
    head.page.goto(address)
    head.show("knowledge-review")
    head.main.locator("[name=decision][value=publish]").check()
    head.press("提交审核意见")
    stranger = arrive(390)
    stranger.go("/faq?q=图书馆")
    stranger.main.get_by_text("图书馆星期一开门吗？").click()
    expect(stranger.main).to_contain_text("星期二到星期日开放")
    stranger.show("faq")


def issue(admin) -> str:
    admin.go("/desk/hotline/exchanges")
    admin.page.locator("#f-name").fill("测试呼叫中心")
    admin.main.locator("[name=organ]").select_option("zwfw")
    admin.press("领取令牌")
    admin.show("hotline-exchanges")
    return re.search("mbhl_[0-9a-f]{64}", admin.main.inner_text()).group()


def tell(base: str, token: str, event: str, call: str) -> dict:
    body = {"event": event, "call": call, "extension": "8001", "caller": "13900139000"}
    request = urllib.request.Request(
        f"{base}/api/v1/hotline/calls", json.dumps(body).encode(),
        {"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    )  # fmt: skip
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def name() -> str:
    """The exchange's number of a call."""
    return f"call-{random.randrange(10**9)}"
