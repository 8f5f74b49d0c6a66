import Cases
import Codes
import Files
import Foundation
import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

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
                form.once = UUID().uuidString
                let channel = call.isEmpty ? Intake.usual(for: officer) : FilingRecord.call
                let sent = FormData([("phone", phone), ("channel", channel)])
                return .page(try await page(form, sent, [], request, officer)).header(
                    "Cache-Control", "no-store")
            },
            .post(
                RequestPath.intake, .may(.takeInRequests), journal: "case.submitted", "登记来电、来访"
            ) { try await take($0, $1) },
            .post(
                RequestPath.intakeJoining("{number}"), .may(.takeInRequests),
                journal: "service_request.joined", "登记同一件诉求"
            ) { try await join($0, $1) },
        ]
    }

    private func take(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let upload = try await UploadedForm.read(
            request, into: office.files, owner: officer.account.id, atMost: DetailsFields.mostFiles)
        let sent = upload.form
        var form = RequestForm(sent)
        (form.call, form.isUrgent) = (sent["call"] ?? "", sent["urgent"] == "yes")
        form.once = sent["once"] ?? ""
        form.received = sent["channel"] == FilingRecord.letter ? sent["received"] ?? "" : ""
        _ = try await phone(of: form.call, officer)
        if sent["step"] == "look" { return try await look(form, sent, request, officer) }
        do {
            guard upload.errors.isEmpty else { throw DomainError.invalid(upload.errors) }
            try form.requireReceived(by: request.now.day)
            let matter = try await office.file(
                form, of: try Self.caller(sent, form), files: upload.files,
                channel: Intake.channel(sent["channel"]), actor: officer.actor(request),
                once: try form.once(by: officer, sent))
            let mayOpen = await maySee(matter.root.number.text, officer)
            return .page(TakenPage(matter.root, mayOpen: mayOpen).page, status: .created)
                .header("Cache-Control", "no-store")
        } catch DomainError.invalid(let errors) {
            return .page(
                try await page(form, sent, errors, request, officer), status: .unprocessableContent)
        }
    }

    /// What was said before about the same, before it is entered once more.
    private func look(
        _ form: RequestForm, _ sent: FormData, _ request: WebRequest, _ officer: OfficerContext
    ) async throws -> WebResponse {
        let alike = try await office.alike(form)
        return .page(try await page(form, sent, [], request, officer, alike: alike)).header(
            "Cache-Control", "no-store")
    }

    private func join(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (number, sent) = (try request.parameter("number"), try await request.form())
        guard case .caller(let name, let phone) = try Self.caller(sent, RequestForm()) else {
            throw DomainError.invalid("name", "请填写反映人的姓名，2 到 40 字。")
        }
        let (actor, now, call) = (officer.actor(request), request.now, sent["call"] ?? "")
        _ = try await self.phone(of: call, officer)
        try await office.database.write { tx in
            try Joiner(name: name, phone: phone).join(number, by: actor, at: now, in: tx)
            // The call has come to something, as one about which a request is filed.
            if let call = Int64(call) { try office.aid.conclude(call, number, now, tx) }
        }
        let mayOpen = await maySee(number, officer)
        return .page(
            TakenPage(joined: try await office.row(number), mayOpen: mayOpen).page, status: .created)
    }

    /// Whoever takes something in for another office, or without a name, has no more to do with it.
    private func maySee(_ number: String, _ officer: OfficerContext) async -> Bool {
        await (try? office.subject(number, for: officer.viewer)) != nil
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
        _ form: RequestForm, _ sent: FormData, _ errors: [FieldError], _ request: WebRequest,
        _ officer: OfficerContext, alike: [Alike]? = nil
    ) async throws -> Page {
        IntakePage(
            form: form, sent: sent, errors: errors, alike: alike,
            surroundings: try await office.surroundings(), usual: Intake.usual(for: officer),
            offices: officer.organs, token: request.csrf
        ).page
    }
}
