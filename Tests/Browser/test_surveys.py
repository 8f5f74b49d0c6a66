"""Surveys: written and published by two people, answered once, counted for everybody."""

import datetime
import re

from visitor import DESK, PHONE


def day(offset: int) -> str:
    china = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date()
    return (china + datetime.timedelta(days=offset)).isoformat()


def test_a_survey_from_its_first_word_to_its_end(member, arrive):
    writer = member("officer-mzj")
    page = writer.page
    page.goto("/desk/surveys")
    page.get_by_role("link", name="新的问卷").click()
    page.get_by_role("button", name="保存").click()
    writer.show("survey-errors")
    page.get_by_label("调查什么").fill("社区图书室开放时间调查")
    page.get_by_label("为什么调查").fill("想知道什么时候开放合适，结果用来排班。")
    page.get_by_label("开始日期").fill(day(0))
    page.get_by_label("截止日期").fill(day(5))
    page.get_by_role("button", name="保存").click()
    for words, kind, options in [
        ("您希望哪天开放？", "单选", "周六\n周日"),
        ("您常借什么？", "多选", "小说\n绘本\n报刊"),
        ("您还有什么建议？", "文字", ""),
    ]:
        page.get_by_role("link", name="加一个问题").click()
        page.get_by_label("问题", exact=True).fill(words)
        page.get_by_label(kind, exact=True).check()
        page.get_by_label("选项").fill(options)
        if kind == "文字":
            page.get_by_label("否", exact=True).check()
        page.get_by_role("button", name="保存").click()
    page.get_by_role("button", name="上移").first.click()
    assert writer.main.get_by_role("row").nth(1).inner_text().startswith("1. 您常借什么？")
    writer.show("survey-draft")
    address = page.url

    head = member("head-mzj")
    head.page.goto(address)
    head.page.get_by_role("button", name="发布").click()
    head.page.get_by_label("由谁采集").fill("区统计学会")
    head.page.get_by_label("答卷文件").set_input_files(
        {"name": "panel.csv", "mimeType": "text/csv", "buffer": "年龄,q1,q2\n60 岁以上,周日,报刊\n70 岁,周日,报刊".encode()}
    )
    head.page.get_by_role("button", name="导入样本").click()
    head.show("survey-running")

    public = address.replace("/desk", "")
    stranger = arrive(PHONE)
    stranger.page.goto(public)
    assert stranger.page.get_by_role("link", name="登录后填写").is_visible()
    citizen = member("zhangwei", PHONE)
    citizen.page.goto(public)
    citizen.page.get_by_role("button", name="提交答卷").click()
    citizen.show("survey-answer-errors")
    citizen.page.get_by_label("小说").check()
    citizen.page.get_by_label("周日").check()
    citizen.page.get_by_role("button", name="提交答卷").click()
    citizen.page.get_by_text("您已经答过了，谢谢").wait_for()
    citizen.show("survey-answered")

    head.page.goto(address)
    head.page.get_by_role("button", name="提前结束").click()


def test_results_are_for_everybody(arrive):
    for width in (PHONE, DESK):
        visitor = arrive(width)
        visitor.page.goto("/surveys")
        visitor.page.get_by_role("link", name="社区服务中心开放时间调查").click()
        assert re.search("共收到 61 份答卷", visitor.page.inner_text("main"))
        visitor.show("survey-results")
        visitor.page.get_by_role("link", name="下载数据").wait_for()
