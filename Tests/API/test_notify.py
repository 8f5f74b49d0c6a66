"""A program sends through this house with the client library of GOV.UK Notify."""

import re
import time
import uuid

import pytest
from notifications_python_client.errors import HTTPError
from notifications_python_client.notifications import NotificationsAPIClient
from test_scim import administrator

DESK = "/desk/message-programs"


@pytest.fixture(scope="module")
def program(base_url):
    """A program that one administrator registered and another let in: its page, and who looks after it."""
    sysadmin, secadmin = administrator(base_url, "sysadmin"), administrator(base_url, "secadmin")
    status, address, _ = sysadmin.post(
        DESK, sysadmin.get(DESK), name="区图书馆借阅系统", purpose="到期提醒", daily_limit="50"
    )
    assert status == 200
    page = re.search(rf"{DESK}/\d+$", address).group(0)
    status, _, _ = secadmin.post(f"{page}/approval", secadmin.get(page))
    assert status == 200
    return page, sysadmin


@pytest.fixture(scope="module")
def client(base_url, program):
    page, sysadmin = program
    status, _, shown = sysadmin.post(f"{page}/keys", sysadmin.get(page), name="正式", kind="normal")
    assert status == 200
    key = re.search(r"live-[0-9a-f-]{73}", shown).group(0)
    assert key not in sysadmin.get(page)
    return NotificationsAPIClient(key, base_url=base_url)


@pytest.fixture(scope="module")
def templates(program, client):
    """The codes of a template for SMS and one for mail."""
    page, sysadmin = program
    for channel in ["sms", "mail"]:
        status, _, _ = sysadmin.post(
            f"{page}/templates",
            sysadmin.get(page),
            template_name=f"到期提醒（{channel}）",
            channel=channel,
            template_subject="到期提醒" if channel == "mail" else "",
            text="((姓名))，您借的书 ((书名)) 明天到期。",
        )
        assert status == 200
    found = client.get_all_templates()["templates"]
    return {template["type"]: template["id"] for template in found}


VALUES = {"姓名": "张伟", "书名": "边城"}


def test_nobody_else_is_let_in(base_url):
    stranger = NotificationsAPIClient(f"live-{uuid.uuid4()}-{uuid.uuid4()}", base_url=base_url)
    with pytest.raises(HTTPError) as refusal:
        stranger.get_all_notifications()
    assert refusal.value.status_code == 401
    assert refusal.value.message[0]["error"] == "AuthError"


def test_what_cannot_be_sent_is_explained(client, templates):
    with pytest.raises(HTTPError) as refusal:
        client.send_sms_notification("13800001111", templates["sms"], personalisation={"姓名": "张伟"})
    assert refusal.value.status_code == 400
    assert "书名" in refusal.value.message[0]["message"]
    with pytest.raises(HTTPError) as refusal:
        client.send_sms_notification("110", templates["sms"], personalisation=VALUES)
    assert "phone_number" in refusal.value.message[0]["message"]
    with pytest.raises(HTTPError) as refusal:
        client.get_notification_by_id(str(uuid.uuid4()))
    assert refusal.value.status_code == 404


def test_messages_are_sent_and_their_course_is_looked_up(client, templates):
    sms = client.send_sms_notification(
        "13800001111", templates["sms"], personalisation=VALUES, reference="loan-1"
    )
    assert sms["content"]["body"] == "张伟，您借的书 边城 明天到期。"
    mail = client.send_email_notification("zhangwei@example.cn", templates["email"], personalisation=VALUES)
    assert mail["content"]["subject"] == "到期提醒"
    for sent in [sms, mail]:
        for _ in range(100):
            course = client.get_notification_by_id(sent["id"])
            if course["status"] == "delivered":
                break
            time.sleep(0.2)
        assert course["status"] == "delivered"
        assert course["template"]["id"] in templates.values()
    assert [one["id"] for one in client.get_all_notifications_iterator(reference="loan-1")] == [sms["id"]]
    assert len(list(client.get_all_notifications_iterator(template_type="email"))) == 1


def test_templates_are_read_and_previewed(client, templates):
    template = client.get_template(templates["sms"])
    assert template["version"] == 1 and "((姓名))" in template["body"]
    assert client.get_template_version(templates["sms"], 1)["id"] == templates["sms"]
    preview = client.post_template_preview(templates["sms"], personalisation=VALUES)
    assert preview["body"].startswith("张伟，")
