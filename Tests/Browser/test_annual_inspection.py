"""An enterprise files its annual inspection once; organs look at their parts; one has something put right."""

import re

from playwright.sync_api import expect

from visitor import PHONE, day


def test_one_filing_several_organs_one_sheet(member):
    chenjing = member("chenjing", PHONE)
    chenjing.go("/my/inspections")
    chenjing.show("my-inspections")
    chenjing.main.get_by_role("link", name="肇庆端州星湖餐饮有限公司").first.click()
    expect(chenjing.main).to_contain_text("的 8 个回答")
    chenjing.show("inspection-form")
    chenjing.main.locator("[name='form.scjg_1']").fill("21")
    chenjing.press("提交申报")
    expect(chenjing.main).to_contain_text("“主营业务收入”与去年一样，请勾选确认")
    chenjing.show("inspection-form-errors")
    for box in chenjing.main.locator("input[type=checkbox][name^='same.']").all():
        box.check()
    chenjing.press("提交申报")
    expect(chenjing.page.locator("h1")).to_contain_text("结果单")
    sheet = chenjing.page.url

    fire = member("officer-xfjy")
    fire.go("/desk/inspections")
    fire.show("inspections")
    fire.main.get_by_role("link", name="年度联合年检").first.click()
    fire.show("inspection-list")
    fire.follow("肇庆端州星湖餐饮有限公司")
    review = fire.page.url
    fire.press("作出结论")
    expect(fire.main).to_contain_text("请选择结论。")
    fire.answer("结论", "限期整改")
    fire.main.locator("[name=reason]").fill("二楼疏散指示标志损坏，请修复。")
    fire.main.locator("[name=correct_by]").fill(day(7))
    fire.show("inspection-review")
    fire.press("作出结论")
    expect(fire.main).to_contain_text("限期整改")

    chenjing.go(sheet)
    expect(chenjing.main).to_contain_text("二楼疏散指示标志损坏")
    chenjing.show("inspection-sheet")
    chenjing.main.locator("[name='words.xfjy']").fill("已更换 3 块疏散指示标志。")
    chenjing.press("提交整改说明")
    expect(chenjing.main).to_contain_text("已整改，待复核")

    fire.go(review)
    expect(fire.main).to_contain_text("已更换 3 块疏散指示标志")
    fire.answer("结论", "合格")
    fire.press("作出结论")
    expect(fire.main).to_contain_text("合格")


def test_the_plan_of_a_year_and_who_has_not_filed(member):
    officer = member("officer-scjg")
    officer.go("/desk/inspections")
    officer.follow("新的年检方案")
    expect(officer.main.locator("[name=parts]")).to_have_value(
        re.compile("【市场监督管理局】")
    )
    officer.press("保存")
    expect(officer.main).to_contain_text("请填写开始日期。")
    officer.show("inspection-plan")
    officer.go("/desk/inspections")
    officer.follow("名单")
    officer.show("inspection-roster")
    officer.main.get_by_role("link", name="还没有申报的").click()
    officer.show("inspection-missing")
