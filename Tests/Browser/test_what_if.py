"""What would have been if a process were changed: asked, watched, answered, and refused where it cannot be."""

from playwright.sync_api import expect


def test_two_steps_at_the_same_time(member):
    supervisor = member("supervisor")
    page = supervisor.page
    supervisor.go("/desk/process-analysis")
    page.get_by_role("link", name="如果这样改").click()
    supervisor.show("what-if-form")
    page.locator("input[name=percent]").fill("50")
    step = page.locator("select[name=shorter] option, input[type=radio][name=shorter]").nth(2)
    value = step.get_attribute("value")
    if page.locator("select[name=shorter]").count():
        page.locator("select[name=shorter]").select_option(value)
    else:
        page.locator(f"input[name=shorter][value='{value}']").check()
    page.locator("input[name=replications][value='10']").check()
    page.get_by_role("button", name="开始模拟").click()
    expect(page.get_by_role("heading", name="用时", exact=True)).to_be_visible(timeout=60_000)
    supervisor.show("what-if-result")
    expect(page.get_by_text("模型与实际")).to_be_visible()
    expect(page.locator("figure.chart")).to_have_count(3)
    address = page.url

    # The address can be given to somebody else.
    leader = member("leader")
    leader.go(address[address.index("/desk/"):])
    expect(leader.page.get_by_role("heading", name="用时", exact=True)).to_be_visible()


def test_nothing_changed_and_nobody_there_are_refused(member):
    supervisor = member("supervisor")
    page = supervisor.page
    supervisor.go("/desk/process-analysis/what-if")
    page.get_by_role("button", name="开始模拟").click()
    expect(page.locator(".error-summary")).to_contain_text("没有填写任何改变")
    post = page.locator("input[name^='people.']").first
    post.fill("0")
    page.get_by_role("button", name="开始模拟").click()
    expect(page.locator(".error-summary")).to_contain_text("永远办不完")
    supervisor.show("what-if-refused")


def test_all_cases_are_computed_and_organs_compared(member):
    supervisor = member("supervisor")
    page = supervisor.page
    supervisor.go("/desk/process-analysis")
    page.get_by_role("button", name="计算").click()
    expect(page.get_by_role("button", name="重新计算")).to_be_visible(timeout=30_000)
    page.get_by_role("link", name="部门并排比较").click()
    supervisor.show("process-analysis-organs")
    expect(page.get_by_role("heading", name="各步骤停留中位数")).to_be_visible()


def test_officers_of_an_organ_may_not(member):
    assert member("officer-scjg").go("/desk/process-analysis/what-if") == 403
