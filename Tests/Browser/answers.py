"""What somebody answers who does not mind what: every question of an application, up to its last page."""

import re

from playwright.sync_api import expect

from applicant import NEXT


def sample(kind: str | None, mode: str | None) -> str:
    """What stands in a field of this kind."""
    if kind == "date":
        return "2027-01-08"
    return "6" if mode in ("numeric", "decimal") or kind == "number" else "星湖小馆"


def answer_pages(person) -> None:
    """Answers every page of the application that is open, up to what comes behind the questions."""
    while "/pages/" in person.page.url:
        here = person.page.url
        for group in person.main.locator("fieldset").all():
            if group.locator("input:checked").count() == 0:
                group.locator("input").first.check()
        for field in person.main.locator("form.form input.input, form.form textarea, form.form select").all():
            if field.input_value():
                continue
            if field.evaluate("element => element.tagName") == "SELECT":
                field.select_option(index=1)
            else:
                field.fill(sample(field.get_attribute("type"), field.get_attribute("inputmode")))
        person.press(NEXT)
        expect(person.page).not_to_have_url(here)


def answer_all(person) -> None:
    """The same of an application that asks for no materials."""
    answer_pages(person)
    expect(person.page).to_have_url(re.compile("/check"))
