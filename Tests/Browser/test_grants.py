"""Powers: granted to a role by two administrators, and the page opens with the next click."""

from playwright.sync_api import expect


def decide(visitor) -> None:
    """What changes rights asks for the password again when the last proof is five minutes old."""
    visitor.go("/desk/grants")
    visitor.press_proved("同意", "/desk/grants")
    expect(visitor.main.get_by_text("没有待审定的变动")).to_be_visible()


def test_two_administrators_let_officers_serve_at_the_counter(member):
    sysadmin, secadmin, officer = member("sysadmin"), member("secadmin"), member("officer-scjg")
    assert officer.go("/desk/counter") == 403
    sysadmin.go("/desk/grants?role=officer")
    sysadmin.show("grants")
    row = sysadmin.main.get_by_role("row").filter(has_text="counter.file")
    row.get_by_role("link", name="提出变动").click()
    sysadmin.press("提出")
    expect(sysadmin.main.get_by_text("请写明变动的原因。").first).to_be_visible()
    sysadmin.show("grant-errors")
    sysadmin.answer("改为", "有，范围：本部门")
    sysadmin.main.get_by_label("原因").fill("端编办〔2026〕8号：市场监管窗口人员由经办人员轮值")
    sysadmin.press("提出")
    expect(sysadmin.main.get_by_text("已提出，等待安全管理员审定")).to_be_visible()
    sysadmin.show("grants-asked")

    secadmin.go("/desk/grants")
    secadmin.show("grants-to-decide")
    decide(secadmin)
    assert officer.go("/desk/counter") == 200
    officer.go("/desk/rights")
    expect(officer.main.get_by_text("有权限「窗口代办」（第").first).to_be_visible()
    officer.show("rights-granted")
    secadmin.go("/desk/grants/history")
    secadmin.show("grants-history")

    # And away with it, for those who come after.
    sysadmin.go("/desk/grants/officer/counter.file")
    sysadmin.answer("改为", "没有（收回）")
    sysadmin.main.get_by_label("原因").fill("轮值结束")
    sysadmin.press("提出")
    decide(secadmin)
    assert officer.go("/desk/counter") == 403


def test_what_those_who_watch_may_do_can_be_granted_too(member):
    secadmin = member("secadmin")
    secadmin.go("/desk/grants?role=supervisor")
    for power in ("起草监察规则", "生成、修改和更正监察通报", "处理代表、委员的督办建议"):
        expect(secadmin.main.get_by_text(power)).to_be_visible()
