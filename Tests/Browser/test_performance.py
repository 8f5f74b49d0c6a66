"""Performance: from the ranking down to a case, a frozen month that reckons the same again, and what everybody sees."""

import papers
from playwright.sync_api import expect
from visitor import DESK, PHONE, day


def last_month(visitor) -> str:
    """The month before this one. In the first days of a month hardly any organ has ended a case, and the running month is counted
    only every ten minutes."""
    visitor.go("/desk/performance")
    return visitor.page.locator("#period option").nth(1).get_attribute("value")


def test_from_the_ranking_down_to_a_case(member):
    leader = member("leader")
    page = leader.page
    leader.go(f"/desk/performance?period={last_month(leader)}")
    page.get_by_role("link", name="市场监督管理局").click()
    leader.show("performance-sheet")
    page.get_by_role("link", name="有承诺时限的办结件").first.click()
    leader.show("performance-cases")
    expect(page.locator("main table a.code").first).to_be_visible()


def test_a_frozen_month_reckons_the_same_again_and_is_published(member):
    leader = member("leader")
    page = leader.page
    leader.go("/desk/performance")
    month = page.locator("#period option").nth(1)
    value, name = month.get_attribute("value"), month.inner_text()
    leader.go(f"/desk/performance?period={value}")
    expect(page.get_by_text("复算一致")).to_be_visible()
    leader.show("performance-frozen")
    leader.go("/supervision")
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    expect(page.get_by_role("link", name="检举控告工作人员")).to_be_visible()


