"""Somebody who submits one case after another and does not give up when the line breaks."""

import http.client
import json
import threading
import time
import uuid

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

# What a form of the district asks for, by kind of field.
ANSWERS = {
    "text": "星湖", "long_text": "热食类食品制售", "integer": 2, "number": 20, "money": "100.00",
    "date": "2026-12-01", "boolean": True, "phone": "13800138000", "email": "a@example.org",
    "credit_code": "91441202MA4W12346L", "identity_number": "441299199003071231",
    "division": "441202001", "address": "端州区城东街道一号",
}  # fmt: skip


class Submitter(threading.Thread):
    """Keeps `acknowledged`, from key to number, and `answers` that should not have come."""

    AGAIN = {429}

    def __init__(self, server, token: str, service: str, until: threading.Event):
        super().__init__(daemon=True)
        self.server, self.token, self.until = server, token, until
        self.guide = server.ask("GET", f"/api/v1/services/{service}").json
        self.acknowledged, self.filings, self.surprises = {}, {}, []

    def run(self):
        while not self.until.is_set():
            filing = {"service": self.guide["code"], "form": self.form(), "materials": self.materials()}
            key = str(uuid.uuid4())
            self.filings[key] = filing
            answer = self.submit(key)
            if answer is not None:
                self.acknowledged[key] = answer["number"]

    def submit(self, key: str):
        return self.insist("/api/v1/cases", json.dumps(self.filings[key]).encode(), key, "application/json")

    def form(self) -> dict:
        return {field["name"]: answer_to(field) for field in self.guide["fields"] if field["required"]}

    def materials(self) -> list:
        required = [material["id"] for material in self.guide["materials"] if material["required"]]
        files = [(each, self.upload()) for each in required]
        return [{"requirement": each, "file": file["id"]} for each, file in files if file]

    def upload(self):
        key = str(uuid.uuid4())
        return self.insist("/api/v1/files", PDF + key.encode(), key, "application/pdf")

    def insist(self, path: str, body: bytes, key: str, content_type: str):
        """Sends the same request under the same key until it is answered, or until the end."""
        headers = {
            "Authorization": f"Bearer {self.token}", "Idempotency-Key": key, "Content-Type": content_type,
            "Content-Disposition": 'attachment; filename="material.pdf"',
        }  # fmt: skip
        while not self.until.is_set():
            try:
                answer = self.server.ask("POST", path, body, headers)
            except (OSError, http.client.HTTPException):
                time.sleep(0.02)
                continue
            if answer.status == 201:
                return answer.json
            if answer.status not in self.AGAIN:
                self.surprises.append((path, answer.status, answer.body.decode()))
                return None
            time.sleep(0.1)
        return None


def answer_to(field: dict):
    if field["kind"] in ("choice", "choices"):
        first = field["options"][0]["value"]
        return first if field["kind"] == "choice" else [first]
    return ANSWERS[field["kind"]]
