"""SpiffWorkflow doing the same process; run by the Python of an environment of its own, see processes.py.

    spiffworkflow_peer.py memory SECONDS
    spiffworkflow_peer.py saved SECONDS POSTGRES_URL

Saved means what its documentation shows: the serializer's state in one row, read before each step and written after
it, in one transaction each. One process for each core. Prints one line of JSON.
"""

import json
import multiprocessing
import os
import resource
import sys
import tempfile
import time

import psycopg
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.util.task import TaskState

WIDTH = 5
BRANCHES = "".join(
    f'<userTask id="review{n}" name="review{n}"/>'
    f'<sequenceFlow id="toReview{n}" sourceRef="split" targetRef="review{n}"/>'
    f'<sequenceFlow id="toJoin{n}" sourceRef="review{n}" targetRef="join"/>'
    for n in range(1, WIDTH + 1)
)
DRAWING = f"""<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="benchmark">
<process id="fan" isExecutable="true">
<startEvent id="start"/><parallelGateway id="split"/><parallelGateway id="join"/>
<exclusiveGateway id="isGranted" default="toDenied"/><endEvent id="granted"/><endEvent id="denied"/>
<sequenceFlow id="toSplit" sourceRef="start" targetRef="split"/>{BRANCHES}
<sequenceFlow id="toDecision" sourceRef="join" targetRef="isGranted"/>
<sequenceFlow id="toGranted" sourceRef="isGranted" targetRef="granted">
<conditionExpression>n == 1</conditionExpression></sequenceFlow>
<sequenceFlow id="toDenied" sourceRef="isGranted" targetRef="denied"/>
</process></definitions>"""


def drawing():
    parser = BpmnParser()
    with tempfile.NamedTemporaryFile("w", suffix=".bpmn") as file:
        file.write(DRAWING)
        file.flush()
        parser.add_bpmn_file(file.name)
    return parser.get_spec("fan"), parser.get_subprocess_specs("fan")


def started(spec, subprocesses):
    workflow = BpmnWorkflow(spec, subprocesses)
    workflow.data["n"] = 1
    workflow.task_tree.data["n"] = 1
    workflow.do_engine_steps()
    return workflow


def step(workflow):
    workflow.get_next_task(state=TaskState.READY, manual=True).run()
    workflow.do_engine_steps()


def in_memory(seconds: float) -> dict:
    spec, subprocesses = drawing()
    done, until = 0, time.perf_counter() + seconds
    while time.perf_counter() < until:
        workflow = started(spec, subprocesses)
        for _ in range(WIDTH):
            step(workflow)
        assert workflow.completed
        done += 1
    return {"instances": done}


def saved(seconds: float, url: str) -> dict:
    spec, subprocesses = drawing()
    serializer = BpmnWorkflowSerializer()
    done, largest, until = 0, 0, time.perf_counter() + seconds
    with psycopg.connect(url) as database:
        while time.perf_counter() < until:
            state = serializer.serialize_json(started(spec, subprocesses))
            row = database.execute("INSERT INTO spiff (state) VALUES (%s) RETURNING id", (state,)).fetchone()[0]
            database.commit()
            for _ in range(WIDTH):
                found = database.execute("SELECT state FROM spiff WHERE id = %s FOR UPDATE", (row,)).fetchone()[0]
                workflow = serializer.deserialize_json(found)
                step(workflow)
                state = serializer.serialize_json(workflow)
                database.execute("UPDATE spiff SET state = %s WHERE id = %s", (state, row))
                database.commit()
                largest = max(largest, len(state))
            assert workflow.completed
            done += 1
    return {"instances": done, "stateBytes": largest}


def prepare(url: str):
    with psycopg.connect(url) as database:
        database.execute("DROP TABLE IF EXISTS spiff")
        database.execute("CREATE TABLE spiff (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, state TEXT)")


def cpu_seconds() -> float:
    parts = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(part.ru_utime + part.ru_stime for part in parts)


def main(kind: str, seconds: str, *url: str):
    cpu, began = cpu_seconds(), time.perf_counter()
    if kind == "memory":
        figures = in_memory(float(seconds))
    else:
        prepare(*url)
        with multiprocessing.Pool(os.cpu_count()) as pool:
            found = pool.starmap(saved, [(float(seconds), *url)] * os.cpu_count(), chunksize=1)
            pool.close()
            pool.join()
        figures = {"instances": sum(each["instances"] for each in found)}
        figures |= {"stateBytes": max(each["stateBytes"] for each in found)}
    figures |= {"seconds": time.perf_counter() - began, "cpuSeconds": cpu_seconds() - cpu}
    print(json.dumps(figures))


if __name__ == "__main__":
    main(*sys.argv[1:])
