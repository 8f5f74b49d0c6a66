"""A process as people who draw it meet it: uploaded, checked, tried, published by a second person."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

PROCESSES = Path(__file__).parent.parent.parent / "Sources/Services/Resources/Processes"
STREET = "/desk/processes/street-then-bureau"


@pytest.fixture
def drawn(tmp_path):
    """A delivered process, drawn anew with some words replaced."""

    def draw(*replacements: tuple[str, str]) -> Path:
        text = (PROCESSES / "street-then-bureau.bpmn").read_text()
        for old, new in replacements:
            assert old in text, old
            text = text.replace(old, new, 1)
        file = tmp_path / "street-then-bureau.bpmn"
        file.write_text(text)
        return file

    return draw


def upload(visitor, file: Path, note: str):
    visitor.go("/desk/process-upload")
    visitor.main.locator("input[type=file]").set_input_files(file)
    visitor.answer("修改说明（选填）", note)
    visitor.press("上传并检查")


def test_a_process_is_checked_tried_and_published_by_two_people(member, drawn):
    sysadmin, secadmin = member("sysadmin"), member("secadmin")
    upload(sysadmin, drawn(('minben:role="head"', 'minben:role="wizard"')), "岗位写错了")
    expect(sysadmin.main).to_contain_text("有 1 处问题")
    expect(sysadmin.main.get_by_role("button", name="提交审批")).to_have_count(0)
    sysadmin.show("process-with-problem")
    sysadmin.press("放弃这份草稿")

    upload(sysadmin, drawn(('name="决定"', 'name="审定"')), "决定改称审定")
    expect(sysadmin.main).to_contain_text("名称：决定 → 审定")
    sysadmin.show("process-draft")
    address = sysadmin.page.url

    sysadmin.main.get_by_role("link", name="试运行").click()
    sysadmin.main.locator(".try button").first.click()
    expect(sysadmin.main).to_contain_text("办结：")
    sysadmin.show("process-try-out")
    sysadmin.press("退一步")
    expect(sysadmin.main).not_to_contain_text("办结：")

    sysadmin.page.goto(address)
    sysadmin.press("提交审批")
    expect(sysadmin.main).to_contain_text("等待安全管理员批准")
    secadmin.page.goto(address)
    secadmin.press("批准发布")
    expect(secadmin.main).to_contain_text("已发布为第 2 版")
    secadmin.go(STREET)
    secadmin.show("process")
    secadmin.main.get_by_role("link", name="比较两个版本").click()
    expect(secadmin.main).to_contain_text("决定 → 审定")
    secadmin.show("process-comparison")
    secadmin.go(f"{STREET}/migration")
    secadmin.show("process-migration")


def test_an_officer_sees_processes_but_no_drafts(member):
    officer = member("officer-scjg")
    assert officer.go(STREET) == 200
    assert officer.go("/desk/process-upload") == 403
    assert officer.go(f"{STREET}/migration") == 403
