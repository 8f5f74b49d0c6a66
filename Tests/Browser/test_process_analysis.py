"""The analysis of a process: from a path to its cases, and the log without names."""


def count_anew(watcher):
    """What was kept, as the night keeps it, is older than the lists behind its numbers: those are read anew."""
    again = watcher.page.get_by_role("button", name="重新计算")
    if again.count():
        again.click()
        again.wait_for(timeout=30_000)


def analysed(watcher):
    """Goes to the first service of which some case is finished, with numbers of now."""
    watcher.go("/desk/process-analysis")
    options = watcher.page.locator("select[name=service] option").evaluate_all("all => all.map(o => o.value)")
    for service in options:
        watcher.go(f"/desk/process-analysis?service={service}")
        if watcher.page.locator("table").count():
            count_anew(watcher)
            return service
    raise AssertionError("no service with a finished case")


def test_a_path_opens_to_its_cases(member):
    watcher = member("supervisor")
    analysed(watcher)
    watcher.show("process-analysis-full")
    path = watcher.page.locator("table").first.locator("tbody tr").first
    count = int(path.locator("a").inner_text())
    path.locator("a").click()
    watcher.show("process-analysis-path")
    rows = watcher.page.locator("table tbody tr")
    assert rows.count() == min(count, 20)
    rows.first.locator("a").click()
    assert "/desk/cases/" in watcher.page.url


def test_the_log_names_nobody(member):
    watcher = member("supervisor")
    service = analysed(watcher)
    answer = watcher.page.request.get(
        watcher.page.url.split("/desk/")[0] + f"/desk/process-analysis/event-log.xes?service={service}")
    text = answer.text()
    assert text.startswith("<?xml") and "<trace>" in text and 'value="P1"' in text
    assert "张伟" not in text and "李敏" not in text and "陈静" not in text


def test_what_is_not_there_is_not_found_and_others_are_refused(member):
    watcher = member("supervisor")
    assert watcher.go("/desk/process-analysis?service=no-such") == 404
    assert watcher.go("/desk/process-analysis?year=1890") == 404
    assert member("officer-scjg").go("/desk/process-analysis") == 403


TOPICS = {
    "waiting": "等待与办理",
    "parallel": "先后与同时",
    "materials": "重复收取的材料",
    "map": "实际路径图",
    "conformance": "与流程图的符合度",
}


def test_every_topic_is_one_click_away_and_keeps_the_cases(member):
    watcher = member("supervisor")
    service = analysed(watcher)
    for name, title in TOPICS.items():
        watcher.page.get_by_label("看什么").get_by_text(title).click()
        assert watcher.page.locator("h1").inner_text() == title
        assert f"service={service}" in watcher.page.url
        watcher.show(f"process-analysis-{name}-full")


def test_every_number_opens_to_as_many_cases_as_it_says(member):
    watcher = member("supervisor")
    service = analysed(watcher)
    opened = 0
    for name in TOPICS:
        watcher.go(f"/desk/process-analysis/{name}?service={service}")
        if watcher.page.locator("details.more summary").count():
            watcher.page.locator("details.more summary").first.click()
        links = watcher.page.locator("td.num a").evaluate_all("all => all.map(a => [a.getAttribute('href'), a.innerText])")
        for address, number in links[:8]:
            watcher.go(address)
            rows = watcher.page.locator("table tbody tr").count()
            # A case may have had a step more than once.
            assert 0 < rows <= min(int(number), 20), address
            opened += 1
    assert opened > 3


def test_the_picture_of_real_paths_scrolls_in_its_own_box(member, arrive):
    watcher = member("supervisor")
    service = analysed(watcher)
    watcher.page.set_viewport_size({"width": 390, "height": 844})
    watcher.go(f"/desk/process-analysis/map?service={service}")
    assert watcher.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert watcher.page.locator(".pathmap svg text").first.evaluate("t => t.getBoundingClientRect().height") > 10
    assert watcher.page.locator(".pathmap svg").get_attribute("aria-label")


def test_cases_that_cannot_be_asked_for_are_not_found(member):
    watcher = member("supervisor")
    for query in ("of=nothing", "of=pair&steps=a", "of=version&steps=x", "of=replayed&steps=a,b"):
        assert watcher.go(f"/desk/process-analysis/cases?{query}") == 404
    assert watcher.go("/desk/process-analysis/net.pnml?process=nothing&version=1") == 404
    for name in TOPICS:
        assert member("officer-scjg").go(f"/desk/process-analysis/{name}") == 403


def test_a_topic_is_computed_for_all_cases_where_one_reads_it(member):
    watcher = member("supervisor")
    service = analysed(watcher)
    watcher.go(f"/desk/process-analysis/waiting?service={service}")
    button = watcher.page.get_by_role("button", name="计算")
    button.click()
    # Back on the topic, and from then on every topic says when it was computed and over how many.
    assert "/desk/process-analysis/waiting" in watcher.page.url
    watcher.page.get_by_role("button", name="重新计算").wait_for(timeout=30_000)
    for name in TOPICS:
        watcher.go(f"/desk/process-analysis/{name}?service={service}")
        assert "算出" in watcher.main.inner_text()
        watcher.show(f"process-analysis-{name}-kept")
    watcher.go(f"/desk/process-analysis/waiting?service={service}&organ=no-such")
    assert "这一年还没有办结的办件" in watcher.main.inner_text()


def test_an_administrator_says_which_steps_may_stand_side_by_side(member):
    administrator = member("sysadmin")
    administrator.go("/desk/process-analysis-rules")
    text = administrator.page.locator("textarea[name=body]")
    before = text.input_value()
    text.fill(before.replace("nightly_hour: 2", "nightly_hour: 25"))
    administrator.page.get_by_role("button", name="公布").click()
    assert "整点" in administrator.main.locator(".error-summary").inner_text()
    administrator.show("process-analysis-rules-refused")
    text.fill(before.replace("nightly_hour: 2", "nightly_hour: 3"))
    administrator.page.get_by_role("button", name="公布").click()
    assert "现行的是第 1 版" in administrator.main.inner_text()
    assert member("supervisor").go("/desk/process-analysis-rules") == 403
