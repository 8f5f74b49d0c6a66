"""What the scanner at a window sends is taken for a material; and a guide leads to an appointment."""

import re

import requests
from playwright.sync_api import expect

from answers import answer_pages
from test_hall import hall_of

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def test_a_scan_is_taken_for_a_material_at_the_window(member, base_url):
    admin, clerk = member("sysadmin"), member("window-2")
    hall = hall_of(admin)
    token = issue(admin, hall)
    assert scan(base_url, token).status_code == 409
    clerk.go(f"/desk{hall}")
    clerk.main.get_by_role("link", name="3 号窗口").click()
    window = clerk.page.url
    clerk.press("开始值守")
    assert scan(base_url, "mbsc_" + "0" * 64).status_code == 401
    assert scan(base_url, token).status_code == 201
    begin(clerk)
    expect(clerk.main.get_by_role("heading", name="窗口的扫描件")).to_be_visible()
    clerk.show("counter-scans")
    clerk.main.locator("summary", has_text="份扫描件里选").first.click()
    clerk.main.get_by_role("button", name="选用", exact=True).first.click()
    expect(clerk.main.get_by_role("alert")).to_contain_text("请选择一份扫描件")
    clerk.show("counter-scans-errors")
    clerk.main.get_by_role("radio", name=re.compile("身份证正反面")).first.check()
    clerk.main.get_by_role("button", name="选用", exact=True).first.click()
    expect(clerk.main).to_contain_text("已上传 1 份")
    expect(clerk.main.get_by_role("heading", name="窗口的扫描件")).to_have_count(0)
    clerk.page.goto(window)
    clerk.press("结束值守")
    admin.go(f"/desk{hall}/scanners")
    admin.press("停用「左侧高拍仪」")
    admin.show("hall-scanners")
    assert scan(base_url, token).status_code == 401


def test_a_guide_leads_to_an_appointment(member):
    zhangwei = member("zhangwei")
    zhangwei.go("/services/residence-permit")
    zhangwei.follow("预约到大厅办理的时间")
    zhangwei.show("appointments-for-item")
    zhangwei.main.locator(".tiles a").first.click()
    expect(zhangwei.main).to_contain_text("您要办「居住证申领」")
    zhangwei.show("appointments-of-item")


def issue(admin, hall) -> str:
    """A token for the third window, which is shown once."""
    admin.go(f"/desk{hall}/scanners")
    admin.press("领取令牌")
    expect(admin.main.get_by_role("alert")).to_contain_text("请选择窗口")
    admin.show("hall-scanners-errors")
    admin.answer("窗口", "3 号窗口")
    admin.main.get_by_label("设备的名字").fill("左侧高拍仪")
    admin.press("领取令牌")
    token = re.search(r"mbsc_[0-9a-f]{64}", admin.main.inner_text()).group()
    admin.show("hall-scanners-token")
    admin.go(f"/desk{hall}/scanners")
    assert token not in admin.main.inner_text()
    return token


def scan(base_url: str, token: str) -> requests.Response:
    return requests.post(
        f"{base_url}/api/v1/scans",
        data=PDF,
        headers={
            "Authorization": f"Bearer {token}",
            "Content-Type": "application/pdf",
            "Content-Disposition": "attachment; filename*=UTF-8''%E8%BA%AB%E4%BB%BD%E8%AF%81%E6%AD%A3%E5%8F%8D%E9%9D%A2.pdf",
        },
        timeout=20,
    )


def begin(clerk) -> None:
    """All questions are answered for 张伟, and the materials come next."""
    clerk.go("/desk/counter")
    clerk.answer("申请人的身份证号码或者统一社会信用代码", "441299199003071231")
    clerk.press("查询")
    clerk.main.get_by_label("搜索事项").fill("居住证申领")
    clerk.press("搜索")
    clerk.main.get_by_role("button", name="开始填写").first.click()
    expect(clerk.page).to_have_url(re.compile("/applications/"))
    answer_pages(clerk)
    expect(clerk.page).to_have_url(re.compile("/materials"))
