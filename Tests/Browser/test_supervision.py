"""Supervision: a signal is answered, appealed and decided; a rule by two persons; an order from its first word to its end."""

from playwright.sync_api import expect

from restaurant import apply
from visitor import DESK, PHONE


def test_a_signal_is_appealed_and_decided_by_another(member):
    watcher = member("supervisor")
    watcher.go("/desk/supervision?level=yellow")
    watcher.page.locator("main table a").first.click()
    watcher.show("signal")
    address = watcher.page.url
    organ_signals = watcher.page.get_by_role("heading", level=1).inner_text()
    assert organ_signals

    # Only the organ it is about may answer.
    stranger = member("officer-ybj")
    assert stranger.go(address) == 404


def test_what_waits_is_told_from_what_is_confirmed_and_each_signal_has_its_proofs(member):
    watcher = member("supervisor")
    watcher.go("/desk/supervision")
    expect(watcher.main.locator("[data-live='5']")).to_contain_text("待处理")
    watcher.show("signals")
    watcher.page.get_by_role("link", name="已成立的黄牌、红牌").click()
    watcher.page.wait_for_url("**/desk/supervision?state=confirmed")
    watcher.show("signals-confirmed")

    watcher.go("/desk/supervision?state=all")
    watcher.page.locator("main table a").first.click()
    address = watcher.page.url
    assert watcher.go(f"{address}/proof") == 200
    expect(watcher.page.get_by_role("heading", level=1)).to_have_text("日志证明")
    watcher.show("signal-proofs")

    # Only those who may see the signal see what it rests on.
    assert member("officer-ybj").go(f"{address}/proof") == 404


def test_a_rule_is_written_by_one_and_switched_on_by_another(member):
    writer = member("supervisor")
    page = writer.page
    page.goto("/desk/supervision/rules-new")
    page.get_by_role("button", name="保存").click()
    writer.show("supervision-rule-errors")
    page.get_by_label("代号").fill("browser-rule")
    page.get_by_label("名称").fill("办件超过九十天")
    page.get_by_label("依据").fill("长期未结的办件由监察人员核查。")
    page.get_by_label("办件", exact=True).check()
    page.get_by_label("每次变化", exact=True).check()
    page.get_by_label("之后", exact=True).check()
    page.get_by_label("个工作日", exact=True).check()
    page.get_by_label("条件").fill("case.agedays > 90")
    page.get_by_label("预警", exact=True).check()
    page.get_by_label("监察人员", exact=True).check()
    page.get_by_role("button", name="保存").click()
    page.get_by_text("检查发现 1 个问题").wait_for()
    writer.show("supervision-rule-finding")
    page.get_by_label("条件").fill("not(case.closed) and case.age_days > 90")
    page.get_by_role("button", name="保存").click()
    page.get_by_role("link", name="在近一年的办件上试算").click()
    page.get_by_text("会发出").wait_for()
    writer.show("supervision-rule-trial")
    address = page.url.removesuffix("/trial")
    # All cases of twelve months are gone through in the background.
    writer.main.get_by_role("button", name="在全部办件上试算").click()
    for _ in range(60):
        page.goto(address)
        if writer.main.get_by_role("button", name="重新试算").count():
            break
        page.wait_for_timeout(500)
    expect(writer.main).to_contain_text("个办件中，会发出")
    writer.show("supervision-rule-trial-whole")

    leader = member("leader")
    leader.page.goto(address)
    # Whoever switches it on has seen what it would have found.
    expect(leader.main.get_by_role("button", name="启用")).to_have_count(0)
    leader.page.get_by_role("link", name="在近一年的办件上试算").click()
    leader.show("supervision-rule-to-switch-on")
    leader.page.get_by_role("button", name="看过试算，启用").click()
    leader.page.get_by_text("起启用").first.wait_for()


