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
        let standing = try await corrections.standing(of: correction)
        return .page(
            CorrectionReceiptPage(correction: correction, days: days, standing: standing).page
        )
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
                <p>需要政府办理、要编号和期限的事，请<a href="/requests/form">提交诉求</a>；页面写得不对的，在这里说。</p>
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
