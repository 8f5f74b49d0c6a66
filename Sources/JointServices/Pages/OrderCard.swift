import BusinessProcess
import Foundation
import Services
import Web
import WorkingTime

/// Which item has its turn when, as a list, as a drawing, and as forms to change it.
struct OrderCard {
    let page: JointPage

    private var item: ServiceItem { page.item }
    private var subject: JointSubject { page.subject }

    var html: HTML {
        Card(
            "办理顺序",
            """
            <div id="order">\(steps)\(drawing)
            <ul class="links">\(each: item.children, row)</ul>\(if: page.isOpen, addition)</div>
            """
        ).html
    }

    /// The steps in words: what is done at once, what then.
    private var steps: HTML {
        guard item.order.circle == nil else { return .empty }
        let levels = item.order.levels
        guard levels.count > 1 else { return "<p>\(item.children.count) 个事项同时办理，谁也不等谁。</p>" }
        return """
            <ol>\(each: levels, { "<li>\($0.map(subject.name).joined(separator: "、"))</li>" })</ol>
            <p class="hint">同一步的事项同时办理。前面的事项没有获准，等它的事项随之终止，并写明理由。</p>
            """
    }

    private var drawing: HTML? {
        let drawn = JointDrawing(item, among: subject.offered, organs: subject.organs)
        guard let diagram = try? ProcessDiagram(xml: Data(drawn.xml.utf8)) else { return nil }
        return """
            <details class="more"><summary>看流程图</summary><figure class="process">
            <div class="flow" tabindex="0" role="group" aria-label="流程图，可以左右移动">
            \(HTML.raw(trusted: diagram.svg(prefix: "joint")))</div></figure></details>
            """
    }

    private func row(_ slug: String) -> HTML {
        let child = subject.offered.first { $0.slug == slug }
        let organ = child.map { subject.organs[$0.organ] ?? $0.organ } ?? "没有这个事项"
        let limit = child?.limits.promised ?? child?.limits.legal
        let needs = item.order.needs(of: slug).map(subject.name)
        let words = needs.isEmpty ? "受理后就办" : "等\(needs.map { "“\($0)”" }.joined(separator: "、"))获准"
        return """
            <li id="item-\(slug)"><div><strong>\(subject.name(of: slug))</strong>
            <p class="hint">\(organ) · \(limit?.chinese ?? "没有时限") · \(words)</p>\(if: page.isOpen, change(slug))</div></li>
            """
    }

    private func change(_ slug: String) -> HTML {
        let others = item.children.filter { $0 != slug }
        var field = Field(
            "needs.\(slug)", "哪些获准以后才能办它", .choices, isRequired: false, values: item.order.needs(of: slug),
            options: others.map { .init($0, subject.name(of: $0)) })
        field.hint = "都不选就是受理后马上办。"
        return """
            <details class="more"><summary>改顺序<span class="sr">：\(subject.name(of: slug))</span></summary>
            \(Form(action: JointPath.order(slug, of: page.slug), token: page.token, fields: [field], also: page.seen("item-\(slug)"), submit: "保存顺序").html)
            \(page.button("去掉这个事项", JointPath.removal(slug, of: page.slug), back: "order"))</details>
            """
    }

    private var addition: HTML {
        let field = Field(
            "item", "事项", .choice, options: subject.others.map { .init($0.slug, $0.name) },
            error: page.errors["item"])
        return """
            <details class="more"\(attribute: "open", if: field.error != nil)><summary>加一个事项</summary>
            \(Form(action: JointPath.items(page.slug), token: page.token, fields: [field], also: page.seen("order"), submit: "加上").html)
            </details>
            """
    }
}
