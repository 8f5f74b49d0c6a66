"""Every kind of page, on a phone and at a desk. A new page is one more line."""

import pytest

from visitor import DESK, PHONE, day

YEAR = day()[:4]

PUBLIC_PAGES = {
    "audience": "/audiences/elderly",
    "audiences": "/audiences",
    "correction": "/corrections/form?page=/sites/duanzhou/policies",
    "home": "/",
    "appointments": "/appointments?item=residence-permit",
    "halls": "/halls",
    "faq": "/faq",
    "life-event": "/life-events/housing",
    "life-event-english": "/en/life-events/travel",
    "life-event-policies": "/life-events/housing/policies",
    "life-events": "/life-events",
    "kiosk-home": "/kiosk",
    "licence-file": "/verify/file",
    "verify": "/verify",
    "openness-catalogue": "/openness/catalogue",
    "openness-guide": "/openness/guide",
    "openness-report": f"/openness/reports/{YEAR}",
    "openness-requests": "/openness/requests",
    "proofs": "/proofs",
    "rate": "/rate",
    "ratings": "/ratings",
    "public-supervision": "/supervision",
    "public-supervision-periods": "/supervision/periods",
    "bulletins": "/supervision/bulletins",
    "published-signals": "/supervision/signals",
    "requests": "/requests",
    "requests-map": "/requests/map",
    "search": "/search?q=许可",
    "services": "/services",
    "sign-in": "/sign-in",
    "surveys": "/surveys",
    "consultations": "/consultations",
    "hearings": "/hearings",
    "forum": "/forum",
    "forum-board": "/forum?board=school",
    "site": "/sites/duanzhou",
    "site-english": "/en/sites/duanzhou",
    "site-traditional": "/zh-hant/sites/duanzhou",
    "home-traditional": "/zh-hant",
    "site-column": "/sites/duanzhou/policies",
    "sub-site": "/sites/market",
    "leaders": "/sites/duanzhou/leaders",
    "organs": "/sites/duanzhou/organs",
    "questions": "/sites/duanzhou/faq",
    "topics": "/sites/duanzhou/topics",
    "projects": "/sites/invest/projects?industry=tourism",
    "projects-english": "/en/sites/invest/projects",
    "galleries": "/sites/visit/gallery",
    "visit-english": "/en/sites/visit",
}

