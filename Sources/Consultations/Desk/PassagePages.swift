import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web

/// One passage, as it is written on the desk.
struct PassagePages: Sendable {
    let office: ConsultationOffice

    var routes: [Route] {
        [
            .get(ConsultationPath.passage("{id}", "{anchor}"), .may(.editConsultations), "稿子的条目") {
                .page(try await show($0, $1))
            },
            .post(
                ConsultationPath.passage("{id}", "{anchor}"), .may(.editConsultations),
                journal: "consultation.drafted", "修改条目"
            ) { try await put($0, $1) },
            .post(
                ConsultationPath.passageAct("{id}", "{anchor}", "up"), .may(.editConsultations),
                journal: "consultation.drafted", "上移条目"
            ) { try await act($0, $1) { try $0.raise($1, seen: $2, by: $3) } },
            .post(
                ConsultationPath.passageAct("{id}", "{anchor}", "removal"), .may(.editConsultations),
                journal: "consultation.drafted", "删去条目"
            ) { try await act($0, $1) { try $0.remove($1, seen: $2, by: $3) } },
            .post(
                ConsultationPath.passageAct("{id}", "{anchor}", "restoration"), .may(.editConsultations),
                journal: "consultation.drafted", "恢复条目"
            ) { try await restore($0, $1) },
        ]
    }

    private func act(
        _ request: WebRequest, _ officer: OfficerContext,
        _ rule: @escaping @Sendable (inout Consultation, String, Int, Actor) throws -> Void
    ) async throws -> WebResponse {
        let (form, anchor) = (try await request.form(), try request.parameter("anchor"))
        let seen = form["seen"].flatMap { Int($0) } ?? -1
        try await office.change(request, officer, .editConsultations, "consultation.drafted", "修改") {
            one, actor, _ in
            guard one.passage(anchor) != nil else { throw Self.missing }
            try rule(&one, anchor, seen, actor)
        }
        return try back(request)
    }

    private func put(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (form, anchor) = (try await request.form(), try request.parameter("anchor"))
        let seen = form["seen"].flatMap { Int($0) } ?? -1
        do {
            let passage = try Passage(
                anchor: anchor == "new" ? "" : anchor, heading: form["heading"] ?? "",
                words: form["words"] ?? "", because: try Self.numbers(form["because"] ?? ""))
            try await office.change(request, officer, .editConsultations, "consultation.drafted", "修改") {
                one, actor, _ in
                guard anchor == "new" || one.passage(anchor) != nil else { throw Self.missing }
                try one.put(passage, seen: seen, by: actor)
            }
            return try back(request)
        } catch DomainError.invalid(let errors) {
            let page = try await show(request, officer, entered: form, errors: errors)
            return .page(page, status: .unprocessableContent)
        }
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let anchor = try request.parameter("anchor")
        let organs = officer.account.organs(for: .editConsultations)
        let one = try await office.database.read { try office.own(request, organs, in: $0) }
        let passage = one.passage(anchor)
        guard anchor == "new" || passage != nil else { throw Self.missing }
        return PassagePage(
            consultation: one, anchor: anchor, passage: passage, entered: entered, errors: errors,
            token: request.csrf
        ).page
    }

    func back(_ request: WebRequest) throws -> WebResponse {
        .redirect(to: ConsultationPath.edit(String(try request.id(ConsultationOffice.missing))))
    }

    private static let missing = DomainError.notFound("没有这一条。")

    /// `3、12 15`.
    static func numbers(_ text: String, at field: String = "because") throws -> [Int] {
        let parts = text.split { !$0.isNumber && !$0.isLetter }
        guard parts.count <= 100 else { throw DomainError.invalid(field, "最多写 100 条意见的编号。") }
        return try parts.map { part in
            guard let number = Int32(part), number > 0 else {
                throw DomainError.invalid(field, "请写意见的编号，如：3、12。")
            }
            return Int(number)
        }
    }
}

/// The form of a passage.
struct PassagePage {
    let consultation: Consultation
    let anchor: String
    let passage: Passage?
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        let (id, title) = (String(consultation.id), passage?.heading ?? "加一条")
        let seen = "<input type=\"hidden\" name=\"seen\" value=\"\(consultation.revision)\">" as HTML
        let removal = PostButton(
            "删去这一条", action: ConsultationPath.passageAct(id, anchor, "removal"), token: token, tone: .danger,
            values: [("seen", String(consultation.revision))])
        return Page(
            title,
            crumbs: [
                Link("工作台", "/desk"), Link("征求意见", ConsultationPath.desk),
                Link(consultation.facts.title, ConsultationPath.edit(id)), Link(title, nil),
            ], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(title)</h1>
                \(Form(action: ConsultationPath.passage(id, anchor), token: token, fields: fields, also: seen, submit: "保存").html)
                \(if: passage != nil, "<h2>删去</h2>\(removal.html)")
                """)
    }

    private var fields: [Field] {
        func field(_ name: String, _ label: String, _ kind: Field.Kind, _ value: String?) -> Field {
            Field(name, label, kind, value: entered?[name] ?? value ?? "", error: errors[name])
        }
        let own = [
            field("heading", "条目", .text, passage?.heading), field("words", "内容", .longText, passage?.words),
        ]
        guard consultation.state == .open else { return own }
        let because = Field(
            "because", "根据哪几条意见改的", hint: "写意见的编号，如：3、12。公布以后，意见和修改的地方互相看得到。", isRequired: false,
            value: entered?["because"] ?? passage?.because.map(String.init).joined(separator: "、") ?? "",
            error: errors["because"])
        return own + [because]
    }
}
