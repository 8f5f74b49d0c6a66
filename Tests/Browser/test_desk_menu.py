"""The menu of the desk: few groups, which open with the mouse, with the keyboard and without a script."""

import pytest
from playwright.sync_api import expect

from visitor import DESK, PHONE


def menu_of(page):
    return page.get_by_role("navigation", name="工作台菜单")


def test_a_group_opens_leads_on_and_says_where_one_is(member):
    leader = member("leader")
    leader.go("/desk")
    menu = menu_of(leader.page)
    expect(menu.get_by_role("link", name="督办", exact=True)).to_be_hidden()
    menu.locator("summary", has_text="监察督查").click()
    leader.show("desk-menu-open")
    menu.locator("summary", has_text="绩效与分析").click()
    expect(menu.get_by_role("link", name="督办", exact=True)).to_be_hidden()
    menu.locator("summary", has_text="监察督查").click()
    menu.get_by_role("link", name="督办", exact=True).click()
    leader.page.wait_for_url("**/desk/orders")
    expect(menu.locator("summary[aria-current]")).to_have_text(["监察督查"])
    menu.locator("summary", has_text="监察督查").click()
    expect(menu.get_by_role("link", name="督办", exact=True)).to_have_attribute("aria-current", "page")
    leader.page.locator("h1").click()
    expect(menu.get_by_role("link", name="督办", exact=True)).to_be_hidden()


def test_the_keyboard_opens_a_group_and_closes_it_again(member):
    leader = member("leader")
    leader.go("/desk")
    menu = menu_of(leader.page)
    group = menu.locator("summary", has_text="监察督查")
    group.focus()
    leader.page.keyboard.press("Enter")
    leader.page.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="监察", exact=True)).to_be_focused()
    leader.page.keyboard.press("Escape")
    expect(group).to_be_focused()
    expect(menu.get_by_role("link", name="监察", exact=True)).to_be_hidden()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_without_a_script_everything_is_found_too(arrive, width):
    head = arrive(width, without_script=True)
    head.sign_in("head-wsjk")
    head.go("/desk/orders")
    menu = menu_of(head.page)
    if width == PHONE:
        expect(menu.locator("summary", has_text="绩效与分析")).to_be_hidden()
        menu.locator("summary", has_text="菜单").click()
    else:
        menu.locator("summary", has_text="绩效与分析").click()
    menu.get_by_role("link", name="绩效", exact=True).click()
    head.page.wait_for_url("**/desk/performance")


def test_the_day_begins_with_the_tasks_and_an_index_of_everything(member):
    head = member("head-wsjk")
    head.go("/desk")
    index = head.page.get_by_role("navigation", name="工作台的全部内容")
    index.get_by_role("group", name="诉求与参与").get_by_role("link", name="听证会").click()
    head.page.wait_for_url("**/desk/hearings")


@pytest.mark.parametrize(
    "account", ["clerk", "head-wsjk", "leader", "supervisor", "hotline", "publisher", "sysadmin", "deputy"]
)
def test_every_desk_shows_whole_and_leads_nobody_to_a_closed_door(member, account):
    person = member(account, PHONE)
    person.go("/desk")
    person.show(f"desk-of-{account}")
    menu = menu_of(person.page)
    opener = menu.locator("summary", has_text="菜单")
    opener.click()
    person.screenshot(f"desk-menu-of-{account}")
    addresses = menu.locator(".desk-small a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert len(addresses) > 2
    for address in addresses:
        assert person.page.request.get(address).status == 200, address
