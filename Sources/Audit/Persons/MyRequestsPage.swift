import Journal
import Refusals
import Web
import WorkingTime

/// What I have asked for, with the answers, and the form to ask for more.
struct MyRequestsPage {
    /// How many cases can be chosen from.
    static let mostChoices = 50

    let requests: [PersonRequest]
    let numbers: [String]
    let entered: FormData
    /// The case one came from.
    let chosen: String?
    let errors: [FieldError]
    let pager: Pager
    let today: CivilDate
    let token: CSRFToken

    var page: Page {
        Page(
            "我的信息请求", crumbs: [Link("我的信息", PersonPath.data), Link("我的信息请求", nil)],
            body: """
                \(ErrorSummary(errors).html)
                <h1>我的信息请求</h1>
                <p class="lead">更正、删除您的个人信息，或者撤回同意，由办理该件的部门答复；结果会发到您的消息里。</p>
                \(requests.isEmpty ? EmptyState("还没有提出过请求").html : list)\(pager.html)
                <h2>提出请求</h2>\(numbers.isEmpty ? none : form)
                """)
    }

    private var list: HTML { "<ul class=\"links\">\(each: requests, item)</ul>" }

    private func item(_ request: PersonRequest) -> HTML {
        """
        <li><div><b>\(request.kind.chinese)</b> <span class="code">\(request.caseNumber ?? "")</span>
        <p class="words">\(request.words)</p>\
        \(request.answer.map { "<p>答复：\($0)</p>" })<p class="hint">\(time(request))</p></div>\
        <span>\(RequestBadge(request, today: today).html)</span></li>
        """
    }

    private func time(_ request: PersonRequest) -> String {
        request.state == .open
            ? "\(request.askedAt.shortChinese)提出，\(request.dueOn.shortChinese)以前答复"
            : "\(request.askedAt.shortChinese)提出，\(request.answeredAt?.shortChinese ?? "")答复"
    }

    private var none: HTML { "<p>您还没有办件，没有可以更正或删除的办件信息。</p>" }

    private var form: HTML {
        let kinds = PersonRequest.Kind.ofCases.map {
            Field.Option($0.rawValue, $0.chinese, hint: $0.consequence)
        }
        return Form(
            action: PersonPath.requests, token: token,
            fields: [
                Field(
                    "kind", "要求什么", .choice, value: entered["kind"] ?? "", options: kinds,
                    error: errors["kind"]),
                Field(
                    "case", "哪一件", .division, value: entered["case"] ?? chosen ?? "",
                    options: numbers.map { Field.Option($0, $0) }, error: errors["case"]),
                Field("words", "具体内容和理由", .longText, value: entered["words"] ?? "", error: errors["words"]),
            ], submit: "提出"
        ).html
    }
}

/// Where a request stands, in a word.
struct RequestBadge {
    private let request: PersonRequest
    private let today: CivilDate

    init(_ request: PersonRequest, today: CivilDate) { (self.request, self.today) = (request, today) }

    var html: HTML {
        if request.isLate(on: today) { return StatusBadge("已过答复期限", .late).html }
        switch request.state {
        case .open: return StatusBadge(request.state.chinese, .active).html
        case .granted: return StatusBadge(request.state.chinese, .done).html
        case .refused: return StatusBadge(request.state.chinese, .waiting).html
        }
    }
}

/// Complaining about one reading.
struct ComplaintPage {
    let stored: StoredEntry
    let words: String
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        let entry = stored.entry
        let field = Field("words", "您认为哪里不妥", .longText, value: words, error: errors["words"])
        return Page(
            "投诉查看",
            crumbs: [Link("谁查看过我的信息", PersonPath.readings), Link("投诉查看", nil)],
            body: """
                \(ErrorSummary(errors).html)
                <h1>投诉查看</h1><p class="lead">\(PersonRequest.Kind.complaint.consequence)</p>
                \(SummaryList([
                    .init("时间", "\(entry.at.chinese)"), .init("看了什么", "\(MyReadingsPage.what(entry))"),
                    .init("用途", "\(entry.detail["purpose"] ?? "办理本件")"),
                ]).html)
                \(Form(action: PersonPath.complaint(String(stored.id)), token: token, fields: [field], submit: "提交投诉").html)
                """)
    }
}
