"""The audit desk: who did what, what is unusual; and what a person may ask about their own data."""

from playwright.sync_api import expect


def test_an_auditor_searches_opens_and_exports(member):
    auditor, officer = member("auditadmin"), member("officer-scjg")
    officer.go("/desk/cases")
    officer.main.locator("tbody th a").first.click()
    auditor.go("/desk/audit")
    auditor.show("audit")
    auditor.main.get_by_label("人员（姓名或账号）").fill("查无此人")
    auditor.press("检索")
    expect(auditor.main.get_by_text("没有叫这个名字的人员或账号。").first).to_be_visible()
    auditor.show("audit-errors")
    auditor.main.get_by_label("人员（姓名或账号）").fill("officer-scjg")
    auditor.main.get_by_label("做了什么").select_option(label="查看办件")
    auditor.press("检索")
    expect(auditor.main.get_by_role("row").nth(1)).to_be_visible()
    auditor.show("audit-found")
    auditor.main.locator("tbody th a").first.click()
    expect(auditor.main.get_by_role("heading", name="存证")).to_be_visible()
    auditor.show("audit-entry")
    auditor.page.go_back()
    auditor.main.get_by_text("导出这些记录").click()
    auditor.main.get_by_label("导出的理由").fill("办理信访件")
    auditor.press("导出（CSV）")
    expect(auditor.main.get_by_role("link", name="下载（CSV）")).to_be_visible(timeout=20_000)
    auditor.show("audit-export")


def test_nobody_sees_the_work_of_another_administrator(member):
    for account in ["sysadmin", "secadmin", "head-scjg"]:
        assert member(account).go("/desk/audit") == 403
    auditor = member("auditadmin")
    assert auditor.go("/desk/jobs") == 403
    assert auditor.go("/desk/password-resets") == 403


def test_an_auditor_changes_from_how_many_on_it_is_unusual(member):
    auditor = member("auditadmin")
    auditor.go("/desk/audit/patterns")
    auditor.show("audit-patterns")
    auditor.follow("查看和修改规则")
    field = auditor.main.get_by_label("一小时内一人查看的办件数")
    field.fill("0")
    auditor.press("保存为新版")
    expect(auditor.main.get_by_text("请填写 1 到 10000 的整数。").first).to_be_visible()
    auditor.show("audit-rules-errors")
    field.fill("80")
    auditor.press("保存为新版")
    expect(auditor.main.get_by_text("现行第")).to_be_visible()
    auditor.show("audit-rules")


def test_a_person_complains_about_a_reading_and_is_answered(member, arrive):
    applicant, officer, auditor = arrive(), member("head-scjg"), member("auditadmin")
    applicant.sign_in("zhouting")
    applicant.go("/my/cases")
    applicant.main.locator("a[href^='/cases/']").first.click()
    number = applicant.page.url.split("/cases/")[1].split("?")[0]
    officer.go(f"/desk/cases/{number}")
    applicant.go("/my/data")
    applicant.show("my-data")
    applicant.follow("看谁查看过我的信息")
    applicant.show("my-readings")
    applicant.main.locator("a[href$='/complaint']").first.click()
    applicant.press("提交投诉")
    expect(applicant.main.get_by_text("请写明具体内容和理由。").first).to_be_visible()
    applicant.show("complaint-errors")
    applicant.main.get_by_label("您认为哪里不妥").fill("我的办件已经办结，不应再有人查看。")
    applicant.press("提交投诉")
    expect(applicant.main.get_by_text("待答复").first).to_be_visible()
    applicant.show("my-requests")
    auditor.go("/desk/audit/complaints")
    auditor.main.get_by_text("答复", exact=True).last.click()
    auditor.show("audit-complaints")
    auditor.main.get_by_label("答复和理由").last.fill("经核查，为归档核对，属正常办理。")
    auditor.main.get_by_role("button", name="不采纳").last.click()
    applicant.go("/my/messages")
    expect(applicant.main.get_by_text("经核查，为归档核对").first).to_be_visible()


def test_a_person_takes_a_copy_of_their_data_along(arrive):
    applicant = arrive()
    applicant.sign_in("zhouting")
    applicant.go("/my/data")
    applicant.press("打开可打印的副本")
    expect(applicant.main.get_by_role("heading", name="我的信息副本")).to_be_visible()
    applicant.show("my-copy")
