"""A new bureau takes up a part of another: drafted by one administrator, approved by another, done on its day."""

from playwright.sync_api import expect

from visitor import PHONE, day


def unfold(visitor, label: str) -> None:
    visitor.main.locator("summary", has_text=label).first.click()


def test_two_administrators_rename_and_transfer(member):
    sysadmin, secadmin = member("sysadmin"), member("secadmin")
    sysadmin.go("/desk/restructurings")
    sysadmin.press("起草")
    expect(sysadmin.main.get_by_text("日期请写成 2026-12-01 的样子。").first).to_be_visible()
    sysadmin.show("restructurings-errors")
    sysadmin.main.get_by_label("名称").fill("区级机构改革（第一批）")
    sysadmin.main.get_by_label("依据").fill("端府〔2026〕1号")
    sysadmin.main.get_by_label("生效日期").fill(day())
    sysadmin.press("起草")
    plan = sysadmin.page.url
    expect(sysadmin.main.get_by_text("方案还没有步骤。")).to_be_visible()

    unfold(sysadmin, "合并")
    sysadmin.main.get_by_label("统计局").check()
    sysadmin.main.locator("select[name=merge-into]").select_option(label="发展和改革局")
    sysadmin.main.locator("details[open]").get_by_role("button", name="添加这一步").click()
    expect(sysadmin.main.get_by_text("统计局并入发展和改革局")).to_be_visible()

    unfold(sysadmin, "更名")
    form = sysadmin.main.locator("details[open]")
    form.locator("select[name=rename-organ]").select_option(label="统计局")
    form.get_by_label("新的简称").fill("统计调查局")
    form.get_by_label("新的全称").fill("肇庆市端州区统计调查局")
    form.get_by_role("button", name="添加这一步").click()
    expect(sysadmin.main.get_by_text("之后不能再用")).to_be_visible()
    sysadmin.show("restructuring-obstacle")
    sysadmin.press("删除第 2 步")

    unfold(sysadmin, "拆分")
    form = sysadmin.main.locator("details[open]")
    form.locator("select[name=split-organ]").select_option(label="应急管理局")
    form.locator("select[name=split-rest]").select_option(label="应急管理局")
    form.get_by_role("button", name="添加这一步").click()
    expect(sysadmin.main.get_by_role("heading", name="拆分应急管理局")).to_be_visible()
    sysadmin.main.get_by_label("事项：烟花爆竹").select_option(label="公安分局")
    sysadmin.show("restructuring-split")
    sysadmin.press("保存分配")
    sysadmin.show("restructuring-plan")
    sysadmin.follow("预览：会移交什么")
    sysadmin.show("restructuring-preview")
    sysadmin.main.locator("dl.summary a").nth(2).click()
    expect(sysadmin.main.get_by_text("公安分局").first).to_be_visible()
    sysadmin.show("restructuring-preview-items")

    secadmin.go(plan)
    secadmin.show("restructuring-approval")
    secadmin.press_proved("批准方案", plan)
    expect(secadmin.main.get_by_text("已批准，待生效").first).to_be_visible()
    phone = member("auditadmin", PHONE)
    phone.go(plan)
    phone.show("restructuring-on-a-phone")

    # On its day the house carries it out by itself, once a minute; until then two do so by hand. They say their passwords
    # before, so that nothing comes between looking and pressing.
    for administrator, act in ((sysadmin, "提出立即执行"), (secadmin, "确认并立即执行")):
        administrator.go("/account/confirmation?next=/desk/restructurings")
        administrator.prove()
        administrator.go(plan)
        if administrator.main.get_by_role("button", name=act, exact=True).count():
            administrator.press(act)
    secadmin.go(plan)
    expect(secadmin.main.get_by_text("已执行").first).to_be_visible()
    secadmin.show("restructuring-done")
    # The guide stands under its new organ.
    secadmin.go("/services/fireworks-retail-licence")
    expect(secadmin.main.get_by_text("公安").first).to_be_visible()
    secadmin.go("/desk/restructurings")
    secadmin.show("restructurings")
