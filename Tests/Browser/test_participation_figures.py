"""What people speak of: months, words, repeated matters, places, and topics that rise."""


def test_a_leader_sees_what_rises_and_no_names(member):
    leader = member("leader")
    leader.go("/desk/participation-figures")
    words = leader.main.inner_text()
    assert "停车和交通" in words and "前几周" in words
    assert "上学进不去" in leader.main.locator("th[scope=row]").all_inner_texts()
    for name in ("张伟", "陈静", "周婷", "城东老张"):
        assert name not in words
    leader.main.get_by_text("查看数据").first.click()
    leader.show("participation-figures")
    with leader.page.expect_download() as download:
        leader.main.get_by_role("link", name="下载（CSV）").click()
    assert "按月" in open(download.value.path(), encoding="utf-8-sig").read()


def test_the_hotline_was_told_once(member):
    hotline = member("hotline")
    hotline.go("/my/messages")
    assert hotline.main.inner_text().count("「停车和交通」这一周") == 1
