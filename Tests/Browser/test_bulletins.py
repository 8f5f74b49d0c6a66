"""Bulletins: read by everybody, written by one person, approved by another, corrected with a remark."""

from visitor import DESK, PHONE, day


def last_quarter() -> str:
    year, month = (int(part) for part in day().split("-")[:2])
    quarter = (month - 1) // 3
    return f"{year}-Q{quarter}" if quarter else f"{year - 1}-Q4"


def test_last_month_is_for_everybody(arrive):
    for width in (PHONE, DESK):
        visitor = arrive(width)
        visitor.go("/supervision")
        visitor.follow("监察通报")
        visitor.show("bulletin-list")
        visitor.main.locator(".organ a").first.click()
        assert "收到办件" in visitor.main.inner_text() and "查看数据" in visitor.main.inner_text()
        visitor.show("bulletin-published")
        with visitor.page.expect_download() as file:
            visitor.follow("各部门的数据（CSV）")
        text = file.value.path().read_text(encoding="utf-8")
        assert "市场监督管理局" in text and "全区" in text


def test_a_draft_is_edited_by_one_and_approved_by_another(member, arrive):
    period = last_quarter()
    supervisor, leader = member("supervisor"), member("leader")
    supervisor.go(f"/desk/bulletins/{period}")
    supervisor.show("bulletin-draft")
    supervisor.main.get_by_role("link", name="修改").first.click()
    supervisor.answer("这一部分的内容", "")
    supervisor.press("保存")
    supervisor.show("bulletin-section-errors")
    supervisor.answer("这一部分的内容", "本季度总体平稳。请联系 13800001234。")
    supervisor.press("保存")
    assert "手机号码" in supervisor.main.inner_text()
    supervisor.answer("这一部分的内容", "本季度总体平稳，按时办结率继续提高。")
    supervisor.press("保存")
    assert supervisor.main.locator("ins").count() > 0
    supervisor.press("用现在的数据更新")
    assert "数据取自" in supervisor.main.inner_text() and "继续提高" in supervisor.main.inner_text()
    supervisor.show("bulletin-refreshed")
    assert "要由另一人审定" in supervisor.main.inner_text()
    supervisor.show("bulletin-edited")

    leader.go(f"/desk/bulletins/{period}")
    leader.press("审定这期通报")
    supervisor.go(f"/desk/bulletins/{period}")
    assert "要由另一人公布" in supervisor.main.inner_text()
    supervisor.show("bulletin-approved-for-its-writer")
    leader.press("公布这期通报")
    leader.show("bulletin-on-the-desk")

    stranger = arrive(PHONE)
    stranger.go(f"/supervision/bulletins/{period}")
    assert "本季度总体平稳" in stranger.main.inner_text()
    stranger.go(f"/search?q=监察通报")
    assert f"/supervision/bulletins/{period}" in stranger.main.inner_html()
    stranger.go(f"/supervision/bulletins/{period}")

    supervisor.go(f"/desk/bulletins/{period}")
    supervisor.press("开始更正")
    supervisor.show("bulletin-correction-errors")
    supervisor.answer("更正什么，为什么", "总体情况漏写了办结数。")
    supervisor.press("开始更正")
    supervisor.main.get_by_role("link", name="修改").first.click()
    supervisor.answer("这一部分的内容", "本季度总体平稳，办结数与上季度持平。")
    supervisor.press("保存")
    stranger.go(f"/supervision/bulletins/{period}")
    assert "继续提高" in stranger.main.inner_text()
    leader.go(f"/desk/bulletins/{period}")
    leader.press("审定这期通报")
    leader.press("公布这期通报")
    stranger.go(f"/supervision/bulletins/{period}")
    assert "总体情况漏写了办结数" in stranger.main.inner_text()
    stranger.show("bulletin-corrected")
    stranger.follow("第 1 版")
    assert "这是以前的一版" in stranger.main.inner_text()

    # A correction that turns out not to be needed leaves what is published as it is.
    supervisor.go(f"/desk/bulletins/{period}")
    supervisor.answer("更正什么，为什么", "办结数可能有误。")
    supervisor.press("开始更正")
    supervisor.press("放弃更正")
    supervisor.show("bulletin-abandon-errors")
    supervisor.answer("为什么放弃", "核对以后没有错。")
    supervisor.press("放弃更正")
    assert "已公布" in supervisor.main.inner_text() and "第 3 版" not in supervisor.main.inner_text()
    supervisor.show("bulletin-abandoned")


def test_what_is_written_is_not_for_officers(member):
    officer = member("officer-scjg")
    assert officer.go("/desk/bulletins") == 403
