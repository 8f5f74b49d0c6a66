"""PM4Py reads the event log, and finds in it what the page of the analysis says."""

import json
import os
import random
import re
import subprocess
import time
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pandas as pd
import pm4py
import pytest
import requests
from lxml import html
from pm4py.objects.log.util import interval_lifecycle
from pm4py.objects.petri_net import semantics

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


@pytest.fixture(scope="module")
def counted(supervisor):
    """Services that have steps, counted over all cases now: figures the night kept are older than the log, which is read anew."""
    pages = {service: html.fromstring(page_of(supervisor, service)) for service in services(supervisor)}
    having = [service for service, page in pages.items() if table(page, "实际路径")]
    for service in having:
        tree = html.fromstring(wait_until_counted(supervisor, service))
        form = tree.xpath("//form[contains(@action,'/runs')]")[0]
        answer = supervisor.post(BASE + form.get("action"), data=dict(form.form_values()))
        assert answer.ok, answer.text[:400]
    for service in having:
        assert "重新计算" in wait_until_counted(supervisor, service)
    return having


def page_of(session, service):
    return session.get(PAGE, params={"service": service}).text


def wait_until_counted(session, service):
    for _ in range(60):
        page = page_of(session, service)
        if "正在计算" not in page:
            return page
        time.sleep(1)
    raise AssertionError(f"{service} is still being counted")


def test_pm4py_agrees_with_the_page(supervisor, counted, tmp_path):
    compared = 0
    for service in counted:
        tree = html.fromstring(page_of(supervisor, service))
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
        assert said and said.group(1).strip() == words(int(median))
        compared += 1
    assert compared > 0


def test_pm4py_replays_the_drawing_as_the_page_does(supervisor, counted, tmp_path):
    """On the same log and the same net: as many cases go as drawn, and the fitness is the same within half a point."""
    compared = 0
    for service in counted:
        tree = html.fromstring(supervisor.get(f"{PAGE}/conformance", params={"service": service}).text)
        rows = [row for row in table(tree, "各版流程图") if row[2] != "—"]
        addresses = tree.xpath("//table[caption='各版流程图']//a[contains(@href,'net.pnml')]/@href")
        if not rows:
            continue
        file = tmp_path / f"{service}.xes"
        file.write_bytes(supervisor.get(f"{PAGE}/event-log.xes", params={"service": service}).content)
        log = pm4py.read_xes(str(file))
        for row, address in zip(rows, addresses, strict=True):
            drawn = tmp_path / "net.pnml"
            drawn.write_bytes(supervisor.get(BASE + address).content)
            net, initial, final = pm4py.read_pnml(str(drawn))
            mine = log[
                (log["case:minben:finished"].astype(str).str.lower() == "true")
                & (log["case:minben:version"].astype(int) == int(row[1]))
            ]
            if mine["case:concept:name"].nunique() != int(row[2]):
                continue  # Cases without any step are in no table of events.
            said = pm4py.fitness_token_based_replay(mine, net, initial, final)
            assert round(said["perc_fit_traces"] * int(row[2]) / 100) == int(row[3]), (service, said, row)
            assert abs(said["log_fitness"] * 100 - float(row[5].rstrip("%"))) < 0.6, (service, said, row)
            compared += 1
    assert compared > 0


def test_beginnings_are_as_many_as_the_page_knows(supervisor, counted, tmp_path):
    """With the beginnings, PM4Py makes intervals of the steps that were taken, and their work is as long as the page says."""
    compared = 0
    for service in counted:
        tree = html.fromstring(supervisor.get(f"{PAGE}/waiting", params={"service": service}).text)
        rows = {row[0]: row for row in table(tree, "等待与办理")}
        if not any(int(row[2]) for row in rows.values()):
            continue
        file = tmp_path / f"{service}.xes"
        file.write_bytes(supervisor.get(f"{PAGE}/event-log.xes", params={"service": service, "starts": "1"}).content)
        log = pm4py.read_xes(str(file))
        done = log[log["case:minben:finished"].astype(str).str.lower() == "true"]
        starts = done[done["lifecycle:transition"] == "start"]
        ours = {name: int(row[2]) for name, row in rows.items() if int(row[2])}
        theirs = starts[starts["org:group"] != "applicant"].groupby("minben:name").size().to_dict()
        assert ours == theirs
        both = interval_lifecycle.to_interval(pm4py.convert_to_event_log(done))
        taken = pm4py.convert_to_dataframe(both)
        taken = taken[taken["minben:taken"].notna()]
        for name, part in taken.groupby("minben:name"):
            seconds = sorted((part["time:timestamp"] - part["start_timestamp"]).dt.total_seconds())
            median = seconds[(len(seconds) + 1) // 2 - 1]
            assert rows[name][4] == words(int(median)), (service, name)
        compared += 1
    if compared == 0:
        pytest.skip("nobody took a step before doing it")


ROOT = Path(__file__).parents[2]


def walk(net, initial, final, chance):
    """A path the net allows, at random."""
    marking, path = initial, []
    for _ in range(400):
        if marking == final:
            return path
        enabled = sorted(semantics.enabled_transitions(net, marking), key=lambda t: int(t.name[1:]))
        if not enabled:
            return path
        transition = chance.choice(enabled)
        marking = semantics.execute(transition, net, marking)
        if transition.label:
            path.append(transition.label)
    return path


@pytest.mark.parametrize("drawing", sorted(ROOT.glob("Sources/*/Resources/Processes/*.bpmn")), ids=lambda d: d.stem)
def test_pm4py_counts_the_same_tokens(drawing, tmp_path):
    """Whole paths, paths with a step left out and paths with a step done again, of every process that is delivered."""
    minben = [ROOT / ".build/debug/minben", "process"]
    file = tmp_path / "net.pnml"
    file.write_bytes(subprocess.run([*minben, "net", drawing], check=True, capture_output=True).stdout)
    net, initial, final = pm4py.read_pnml(str(file))
    chance = random.Random(2026)
    paths = []
    for number in range(60):
        path = walk(net, initial, final, chance)
        if number % 3 == 1 and path:
            path.pop(chance.randrange(len(path)))
        if number % 3 == 2 and len(path) > 1:
            path.insert(chance.randrange(1, len(path)), path[0])
        if 0 < len(path) <= 40:
            paths.append(path)
    lines = "".join(",".join(path) + "\n" for path in paths)
    answer = subprocess.run([*minben, "replay", drawing], input=lines, text=True, check=True, capture_output=True)
    ours = [json.loads(line) for line in answer.stdout.splitlines()]
    start = pd.Timestamp("2026-01-01", tz="UTC")
    log = pd.DataFrame(
        {
            "case:concept:name": f"{number:04}",
            "concept:name": step,
            "time:timestamp": start + pd.Timedelta(hours=place),
        }
        for number, path in enumerate(paths)
        for place, step in enumerate(path)
    )
    theirs = pm4py.conformance_diagnostics_token_based_replay(log, net, initial, final)
    assert [o["missing"] + o["remaining"] == 0 for o in ours] == [t["trace_is_fit"] for t in theirs]
    # Where several ways lead on by themselves, PM4Py does not always take the shortest.
    for name in ("missing", "remaining", "consumed", "produced"):
        same = sum(o[name] == t[f"{name}_tokens"] for o, t in zip(ours, theirs, strict=True))
        assert same >= 0.8 * len(paths), name


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
