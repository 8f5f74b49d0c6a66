"""An item changed by one officer, sent back and approved by another, compared; and a file of items tried first."""

import openpyxl
from playwright.sync_api import expect

from visitor import PHONE, day


def test_a_changed_guide_takes_two_people(member):
    officer, head = member("officer-wsjk"), member("head-wsjk")
    officer.go("/desk/items?organ=wsjk")
    officer.show("items")
    officer.main.get_by_role("link", name="护士执业注册").first.click()
    officer.show("item")
    officer.press("起草下一版")
    draft = officer.page.url
    officer.show("item-draft")

    officer.follow("受理条件")
    officer.main.get_by_label("受理条件").fill("")
    officer.press("保存")
    expect(officer.main.get_by_text("应写明申请条件").first).to_be_visible()
    expect(officer.main.get_by_text("改好上面的问题以后，在这里提交。")).to_be_visible()
    officer.show("item-draft-findings")

    officer.main.get_by_role("table", name="检查结果").get_by_role("link", name="受理条件").click()
    officer.main.get_by_label("受理条件").fill("有固定的经营场所\n有卫生管理制度")
    officer.main.get_by_label("修改说明").fill("条件写得更短")
    officer.press("保存")
    officer.follow("申请材料")
    officer.show("item-materials")
    officer.main.locator(".task-list a").first.click()
    officer.show("item-material")
    officer.go(draft)
    officer.follow("告知承诺")
    officer.main.get_by_label("告知的内容").fill("有固定的经营场所")
    officer.press("保存")
    expect(officer.main.get_by_text("请选择是否实行告知承诺。").first).to_be_visible()
    officer.show("item-commitment-errors")
    officer.go(draft)
    officer.follow("办理时限")
    officer.main.locator("[name=promised_value]").fill("快")
    officer.press("保存")
    expect(officer.main.get_by_text("请写 0 至 3660 的整数。").first).to_be_visible()
    officer.show("item-limits-errors")

    officer.go(draft)
    officer.main.get_by_label("生效日期").fill(day())
    officer.press("提交审核")
    expect(officer.main.get_by_text("等待另一人审核")).to_be_visible()
    expect(officer.main.get_by_role("button", name="审核通过")).to_have_count(0)

    head.go(draft)
    head.show("item-review")
    head.press("审核通过")
    expect(head.main.get_by_text("已公布为第 2 版")).to_be_visible()
    head.go("/desk/items/nurse-registration")
    head.press("比较")
    expect(head.main.get_by_text("1 处不同")).to_be_visible()
    head.show("item-comparison")
    head.go("/services/nurse-registration")
    expect(head.main.get_by_text("有卫生管理制度").first).to_be_visible()


def test_a_file_is_tried_before_it_becomes_drafts(member, tmp_path):
    head = member("head-zwfw")
    head.go("/desk/item-imports")
    head.show("item-imports")
    file = tmp_path / "事项.csv"
    file.write_text(
        "事项名称,基本编码,实施主体,法定办结时限\n食品小作坊登记,440131077000,市场监督管理局,20\n,44,没有的局,很久\n",
        encoding="utf-8",
    )
    head.main.get_by_label("事项文件").set_input_files(file)
    head.press("试导入")
    expect(head.main.get_by_text("新增 1 行，修改 0 行，无变化 0 行，有误 1 行")).to_be_visible()
    head.show("item-import-tried")
    head.press("生成 1 份草稿")
    expect(head.main.get_by_text("导入完成").first).to_be_visible(timeout=20_000)
    head.follow("食品小作坊登记")
    expect(head.main.get_by_text("处问题，改好后才能提交")).to_be_visible()
    head.show("item-import-draft")


def test_a_draft_is_written_without_scripts(arrive):
    head = arrive(PHONE, without_script=True)
    head.sign_in("head-zwfw")
    head.go("/desk/items-new")
    head.press("开始起草")
    expect(head.main.get_by_text("请写明事项名称。").first).to_be_visible()
    head.main.get_by_label("事项名称").fill("小餐饮备案")
    head.main.get_by_label("事项代号").fill("small-catering-record")
    head.main.locator("select[name=organ]").select_option(label="市场监督管理局")
    head.press("开始起草")
    draft = head.page.url
    for name, code in (("营业执照", "licence"), ("身份证明", "identity")):
        head.follow("申请材料")
        head.follow("添加材料")
        head.press("保存材料")
        expect(head.main.get_by_text("请写明材料名称。").first).to_be_visible()
        head.main.get_by_label("材料名称").fill(name)
        head.main.get_by_label("代号").fill(code)
        head.main.get_by_label("主要材料", exact=True).check()
        head.press("保存材料")
        head.go(draft)
    expect(head.main.get_by_text("材料“身份证明”")).to_be_visible()
    head.follow("申请材料")
    head.main.get_by_role("button", name="下移").first.click()
    expect(head.main.locator(".task-list a").first).to_have_text("身份证明")
    head.follow("营业执照")
    head.main.get_by_text("去掉这份材料").click()
    head.press("去掉“营业执照”")
    head.go(draft)
    expect(head.main.get_by_text("材料“营业执照”")).to_have_count(0)
    expect(head.main.get_by_text("材料“身份证明”")).to_be_visible()
    head.press("撤回这份草稿")
    expect(head.main.get_by_text("已撤回，不会公布")).to_be_visible()


def test_items_and_joint_services_leave_as_spreadsheets_and_come_back(member, tmp_path):
    head = member("head-zwfw")
    for kind, title in (("items", "事项名称"), ("joint", "一件事编码")):
        head.go("/desk/items")
        head.main.get_by_text("导出", exact=True).click()
        with head.page.expect_download() as download:
            head.main.locator(f"a[href$='kind={kind}&format=xlsx']").click()
        file = tmp_path / f"{kind}.xlsx"
        download.value.save_as(file)
        rows = list(openpyxl.load_workbook(file).active.iter_rows(values_only=True))
        assert title in rows[0] and len(rows) > 5
        head.go("/desk/item-imports")
        head.main.get_by_label("事项文件").set_input_files(file)
        head.press("试导入")
        expect(head.main.get_by_text("新增 0 行，修改 0 行")).to_be_visible()
        expect(head.main.get_by_text("有误 0 行")).to_be_visible()


def test_a_newcomer_meets_drafts_at_every_stage(member):
    head = member("head-zwfw")
    for state in ("drawn", "submitted", "returned", "approved"):
        head.go(f"/desk/item-drafts?state={state}")
        expect(head.main.get_by_role("table", name="事项草稿").get_by_role("link").first).to_be_visible()
