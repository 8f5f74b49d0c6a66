"""What 陈静 answers and brings to open her restaurant, and who handles it."""

from pathlib import Path

from playwright.sync_api import expect

import papers
from applicant import NEXT, Applicant

SERVICE = "开办餐饮店一件事"
ORGANS = {
    "scjg": "市场监督管理局",
    "wsjk": "卫生健康局",
    "zjj": "住房和城乡建设局",
    "xfjy": "消防救援大队",
}

PAGES = {
    "共同信息": {"店铺名称": "星湖小馆", "经营面积（平方米）": "86"},
    "食品经营许可": {
        "经营项目": ["热食类食品制售", "自制饮品制售"],
        "食品处理区面积（平方米）": "24",
        "食品安全管理人员姓名": "陈静",
        "从业人数（人）": "6",
        "是否通过网络平台接单": "是",
    },
    "公共场所卫生许可": {
        "场所类别": "饭馆、咖啡馆、酒吧、茶座",
        "座位或床位数（个）": "48",
        "通风方式": "机械通风或分体空调",
        "声明和承诺": "本场所符合国家卫生标准和要求，申报内容真实，愿意承担不实承诺的后果",
    },
    "污水排入排水管网许可": {
        "排放的污水种类": ["餐饮废水", "生活污水"],
        "日排水量（立方米）": "3.5",
        "是否已安装隔油池或其他预处理设施": "是",
        "接入市政管网的位置": "店前东岸路污水井",
    },
    "公众聚集场所投入使用、营业前消防安全检查": {
        "所在楼层": "地上首层",
        "安全出口数量（个）": "2",
        "已有消防设施": ["灭火器", "应急照明和疏散指示标志"],
        "消防安全管理人姓名": "陈静",
        "计划开业日期": "2027-01-08",
    },
    "结果领取": {"结果领取方式": "到政务服务中心一次领取"},
}

DRAWINGS = [
    "经营场所平面布局图",
    "内部排水管网、专用检测井、排放口位置和口径的图纸",
    "预处理设施材料",
]
DOCUMENTS = [
    "食品安全管理制度",
    "食品安全管理人员和从业人员健康证明",
    "公共场所卫生检测或者评价报告",
    "公共场所卫生管理制度",
    "排水水质、水量检测报告",
    "消防安全制度、灭火和应急疏散预案",
]


def answer_everything(chenjing: Applicant) -> None:
    """From the first page of questions to the materials; of the first page half is known already."""
    for title, answers in PAGES.items():
        expect(chenjing.page.locator("h1")).to_have_text(title)
        chenjing.answer_page(answers)


def bring_everything(chenjing: Applicant, folder: Path) -> None:
    """Drawings as pictures, everything else as PDF."""
    files = {name: papers.png(folder / f"{name}.png") for name in DRAWINGS}
    files |= {name: papers.pdf(folder / f"{name}.pdf") for name in DOCUMENTS}
    for name, file in files.items():
        chenjing.upload(name, file)
        expect(chenjing.material(name).get_by_role("link", name=file.name)).to_be_visible()


def apply(chenjing: Applicant, folder: Path) -> tuple[str, dict[str, str]]:
    """The whole application; returns its number and those of its items by organ."""
    chenjing.go("/services/kbcyd")
    chenjing.press("开始办理")
    answer_everything(chenjing)
    bring_everything(chenjing, folder)
    chenjing.follow("下一步：核对")
    number = chenjing.hand_in()
    return number, dict(zip(ORGANS, chenjing.children(), strict=True))
