"""Every kind of page, on a phone and at a desk. A new page is one more line."""

import pytest

PUBLIC_PAGES = {
    "correction": "/corrections/form?page=/sites/duanzhou/policies",
    "home": "/",
    "openness-catalogue": "/openness/catalogue",
    "openness-guide": "/openness/guide",
    "openness-report": "/openness/reports/2026",
    "openness-requests": "/openness/requests",
    "proofs": "/proofs",
    "search": "/search?q=许可",
    "services": "/services",
    "sign-in": "/sign-in",
    "site": "/sites/duanzhou",
    "site-english": "/en/sites/duanzhou",
    "site-traditional": "/zh-hant/sites/duanzhou",
    "home-traditional": "/zh-hant",
    "site-column": "/sites/duanzhou/policies",
    "sub-site": "/sites/market",
}

# Who looks at it, and where it stands.
DESK_PAGES = {
    "calendar": ("sysadmin", "/desk/calendar"),
    "disclosure": ("officer-scjg", "/desk/disclosure"),
    "disclosure-intake": ("clerk", "/desk/disclosure-intake"),
    "disclosure-report": ("editor", "/desk/disclosure-reports/2026"),
    "disclosure-rules": ("sysadmin", "/desk/disclosure-rules"),
    "decisions": ("sysadmin", "/desk/decisions"),
    "decision": ("secadmin", "/desk/decisions/fire-check"),
    "content": ("editor", "/desk/content"),
    "redirects": ("publisher", "/desk/redirects"),
    "sites": ("publisher", "/desk/sites"),
    "emergency-notice": ("publisher", "/desk/emergency-notice"),
    "languages": ("publisher", "/desk/languages"),
    "imports": ("sysadmin", "/desk/imports"),
    "incidents": ("sysadmin", "/desk/incidents"),
    "audit": ("auditadmin", "/desk/audit"),
    "audit-patterns": ("auditadmin", "/desk/audit/patterns"),
    "person-requests": ("officer-scjg", "/desk/person-requests"),
    "administration": ("sysadmin", "/desk/administration"),
    "jobs": ("sysadmin", "/desk/jobs"),
    "process-figures": ("sysadmin", "/desk/processes/multi-organ-parallel/versions/1/figures"),
    "process-upload": ("sysadmin", "/desk/process-upload"),
    "process-version": ("officer-scjg", "/desk/processes/multi-organ-parallel/versions/1"),
    "papers": ("secadmin", "/desk/papers"),
    "paper": ("sysadmin", "/desk/papers/denial"),
    "prechecks": ("clerk", "/desk/prechecks"),
    "processes": ("secadmin", "/desk/processes"),
    "rights": ("secadmin", "/desk/rights?role=leader"),
    "grants-of-the-audit": ("auditadmin", "/desk/grants?role=auditadmin"),
    "directory-sources": ("sysadmin", "/desk/directory-sources"),
    "openid-client-new": ("sysadmin", "/desk/openid-clients/new"),
    "corrections": ("editor", "/desk/content/corrections"),
    "health": ("leader", "/desk/content/health"),
    "inspection-rules": ("sysadmin", "/desk/inspection-rules"),
    "statistics": ("editor", "/desk/statistics"),
    "search-desk": ("editor", "/desk/search"),
    "restructurings": ("sysadmin", "/desk/restructurings"),
}


@pytest.mark.parametrize("name", DESK_PAGES)
def test_a_page_of_the_desk_is_whole_and_accessible(member, name):
    account, path = DESK_PAGES[name]
    visitor = member(account)
    assert visitor.go(path) == 200
    visitor.show(name)


@pytest.mark.parametrize("name", PUBLIC_PAGES)
def test_a_public_page_is_whole_and_accessible(visitor, name):
    assert visitor.go(PUBLIC_PAGES[name]) == 200
    visitor.screenshot(name)
    visitor.expect_good_page()


@pytest.mark.parametrize("name", PUBLIC_PAGES)
def test_a_public_page_says_the_same_without_javascript(arrive, name):
    with_script, without = arrive(), arrive(without_script=True)
    with_script.go(PUBLIC_PAGES[name])
    without.go(PUBLIC_PAGES[name])
    assert without.page.locator("h1").inner_text() == with_script.page.locator("h1").inner_text()
    assert without.page.locator("main a:visible").count() == with_script.page.locator("main a:visible").count()


@pytest.mark.parametrize("name", PUBLIC_PAGES)
def test_the_first_tab_leads_past_the_masthead(arrive, name):
    visitor = arrive()
    visitor.go(PUBLIC_PAGES[name])
    visitor.page.keyboard.press("Tab")
    assert visitor.page.locator(":focus").get_attribute("href") == "#main"
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/*#main")


def test_an_address_that_leads_nowhere_is_answered_in_words(visitor):
    assert visitor.go("/no-such-page") == 404
    visitor.screenshot("not-found")
    visitor.expect_good_page()
