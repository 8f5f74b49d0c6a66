"""Everything that matters works without JavaScript."""

import papers
from applicant import Applicant
from playwright.sync_api import expect
from visitor import PHONE


def test_signing_in_and_applying_for_a_marriage_certificate(arrive, tmp_path):
    zhangwei = arrive(PHONE, without_script=True, kind=Applicant)
    zhangwei.sign_in("zhangwei")
    zhangwei.find_by_search("结婚", "结婚登记")
    zhangwei.press("开始办理")
    zhangwei.answer_page({"申请人婚姻状况": "未婚"})
    zhangwei.answer_page(
        {
            "另一方姓名": "李晓梅",
            "另一方身份证号码": "441299198511152041",
            "另一方电话": "13800005678",
            "另一方婚姻状况": "未婚",
        }
    )
    zhangwei.answer_page({"声明和承诺": "双方自愿结婚，均无配偶，没有法律禁止结婚的亲属关系，声明内容真实"})
    photo = "双方近期半身免冠合影照片"
    zhangwei.upload(photo, papers.png(tmp_path / "合影.png"))
    expect(zhangwei.material(photo).get_by_role("link", name="合影.png")).to_be_visible()
    zhangwei.follow("下一步：核对")
    number = zhangwei.hand_in()
    zhangwei.follow("查看进度")
    expect(zhangwei.main).to_contain_text(number)
    assert zhangwei.complaints == []
