"""Personal data stays hidden on the desk until somebody says what they need it for."""

from playwright.sync_api import expect


def test_an_officer_says_why_before_seeing_whole_numbers(member):
    officer = member("officer-scjg")
    officer.go("/desk/cases")
    # Not simply the first: what was just begun may be a matter in which nobody left a number.
    officer.main.locator("tbody tr", has_text="食品经营").first.locator("th a").click()
    expect(officer.main.get_by_text("****").first).to_be_visible()
    expect(officer.main.locator("a[href^='tel:']")).to_have_count(0)
    officer.main.get_by_text("显示完整的个人信息").click()
    officer.press("显示")
    expect(officer.main.get_by_text("请写明查看的用途。").first).to_be_visible()
    officer.show("case-disclosure")
    officer.main.get_by_label("查看的用途").fill("电话联系申请人")
    officer.press("显示")
    expect(officer.main.locator("a[href^='tel:']").first).to_be_visible()
    # Nothing of it stays when the page is opened anew.
    officer.page.goto(officer.page.url.replace("/disclosures", ""))
    expect(officer.main.locator("a[href^='tel:']")).to_have_count(0)


def test_an_applicant_sees_who_looked_at_her_data(member, arrive):
    applicant, officer = arrive(), member("head-scjg")
    applicant.sign_in("zhouting")
    applicant.go("/my/cases")
    applicant.main.locator("a[href^='/cases/']").first.click()
    number = applicant.page.url.split("/cases/")[1].split("?")[0]
    officer.go(f"/desk/cases/{number}")
    officer.main.get_by_text("显示完整的个人信息").click()
    officer.main.get_by_label("查看的用途").fill("核对经营场所地址")
    officer.press("显示")
    applicant.go(f"/cases/{number}/readings")
    expect(applicant.main.get_by_text("核对经营场所地址").first).to_be_visible()
    applicant.show("readings")
    assert officer.go(f"/cases/{number}/readings") == 200
    assert "/desk/" in officer.page.url
