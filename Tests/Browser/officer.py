"""A person who handles cases at a desk."""

from playwright.sync_api import expect

from visitor import Visitor

WORK = "#work form[action$='/completion']"


class Officer(Visitor):
    """A clerk, an officer or a head, each with the tasks of one post."""

    def open_from_desk(self, number: str) -> None:
        """Finds the case in the own tasks and opens it."""
        self.go("/desk")
        self.main.locator("tr", has_text=number).locator("a").first.click()
        expect(self.page.locator(WORK)).to_be_visible()

    def open(self, number: str) -> None:
        """Opens a case by its number."""
        assert self.go(f"/desk/cases/{number}") == 200

    def finish(self, outcome: str, opinion: str | None = None, missing: list[str] = ()) -> None:
        """Sends the result of the open task."""
        self.answer("办理结果", outcome)
        for material in missing:
            self.page.locator(WORK).get_by_label(material, exact=True).check()
        if opinion:
            self.page.locator(WORK).locator("textarea").fill(opinion)
        self.page.locator(WORK).get_by_role("button").click()
        expect(self.main).to_contain_text("办理结果已保存。")
