"""The receipt that 梁秀英 keeps: a promise, then a proof, which anybody verifies without an account."""

import re
import time

from playwright.sync_api import expect

from visitor import DESK, PHONE


def case_of(resident) -> str:
    """The newest case of somebody who has one."""
    resident.go("/my/cases")
    return resident.main.locator("a[href^='/cases/']").first.get_attribute("href").split("/")[-1]


def open_proof(visitor, number):
    """Opens 存证 of a case, and waits for the log to have its entry."""
    for _ in range(60):
        assert visitor.go(f"/cases/{number}/proof") == 200
        if visitor.main.get_by_role("link", name="下载证明文件").count():
            return
        time.sleep(1)
    raise AssertionError("the entry has no place after a minute")


def test_a_kept_proof_holds_for_everybody_and_a_changed_one_does_not(member, arrive, tmp_path):
    resident = member("liangxiuying")
    number = case_of(resident)
    resident.go(f"/cases/{number}")
    resident.follow("存证：查验收件记录")
    open_proof(resident, number)
    expect(resident.main).to_contain_text("收件记录已写入日志")
    resident.show("proof")
    with resident.page.expect_download() as download:
        resident.follow("下载证明文件")
    kept = tmp_path / "kept.tlog-proof"
    download.value.save_as(kept)

    stranger = arrive(PHONE)
    assert stranger.go("/proofs") == 200
    stranger.show("proof-check")
    stranger.main.locator("input[type=file]").set_input_files(kept)
    stranger.press("验证")
    expect(stranger.main.get_by_role("status")).to_contain_text("存证成立")
    expect(stranger.main).to_contain_text(number)
    stranger.show("proof-holds")

    changed = tmp_path / "changed.tlog-proof"
    changed.write_text(re.sub(r"^index \d+", "index 0", kept.read_text(), flags=re.M))
    stranger.go("/proofs")
    stranger.main.locator("input[type=file]").set_input_files(changed)
    stranger.press("验证")
    expect(stranger.main.get_by_role("alert")).to_contain_text("存证不成立")
    stranger.show("proof-broken")


def test_what_is_no_proof_is_said_beside_the_field(arrive):
    stranger = arrive(DESK, without_script=True)
    stranger.go("/proofs")
    stranger.main.locator("textarea[name=proof]").fill("你好")
    stranger.press("验证")
    expect(stranger.main.get_by_role("alert").first).to_contain_text("证明文件的格式不对，无法读取。")
    arrived = arrive(DESK)
    arrived.go("/proofs")
    arrived.main.locator("textarea[name=proof]").fill("你好")
    arrived.press("验证")
    arrived.show("proof-unreadable")


def test_a_stranger_gets_no_proof_of_a_case(member):
    number = case_of(member("liangxiuying"))
    assert member("chenjing").go(f"/cases/{number}/proof") == 404
