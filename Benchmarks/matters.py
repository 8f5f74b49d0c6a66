"""Which cases can be filed without a file, and who does what until they are closed: found out by doing it once.

Every service whose materials the government already has is used, for every citizen and every street in turn.
"""

import json
from dataclasses import dataclass

from client import request
from forms import filled_in, streets_of

# How a case ends. `accepted` goes the whole way, with every outcome the favourable one; `refused` is the shortest
# lawful way, decided by the first officer, and so the same number of changes as a complaint has.
ENDINGS = ("refused", "granted")
REASON = "申请事项依法不属于本机关职权范围。"


@dataclass(frozen=True)
class Step:
    """One completion: by whom, with what."""

    token: str
    body: bytes


@dataclass(frozen=True)
class Matter:
    """A request that files one case, less its key, and the steps that close the case."""

    service: str
    document: dict
    head: bytes
    body: bytes
    steps: dict[str, list[Step]]

    def filing(self, key: str) -> bytes:
        return self.head + key.encode() + b"\r\n\r\n" + self.body


class Matters:
    def __init__(self, server, people):
        self.server, self.people = server, people
        self.services, self.all = [], []
        for guide in self.guides():
            if not any(material["required"] and not material["waived"] for material in guide["materials"]):
                self.add(guide)
        assert self.all, "no service can be filed without a file"

    def guides(self):
        after = ""
        while after is not None:
            _, page = self.server.json("GET", f"/api/v1/services?audience=person&after={after}")
            for item in page["items"]:
                yield self.server.json("GET", f"/api/v1/services/{item['code']}")[1]
            after = page["next"]

    def add(self, guide: dict):
        divisions = [field for field in guide["fields"] if field["kind"] == "division"]
        streets = streets_of(divisions[0]) if divisions else [None]
        self.services.append(guide["name"])
        for street in streets:
            steps = {ending: self.steps(guide, street, ending) for ending in ENDINGS}
            self.all += [self.matter(guide, citizen, street, steps) for citizen in self.people.citizens]

    def matter(self, guide: dict, citizen, street, steps) -> Matter:
        document = {"service": guide["code"], "form": filled_in(guide, citizen, street), "materials": []}
        body = json.dumps(document, ensure_ascii=False).encode()
        whole = request("POST", "/api/v1/cases", self.people.token(citizen.account), body)
        head = whole[: -len(body) - 2] + b"Idempotency-Key: "
        return Matter(guide["code"], document, head, body, steps)

    def steps(self, guide: dict, street, ending: str) -> list[Step]:
        """Files one case and closes it, and keeps who did what."""
        citizen = self.people.citizens[0]
        token = self.people.token(citizen.account)
        document = {"service": guide["code"], "form": filled_in(guide, citizen, street), "materials": []}
        status, case = self.server.json("POST", "/api/v1/cases", document, token)
        assert status == 201, f"{guide['name']} cannot be filed: {case}"
        steps = []
        while task := self.open_task(case["number"], token):
            outcome = outcome_of(task, ending)
            officer = self.people.officer(task["organ"], task["role"])
            status, answer = self.server.json("POST", f"/api/v1/tasks/{task['id']}/completion", outcome, officer)
            assert status == 201, f"{task['name']} cannot be completed: {answer}"
            steps.append(Step(officer, json.dumps(outcome, ensure_ascii=False).encode()))
        return steps

    def open_task(self, number: str, token: str) -> dict | None:
        _, case = self.server.json("GET", f"/api/v1/cases/{number}", token=token)
        return next((task for task in case["tasks"] if task["state"] == "open"), None)


def outcome_of(task: dict, ending: str) -> dict:
    codes = [outcome["code"] for outcome in task["outcomes"]]
    code = "refuse" if ending == "refused" and "refuse" in codes else codes[0]
    needs_opinion = next(each["needs_opinion"] for each in task["outcomes"] if each["code"] == code)
    return {"outcome": code, "opinion": REASON if needs_opinion else "符合条件。"}
