import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// 我要纠错: for everybody, without signing in.
struct CorrectionPages: Sendable {
    let corrections: Corrections

    var routes: [Route] {
        [
            .get(CorrectionPath.form, .anyone, "我要纠错") { request, _ in
                try await form(request, about: request.query("page") ?? "")
            },
            .post(CorrectionPath.corrections, .anyone, journal: "correction.received", "提交纠错") { request, _ in
                try await receive(request)
            },
            .get(CorrectionPath.receipt("{code}"), .anyone, "纠错的答复") { request, _ in
                try await receipt(request)
            },
        ]
    }

    private func form(
        _ request: WebRequest, about path: String, entered: FormData = FormData([]), errors: [FieldError] = []
    ) async throws -> WebResponse {
        let page = try await corrections.database.read { try Corrections.page(at: path, in: $0) }
        return .page(
            CorrectionFormPage(about: page, entered: entered, errors: errors, token: request.csrf).page,
            status: errors.isEmpty ? .ok : .unprocessableContent
        ).header("Cache-Control", "no-store")
    }

    private func receive(_ request: WebRequest) async throws -> WebResponse {
        let entered = try await request.form()
        let path = entered["page"] ?? ""
        do {
            let draft = try CorrectionDraft(
                kind: entered["kind"] ?? "", passage: entered["passage"] ?? "", words: entered["words"] ?? "")
            // A mistake in the form costs nothing.
            try corrections.limit.admit(request.address, at: request.now)
            let reader = Actor(
                accountID: 0, name: "读者", channel: request.channel.rawValue, address: request.address)
            let code = try await corrections.receive(draft, about: path, from: reader, at: request.now)
            return .redirect(to: CorrectionPath.receipt(code))
        } catch DomainError.invalid(let errors) {
            return try await form(request, about: path, entered: entered, errors: errors)
        }
    }

    private func receipt(_ request: WebRequest) async throws -> WebResponse {
        let code = try request.parameter("code")
        let (correction, days) = try await corrections.database.read { tx in
            (
                try CorrectionStore.correction(code: code, in: tx),
                try corrections.book.current(in: tx).correctionDays
            )
        }
        return .page(CorrectionReceiptPage(correction: correction, days: days).page)
            .header("Cache-Control", "no-store")
    }
}

/// Where a reader says what is wrong.
struct CorrectionFormPage {
    let about: CorrectedPage
    let entered: FormData
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        Page(
            "我要纠错", crumbs: [Link(about.title, about.path), Link("我要纠错", nil)],
            body: """
                \(ErrorSummary(errors).html)<h1>我要纠错</h1>
                <p class="lead">您看到的页面：<a href="\(about.path)">\(about.title)</a></p>
                <p>不用登录，也不用留姓名和电话。提交以后会得到一个查询码，凭它看答复。请不要写个人信息。</p>
                \(Form(
                    action: CorrectionPath.corrections, token: token, fields: fields,
                    also: "<input type=\"hidden\" name=\"page\" value=\"\(about.path)\">", submit: "提交").html)
                """)
    }

    private var fields: [Field] {
        [
            Field(
                "kind", "是哪一类问题", .choice, value: entered["kind"] ?? "",
                options: Correction.Kind.allCases.map { .init($0.rawValue, $0.chinese) },
                error: errors["kind"]),
            Field(
                "passage", "有问题的原文", .longText, hint: "把有问题的一句抄下来或者粘贴过来。", isRequired: false,
                value: entered["passage"] ?? "", error: errors["passage"]),
            Field(
                "words", "哪里不对，应当怎样", .longText, value: entered["words"] ?? "", error: errors["words"]),
        ]
    }
}

/// What came of a correction, for who has its code.
struct CorrectionReceiptPage {
    let correction: Correction
    /// The limit for the answer, in working days.
    let days: Int

    var page: Page {
        Page(
            "纠错的答复", crumbs: [Link(correction.title, correction.path), Link("纠错的答复", nil)],
            body: """
                <h1>\(correction.answer == nil ? "已收到您的纠错" : "纠错的答复")</h1>
                <section class="receipt"><p>查询码</p><p class="receipt-number">\(correction.code)</p>
                <p>\(state)</p></section>
                \(correction.answer.map { Card("答复", "<p class=\"words\">\($0.words)</p>").html })
                <h2>您的纠错</h2>
                \(CorrectionSummary(correction: correction).html)
                <p class="actions"><span data-print="打印回执"></span><a class="button quiet" href="\(correction.path)">回到页面</a></p>
                """)
    }

    private var state: String {
        guard let answer = correction.answer else {
            return "编辑会在 \(days) 个工作日内核对并答复。请记下查询码或者收藏本页，凭它看答复。"
        }
        return "\(answer.at.chinese)答复：\(answer.outcome.chinese)。"
    }
}

/// What a reader said.
struct CorrectionSummary {
    let correction: Correction

    var html: HTML {
        SummaryList(
            [
                .init("页面", "<a href=\"\(correction.path)\">\(correction.title)</a>"),
                .init("问题", "\(correction.kind.chinese)"),
                .init(
                    "原文",
                    "<div class=\"words\">\(correction.passage.isEmpty ? "（没有摘录）" : correction.passage)</div>"
                ),
                .init("说明", "<div class=\"words\">\(correction.words)</div>"),
                .init("收到", "\(correction.receivedAt.chinese)"),
            ]
        ).html
    }
}
