"""The shape of the burst on the intake of the hotline, as the storage benchmark has it (create → assign → resolve →
search), every step by a program; hotline_pages.py does the same on the pages of people.

    create    what somebody says (POST /open311/v2/requests.json), by one of many programs
    assign    the hotline sends it out (POST /service-requests/{number}/assignment)
    resolve   the organ answers it, and has signed for it by that (POST /service-requests/{number}/answer)
    search    it finds it again (GET /cases?q={number})
"""

import itertools
import json
import random
import re
from dataclasses import dataclass
from itertools import product
from urllib.parse import urlencode

from browser import Browser
from burst import shaped
from client import FORM, body_of, request
from lifecycle import Courses
from row import Row

# One program may say sixty things a minute: with so many, the highest rate is half of what they may.
PROGRAMS = 320
AGENT, ADMINISTRATOR = "hotline", "sysadmin"
STREETS = ("441202001", "441202003", "441202005", "441202006")
# Categories by who is responsible for them, each with the words people use.
TOPICS = (
    ("roads", "cgj", "门前路灯不亮"), ("noise", "cgj", "夜间施工噪音很大"), ("pollution", "sthj", "餐馆油烟直排"),
    ("parking", "jtj", "公交站台前乱停车"), ("market", "scjg", "商家不退款"), ("housing", "zjj", "小区电梯停用"),
    ("wages", "rsj", "工地拖欠工资"), ("health", "wsjk", "诊所排队太久"), ("school", "jyj", "学校门口放学拥堵"),
    ("safety", "yjj", "楼道堆放杂物堵塞通道"),
)  # fmt: skip
ANSWERED = "您反映的问题我们已经到现场核实处理，如果再次出现，请随时来电，我们会继续跟进。"
API = "/api/v1/service-requests"
KEY = re.compile(r'<p class="code">([^<]+)</p>')
SAID = itertools.count(1)


def measure(run) -> list[Row]:
    return by(Programs, run)


def by(courses, run) -> list[Row]:
    return [shaped(run, times, lambda server: Tickets(server, run.people(server)), courses, None) for times in (1, 4)]


@dataclass(frozen=True)
class Ticket:
    """Something to say, who says it, and whose officer answers it."""

    category: str
    words: str
    organ: str
    street: str
    citizen: Browser
    officer: str
    # The key of the program through which it comes; where people use their pages, every second one does.
    key: str
    is_reported: bool

    def said(self) -> dict:
        """In words that nobody used before."""
        number = next(SAID)
        title = f"文明路{number}号{self.words}"
        content = f"{title}，已经第{number % 9 + 1}天，影响周围居民，请尽快派人处理。"
        return {"category": self.category, "title": title, "content": content, "division": self.street}


class Tickets:
    """Everybody is signed in and every program has its key before the clock runs."""

    def __init__(self, server, people):
        self.agent, self.token = Browser(server, AGENT), people.token(AGENT)
        citizens = [Browser(server, each.account) for each in people.citizens]
        keys = issued(server)
        self.all = []
        for place, ((category, organ, words), street, citizen) in enumerate(product(TOPICS, STREETS, citizens)):
            officer, key = people.officer(organ, "officer"), keys[place % PROGRAMS]
            # Every second of a topic, street and citizen comes from a program.
            self.all.append(Ticket(category, words, organ, street, citizen, officer, key, place % 2 == 1))
        # One topic after the other would be one category and one organ for a minute.
        random.Random(33).shuffle(self.all)


def issued(server) -> list[str]:
    """Keys of programs, as the administrator hands them out."""
    administrator = Browser(server, ADMINISTRATOR)
    keys = []
    for number in range(PROGRAMS):
        status, page = administrator.visit("POST", "/desk/open311-keys", {"name": f"试验程序 {number}"})
        assert status == 200, f"no key is handed out: {status}"
        keys.append(KEY.search(page.decode()).group(1))
    return keys


class Hotline(Courses):
    """Tickets, from whoever says them."""

    name = "tickets"

    def __init__(self, client, tickets, recorder):
        super().__init__(client, tickets, recorder)
        self.agent, self.token = tickets.agent, tickets.token

    async def reported(self, ticket: Ticket, said: dict) -> str:
        """By a program; its number."""
        form = {
            "api_key": ticket.key, "service_code": said["category"], "description": said["content"],
            "address_id": said["division"], "last_name": "何", "first_name": "秀珍", "phone": "13800138000",
        }  # fmt: skip
        message = request("POST", "/open311/v2/requests.json", body=urlencode(form).encode(), kind=FORM)
        answer = await self.call("create by Open311", message, 200)
        return json.loads(body_of(answer))[0]["service_request_id"]


class Programs(Hotline):
    """A ticket from the program that says it to the organ that has answered it."""

    async def steps(self, ticket, pause_seconds):
        number = await self.reported(ticket, ticket.said())
        await self.pause(pause_seconds)
        organ = json.dumps({"organ": ticket.organ}).encode()
        await self.post("assign", f"{API}/{number}/assignment", self.token, organ)
        await self.pause(pause_seconds)
        answer = json.dumps({"words": ANSWERED}, ensure_ascii=False).encode()
        await self.post("resolve", f"{API}/{number}/answer", ticket.officer, answer)
        await self.pause(pause_seconds)
        await self.searched(number, ticket.officer)
