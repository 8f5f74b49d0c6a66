import Cases
import Refusals
import Web
import WorkingTime

/// Where a visit is rated.
struct VisitPage {
    let visit: VisitCode
    let entry: FormData
    let errors: [FieldError]
    let now: Instant
    /// Why whoever looks may not rate it.
    let refusal: Sentence?
    let token: CSRFToken

    var page: Page {
        Page(
            "评价服务", crumbs: [Link("评价服务", nil)],
            body: """
                \(ErrorSummary(errors).html)
                <h1>这次服务您满意吗？</h1>
                <p class="lead">\(about)</p>
                \(content)
                """)
    }

    private var about: String {
        [visit.source.chinese, visit.place, visit.item].filter { !$0.isEmpty }.joined(separator: "，")
    }

    private var content: HTML {
        if visit.usedAt != nil {
            return Notice("已收到您的评价，谢谢", "<p>每次服务评价一次。给出差评的，办理部门会核实和整改。</p>", tone: .done).html
        }
        guard now < visit.expiresAt else {
            return Notice("评价码已过期", "<p>没有评价的不计入统计，也不算好评。</p>", tone: .warning).html
        }
        if let refusal { return Notice("您不能评价", "<p>\(refusal)</p>", tone: .warning).html }
        return Form(
            action: RatingPath.visit(visit.code), token: token,
            fields: [
                Field(
                    "grade", "您的评价", .choice, value: entry["grade"] ?? "",
                    options: Rating.grades.map { .init(String($0.value), $0.label) }, error: errors["grade"]),
                Field(
                    "reasons", "为什么", .choices, isRequired: false, values: entry.all("reasons"),
                    options: Rating.reasons.map { .init($0.code, $0.label) }, error: errors["reasons"]),
                Field(
                    "words", "想说的话", .longText, hint: "请不要写身份证号码等个人信息；希望我们联系您的，请写明电话。", isRequired: false,
                    value: entry["words"] ?? "", error: errors["words"]),
            ], submit: "提交评价"
        ).html
    }
}

/// Where a code is entered by hand.
struct CodePage {
    let error: Sentence?

    var page: Page {
        let errors = error.map { [FieldError("code", $0)] } ?? []
        let field = Field("code", "评价码", hint: "印在小票上或者在短信里，10 个字母和数字。", error: error)
        return Page(
            "评价服务", crumbs: [Link("评价服务", nil)],
            body: """
                \(ErrorSummary(errors).html)
                <h1>评价服务</h1>
                <form class="form" method="get" action="\(RatingPath.rate)" novalidate>\(field.html)
                <div class="actions"><button class="button">下一步</button></div></form>
                <p><a href="\(RatingPath.published)">看看大家的评价</a></p>
                """)
    }
}

/// Where somebody at the desk makes a code for whom they have served.
struct InvitationPage {
    let code: VisitCode?
    let entry: FormData
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        Page(
            "评价码", crumbs: [Link("工作台", "/desk"), Link("评价码", nil)], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>评价码</h1>
                <p class="lead">每服务一位办事人，可以发一个评价码，请对方自己评价。一个码评价一次。</p>
                \(code.map(shown))
                \(form)
                """)
    }

    private func shown(_ code: VisitCode) -> HTML {
        Notice(
            "评价码 \(code.code)",
            "<p>请办事人在 \(code.expiresAt.day.chinese) 前打开 <span class=\"code\">\(RatingPath.visit(code.code))</span>，或者在自助终端输入。</p>",
            tone: .done
        ).html
    }

    private var form: HTML {
        Form(
            action: RatingPath.codes, token: token,
            fields: [
                Field(
                    "source", "在哪里服务", .choice, value: entry["source"] ?? "",
                    options: ServiceRating.Source.allCases.filter { $0 != .matter }
                        .map { .init($0.rawValue, $0.chinese) }, error: errors["source"]),
                Field("place", "窗口或者工号", isRequired: false, value: entry["place"] ?? ""),
                Field("item", "办的什么事", isRequired: false, value: entry["item"] ?? ""),
            ], submit: "发评价码"
        ).html
    }
}
