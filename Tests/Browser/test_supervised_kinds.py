"""What is done in other systems: a kind is written, an organ reports a file, and the record is seen with its history."""

from visitor import DESK, PHONE

SCHEMA = """{"type": "object", "required": ["number", "found_on"], "properties": {
 "number": {"type": "string", "title": "编号"},
 "found_on": {"type": "string", "title": "发现日期", "format": "date"},
 "fixed_on": {"type": "string", "title": "消除日期", "format": "date"}}}"""


def hand_in(officer, text: str) -> None:
    officer.page.get_by_label("数据文件").set_input_files(
        {"name": "检查.csv", "mimeType": "text/csv", "buffer": text.encode()}
    )
    officer.page.get_by_role("button", name="报送").click()


def test_a_kind_is_written_and_its_faults_are_told(member):
    watcher = member("supervisor")
    page = watcher.page
    page.goto("/desk/supervised-kinds")
    watcher.show("supervised-kinds")
    page.get_by_role("link", name="新的监察事项").click()
    page.get_by_label("代号").fill("pothole")
    page.get_by_label("名称", exact=True).fill("路面坑洞")
    page.get_by_label("依据").fill("道路养护考核办法")
    page.get_by_label("由哪个部门报送").select_option(label="市场监督管理局")
    page.get_by_label("记录的结构").fill(SCHEMA)
    page.get_by_label("编号字段").fill("number")
    page.get_by_label("开始时间字段").fill("begun")
    page.get_by_label("办结时间字段").fill("fixed_on")
    page.get_by_role("button", name="保存").click()
    page.get_by_text("结构里没有「begun」这个字段。").first.wait_for()
    watcher.show("supervised-kind-errors")
    page.get_by_label("开始时间字段").fill("found_on")
    page.locator("[name=limit]").fill("3 working_day")
    page.get_by_role("button", name="保存").click()
    page.get_by_text("开始后 3 个工作日").wait_for()
    watcher.show("supervised-kind-new")


def test_an_organ_reports_a_file_and_corrects_it(member):
    for width in (PHONE, DESK):
        officer = member("officer-scjg", width)
        page = officer.page
        page.goto("/desk/supervised-kinds/food-inspection/upload")
        officer.show("supervised-upload")
        page.get_by_role("button", name="报送").click()
        page.get_by_text("请选择文件。").first.wait_for()
        head = "检查记录编号,被检查单位,检查日期,整改期限,结果,问题数量"
        number = f"LL-{width}"
        hand_in(officer, f"{head}\n{number},测试饭店,2026-01-05,2026-01-10,责令整改,3\nLL-X,某店,去年,,合格,0\n")
        page.get_by_text("已接收 1 条，已更正 0 条，与上次相同 0 条，未接收 1 条。").wait_for()
        officer.show("supervised-report")
        hand_in(officer, f"{head}\n{number},测试饭店,2026-01-05,2026-01-10,责令整改,2\n")
        page.get_by_text("已更正 1 条").wait_for()
        page.goto("/desk/supervised-kinds/food-inspection")
        page.get_by_role("row", name=number).get_by_role("link").click()
        page.get_by_text("问题数量：3→2").wait_for()
        officer.show("supervised-matter")

    stranger = member("officer-ybj")
    assert stranger.go("/desk/supervised-kinds/food-inspection/upload") == 403
