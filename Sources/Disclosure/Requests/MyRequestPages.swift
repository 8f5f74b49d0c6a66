import Cases
import Codes
import Files
import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The applicant's side: ask, follow, read the answer, take its files along.
struct MyRequestPages: Sendable {
    let requests: Requests

    var routes: [Route] {
        [
            .get(DisclosurePath.mine, .signedIn, "我的信息公开申请") { try await list($0, $1) },
            .get(DisclosurePath.form, .signedIn, "申请公开政府信息") { request, caller in
                var form = RequestForm()
                form.organ = request.query("organ") ?? ""
                return .page(try await page(form, nil, [], request, caller))
            },
            .post(DisclosurePath.mine, .signedIn, journal: "case.submitted", "申请公开政府信息") {
                try await ask($0, $1)
            },
            .get(DisclosurePath.mine("{number}"), .signedIn, "信息公开申请") { try await show($0, $1) },
            .get(DisclosurePath.myFile("{number}", "{id}"), .signedIn, "答复附件") { try await send($0, $1) },
        ]
    }

    private func list(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        if caller.isStaff { return .redirect(to: DisclosurePath.desk) }
        let slice = try await requests.database.read {
            try RequestStore.requests(for: caller.viewer, after: request.query("after"), in: $0)
        }
        let names = try await requests.directory.organNames()
        return .page(
            MyRequestsPage(
                rows: slice.items, rules: try await requests.rules(), organs: names,
                pager: Pager(next: slice.next, of: request)
            ).page)
    }

    private func ask(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let sent = try await request.form()
        let form = RequestForm(sent)
        do {
            let applicant = try await requests.applicant(sent["applicant"], for: caller.account)
            let matter = try await requests.file(
                form, of: applicant, by: .web, channel: "page", actor: caller.actor(request))
            return .redirect(to: DisclosurePath.mine(matter.root.number.text))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await page(form, sent["applicant"], errors, request, caller),
                status: .unprocessableContent)
        }
    }

    private func page(
        _ form: RequestForm, _ applicant: String?, _ errors: [FieldError], _ request: WebRequest,
        _ caller: SignedIn
    ) async throws -> Page {
        RequestFormPage(
            form: form, applicant: applicant ?? "self",
            entities: caller.account.entities(for: RequestPlan.process),
            organs: try await requests.organs(), rules: try await requests.rules(), errors: errors,
            token: request.csrf
        ).page
    }

    private func show(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let number = try request.parameter("number")
        let view = try await requests.view(number, for: caller.viewer)
        if caller.isStaff { return .redirect(to: DisclosurePath.desk(number)) }
        let (rules, asked, fees) = try await requests.database.read { tx in
            (
                try requests.book.current(in: tx), try ConsultationStore.all(of: view.subject.id, in: tx),
                try FeeStore.all(of: view.subject.id, in: tx)
            )
        }
        return .page(
            MyRequestPage(
                view: view, rules: rules, consultations: asked, fees: fees,
                isApplicant: view.subject.isApplicant(caller.actor(request))
            ).page)
    }

    /// Only what went out, and only once it has.
    private func send(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let number = try request.parameter("number")
        let id = try request.id("没有找到这个文件。")
        let subject = try await requests.view(number, for: caller.viewer).subject
        let isOut =
            subject.result?.outcome == .answered
            && subject.draft?.enclosures.contains { $0.fileID == id } == true
        guard isOut else { throw DomainError.notFound("没有找到这个文件。") }
        return try await requests.send(id, of: number)
    }
}

extension Requests {
    /// A file of a case, once it is known that it may be read.
    func send(_ id: Int64, of number: String) async throws -> WebResponse {
        let readable = try await database.read { [files] in
            try files.file(id, for: .caseFile(number: number), in: $0)
        }
        let content = try await readable.open()
        let type = readable.file.mediaType
        return .file(
            content.pieces, sizeBytes: content.sizeBytes, name: readable.file.name,
            contentType: type.rawValue, disposition: type.isShownInline ? .inline : .attachment
        ).header("Cache-Control", "private, no-store")
    }
}
