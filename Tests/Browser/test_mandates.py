"""授权办事: 陈静 lets 周婷 apply for one thing in the restaurant's name, and she gives it up again."""

from playwright.sync_api import expect


def test_an_enterprise_authorises_somebody_and_they_give_it_up(member):
    chenjing, zhouting = member("chenjing"), member("zhouting")
    chenjing.go("/account/security")
    chenjing.follow("授权他人，或查看我得到的授权")
    chenjing.show("mandates")
    chenjing.follow("肇庆端州星湖餐饮有限公司")
    chenjing.show("mandates-of-an-enterprise")
    chenjing.follow("授权他人")
    chenjing.prove()
    chenjing.press("授权")
    chenjing.show("mandate-errors")
    expect(chenjing.main.get_by_role("alert").first).to_contain_text("请填写被授权人的姓名")
    chenjing.main.locator("input[name=name]").fill("周婷")
    chenjing.main.locator("input[name=identity]").fill("441299198801260681")
    chenjing.press("授权")
    expect(chenjing.main.get_by_role("alert").first).to_contain_text("请选择 1 到 20 个事项")
    chenjing.main.get_by_label("食品经营许可", exact=True).check()
    chenjing.press("授权")
    expect(chenjing.main.get_by_role("row").filter(has_text="周婷")).to_contain_text("食品经营许可")
    chenjing.show("mandates-given")

    zhouting.go("/services/food-business-licence")
    expect(zhouting.main).to_contain_text("肇庆端州星湖餐饮有限公司")
    zhouting.go("/my/messages")
    expect(zhouting.main).to_contain_text("陈静授权周婷代表肇庆端州星湖餐饮有限公司办事")
    zhouting.go("/my/mandates")
    zhouting.show("mandates-received")
    zhouting.press("放弃")
    expect(zhouting.main.get_by_text("已放弃")).to_be_visible()
    zhouting.go("/services/food-business-licence")
    expect(zhouting.main).not_to_contain_text("肇庆端州星湖餐饮有限公司")


def test_nobody_reaches_the_mandates_of_an_enterprise_that_is_not_theirs(member):
    assert member("zhouting").go("/my/enterprises/91441202MA4W12346L/mandates") == 404
