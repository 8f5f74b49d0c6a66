"""The analysis of a process: from a path to its cases, and the log without names."""


def analysed(watcher):
    """Goes to the first service of which some case is finished."""
    watcher.go("/desk/process-analysis")
    options = watcher.page.locator("select[name=service] option").evaluate_all("all => all.map(o => o.value)")
    for service in options:
        watcher.go(f"/desk/process-analysis?service={service}")
        if watcher.page.locator("table").count():
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