# Who looks at it, and where it stands.
DESK_PAGES = {
    "calendar": ("sysadmin", "/desk/calendar"),
    "cockpit": ("leader", "/desk/cockpit"),
    "cockpit-cases": ("leader", "/desk/cockpit/cases?figure=open"),
    "supervised-kinds": ("supervisor", "/desk/supervised-kinds"),
    "supervised-kind": ("officer-scjg", "/desk/supervised-kinds/food-inspection"),
    "supervised-kind-upload": ("officer-scjg", "/desk/supervised-kinds/food-inspection/upload"),
    "supervised-kinds-new": ("supervisor", "/desk/supervised-kinds-new"),
    "disclosure": ("officer-scjg", "/desk/disclosure"),
    "hotline": ("hotline", "/desk/hotline"),
    "hotline-board": ("head-zwfw", "/desk/hotline/board"),
    "hotline-quality": ("head-zwfw", "/desk/hotline/quality"),
    "hotline-rules": ("sysadmin", "/desk/hotline/rules"),
    "hotline-figures": ("leader", "/desk/hotline/figures?by=month"),
    "hotline-exchanges": ("sysadmin", "/desk/hotline/exchanges"),
    "knowledge": ("officer-rsj", "/desk/knowledge"),
    "knowledge-new": ("officer-rsj", "/desk/knowledge-new"),
    "service-requests": ("hotline", "/desk/service-requests"),
    "service-requests-callbacks": ("hotline", "/desk/service-requests-callbacks"),
    "service-requests-reports": ("officer-xfj", "/desk/service-request-reports"),
    "service-requests-intake": ("hotline", "/desk/service-requests-intake"),
    "open311-keys": ("sysadmin", "/desk/open311-keys"),
    "service-request-rules": ("sysadmin", "/desk/service-request-rules"),
    "disclosure-intake": ("clerk", "/desk/disclosure-intake"),
    "disclosure-report": ("editor", f"/desk/disclosure-reports/{YEAR}"),
    "disclosure-rules": ("sysadmin", "/desk/disclosure-rules"),
    "decisions": ("sysadmin", "/desk/decisions"),
    "decision": ("secadmin", "/desk/decisions/fire-check"),
    "content": ("editor", "/desk/content"),
    "redirects": ("publisher", "/desk/redirects"),
    "sites": ("publisher", "/desk/sites"),
    "emergency-notice": ("publisher", "/desk/emergency-notice"),
    "licences": ("head-scjg", "/desk/licences"),
    "licence-types": ("sysadmin", "/desk/licence-types"),
    "languages": ("publisher", "/desk/languages"),
    "imports": ("sysadmin", "/desk/imports"),
    "incidents": ("sysadmin", "/desk/incidents"),
    "audit": ("auditadmin", "/desk/audit"),
    "audit-patterns": ("auditadmin", "/desk/audit/patterns"),
    "person-requests": ("officer-scjg", "/desk/person-requests"),
    "administration": ("sysadmin", "/desk/administration"),
    "items": ("officer-scjg", "/desk/items"),
    "item": ("officer-scjg", "/desk/items/food-business-licence"),
    "item-drafts": ("head-zwfw", "/desk/item-drafts?state=submitted"),
    "item-new": ("head-zwfw", "/desk/items-new"),
    "item-imports": ("head-zwfw", "/desk/item-imports"),
    "item-completeness": ("leader", "/desk/items-completeness"),
    "regions": ("sysadmin", "/desk/regions"),
    "item-types": ("sysadmin", "/desk/item-types"),
    "jobs": ("sysadmin", "/desk/jobs"),
    "process-figures": ("sysadmin", "/desk/processes/multi-organ-parallel/versions/1/figures"),
    "process-upload": ("sysadmin", "/desk/process-upload"),
    "process-version": ("officer-scjg", "/desk/processes/multi-organ-parallel/versions/1"),
    "paper-templates": ("secadmin", "/desk/paper-templates"),
    "paper-template": ("sysadmin", "/desk/paper-templates/denial"),
    "prechecks": ("clerk", "/desk/prechecks"),
    "processes": ("secadmin", "/desk/processes"),
    "rights": ("secadmin", "/desk/rights?role=leader"),
    "grants-of-the-audit": ("auditadmin", "/desk/grants?role=auditadmin"),
    "surveys-desk": ("head-mzj", "/desk/surveys"),
    "survey-new": ("officer-mzj", "/desk/surveys-new"),
    "consultations-desk": ("officer-cgj", "/desk/consultations"),
    "consultation-new": ("officer-cgj", "/desk/consultations-new"),
    "consultation-rules": ("sysadmin", "/desk/consultation-rules"),
    "participation-figures": ("leader", "/desk/participation-figures"),
    "participation-rules": ("sysadmin", "/desk/participation-rules"),
    "forum-desk": ("hotline", "/desk/forum"),
    "forum-boards": ("sysadmin", "/desk/forum/boards"),
    "forum-new": ("zhangwei", "/forum/topics-new"),
    "forum-mine": ("zhangwei", "/my/forum"),
    "hearings-desk": ("officer-fgj", "/desk/hearings"),
    "hearing-new": ("officer-fgj", "/desk/hearings-new"),
    "hearing-rules": ("sysadmin", "/desk/hearing-rules"),
    "supervision": ("supervisor", "/desk/supervision"),
    "process-analysis": ("supervisor", "/desk/process-analysis"),
    "process-analysis-waiting": ("supervisor", "/desk/process-analysis/waiting"),
    "process-analysis-parallel": ("supervisor", "/desk/process-analysis/parallel"),
    "process-analysis-materials": ("leader", "/desk/process-analysis/materials"),
    "process-analysis-map": ("leader", "/desk/process-analysis/map"),
    "process-analysis-conformance": ("supervisor", "/desk/process-analysis/conformance"),
    "process-analysis-rules": ("sysadmin", "/desk/process-analysis-rules"),
    "process-analysis-organs": ("leader", "/desk/process-analysis/organs"),
    "what-if": ("supervisor", "/desk/process-analysis/what-if"),
    "process-analysis-cases": ("leader", "/desk/process-analysis/cases?path=none"),
    "supervision-organ": ("head-scjg", "/desk/supervision?state=all"),
    "supervision-rules": ("leader", "/desk/supervision/rules"),
    "supervision-rule-new": ("supervisor", "/desk/supervision/rules-new"),
    "orders": ("supervisor", "/desk/orders"),
    "orders-board": ("leader", "/desk/orders?view=board"),
    "orders-calendar": ("supervisor", "/desk/orders?view=calendar"),
    "order-circulars": ("head-scjg", "/desk/order-circulars"),
    "order-new": ("supervisor", "/desk/orders-new"),
    "accountability": ("supervisor", "/desk/accountability"),
    "accountability-of-an-organ": ("leader", "/desk/accountability-of/cgj"),
    "accountability-new": ("supervisor", "/desk/accountability-new"),
    "accountability-rules": ("sysadmin", "/desk/accountability-rules"),
    "targets": ("leader", "/desk/targets"),
    "targets-of-an-organ": ("officer-zjj", f"/desk/targets/{YEAR}/zjj"),
    "performance": ("supervisor", "/desk/performance"),
    "offices": ("sysadmin", "/desk/offices?organ=scjg"),
    "office": ("sysadmin", "/desk/offices/scjg-1"),
    "performance-periods": ("head-scjg", "/desk/performance/periods"),
    "performance-year": ("leader", f"/desk/performance?period={YEAR}"),
    "performance-reports": ("supervisor", "/desk/performance/reports?state="),
    "performance-appeals": ("leader", "/desk/performance/appeals?state="),
    "performance-models": ("supervisor", "/desk/performance/models"),
    "oversight": ("deputy", "/desk/oversight"),
    "deputy-proposals": ("supervisor", "/desk/deputy-proposals"),
    "bulletins-desk": ("supervisor", "/desk/bulletins"),
    "bulletin-templates": ("sysadmin", "/desk/bulletin-templates"),
    "ratings-desk": ("supervisor", "/desk/ratings"),
    "visit-codes": ("clerk", "/desk/visit-codes"),
    "message-deliveries": ("sysadmin", "/desk/messages"),
    "message-templates": ("auditadmin", "/desk/message-templates"),
    "message-template": ("sysadmin", "/desk/message-templates/case.evidence_requested"),
    "message-programs": ("sysadmin", "/desk/message-programs"),
    "access": ("leader", "/desk/access"),
    "calendars-mine": ("zhangwei", "/my/calendars"),
    "follows": ("liangxiuying", "/my/follows"),
    "relatives": ("zhangwei", "/my/relatives"),
    "relative-new": ("zhangwei", "/my/relatives/new"),
    "relatives-desk-page": ("clerk", "/desk/relatives"),
    "message-preferences": ("zhangwei", "/my/message-preferences"),
    "directory-sources": ("sysadmin", "/desk/directory-sources"),
    "openid-client-new": ("sysadmin", "/desk/openid-clients/new"),
    "corrections": ("editor", "/desk/content/corrections"),
    "health": ("leader", "/desk/content/health"),
    "inspection-rules": ("sysadmin", "/desk/inspection-rules"),
    "statistics": ("editor", "/desk/statistics"),
    "search-desk": ("editor", "/desk/search"),
    "halls": ("clerk", "/desk/halls"),
    "papers": ("clerk", "/desk/papers"),
    "forms": ("officer-scjg", "/desk/forms"),
    "joint-services": ("officer-scjg", "/desk/joint-services"),
    "joint-service": ("officer-scjg", "/desk/joint-services/kblg"),
    "joint-new": ("officer-scjg", "/desk/joint-services-new"),
    "inspections": ("officer-scjg", "/desk/inspections"),
    "inspection-new": ("officer-scjg", "/desk/inspections-new"),
    "restructurings": ("sysadmin", "/desk/restructurings"),
    "takeovers": ("sysadmin", "/desk/takeovers"),
    "takeover-staff": ("sysadmin", "/desk/takeovers/staff"),
    "takeover-cases": ("sysadmin", "/desk/takeovers/cases"),
}


