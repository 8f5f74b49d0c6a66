import Refusals
import Services
import Web

/// One page of a form on the desk: its questions in order, and how they are arranged.
struct DesignCard {
    let page: FormPage
    let number: Int
    let subject: FormSubject
    let isOpen: Bool
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    private var slug: String { subject.item.slug }
    private var anchor: String { "page-\(page.id)" }

    var html: HTML {
        """
        <section class="card" id="\(anchor)"><h2>\(number). \(page.title)</h2>
        \(questions)
        \(if: isOpen, addition)
        \(if: isOpen, arrangement)
        </section>
        """
    }

    private var questions: HTML {
        guard !page.fields.isEmpty else { return "<p class=\"hint\">这一页还没有问题。</p>" }
        let columns: [Table.Column] = [.init("题目"), .init("怎么答"), .init("什么时候问")]
        return Table(
            "\(page.title)的问题", columns: isOpen ? columns + [.init("排列")] : columns,
            rows: page.fields.map(row)
        ).html
    }

    private func row(_ field: FormField) -> [HTML] {
        let words = QuestionWords(field, in: subject.item.fields)
        let label: HTML =
            isOpen
            ? "<a href=\"\(FormDesignerPath.question(field.name, of: slug))\">\(field.label)</a>"
            : "\(field.label)"
        let cells: [HTML] = [
            "\(label)<br><span class=\"code\">\(field.name)</span>\(findings(of: field))", words.answer,
            words.condition,
        ]
        return isOpen ? cells + [moves(field)] : cells
    }

    private func findings(of field: FormField) -> HTML? {
        let found = subject.findings(of: field)
        guard !found.isEmpty else { return nil }
        return "\(each: found, { "<p class=\"error\">\($0.message)</p>" })"
    }

    private func moves(_ field: FormField) -> HTML {
        let place = FormDesignerPath.place(field.name, of: slug)
        return """
            \(button("上移", of: field.label, place, "up"))\(button("下移", of: field.label, place, "down"))\
            \(button("删除", of: field.label, FormDesignerPath.removal(field.name, of: slug), nil))
            """
    }

    private func button(_ words: String, of thing: String, _ action: String, _ way: String?) -> HTML {
        """
        <form class="one-button" method="post" action="\(action)">\(token.field)\(seen)\
        <input type="hidden" name="back" value="\(anchor)">\
        \(way.map { "<input type=\"hidden\" name=\"way\" value=\"\($0)\">" as HTML })\
        <button class="button quiet small">\(words)<span class="sr">“\(thing)”</span></button></form>
        """
    }

    private var seen: HTML {
        "<input type=\"hidden\" name=\"seen\" value=\"\(subject.draft?.revision ?? 0)\">"
    }

    private var addition: HTML {
        let isHere = entered?["page"] == page.id
        let label = Field(
            "label", "题目", .text, value: isHere ? entered?["label"] ?? "" : "",
            error: isHere ? errors["label"] : nil)
        let kind = Field(
            "kind", "怎么答", .choice, value: isHere ? entered?["kind"] ?? "" : "text",
            options: FieldKind.allCases.map { .init($0.rawValue, $0.chinese) },
            error: isHere ? errors["kind"] : nil)
        let hidden: HTML = "\(seen)<input type=\"hidden\" name=\"page\" value=\"\(page.id)\">"
        return """
            <details class="more"\(attribute: "open", if: isHere)><summary>加一个问题</summary>
            \(DesignForm(action: FormDesignerPath.questions(page.id, of: slug), token: token, fields: [label, kind], place: page.id, hidden: hidden, submit: "加上").html)
            </details>
            """
    }

    private var arrangement: HTML {
        let isHere = entered?["rename"] == page.id
        let title = Field("title", "标题", .text, value: page.title, error: isHere ? errors["title"] : nil)
        let hidden: HTML = "\(seen)<input type=\"hidden\" name=\"rename\" value=\"\(page.id)\">"
        let place = FormDesignerPath.pagePlace(page.id, of: slug)
        let form = DesignForm(
            action: FormDesignerPath.page(page.id, of: slug), token: token, fields: [title],
            place: "\(page.id)-title",
            hidden: hidden, submit: "改标题")
        return """
            <details class="more"\(attribute: "open", if: isHere)><summary>这一页的标题和位置</summary>\(form.html)
            \(button("整页上移", of: page.title, place, "up"))\(button("整页下移", of: page.title, place, "down"))\
            \(button("删除这一页", of: page.title, FormDesignerPath.pageRemoval(page.id, of: slug), nil))
            </details>
            """
    }
}
