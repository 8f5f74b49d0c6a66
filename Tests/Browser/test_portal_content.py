"""Life events, kinds of content, English sections, reading aloud, and looking before the first save."""

import pytest
from playwright.sync_api import expect

# A browser of these tests has no voices of its own: one that says nothing and is soon done.
VOICE = """
window.said = [];
Object.defineProperty(window, 'speechSynthesis', {value: {
  getVoices: () => [{lang: 'zh-CN', name: 'voice'}, {lang: 'en-GB', name: 'voice'}],
  cancel() {}, addEventListener() {},
  speak(utterance) { window.said.push(utterance.text); if (window.said.length < 3) setTimeout(() => utterance.onend(), 10); },
}});
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } set voice(value) {} };
"""

ENGLISH = [
    "/en/sites/visit", "/en/sites/visit/places", "/en/sites/visit/transport", "/en/sites/visit/gallery",
    "/en/sites/visit/faq", "/en/sites/invest", "/en/sites/invest/guide", "/en/sites/invest/projects",
    "/en/sites/invest/faq",
]


def test_a_life_event_leads_from_the_home_page_to_services_policies_and_answers(visitor):
    visitor.go("/")
    visitor.main.get_by_role("link", name="买房租房").click()
    for heading in ["办事服务", "政策文件", "常见问题", "专题"]:
        expect(visitor.main.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    visitor.follow("端州区老旧小区加装电梯补助办法（试行）")
    expect(visitor.main.get_by_text("本文件的部分内容已被修改")).to_be_visible()


def test_leaders_stand_in_their_order_with_portraits(visitor):
    visitor.go("/sites/duanzhou/leaders")
    names = visitor.main.locator(".people a").all_inner_texts()
    assert names == ["方立群", "何静宜", "邓启明"]
    visitor.follow("何静宜")
    expect(visitor.main.get_by_alt_text("常务副区长何静宜的标准照")).to_be_visible()
    visitor.show("leader")


def test_an_organ_has_what_it_does_and_where_it_is(visitor):
    visitor.go("/sites/duanzhou/organs")
    visitor.follow("区民政局")
    expect(visitor.main.get_by_text("办公时间")).to_be_visible()
    expect(visitor.main.get_by_text("地址", exact=True)).to_be_visible()
    visitor.show("organ")


def test_projects_are_narrowed_by_links(visitor):
    visitor.go("/sites/invest/projects")
    assert visitor.main.locator(".projects li").count() == 4
    visitor.follow("医疗健康")
    assert visitor.main.locator(".projects li").all_inner_texts()[0].startswith("康养护理中心")
    assert visitor.main.locator(".projects li").count() == 1
    visitor.follow("康养护理中心")
    visitor.show("project")


def test_a_topic_and_a_gallery_gather_what_belongs_together(visitor):
    visitor.go("/sites/duanzhou/topics")
    visitor.follow("老旧小区加装电梯")
    expect(visitor.main.get_by_role("heading", name="解读和问答")).to_be_visible()
    visitor.show("topic")
    visitor.go("/sites/visit/gallery")
    visitor.follow("湖、城、砚")
    assert visitor.main.locator(".picture-wall img").count() == 4
    visitor.show("gallery")


@pytest.mark.parametrize("path", ENGLISH)
def test_the_sections_for_visitors_and_investors_are_english_to_the_last_word(arrive, path):
    visitor = arrive()
    visitor.go(path)
    assert visitor.main.locator("[lang=zh-Hans]").all_inner_texts() == []
    links = [link.get_attribute("href") for link in visitor.main.locator(f"a[href^='{path}/']").all()]
    for link in [link for link in dict.fromkeys(links) if link.rsplit("/", 1)[1].isdigit()]:
        visitor.go(link)
        assert visitor.main.locator("[lang=zh-Hans]").all_inner_texts() == [], link


def test_a_page_is_read_aloud_with_a_visible_stop(arrive):
    visitor = arrive()
    visitor.page.add_init_script(VOICE)
    visitor.go("/sites/duanzhou/policies")
    visitor.follow("端州区高龄津贴发放办法")
    button = visitor.main.get_by_role("button", name="朗读本页")
    stop = visitor.main.get_by_role("button", name="停止朗读")
    expect(stop).to_be_hidden()
    button.focus()
    visitor.page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(visitor.main.locator(".being-read")).to_be_visible()
    assert visitor.page.evaluate("window.said[0]").startswith("端州区高龄津贴发放办法")
    visitor.screenshot("read-aloud")
    visitor.expect_good_page()
    stop.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(visitor.main.locator(".being-read")).to_have_count(0)
    expect(button).to_be_focused()


def test_without_voices_there_is_no_button(arrive):
    visitor = arrive()
    visitor.page.add_init_script("Object.defineProperty(window, 'speechSynthesis', {value: undefined})")
    visitor.go("/services/kbcyd")
    expect(visitor.main.locator("[data-read-aloud]")).to_be_hidden()


def test_what_is_typed_can_be_looked_at_before_it_is_saved_and_stays(member):
    editor = member("editor")
    editor.go("/desk/content")
    editor.main.get_by_role("link", name="政务要闻", exact=True).click()
    editor.follow("写一篇")
    editor.answer("标题", "还没有保存的标题")
    editor.main.locator("textarea[name=body]").fill("## 小标题\n正文。")
    with editor.page.context.expect_page() as opened:
        editor.press("不保存，先看实际页面")
    shown = opened.value
    expect(shown.get_by_role("heading", name="还没有保存的标题")).to_be_visible()
    shown.close()
    expect(editor.main.locator("input[name=title]")).to_have_value("还没有保存的标题")
    editor.main.locator("input[name=source]").fill("区政府办公室")
    editor.press("保存稿件")
    expect(editor.main.get_by_role("heading", name="还没有保存的标题")).to_be_visible()