def test_an_order_from_a_meeting_to_its_end(member):
    watcher = member("supervisor")
    page = watcher.page
    page.goto("/desk/orders-new")
    page.get_by_role("button", name="交办").click()
    watcher.show("order-errors")
    page.get_by_label("督办什么").fill("城东市场占道经营整治")
    page.get_by_label("会议决定", exact=True).check()
    page.get_by_label("来源的编号或名称").fill("区政府常务会议第 13 次")
    page.get_by_label("要求").fill("两周内恢复通行。")
    page.get_by_label("主办部门", exact=True).select_option(label="市场监督管理局")
    page.get_by_label("几个工作日内反馈").fill("10")
    page.get_by_role("button", name="交办").click()
    page.get_by_role("button", name="催办").click()
    expect(watcher.main).to_contain_text("1 次，最近一次：")
    expect(watcher.main).to_contain_text("今天已经催办过，明天再催。")
    expect(page.get_by_role("button", name="催办")).to_have_count(0)
    watcher.show("order")
    address = page.url

    for width in (PHONE,):
        officer = member("officer-scjg", width)
        officer.page.goto(address)
        officer.page.get_by_role("button", name="提交反馈").click()
        officer.show("order-feedback-errors")
        officer.page.get_by_label("办理情况").fill("已清理 12 个摊位，划定临时经营点。")
        officer.page.get_by_label("佐证", exact=True).fill("端市监〔2026〕31 号")
        officer.page.get_by_label("佐证文件").set_input_files(
            {"name": "现场照片.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF\n"}
        )
        officer.page.get_by_role("button", name="提交反馈").click()
        officer.page.get_by_text("端市监〔2026〕31 号").wait_for()
        officer.page.get_by_role("link", name="现场照片.pdf").wait_for()
        officer.show("order-reported")

    page.goto(address)
    page.get_by_label("办结", exact=True).check()
    page.get_by_label("审核意见").fill("现场核实无误。")
    page.get_by_role("button", name="提交审核").click()
    page.locator("summary", has_text="通报").click()
    page.get_by_label("通报内容").fill("按时完成，予以肯定。")
    page.get_by_role("button", name="通报").click()
    reader = member("head-wsjk", PHONE)
    reader.go("/desk/order-circulars")
    reader.show("order-circulars")
    reader.follow("城东市场占道经营整治")
    expect(reader.main).to_contain_text("按时完成，予以肯定。")
    reader.show("order-circular")
    page.goto("/desk/orders?view=board")
    watcher.show("orders-board")
    page.goto(address)
    page.locator("summary", has_text="销号").click()
    page.get_by_label("销号理由").fill("归档。")
    page.get_by_role("button", name="销号").click()
    page.get_by_text("已销号").first.wait_for()
    watcher.show("order-struck")


def test_a_signal_becomes_one_order_which_names_its_rule(member):
    watcher = member("supervisor")
    page = watcher.page
    watcher.go("/desk/supervision?level=yellow")
    page.locator("main table a").first.click()
    page.wait_for_url("**/desk/supervision/signals/*")
    rule = page.get_by_role("heading", level=1).inner_text()
    address = page.get_by_role("link", name="转为督办").get_attribute("href")

    def assign():
        page.goto(address)
        page.get_by_label("督办什么").fill("查明原因并整改")
        page.get_by_label("要求").fill("三天内反馈。")
        page.get_by_label("几个工作日内反馈").fill("3")
        page.get_by_role("button", name="交办").click()

    assign()
    page.wait_for_url("**/desk/orders/*")
    expect(watcher.main).to_contain_text(f"监察信号，{rule}")
    watcher.show("order-of-a-signal")
    watcher.main.get_by_role("link", name=rule, exact=True).click()
    page.wait_for_url("**/desk/supervision/signals/*")
    expect(watcher.main.get_by_role("link", name="查明原因并整改（办理中）")).to_be_visible()
    expect(watcher.main.get_by_role("link", name="转为督办")).to_have_count(0)
    watcher.show("signal-with-its-order")
    assign()
    expect(watcher.main).to_contain_text("这条监察信号已经立项督办")
    watcher.show("order-of-a-signal-again")


def test_a_leader_instructs_and_the_applicant_reads_that_but_not_the_words(member, tmp_path):
    chenjing = member("chenjing")
    number, _ = apply(chenjing, tmp_path)
    leader = member("leader")
    page = leader.page
    page.goto(f"/desk/cases/{number}")
    page.get_by_role("link", name="领导批示").click()
    leader.show("instruction")
    page.get_by_label("督办什么").fill("尽快办结餐饮店开办")
    page.get_by_label("批示内容").fill("请三天内办结并报告。")
    page.get_by_label("主办部门", exact=True).select_option(label="市场监督管理局")
    page.get_by_label("几个工作日内反馈").fill("3")
    page.get_by_role("button", name="交办").click()
    page.get_by_text("请三天内办结并报告。").wait_for()
    leader.show("instruction-given")

    chenjing.go(f"/cases/{number}")
    expect(chenjing.main).to_contain_text("区领导对本件作出批示")
    expect(chenjing.main).not_to_contain_text("三天内办结")

    # Officers of the case see no such button.
    officer = member("officer-scjg")
    officer.open(number)
    expect(officer.page.get_by_role("link", name="领导批示")).to_have_count(0)


def test_the_boards_work_without_script(arrive, member):
    watcher = member("supervisor", DESK)
    assert watcher.go("/desk/orders?view=board") == 200
    assert watcher.page.get_by_text("老旧小区消防通道整治").first.is_visible()
    watcher.show("orders-as-columns")
