"""电子证照: 张伟 shows his, uses it instead of an upload, and it is suspended and given back."""

import base64
import json
import re

from playwright.sync_api import expect

from visitor import PHONE

CARD = "居民身份证"


def open_card(member, width=PHONE):
    """The page of 张伟's identity card in his wallet."""
    zhangwei = member("zhangwei", width)
    zhangwei.go("/my/licences")
    zhangwei.main.locator("article", has_text=CARD).get_by_role("link", name=re.compile("查看和出示")).click()
    return zhangwei


def test_the_wallet_shows_and_the_other_person_sees_where_it_stands(member, arrive):
    zhangwei = open_card(member)
    zhangwei.show("licence-held")
    expect(zhangwei.main).to_contain_text("1.2.156.3005.2.")
    zhangwei.go("/my/licences")
    zhangwei.show("licences-mine")
    zhangwei = open_card(member)
    zhangwei.press("出示（五分钟有效）")
    zhangwei.show("licence-shown")
    address = zhangwei.main.get_by_role("link", name="看看对方看到什么").get_attribute("href")
    stranger = arrive(PHONE)
    assert stranger.go(re.sub(r"^https?://[^/]+", "", address)) == 200
    expect(stranger.main).to_contain_text("现在有效")
    expect(stranger.main).to_contain_text("张*")
    expect(stranger.main).not_to_contain_text("张伟")
    stranger.show("licence-seen")


def test_a_file_is_checked_by_anybody_and_a_changed_one_fails(member, arrive, tmp_path):
    zhangwei = open_card(member)
    with zhangwei.page.expect_download() as download:
        zhangwei.follow("下载签名文件")
    file = tmp_path / "card.json"
    download.value.save_as(file)
    stranger = arrive()
    stranger.go("/verify/file")
    stranger.page.locator("input[type=file]").set_input_files(file)
    stranger.press("核验")
    expect(stranger.main).to_contain_text("现在有效")
    expect(stranger.main.get_by_text("签名成立")).to_have_count(2)
    stranger.show("licence-file-sound")

    signed = json.loads(file.read_text())
    payload = base64.urlsafe_b64decode(signed["payload"] + "==").decode().replace("张伟", "李伟")
    signed["payload"] = base64.urlsafe_b64encode(payload.encode()).decode().rstrip("=")
    file.write_text(json.dumps(signed))
    stranger.go("/verify/file")
    stranger.page.locator("input[type=file]").set_input_files(file)
    stranger.press("核验")
    expect(stranger.main.get_by_text("签名不成立")).to_have_count(2)
    stranger.show("licence-file-changed")


def test_a_licence_takes_the_place_of_an_upload(member):
    zhangwei = member("zhangwei")
    zhangwei.go("/services/identity-card-renewal")
    zhangwei.press("开始办理")
    draft = re.search(r"/applications/\d+", zhangwei.page.url).group()
    zhangwei.go(f"{draft}/materials")
    zhangwei.show("licence-offered")
    card = zhangwei.material("原居民身份证照片")
    card.get_by_role("button", name="使用电子证照").click()
    expect(zhangwei.main.get_by_role("alert").first).to_contain_text("请勾选同意")
    zhangwei.show("licence-consent-missing")
    card.get_by_label("我同意本次申请使用这份电子证照").check()
    card.get_by_role("button", name="使用电子证照").click()
    expect(zhangwei.material("原居民身份证照片")).to_contain_text("居民身份证（电子证照）.pdf")
    zhangwei.show("licence-used")


def test_the_organ_suspends_and_resumes_and_its_holder_hears_of_it(member):
    head = member("head-scjg")
    head.go("/desk/licences?q=91441202MA4W12346L")
    head.show("licences-of-the-organ")
    head.follow("营业执照")
    head.show("licence-on-the-desk")
    head.main.locator("summary", has_text="暂停证照").click()
    head.press("暂停证照")
    expect(head.main.get_by_role("alert").first).to_contain_text("请写明原因。")
    head.show("licence-reason-missing")
    head.main.locator("details[open] textarea").fill("住所登记有误，请来更正。")
    head.press("暂停证照")
    expect(head.main).to_contain_text("已暂停")
    chenjing = member("chenjing")
    chenjing.go("/my/messages")
    expect(chenjing.main).to_contain_text("暂停了您的「营业执照」")
    chenjing.go("/my/licences")
    expect(chenjing.main.locator("article", has_text="营业执照")).to_contain_text("已暂停")
    head.main.locator("summary", has_text="恢复证照").click()
    head.main.locator("details[open] textarea").fill("已经更正。")
    head.press("恢复证照")
    expect(head.main).to_contain_text("有效")


def test_types_have_versions(member):
    sysadmin = member("sysadmin")
    sysadmin.go("/desk/licence-types/11440000MB9E00114B002")
    sysadmin.show("licence-type")
    sysadmin.press("保存新版本")
    expect(sysadmin.main.get_by_role("alert").first).to_contain_text("没有改动，不用保存新版本。")
    sysadmin.show("licence-type-unchanged")
