import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Where publishers tell everybody at once. It stands on every page of the district within a second, so whoever does it
/// has proved within five minutes who they are.
struct EmergencyPages: Sendable {
    let notices: EmergencyBoard

    var routes: [Route] {
        [
            .get(ContentPath.emergency, .may(.publishContent).fresh, "紧急通知") { request, _ in
                try await show(request)
            },
            .post(
                ContentPath.emergency, .may(.publishContent).fresh, journal: "emergency_notice.posted",
                "发布紧急通知"
            ) { request, officer in
                let form = try await request.form()
                do {
                    try await notices.post(
                        EmergencyDraft(form), by: officer.actor(request), at: request.now)
                    return .redirect(to: ContentPath.emergency)
                } catch DomainError.invalid(let errors) {
                    return try await show(request, form: form, errors: errors)
                }
            },
            .post(
                ContentPath.emergencyRemoval, .may(.publishContent).fresh,
                journal: "emergency_notice.taken_down", "撤下紧急通知"
            ) { request, officer in
                try await notices.takeDown(by: officer.actor(request), at: request.now)
                return .redirect(to: ContentPath.emergency)
            },
        ]
    }

    private func show(
        _ request: WebRequest, form: FormData = FormData([]), errors: [FieldError] = []
    ) async throws -> WebResponse {
        let postings = try await notices.database.read { try EmergencyStore.newest(20, in: $0) }
        let page = EmergencyPage(
            postings: postings, form: form, errors: errors, now: request.now, token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }
}

/// What stands, what stood, and the form for another notice.
struct EmergencyPage {
    let postings: [EmergencyPosting]
    let form: FormData
    let errors: [FieldError]
    let now: Instant
    let token: CSRFToken

    var page: Page {
        Page(
            "紧急通知", crumbs: [Link("工作台", "/desk"), Link("内容管理", ContentPath.desk), Link("紧急通知", nil)],
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)<h1>紧急通知</h1>
                <p class="lead">发布后一秒之内出现在全部页面的最上面，取代正在显示的那一条。</p>
                \(standing)
                <h2>发布一条</h2>
                \(Form(action: ContentPath.emergency, token: token, fields: fields, submit: "立即发布").html)
                \(if: !postings.isEmpty, history)
                """)
    }

    private var standing: HTML {
        guard let posting = postings.first, posting.notice(at: now) != nil else {
            return "<p class=\"quiet-words\">现在没有正在显示的紧急通知。</p>"
        }
        return """
            <h2>正在显示</h2><p>\(posting.words)</p>
            <p class="quiet-words">\(posting.postedByName) \(posting.postedAt.chinese)发布，\(posting.endsAt.chinese)自动撤下。</p>
            \(Form(action: ContentPath.emergencyRemoval, token: token, fields: [], submit: "现在撤下").html)
            """
    }

    private var fields: [Field] {
        [
            field("words", "内容", hint: "一句话：发生了什么，请大家做什么。最多 \(EmergencyDraft.longest) 字。"),
            field("address", "查看详情的网址", hint: "本站的页面写 /sites/…；不写就没有链接。", isRequired: false),
            field("hours", "显示多少小时", hint: "到时自动撤下；最多 \(EmergencyDraft.mostHours) 小时。"),
        ]
    }

    private func field(_ name: String, _ label: String, hint: String, isRequired: Bool = true) -> Field {
        Field(
            name, label, hint: hint, isRequired: isRequired, value: form[name] ?? "", error: errors[name])
    }

    private var history: HTML {
        let rows = postings.map { posting -> [HTML] in
            [
                "\(posting.words)", "\(posting.postedByName)", "\(posting.postedAt.chinese)",
                "\((posting.downAt ?? posting.endsAt).chinese)",
            ]
        }
        let columns: [Table.Column] = [.init("内容"), .init("发布人"), .init("发布"), .init("撤下")]
        return "<h2>发布过的</h2>\(Table("发布过的紧急通知", columns: columns, rows: rows).html)"
    }
}
