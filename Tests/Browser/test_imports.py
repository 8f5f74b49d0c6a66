"""The register of enterprises, taken over from a file."""

from pathlib import Path

from playwright.sync_api import expect

HEAD = "统一社会信用代码,名称,类型,法定代表人,联系电话,行政区划代码,住所,成立日期,经营范围\n"
SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]


def credit_code(number: int) -> str:
    """A well-formed code (GB 32100)."""
    body = f"91441202MA7{number:06d}"
    total = sum(SYMBOLS.index(symbol) * weight for symbol, weight in zip(body, WEIGHTS))
    return body + SYMBOLS[(31 - total % 31) % 31]


def row(number: int, name: str = "肇庆市端州区新开业商贸有限公司", day: str = "2024-03-01") -> str:
    place = "肇庆市端州区城东街道天宁北路1号"
    return f"{credit_code(number)},{name},企业,莫小兰,0758-0000299,441202001901,{place},{day},日用百货销售。\n"


def choose(visitor, path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8")
    visitor.go("/desk/imports")
    visitor.main.locator("input[type=file]").set_input_files(path)
    visitor.press("开始导入")


def test_a_file_that_is_no_table_of_enterprises_is_refused_at_its_field(member, tmp_path):
    sysadmin = member("sysadmin")
    choose(sysadmin, tmp_path / "名单.csv", "姓名,电话\n陈静,1\n")
    expect(sysadmin.main.locator("#f-file-error")).to_contain_text("第一行没有表头")
    sysadmin.show("imports-refused")


def test_wrong_lines_are_taken_along_and_the_others_are_in_the_register(member, tmp_path):
    sysadmin = member("sysadmin")
    rows = "".join(row(number) for number in range(1, 1_200))
    wrong = row(2_000, day="2024-02-30") + row(1, name="=1+1")
    choose(sysadmin, tmp_path / "肇庆市端州区市场主体登记信息（2026年11月）.csv", HEAD + rows + wrong)
    # Watched until it is done, without touching anything.
    expect(sysadmin.main).to_contain_text("导入完成，有误 2 行")
    sysadmin.show("import")
    with sysadmin.page.expect_download() as download:
        sysadmin.follow("下载有误的行（CSV）")
    with open(download.value.path(), encoding="utf-8-sig") as file:
        lines = file.read().splitlines()
    assert lines[0].startswith('"行号","原因","统一社会信用代码"')
    assert lines[1].startswith('"1201","“成立日期”应写成 2019-05-20 这样的日期。"')
    assert lines[2].startswith('"1202","统一社会信用代码与第 2 行重复，以第 2 行为准。"') and '"\t=1+1"' in lines[2]
    sysadmin.go("/desk/imports")
    expect(sysadmin.main).to_contain_text("未变 0 家，有误 2 行")
    sysadmin.show("imports-list")


def test_imports_are_the_administrators_alone(member):
    officer = member("officer-scjg")
    assert officer.go("/desk/imports") == 403
    expect(officer.page.get_by_role("link", name="法人库导入")).to_have_count(0)
