"""Answers to the questions of a service, as somebody would fill them in."""

ANSWERS = {
    "text": "星湖", "long_text": "热食类食品制售", "integer": 2, "number": 20, "money": "100.00",
    "date": "2026-12-01", "boolean": True, "phone": "13800138000", "email": "a@example.org",
    "credit_code": "91441202MA4W12346L", "address": "端州区城东街道古塔中路15号",
}  # fmt: skip


def filled_in(guide: dict, citizen, street: str | None = None) -> dict:
    required = [field for field in guide["fields"] if field["required"]]
    return {field["name"]: answer(field, citizen, street) for field in required}


def answer(field: dict, citizen, street: str | None):
    match field["kind"]:
        case "identity_number":
            return citizen.identity_number
        case "division":
            return street or streets_of(field)[0]
        case "choice":
            return field["options"][0]["value"]
        case "choices":
            return [field["options"][0]["value"]]
        case kind:
            return ANSWERS[kind]


def streets_of(field: dict) -> list[str]:
    """The streets a question lets one choose from; the district's own four when it does not list them."""
    listed = [option["value"] for option in field.get("options") or []]
    return [code for code in listed if len(code) == 9] or ["441202001", "441202003", "441202005", "441202006"]
