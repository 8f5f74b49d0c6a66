import Cases
import Codes
import Government
import HTTPTypes
import Identity
import Refusals
import Web

/// What comes by telephone, by post or over the counter, entered by whoever takes it.
struct IntakePages: Sendable {
    let office: RequestOffice

    var routes: [Route] {
        [
            .get(RequestPath.intake, .may(.takeInRequests), "登记来电、来访") { request, officer in
                let call = request.query("call") ?? ""
                let phone = try await phone(of: call, officer) ?? ""
                var form = RequestForm()
                form.call = call
                return .page(try await page(form, FormData([("phone", phone)]), [], request))
                    .header("Cache-Control", "no-store")
            },
            .post(
                RequestPath.intake, .may(.takeInRequests), journal: "case.submitted", "登记来电、来访"
            ) { try await take($0, $1) },
        ]
    }

    private func take(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let sent = try await request.form()
        var form = RequestForm(sent)
        (form.call, form.isUrgent) = (sent["call"] ?? "", sent["urgent"] == "yes")
        _ = try await phone(of: form.call, officer)
        do {
            let matter = try await office.file(
                form, of: try Self.caller(sent, form), channel: FilingRecord.counter,
                actor: officer.actor(request))
            return .redirect(to: RequestPath.desk(matter.root.number.text))
        } catch DomainError.invalid(let errors) {
            return .page(try await page(form, sent, errors, request), status: .unprocessableContent)
        }
    }

    /// The number from which somebody calls; nil for one who stands at the counter or hides it.
    ///
    /// - Throws: `notFound` for a call that the officer does not answer, or about which something was written.
    private func phone(of call: String, _ officer: OfficerContext) async throws -> String? {
        guard !call.isEmpty else { return nil }
        guard let id = Int64(call) else { throw DomainError.notFound("没有这个来电。") }
        return try await office.aid.caller(id, officer)
    }

    /// - Throws: `invalid` without a name or a telephone number, unless they wish to give none.
    private static func caller(_ sent: FormData, _ form: RequestForm) throws -> Author {
        guard !form.isAnonymous else { return .nobody }
        let (name, phone) = (sent["name"] ?? "", sent["phone"] ?? "")
        var errors: [FieldError] = []
        if !(2...40).contains(name.count) { errors.append(FieldError("name", "请填写反映人的姓名，2 到 40 字。")) }
        if !(5...20).contains(phone.count) || !phone.allSatisfy({ $0.isNumber || "+- ".contains($0) }) {
            errors.append(FieldError("phone", "请填写能联系到反映人的电话。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        return .caller(name: name, phone: phone)
    }

    private func page(
        _ form: RequestForm, _ sent: FormData, _ errors: [FieldError], _ request: WebRequest
    ) async throws -> Page {
        let surroundings = try await office.surroundings()
        let first = FirstPage(
            form: form, surroundings: surroundings, errors: errors, isKnown: true, token: request.csrf)
        let details = DetailsPage(
            form: form, alike: [], surroundings: surroundings, errors: errors, isKnown: true,
            token: request.csrf)
        let who = [
            Field("name", "反映人姓名", value: sent["name"] ?? "", error: errors["name"], autocomplete: "off"),
            Field(
                "phone", "反映人电话", .phone, value: sent["phone"] ?? "", error: errors["phone"],
                autocomplete: "off"),
        ]
        let urgent = Field(
            "urgent", "急不急", .choice,
            hint: "有危险或者影响很多人的选紧急，期限 \(surroundings.rules.limits.urgent) 小时，立即告诉负责人。",
            value: form.isUrgent ? "yes" : "no",
            options: [Field.Option("no", "一般"), Field.Option("yes", "紧急")])
        let rest = DetailsFields(page: details).all.filter { $0.kind != .file }
        return Page(
            "登记来电、来访", crumbs: [Link("群众诉求", RequestPath.desk), Link("登记", nil)], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>登记来电、来访</h1>
                <p class="lead">遇到警情、火情、急救，先转接 110、119、120，再登记。</p>
                \(Form(
                    action: RequestPath.intake, token: request.csrf, fields: who + first.fields + [urgent] + rest,
                    also: "<input type=\"hidden\" name=\"call\" value=\"\(form.call)\">", submit: "登记").html)
                """)
    }
}
