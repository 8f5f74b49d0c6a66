"""Targets: drafted by the head, agreed by a leader, reported with evidence and reviewed by another person."""

from playwright.sync_api import expect

from visitor import DESK, PHONE, day

YEAR = int(day()[:4])


def test_targets_are_agreed_reported_and_reviewed(member):
    head = member("head-wsjk", DESK)
    page = head.page
    page.goto("/desk/targets")
    head.show("targets-list")
    page.locator("li", has_text="卫生健康局").get_by_role("button", name="起草").click()
    page.get_by_role("button", name="写入").click()
    head.show("targets-draft-errors")
    page.get_by_label("目标", exact=True).fill("基层医疗机构巡查全覆盖")
    page.get_by_label("权重").fill("100")
    page.get_by_label("于建华（经办人员）").check()
    page.get_by_label("用什么衡量").select_option(value="evidence")
    page.get_by_label("节点").fill(f"巡查 40 家｜{YEAR}-12-31")
    page.get_by_role("button", name="写入").click()
    page.get_by_text("权重合计 100").wait_for()
    page.get_by_role("button", name="提出，请对方同意").click()
    page.get_by_text("等待对方同意").first.wait_for()
    address = page.url

    leader = member("leader")
    leader.page.goto(address)
    leader.page.get_by_label("同意", exact=True).check()
    leader.page.get_by_role("button", name="提交答复").click()
    leader.page.get_by_text("双方已同意").wait_for()
    assert member("officer-scjg").go(address) == 404

    plan = address.removesuffix("/draft")
    page.goto(plan)
    page.get_by_label("巡查 40 家").check()
    page.get_by_label("完成情况").fill("已巡查 42 家，问题 6 个都已整改。")
    page.get_by_label("佐证").fill("端卫健〔2026〕12 号")
    page.get_by_role("button", name="提交反馈").click()
    page.get_by_text("端卫健〔2026〕12 号").wait_for()

    watcher = member("supervisor", PHONE)
    watcher.page.goto(plan)
    watcher.show("targets-review")
    watcher.page.get_by_label("通过", exact=True).check()
    watcher.page.get_by_label("审核意见").fill("抽查 5 家属实。")
    watcher.page.get_by_role("button", name="提交审核").click()
    expect(watcher.main).to_contain_text("完成 100%")
    watcher.show("targets-reached")


def test_a_missed_milestone_raises_a_card(member):
    watcher = member("supervisor")
    page = watcher.page
    address = f"/desk/targets/{YEAR}/zjj"
    link = page.get_by_role("link", name="监察信号：黄牌")
    for _ in range(30):
        page.goto(address)
        if link.count():
            break
        page.wait_for_timeout(1000)
    watcher.show("targets-missed")
    link.first.click()
    expect(watcher.main).to_contain_text("目标节点到期没有完成")
    expect(watcher.main).to_contain_text("明确每个小区的责任单位")
    watcher.show("targets-card")
    signal = page.url
    page.get_by_role("link", name="post-target").click()
    expect(watcher.main).to_contain_text("岗位目标节点")
    watcher.show("targets-matter")

    # The organ it is about reads the same card, others do not.
    head = member("head-zjj", PHONE)
    head.page.goto(signal)
    expect(head.main).to_contain_text("说明情况")
    assert member("officer-ybj").go(signal) == 404


def test_programs_read_targets(member):
    leader = member("leader")
    answer = leader.page.request.get(f"/api/v1/targets/{YEAR}/zjj")
    assert answer.status == 200
    names = [one["name"] for target in answer.json()["targets"] for one in target["milestones"]]
    assert "明确每个小区的责任单位" in names
