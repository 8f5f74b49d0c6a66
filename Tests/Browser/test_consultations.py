"""Consultations: commented passage by passage, answered one by one, published with what came of them."""

from visitor import DESK, PHONE, day


def test_a_draft_is_written_and_its_time_is_too_short(member):
    writer = member("officer-sthj")
    page = writer.page
    page.goto("/desk/consultations")
    page.get_by_role("link", name="起草一份稿子").click()
    writer.press("保存")
    writer.show("consultation-errors")
    writer.answer("标题", "端州区噪声管理规定（征求意见稿）")
    writer.answer("为什么起草，要解决什么问题", "夜间施工和广场音响的投诉多了，要明确时间和音量。")
    writer.answer("截止日期", day(10))
    writer.press("保存")
    writer.follow("加一条")
    writer.answer("条目", "第一条　时间")
    writer.answer("内容", "夜间二十二时至次日六时，不得使用音响器材。")
    writer.press("保存")
    writer.show("consultation-draft")
    address = page.url

    head = member("head-sthj")
    head.page.goto(address)
    head.press("公布，开始征求意见")
    assert "一般不少于 30 天" in head.main.inner_text()
    page.goto(address)
    page.get_by_label("缩短时间的理由").fill("中考临近，要在考试以前施行。")
    writer.press("保存")
    head.page.goto(address)
    head.press("公布，开始征求意见")
    head.show("consultation-running")
    head.follow("公开的页面")
    assert "中考临近" in head.main.inner_text()
    head.show("consultation-short")


def test_people_comment_and_support(member, arrive):
    stranger = arrive(PHONE)
    stranger.go("/consultations")
    stranger.follow("端州区养犬管理办法（征求意见稿）")
    stranger.show("consultation-open")
    assert stranger.main.get_by_role("link", name="登录后提意见").is_visible()
    address = stranger.page.url

    citizen = member("zhouting", PHONE)
    citizen.page.goto(address)
    citizen.main.get_by_role("link", name="提意见").nth(1).click()
    assert citizen.page.locator("#f-anchor").input_value() == "p2"
    citizen.press("提交意见")
    citizen.show("consultation-comment-errors")
    citizen.page.get_by_label("您的意见").fill("登记点周末也要开放。我的电话 13800001234。")
    citizen.press("提交意见")
    assert "收到了" in citizen.main.inner_text() and "138****1234" in citizen.main.inner_text()
    citizen.show("consultation-said")
    citizen.page.get_by_label("您的意见").fill("希望小区里多设几个拾便箱，光靠罚款不够")
    citizen.page.locator("#f-anchor").select_option("p4")
    citizen.press("提交意见")
    assert "已经把您算作它的支持者" in citizen.main.inner_text()
    citizen.main.get_by_role("link", name="看全部意见").click()
    citizen.show("consultation-comments")

    officer = member("officer-cgj")
    officer.go("/desk/consultations")
    officer.follow("端州区养犬管理办法（征求意见稿）")
    officer.follow("答复意见")
    officer.press("答复选中的意见")
    officer.show("consultation-answer-errors")


def test_a_passage_goes_because_of_a_comment(member):
    officer = member("officer-cgj")
    officer.go("/desk/consultations")
    officer.follow("端州区养犬管理办法（征求意见稿）")
    address = officer.page.url
    officer.main.locator("a[href$='/passages/p4']").click()
    officer.press("删去这一条")
    officer.show("consultation-removed")
    officer.press("恢复")
    assert "已删去" not in officer.main.inner_text()
    officer.main.locator("a[href$='/passages/p4']").click()
    officer.press("删去这一条")

    head = member("head-cgj", PHONE)
    head.page.goto(address)
    head.answer("这一版为什么改", "清理和拾便箱另行规定")
    head.page.locator("[name='because.p4']").fill("甲")
    head.press("公布第 2 版")
    head.show("consultation-removal-errors")
    head.page.locator("[name='because.p4']").fill("99")
    head.press("公布第 2 版")
    assert "第 99 条意见不存在" in head.main.inner_text()
    assert head.page.get_by_label("这一版为什么改").input_value() == "清理和拾便箱另行规定"
    head.page.locator("[name='because.p4']").fill("1")
    head.press("公布第 2 版")
    head.follow("公开的页面")
    head.main.locator("summary").first.click()
    head.follow("第 2 版改了什么")
    head.show("consultation-removal")
    head.follow("第 1 条意见")
    assert "第 2 版删去" in head.main.inner_text()
    head.main.locator("a[href$='version=2#p4']").click()
    assert "删去：第四条" in head.main.inner_text()


def test_results_are_for_everybody(arrive):
    for width in (PHONE, DESK):
        visitor = arrive(width)
        visitor.go("/consultations")
        visitor.follow("端州区餐饮油烟污染防治规定（征求意见稿）")
        assert "3 人提了 3 条意见" in visitor.main.inner_text()
        visitor.show("consultation-results")
        visitor.page.locator("summary").first.click()
        visitor.follow("第 2 版改了什么")
        assert visitor.main.locator("ins").count() > 0
        visitor.show("consultation-comparison")
        visitor.main.get_by_role("link", name="第 2 条意见").click()
        assert "采纳" in visitor.main.inner_text()
        visitor.show("consultation-one-comment")
