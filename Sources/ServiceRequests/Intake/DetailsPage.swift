import Codes
import Government
import Refusals
import Web
import WorkingTime

/// What others have said already, and the rest of the questions.
struct DetailsPage {
    let form: RequestForm
    let alike: [Alike]
    let surroundings: Surroundings
    let errors: [FieldError]
    let isKnown: Bool
    let token: CSRFToken

    var rules: RequestRules { surroundings.rules }
    var organs: [Organ] { surroundings.organs }
    private var category: RequestCategory? { rules.category(form.category) }

    var page: Page {
        Page(
            "我要反映",
            crumbs: [Link("大家的诉求", RequestPath.register), Link("我要反映", RequestPath.form), Link("补充", nil)],
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(form.title)</h1>
                <p class="lead">\(category?.name ?? "")\(street.map { "，\($0)" } ?? "")</p>
                \(similar)\(protection)
                \(Form(
                    action: RequestPath.register, token: token, fields: DetailsFields(page: self).all,
                    also: kept, submit: "提交", carriesFiles: true).html)
                """)
    }

    private var street: String? { surroundings.streets.first { $0.code.text == form.division }?.name }

    private var similar: HTML? {
        guard !alike.isEmpty else { return nil }
        return Card(
            "先看看是不是同一件事",
            """
            <p>最近有人反映过类似的问题。是同一件事的，加入就行：办结以后一样会告诉您，不用再写一遍。</p>
            <ul class="links">\(each: alike, entry)</ul>
            """
        ).html
    }

    private func entry(_ alike: Alike) -> HTML {
        let row = alike.row
        let others = alike.supporters == 0 ? "" : "，\(alike.supporters) 人加入"
        let state = row.endedAt == nil ? "办理中" : "已答复"
        let title: HTML =
            row.isAnswered
            ? "<a href=\"\(RequestPath.answered(String(row.id)))\">\(row.publicTitle ?? row.title)</a>"
            : "<strong>\(row.title)</strong>"
        let button: HTML? =
            row.endedAt == nil && isKnown
            ? PostButton("加入这一件", action: RequestPath.joining(row.number), token: token).html : nil
        return """
            <li><div>\(title)<br><span class="quiet-words">\(row.filedAt.shortChinese)提出，\(state)\(others)</span></div>\(button)</li>
            """
    }

    private var protection: HTML? {
        guard category?.isProtected == true else { return nil }
        return Notice(
            "您的身份受到保护",
            "<p>办理单位只看到内容，看不到您是谁；被反映的单位和人看不到这一件。只有受理的部门在说明理由并留下记录以后才能查看。请不要在内容里写出您自己的姓名。</p>"
        ).html
    }

    /// What was answered on the page before.
    private var kept: HTML {
        let pairs = [
            ("category", form.category), ("title", form.title), ("content", form.content),
            ("division", form.division),
        ]
        return HTML.joined(
            pairs.map { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" })
    }
}
