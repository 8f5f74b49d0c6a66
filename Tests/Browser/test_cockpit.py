"""What leaders decide by: read on a phone, every number followed to its cases, the brief asked for."""

from playwright.sync_api import expect

from visitor import DESK, PHONE


def test_a_leader_reads_it_and_follows_the_numbers(member):
    for width in (PHONE, DESK):
        leader = member("leader", width)
        page = leader.page
        # The first count may still be under way.
        for _ in range(90):
            page.goto("/desk/cockpit")
            if page.get_by_text("正在统计").count() == 0:
                break
            page.wait_for_timeout(1_000)
        leader.show("cockpit")
        number = page.locator(".figures a").last
        count = int("".join(filter(str.isdigit, number.inner_text())))
        number.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("在办的办件")
        # Others work meanwhile: what is finished since the count is not listed, and nothing is listed beyond it.
        assert 0 < leader.main.locator("tbody tr").count() <= min(count, 30)
        leader.show("cockpit-cases")
        page.goto("/desk/cockpit")
        page.locator(".street-map svg a").first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("街道")


def test_the_brief_is_asked_for_and_given_up(member):
    leader = member("leader")
    page = leader.page
    for time in ("07:30", "不发送"):
        page.goto("/desk/cockpit")
        leader.answer("每天几点发给我", time)
        page.get_by_role("button", name="保存").click()
        page.wait_for_url("**/desk/cockpit*")

    stranger = member("officer-scjg")
    assert stranger.go("/desk/cockpit") == 403
