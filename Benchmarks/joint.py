"""The joint service 开餐饮店: at every step its departments finish their parts of one case at the same moment.

They change the same case, so one waits for the other; none may be told to come again. On PostgreSQL every
statement the database refuses meanwhile is a retry that nobody was told of, and is counted.
"""

import asyncio
import json
import uuid

from client import Client, request
from forms import filled_in
from recorder import Recorder
from row import Row, Span

SERVICE, OWNER = "YJS441202001", "chenjing"
CASES = 20
# More steps than any process has.
ROUNDS = 12
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def measure(run, server) -> list[Row]:
    people = run.people(server)
    numbers = [filed(server, people) for _ in range(max(3, round(CASES * run.scale)))]
    before = refused_statements(run)
    with Span(server) as span:
        recorder = asyncio.run(finish_together(server, people, numbers))
    retried = refused_statements(run) - before
    row = Row(
        "departments that finish one case at the same moment", f"{recorder.error_count} refused, {retried} retried",
        "none refused, none retried", recorder.error_count == 0 and retried == 0 and len(recorder) > 0,
        remark=f"{len(numbers)} joint cases, {len(recorder)} simultaneous completions",
    )  # fmt: skip
    return [row.measured(recorder, span)]


def refused_statements(run) -> int:
    """SQLite has one writer, and so nothing to retry."""
    return run.district.cluster.refusals() if run.district.cluster else 0


def filed(server, people) -> str:
    token = people.token(OWNER)
    owner = next(each for each in people.citizens if each.account == OWNER)
    _, guide = server.json("GET", f"/api/v1/services/{SERVICE}")
    required = [each["id"] for each in guide["materials"] if each["required"]]
    materials = [{"requirement": each, "file": uploaded(server, token)} for each in required]
    document = {"service": SERVICE, "form": filled_in(guide, owner), "materials": materials}
    status, case = server.json("POST", "/api/v1/cases", document, token)
    assert status == 201, f"the joint service cannot be filed: {case}"
    return case["number"]


def uploaded(server, token: str) -> str:
    headers = {
        "Authorization": f"Bearer {token}", "Content-Type": "application/pdf",
        "Content-Disposition": 'attachment; filename="material.pdf"',
    }  # fmt: skip
    status, _, body = server.ask("POST", "/api/v1/files", PDF + uuid.uuid4().bytes, headers)
    assert status == 201, f"a file cannot be uploaded: {status} {body!r}"
    return json.loads(body)["id"]


async def finish_together(server, people, numbers: list[str]) -> Recorder:
    client, recorder = Client(server.port), Recorder()
    for number in numbers:
        for _ in range(ROUNDS):
            completions = [completion(people, task) for task in open_tasks(server, people, number)]
            if not completions:
                break
            # A step that one department has to itself is no race, and is not counted.
            counted = recorder if len(completions) > 1 else Recorder()
            await asyncio.gather(*[complete(client, counted, each) for each in completions])
    await client.close()
    return recorder


def open_tasks(server, people, number: str) -> list[dict]:
    _, case = server.json("GET", f"/api/v1/cases/{number}", token=people.token(OWNER))
    return [task for task in case["tasks"] if task["state"] == "open" and task["organ"] != "applicant"]


def completion(people, task: dict) -> bytes:
    body = json.dumps({"outcome": task["outcomes"][0]["code"], "opinion": "符合条件。"}).encode()
    token = people.officer(task["organ"], task["role"])
    return request("POST", f"/api/v1/tasks/{task['id']}/completion", token, body)


async def complete(client: Client, recorder: Recorder, message: bytes):
    began = client.loop.time()
    status, _ = await client.ask(message)
    recorder.add(began, client.loop.time() - began, None if status == 201 else f"completion: {status or 'no answer'}")
