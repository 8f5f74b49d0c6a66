"""PM4Py reads the event log, and finds in it what the page of the analysis says."""

import os
import re
from urllib.parse import parse_qs, urlparse

import pm4py
import pytest
import requests
from lxml import html

BASE = os.environ["BASE_URL"]
PAGE = f"{BASE}/desk/process-analysis"


@pytest.fixture(scope="module")
def supervisor():
    session = requests.Session()
    form = html.fromstring(session.get(f"{BASE}/sign-in").text).xpath("//form[.//input[@type='password']]")[0]
    fields = {i.get("name"): i.get("value") or "" for i in form.xpath(".//input[@name]")}
    fields.update({"account": "supervisor", "password": "minben-demo-2026"})
    answer = session.post(BASE + form.get("action"), data=fields)
    assert answer.ok, answer.text[:400]
    return session


def table(tree, caption):
    return [
        [cell.text_content().strip() for cell in row.xpath("./th|./td")]
        for row in tree.xpath(f"//table[caption='{caption}']/tbody/tr")
    ]


def services(session):
    tree = html.fromstring(session.get(PAGE).text)
    return [option.get("value") for option in tree.xpath("//select[@name='service']/option")]


def test_pm4py_agrees_with_the_page(supervisor, tmp_path):
    compared = 0
    for service in services(supervisor):
        tree = html.fromstring(supervisor.get(PAGE, params={"service": service}).text)
        paths = table(tree, "实际路径")
        if not paths:
            continue
        answer = supervisor.get(f"{PAGE}/event-log.xes", params={"service": service})
        assert answer.headers["content-type"].startswith("application/xml")
        file = tmp_path / f"{service}.xes"
        file.write_bytes(answer.content)
        log = pm4py.read_xes(str(file))
        done = log[log["case:minben:finished"].astype(str).str.lower() == "true"]

        links = tree.xpath("//table[caption='实际路径']//a")
        ours = {}
        for link in links:
            path = parse_qs(urlparse(link.get("href")).query).get("path", [""])[0]
            if path:
                ours[tuple(path.split(","))] = int(link.text)
        theirs = {tuple(path): count for path, count in pm4py.get_variants(done).items()}
        assert ours == theirs

        follows, _, _ = pm4py.discover_dfg(done)
        assert sorted(follows.values(), reverse=True) == [int(row[2]) for row in table(tree, "步骤的先后")]

        cases = done.groupby("case:concept:name").first()
        seconds = (cases["case:minben:closed"] - cases["case:minben:filed"]).dt.total_seconds()
        median = sorted(seconds)[(len(seconds) + 1) // 2 - 1]
        said = re.search(r"一半的办件在(.*?)内办结", tree.text_content())
        assert said and said.group(1) == words(int(median))
        compared += 1
    assert compared > 0


def test_pm4py_reads_what_programs_get(tmp_path):
    token = requests.post(
        f"{BASE}/api/v1/sessions", json={"account": "supervisor", "password": "minben-demo-2026"}).json()["token"]
    answer = requests.get(f"{BASE}/api/v1/analysis/event-log.xes", headers={"Authorization": f"Bearer {token}"})
    assert answer.headers["content-type"].startswith("application/xml")
    file = tmp_path / "log.xes"
    file.write_bytes(answer.content)
    log = pm4py.read_xes(str(file))
    assert len(log) > 0 and log["case:concept:name"].nunique() >= 5
    assert all(person.startswith("P") for person in log["org:resource"].dropna())
    other = requests.get(
        f"{BASE}/api/v1/analysis/event-log.xes", params={"organ": "no-such"}, headers={"Authorization": f"Bearer {token}"})
    assert "<trace>" not in other.text
    assert requests.get(f"{BASE}/api/v1/analysis/event-log.xes").status_code == 401


def words(seconds):
    days, hours, minutes = seconds // 86_400, seconds // 3_600 % 24, seconds // 60 % 60
    if days:
        return f"{days} 天 {hours} 小时" if hours else f"{days} 天"
    if hours:
        return f"{hours} 小时 {minutes} 分" if minutes else f"{hours} 小时"
    return f"{minutes} 分钟" if minutes else "不到 1 分钟"
