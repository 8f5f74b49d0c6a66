"""Acting for a relative: asked for, agreed to, used, and ended by either side."""

from visitor import DESK, PHONE

MOTHER = "441299194110030029"


def test_a_son_acts_for_his_mother_once_she_agrees_and_no_longer_than_she_likes(member):
    son, mother = member("zhangwei", PHONE), member("liangxiuying", DESK)
    page = son.page
    page.goto("/my/relatives/new")
    son.prove()
    page.get_by_role("button", name="提出请求").click()
    son.show("relatives-errors")
    page.get_by_label("对方姓名").fill("梁秀英")
    page.get_by_label("对方身份证号码").fill(MOTHER)
    page.get_by_label("子女", exact=True).check()
    page.get_by_role("button", name="提出请求").click()
    page.get_by_text("等对方同意").wait_for()
    son.show("relatives-asked")
    assert page.get_by_role("link", name="梁秀英的办件和消息").count() == 0

    mother.page.goto("/my/relatives")
    mother.page.get_by_text("等您同意").wait_for()
    mother.show("relatives-agree")
    mother.press_proved("同意", "/my/relatives")
    mother.page.get_by_text("有效", exact=True).wait_for()

    page.goto("/my/relatives")
    page.get_by_role("link", name="梁秀英的办件和消息").click()
    son.show("relative-matters")
    address = page.url

    mother.page.get_by_role("button", name="收回").click()
    mother.page.get_by_text("已结束").first.wait_for()
    assert page.goto(address).status == 404


def test_a_stranger_does_not_learn_who_is_registered(member):
    stranger = member("luojiaming")
    page = stranger.page
    page.goto("/my/relatives/new")
    stranger.prove()
    page.get_by_label("对方姓名").fill("王没有")
    page.get_by_label("对方身份证号码").fill(MOTHER)
    page.get_by_label("父母", exact=True).check()
    page.get_by_role("button", name="提出请求").click()
    assert page.get_by_text("等对方同意").count() == 0
    assert "梁秀英" not in page.inner_text("main")


def test_a_clerk_records_a_guardian_and_looks_at_what_is_recorded(member):
    clerk = member("clerk")
    page = clerk.page
    page.goto("/desk/relatives")
    clerk.prove()
    page.get_by_role("button", name="核对无误，登记").click()
    clerk.show("relatives-desk-errors")
    page.get_by_label("被代办人的身份证号码").fill(MOTHER)
    page.get_by_role("button", name="查询").click()
    clerk.show("relatives-desk")
