"""Work in the background, as the system administrator watches it."""

from playwright.sync_api import expect


def test_a_new_calendar_is_followed_in_the_background(member):
    sysadmin = member("sysadmin")
    sysadmin.go("/desk/calendar")
    sysadmin.press("公布")
    sysadmin.follow("后台任务")
    # The page fetches itself anew while something runs.
    row = sysadmin.main.locator("tr", has_text="按新版工作日历重新推算时限").first
    expect(row).to_be_visible()
    expect(sysadmin.main.locator("[data-live='2']")).to_have_count(0)
    sysadmin.go("/desk/jobs")
    expect(row).to_contain_text("已完成")
    sysadmin.show("jobs-ended")


def test_the_jobs_are_seen_by_the_administrator_alone(member):
    officer = member("officer-scjg")
    assert officer.go("/desk/jobs") == 403
    expect(officer.page.get_by_role("link", name="后台任务")).to_have_count(0)


def test_an_officer_takes_the_list_of_cases_along(member):
    officer = member("officer-scjg")
    officer.go("/desk/cases")
    officer.press("导出")
    # Watched until it is done, without touching anything.
    expect(officer.main).to_contain_text("已导出")
    officer.show("export")
    with officer.page.expect_download() as download:
        officer.follow("下载（CSV）")
    assert download.value.suggested_filename.endswith(".csv")
    with open(download.value.path(), encoding="utf-8-sig") as file:
        assert file.readline().startswith('"办件编号","事项"')