@pytest.mark.parametrize("name", DESK_PAGES)
def test_a_page_of_the_desk_is_whole_and_accessible(reader, name):
    account, path = DESK_PAGES[name]
    visitor = reader(account)
    assert visitor.go(path) == 200
    visitor.show(name)


@pytest.mark.parametrize("width", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("name", PUBLIC_PAGES)
def test_a_public_page_is_whole_and_accessible(reader, name, width):
    visitor = reader(width=width)
    assert visitor.go(PUBLIC_PAGES[name]) == 200
    visitor.screenshot(name)
    visitor.expect_good_page()


@pytest.mark.parametrize("name", PUBLIC_PAGES)
def test_a_public_page_says_the_same_without_javascript(reader, name):
    with_script, without = reader(), reader(without_script=True)
    with_script.go(PUBLIC_PAGES[name])
    without.go(PUBLIC_PAGES[name])
    assert without.page.locator("h1").inner_text() == with_script.page.locator("h1").inner_text()
    assert without.page.locator("main a:visible").count() == with_script.page.locator("main a:visible").count()


@pytest.mark.parametrize("name", PUBLIC_PAGES)
def test_the_first_tab_leads_past_the_masthead(reader, name):
    visitor = reader()
    visitor.go(PUBLIC_PAGES[name])
    visitor.page.keyboard.press("Tab")
    assert visitor.page.locator(":focus").get_attribute("href") == "#main"
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/*#main")


def test_an_address_that_leads_nowhere_is_answered_in_words(visitor):
    assert visitor.go("/no-such-page") == 404
    visitor.screenshot("not-found")
    visitor.expect_good_page()
