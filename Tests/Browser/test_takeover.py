"""Moving in from an older system: tried, asked for, approved by another, undone."""

import zipfile

import papers
from playwright.sync_api import expect

HEAD = "原系统编号,事项,申请人,证件号码,联系电话,行政区划代码,状态,收件时间,受理时间,暂停计时,申请内容,办理记录\n"
ENTERPRISE = "肇庆端州星湖餐饮有限公司,91441202MA4W12346L"


def row(number: str, state: str = "办理中", accepted: str = "2026-11-25 10:00") -> str:
    return f"{number},食品经营许可,{ENTERPRISE},,,{state},2026-11-24 09:00,{accepted},,店铺名称=星湖小馆,收件｜受理\n"


def hand_in(sysadmin, path, content: str) -> None:
    path.write_text(content, encoding="utf-8")
    sysadmin.go("/desk/takeovers/cases")
    sysadmin.main.locator("input[name=system]").fill("原审批平台")
    sysadmin.main.locator("input[type=file]").set_input_files(path)
    sysadmin.press("上传并试运行")


def test_a_file_without_its_columns_is_refused_at_its_field(member, tmp_path):
    sysadmin = member("sysadmin")
    hand_in(sysadmin, tmp_path / "名单.csv", "姓名,电话\n陈静,1\n")
    expect(sysadmin.main.locator("#f-files-error")).to_contain_text("表头缺少")
    assert sysadmin.main.locator("input[name=system]").input_value() == "原审批平台"
    sysadmin.show("takeover-refused")


def test_cases_are_tried_approved_by_another_and_undone(member, tmp_path):
    sysadmin = member("sysadmin")
    hand_in(sysadmin, tmp_path / "办件.csv", HEAD + row("PT-1") + row("PT-2", "已办结") + row("PT-3"))
    expect(sysadmin.main).to_contain_text("可以迁入 2 行")
    expect(sysadmin.main).to_contain_text("已办结的办件要写“办理结果”")
    sysadmin.show("takeover-tried")
    address = sysadmin.page.url
    sysadmin.press("提交审定")

    secadmin = member("secadmin")
    secadmin.page.goto(address)
    expect(secadmin.main).to_contain_text("提交，迁入 2 行")
    secadmin.show("takeover-asked")
    secadmin.press("同意迁入")
    expect(secadmin.main).to_contain_text("已迁入 2 行")

    sysadmin.page.goto(address)
    sysadmin.page.get_by_text("撤销这次迁入").click()
    sysadmin.show("takeover-done")
    sysadmin.press("撤销迁入")
    expect(sysadmin.main).to_contain_text("已撤销")
    sysadmin.show("takeover-undone")


def test_what_is_over_and_its_materials_come_along(member, tmp_path):
    sysadmin = member("sysadmin")
    head = HEAD.strip() + ",决定时间,办理结果,材料\n"
    plan = "经营场所平面布局图"
    old = row("PT-8", "已办结").strip() + f",2026-11-26 09:00,准予,{plan}=PT-8/平面图.pdf\n"
    lost = row("PT-9", "已办结").strip() + f",2026-11-26 09:00,准予,{plan}=PT-9/没有.pdf\n"
    table, archive = tmp_path / "办件.csv", tmp_path / "材料.zip"
    table.write_text(head + old + lost, encoding="utf-8")
    with zipfile.ZipFile(archive, "w") as bundle:
        bundle.write(papers.pdf(tmp_path / "平面图.pdf"), "PT-8/平面图.pdf")
    sysadmin.go("/desk/takeovers/cases")
    sysadmin.show("takeover-cases")
    sysadmin.main.locator("input[name=system]").fill("原审批平台")
    sysadmin.main.locator("input[type=file]").set_input_files([table, archive])
    sysadmin.press("上传并试运行")
    expect(sysadmin.main).to_contain_text("已办结（准予），没有要办的环节")
    expect(sysadmin.main).to_contain_text("没有上传文件“PT-9/没有.pdf”")
    sysadmin.show("takeover-finished-cases")


def test_what_departments_and_roles_are_here_is_said_on_one_page(member):
    sysadmin = member("sysadmin")
    sysadmin.go("/desk/takeovers")
    sysadmin.page.get_by_role("row", name="部门和用户").get_by_role("link").click()
    sysadmin.page.get_by_role("link", name="填写对应关系").or_(
        sysadmin.page.get_by_role("link", name="部门和角色的对应关系")
    ).first.click()
    expect(sysadmin.main).to_contain_text("名称相同的部门已经对上")
    sysadmin.show("takeover-plan")
