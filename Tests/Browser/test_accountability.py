"""Accountability: an official is heard, is decided about and appeals; who complained stays unknown."""

from playwright.sync_api import expect

from visitor import DESK, PHONE


def test_an_official_is_heard_decided_about_and_appeals(member):
    person = member("officer-cgj", PHONE)
    assert person.go("/desk/accountability") == 200
    person.show("accountability-own-list")
    person.page.get_by_role("link", name="行政问责").last.click()
    page = person.page
    address = page.url
    expect(person.main).to_contain_text("现场核查没有处理过的痕迹")
    expect(person.main).not_to_contain_text("龚立新")
    expect(person.main).to_contain_text("办理中：陈述申辩")
    page.get_by_role("button", name="提交").click()
    person.show("accountability-statement-errors")
    page.get_by_label("陈述和申辩").fill("第二次答复是同事代填的，我没有核对，愿意改正。")
    page.get_by_role("button", name="提交").click()
    page.get_by_text("第二次答复是同事代填的").wait_for()
    person.show("accountability-stated")

    # Their head learns that there is one, and nothing of what was said.
    head = member("head-cgj")
    head.page.goto(address)
    expect(head.main).not_to_contain_text("同事代填")
    assert member("officer-ybj").go(address) == 404

    leader = member("leader", DESK)
    leader.page.goto(address)
    leader.show("accountability-decision")
    leader.page.get_by_label("怎样决定").select_option(label="诫勉谈话")
    leader.page.get_by_label("理由", exact=True).fill("三次答复失实，影响群众信任。")
    leader.page.get_by_role("button", name="作出决定").click()
    leader.page.get_by_text("待送达").wait_for()

    watcher = member("supervisor")
    watcher.page.goto(address)
    watcher.page.get_by_label("送达情况").fill("当面送达，本人签收。")
    watcher.page.get_by_role("button", name="已经送达").click()
    watcher.page.get_by_text("申诉期").first.wait_for()

    page.goto(address)
    page.get_by_label("申诉理由").fill("已经主动改正，请减轻。")
    page.get_by_role("button", name="提交").click()
    page.get_by_text("复核申诉").first.wait_for()
    person.show("accountability-appealed")

    leader.page.goto(address)
    expect(leader.main).to_contain_text("要由其他人办理")
    other = member("leader-2")
    other.page.goto(address)
    other.page.get_by_label("改变措施", exact=True).check()
    other.page.get_by_label("批评教育").check()
    other.page.get_by_label("复核理由").fill("已经主动改正。")
    other.page.get_by_role("button", name="作出复核").click()
    other.page.get_by_text("给予问责").first.wait_for()
    other.show("accountability-reviewed")


def test_a_proposal_begins_with_its_ground(member):
    watcher = member("supervisor")
    page = watcher.page
    page.goto("/desk/accountability-new")
    watcher.show("accountability-new")
    page.get_by_label("督办事项", exact=True).check()
    page.get_by_label("编号").fill("12")
    page.get_by_role("button", name="继续").click()
    page.get_by_role("link", name="没有这个督办事项，请核对编号。").wait_for()
    watcher.show("accountability-new-errors")


def test_the_days_of_each_step_are_data(member):
    keeper = member("sysadmin")
    page = keeper.page
    page.goto("/desk/accountability-rules")
    text = page.locator("#f-body").input_value()
    assert "hear: 5 working_day" in text
    page.locator("#f-body").fill(text.replace("hear: 5 working_day", "hear: 5 weeks"))
    page.get_by_role("button", name="公布").click()
    page.get_by_text("应写成「5 working_day」这样").first.wait_for()
    keeper.show("accountability-rules-errors")
