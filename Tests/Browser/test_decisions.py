"""A decision table, edited by one administrator and published by another."""

from playwright.sync_api import expect

TABLE = "/desk/decisions/hygiene-check"


def cell(visitor, name: str):
    return visitor.main.locator(f"[name='{name}']")


def test_a_table_is_edited_by_one_administrator_and_published_by_another(member):
    sysadmin, secadmin = member("sysadmin"), member("secadmin")
    sysadmin.go("/desk/decisions")
    sysadmin.answer("名称", "公共场所卫生检查方式（演示规则）")
    sysadmin.answer("标识", "hygiene-check")
    sysadmin.press("新建判定表")

    # What is wrong is said at the cell, and the draft is kept all the same.
    cell(sysadmin, "input.0.label").fill("客房数")
    cell(sysadmin, "input.0.expression").fill("form.rooms")
    cell(sysadmin, "input.0.type").select_option("number")
    cell(sysadmin, "rule.0.input.0").fill("<= 20 )")
    cell(sysadmin, "rule.0.output.0").fill('"告知承诺"')
    sysadmin.press("加一条规则")
    expect(sysadmin.main.locator("[id='f-rule.0.input.0-error']")).to_contain_text("第 7 个字符")
    sysadmin.show("decision-draft")

    cell(sysadmin, "rule.0.input.0").fill("<= 20")
    cell(sysadmin, "rule.1.input.0").fill("> 20")
    cell(sysadmin, "rule.1.output.0").fill('"现场核查"')
    sysadmin.press("加一个示例")
    cell(sysadmin, "example.0.name").fill("小旅馆")
    cell(sysadmin, "example.0.given").fill("{form: {rooms: 8}}")
    cell(sysadmin, "example.0.expected").fill('"现场核查"')
    sysadmin.main.get_by_role("button", name="保存并试算").first.click()
    expect(sysadmin.main).to_contain_text("不符合")
    expect(sysadmin.main.get_by_role("button", name="审定并公布")).to_have_count(0)

    secadmin.go(TABLE)
    secadmin.press("审定并公布")
    expect(secadmin.main).to_contain_text("有 1 个示例不符合")

    cell(sysadmin, "example.0.expected").fill('"告知承诺"')
    sysadmin.main.get_by_role("button", name="保存并试算").first.click()
    expect(sysadmin.main).to_contain_text("符合（规则 1 适用）")
    secadmin.go(TABLE)
    secadmin.press("审定并公布")
    expect(secadmin.main).to_contain_text("使用中")
    secadmin.show("decision-published")


def test_the_tables_are_not_for_officers(member):
    assert member("officer-scjg").go("/desk/decisions") == 403