def test_a_card_behind_a_figure_opens_its_signal(member):
    supervisor = member("supervisor")
    year = int(day()[:4])
    pages = []
    for period in (year, year - 1):
        supervisor.go(f"/desk/performance?period={period}")
        sheets = supervisor.main.locator("tbody th a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
        pages += [f"{sheet}/cases/{figure}" for sheet in sheets for figure in ("yellow_cards", "red_cards")]
    for page in pages:
        supervisor.go(page)
        cards = supervisor.main.locator("table a.code")
        if cards.count():
            supervisor.show("performance-cards")
            with supervisor.page.expect_navigation() as opened:
                cards.first.click()
            assert opened.value.status == 200 and "/desk/supervision/signals/" in supervisor.page.url
            return
    raise AssertionError("the sample district has no card")


def test_years_later_a_period_is_found_and_one_that_is_not_there_is_said_to_be_missing(arrive):
    for width in (PHONE, DESK):
        visitor = arrive(width)
        visitor.go("/supervision?period=2020-01")
        expect(visitor.main.get_by_text("2020年1月没有公布")).to_be_visible()
        visitor.show("performance-period-missing")
        visitor.follow("核定过的各期")
        visitor.show("performance-published-periods")
        name = visitor.main.locator("tbody th a").last.inner_text()
        visitor.main.locator("tbody th a").last.click()
        expect(visitor.main.get_by_role("heading", name=name, exact=True)).to_be_visible()
        expect(visitor.main.get_by_text("等次").first).to_be_visible()


def test_from_an_organ_to_its_offices_to_a_person_to_a_case(member):
    leader = member("leader")
    page = leader.page
    leader.go(f"/desk/performance?period={last_month(leader)}")
    leader.follow("市场监督管理局")
    expect(page.get_by_role("heading", name="科室", exact=True)).to_be_visible()
    leader.show("performance-offices")
    leader.follow("食品安全监管科")
    expect(page.get_by_role("heading", level=1)).to_contain_text("食品安全监管科")
    expect(page.get_by_text("个科室中排第")).to_be_visible()
    leader.show("performance-office")
    address = page.url
    leader.follow("周强")
    expect(page.get_by_role("heading", name="经办人员（食品安全监管科）")).to_be_visible()
    leader.show("performance-person-in-an-office")
    page.goto(address)
    page.get_by_role("link", name="完成的步骤").first.click()
    expect(page.locator("main table a.code").first).to_be_visible()
    expect(page.get_by_text("市场监督管理局，食品安全监管科")).to_be_visible()


def test_a_frozen_month_keeps_its_offices(member):
    head = member("head-scjg")
    value = last_month(head)
    assert head.go(f"/desk/performance/periods/{value}/organs/scjg/offices/scjg-1") == 200
    assert head.go(f"/desk/performance/periods/{value}/organs/scjg/offices/none") == 404
    assert head.go(f"/desk/performance/periods/{value}/organs/zjj/offices/zjj-1") == 404
    head.go(f"/desk/performance/periods/{value}/organs/scjg")
    expect(head.main.get_by_text("复算一致")).to_be_visible()
    file = head.page.request.get(f"{head.page.url.split('/organs/')[0]}/scores.csv").text()
    assert "登记许可科" in file and "李敏" in file and "zjj" not in file


def test_many_figures_leave_room_for_whose_they_are(arrive):
    visitor = arrive()
    visitor.go("/supervision")
    organ = visitor.main.locator("table").first.locator("tbody th").first
    assert organ.bounding_box()["width"] > 96
    assert visitor.main.locator("table").first.bounding_box()["width"] <= 1200


def test_an_organ_does_not_see_another(member):
    head = member("head-scjg")
    value = last_month(head)
    assert head.go(f"/desk/performance/periods/{value}/organs/scjg") == 200
    assert head.go(f"/desk/performance/periods/{value}/organs/zjj") == 404


def test_a_changed_model_is_tried_and_switched_on_by_another(member):
    supervisor = member("supervisor")
    page = supervisor.page
    supervisor.go("/desk/performance/models")
    page.get_by_role("button", name="起草新版本").click()
    text = page.get_by_label("指标（YAML）")
    body = text.input_value()
    changed = body.replace("weight: 30\n    cases: promised_late", "weight: 25\n    cases: promised_late")
    text.fill(changed.replace("weight: 5\n    cases: orders_late", "weight: 10\n    cases: orders_late"))
    page.get_by_role("button", name="不保存，先试算").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("试算：没有保存的改稿")
    expect(page.get_by_text("权重 30 → 25")).to_be_visible()
    supervisor.show("performance-trial-unsaved")
    page.go_back()
    page.get_by_role("button", name="保存", exact=True).click()
    address = page.url
    page.get_by_role("link", name="看试算").click()
    expect(page.get_by_text("要由另一人看过试算以后启用")).to_be_visible()
    leader = member("leader")
    leader.page.goto(f"{address}/trial")
    expect(leader.page.get_by_role("heading", name="各科室")).to_be_visible()
    leader.show("performance-trial")
    leader.page.get_by_role("button", name="看过试算，启用").click()
    expect(leader.page.get_by_text("起启用").first).to_be_visible()


def test_an_organ_reports_on_itself_and_somebody_else_reviews(member, tmp_path):
    head = member("head-zjj")
    head.go("/desk/performance/reports")
    head.show("performance-reports-due")
    head.follow("改革和便民举措")
    address = head.page.url
    head.press("提交自评")
    head.show("performance-report-errors")
    head.answer("结果（项）", "3")
    head.answer("这个结果是怎么来的", "三项举措：一窗受理、一表申请、一次办成。")
    head.main.locator("input[name=file1]").set_input_files(papers.pdf(tmp_path / "举措说明.pdf"))
    head.press("提交自评")
    expect(head.main.get_by_text("等待审核")).to_be_visible()
    expect(head.main.get_by_role("button", name="提交审核")).to_have_count(0)
    supervisor = member("supervisor")
    supervisor.page.goto(address)
    supervisor.answer("审核结果", "改为下面的结果")
    supervisor.main.locator("input[name=amount]").fill("2")
    supervisor.press("提交审核")
    expect(supervisor.main.get_by_text("改变或者退回自评，请写明理由。").first).to_be_visible()
    supervisor.show("performance-review")
    supervisor.main.locator("textarea[name=reason]").fill("一窗受理去年已经计过。")
    supervisor.press("提交审核")
    expect(supervisor.main.get_by_text("审核改值：2 项")).to_be_visible()
    supervisor.show("performance-reviewed")
    head.page.goto(address.replace("/reports/reform", ""))
    expect(head.main.get_by_role("link", name="自评 3")).to_be_visible()


def test_an_organ_appeals_and_what_is_put_right_stands_beside_what_was_frozen(member, tmp_path):
    head = member("head-wsjk")
    month = last_month(head)
    sheet = f"/desk/performance/periods/{month}/organs/wsjk"
    head.go(sheet)
    head.show("performance-sheet-appeal")
    head.follow("按承诺时限办结")
    head.press("提出申诉")
    head.show("performance-appeal-errors")
    head.answer("申诉的理由", "逾期的件里有两件是系统故障，停办期间不应当计时。")
    head.main.locator("input[name=file1]").set_input_files(papers.pdf(tmp_path / "故障说明.pdf"))
    head.press("提出申诉")
    expect(head.main.get_by_text("等待裁定")).to_be_visible()
    expect(head.main.get_by_role("button", name="作出裁定")).to_have_count(0)
    address = head.page.url
    leader = member("leader")
    leader.go("/desk/performance/appeals")
    leader.show("performance-appeals")
    leader.page.goto(address)
    leader.answer("裁定", "更正为下面的数")
    kept = leader.main.get_by_label("在承诺时限内办结")
    kept.fill(str(int(kept.input_value()) + 2))
    leader.show("performance-appeal")
    leader.answer("裁定理由", "系统故障属实，两件不计逾期。")
    leader.press("作出裁定")
    expect(leader.main.get_by_text("已更正")).to_be_visible()
    leader.go(sheet)
    expect(leader.main.get_by_text("更正以后得")).to_be_visible()
    leader.show("performance-sheet-corrected")
    leader.go(f"/desk/performance?period={month}")
    expect(leader.main.get_by_text("复算一致")).to_be_visible()
    leader.show("performance-ranking-corrected")
