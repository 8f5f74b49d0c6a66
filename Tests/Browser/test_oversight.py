"""Supervision of others: scores and signals for everybody, and what deputies see and propose."""

from visitor import DESK, PHONE


def test_everybody_reads_scores_and_signals(arrive):
    for width in (PHONE, DESK):
        visitor = arrive(width)
        visitor.go("/supervision")
        assert "各月按时办结率" in visitor.main.inner_text()
        visitor.show("supervision-public")
        with visitor.page.expect_download() as file:
            visitor.follow("各月得分和按时办结率（CSV）")
        assert "市场监督管理局" in file.value.path().read_text(encoding="utf-8")
        visitor.follow("公开")
        text = visitor.main.inner_text()
        assert "超过期限" in text and "撤销，内容不再显示" in text and "事项" in text
        visitor.show("published-signals-read")


def test_a_rule_says_after_how_many_days_it_publishes(member):
    supervisor = member("supervisor")
    supervisor.go("/desk/supervision/rules")
    supervisor.main.get_by_role("link", name="超过承诺时限 5 个工作日以上").first.click()
    assert "确认 10 天后" in supervisor.main.inner_text()


def test_a_deputy_proposes_and_sees_what_became_of_it(member):
    deputy, supervisor = member("deputy"), member("supervisor")
    deputy.go("/desk/oversight")
    deputy.show("oversight-empty")
    deputy.press("提出建议")
    deputy.show("oversight-errors")
    deputy.answer("建议督办什么", "建设路路灯修复")
    deputy.answer("情况和建议", "建设路路灯连续三周不亮，居民夜间出行不便，希望督办修复。")
    deputy.answer("应当答复的部门", "城市管理和综合执法局")
    deputy.press("提出建议")
    deputy.show("oversight-proposal")
    mine = deputy.page.url

    supervisor.go("/my/messages")
    assert "提出督办建议「建设路路灯修复」" in supervisor.main.inner_text()
    supervisor.go("/desk/deputy-proposals")
    supervisor.follow("建设路路灯修复")
    supervisor.show("oversight-handling")
    supervisor.follow("立项督办")
    assert supervisor.page.locator("#f-title").input_value() == "建设路路灯修复"
    assert "连续三周不亮" in supervisor.page.locator("#f-words").input_value()
    supervisor.show("oversight-order-begun")
    supervisor.answer("要求", "十日内修复，说明原因。")
    supervisor.answer("几个工作日内反馈", "10")
    supervisor.press("交办")

    deputy.page.goto(mine)
    assert "已立项：办理中" in deputy.main.inner_text()
    deputy.show("oversight-ordered")
    deputy.go("/my/messages")
    assert "「建设路路灯修复」已立项督办" in deputy.main.inner_text()
    deputy.go("/desk/oversight")
    deputy.show("oversight")
    assert deputy.go("/desk/orders") == 403
