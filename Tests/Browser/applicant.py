"""A person who applies for a service, page by page."""

import re
from pathlib import Path

from playwright.sync_api import Locator, expect

from visitor import Visitor

NEXT = "保存，下一步"


class Applicant(Visitor):
    """Somebody who wants something from the district."""

    def find_by_life_event(self, event: str, service: str) -> None:
        """From the home page, by what happens in life."""
        self.go("/")
        self.main.locator("a", has_text=event).first.click()
        self.follow(service)

    def find_by_search(self, words: str, service: str) -> None:
        """From the home page, by what one would say."""
        self.go("/")
        self.main.locator("input[name=q]").fill(words)
        self.page.keyboard.press("Enter")
        self.follow(service)

    def answer_page(self, answers: dict) -> None:
        """Answers the questions of the open page and goes on."""
        heading = self.page.locator("h1").inner_text()
        for question, answer in answers.items():
            self.answer(question, answer)
        self.press(NEXT)
        expect(self.page.locator("h1")).not_to_have_text(heading)

    def material(self, name: str) -> Locator:
        """The card of one material."""
        heading = self.page.get_by_role("heading", name=name, exact=True)
        return self.main.locator(".card").filter(has=heading)

    def upload(self, name: str, file: Path) -> None:
        """Brings one file for one material."""
        self.material(name).locator("input[type=file]").set_input_files(file)
        self.material(name).get_by_role("button", name="上传", exact=True).click()

    def hand_in(self) -> str:
        """Stands for the truth of the checked answers, submits, and returns the number of the case."""
        self.answer("真实性承诺", "以上内容和材料真实、有效；如有虚假，愿意承担相应的法律责任")
        self.press("提交申请")
        expect(self.page).to_have_url(re.compile(r"/cases/\d{21}/receipt$"))
        return self.page.url.split("/")[-2]

    def children(self) -> list[str]:
        """The numbers of the items a joint service is made of, as the open receipt names them."""
        return re.findall(r"\d{21}", self.main.locator("h2:has-text('同时办理的事项') + dl").inner_text())
