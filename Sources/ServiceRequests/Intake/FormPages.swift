import Cases
import Codes
import Files
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Saying something, in two steps: what it is about, and after a look at what others have said already, the rest.
struct FormPages: Sendable {
    let office: RequestOffice
    /// Whoever gives no name is held back by the address they come from.
    let limit = RateLimit(burst: 5, perMinute: 1)

    var routes: [Route] {
        [
            .get(RequestPath.form, .anyone, "我要反映") { request, _ in
                var form = RequestForm()
                form.category = request.query("category") ?? ""
                return .page(try await first(form, [], request)).header("Cache-Control", "no-store")
            },
            .post(RequestPath.details, .anyone, journal: "service_request.begun", "我要反映") { request, _ in
                try await details(request)
            },
            .post(RequestPath.register, .anyone, journal: "case.submitted", "提交诉求") { request, _ in
                try await file(request)
            },
        ]
    }

    private func details(_ request: WebRequest) async throws -> WebResponse {
        let form = RequestForm(try await request.form())
        let rules = try await office.rules()
        let asked: Set = ["category", "title", "content", "division"]
        let errors = form.errors(on: try await office.ground(rules, request.author))
            .filter { asked.contains($0.field) }
        guard errors.isEmpty else {
            return .page(try await first(form, errors, request), status: .unprocessableContent)
        }
        return .page(try await second(form, [], request)).header("Cache-Control", "no-store")
    }

    private func file(_ request: WebRequest) async throws -> WebResponse {
        let author = request.author
        let upload = try await UploadedForm.read(
            request, into: office.files, owner: author.account?.id, atMost: DetailsFields.mostFiles)
        let form = RequestForm(upload.form)
        do {
            guard upload.errors.isEmpty else { throw DomainError.invalid(upload.errors) }
            if author.account == nil { try limit.admit(request.address, at: request.now) }
            let matter = try await office.file(
                form, of: author, files: upload.files,
                channel: request.isKiosk ? FilingRecord.kiosk : "page", actor: request.sender)
            guard matter.root.applicant.accountID == nil else {
                return .redirect(to: RequestPath.mine(matter.root.number.text))
            }
            return .page(ReceiptPage(subject: matter.root).page, status: .created)
                .header("Cache-Control", "no-store")
        } catch DomainError.invalid(let errors) {
            return .page(try await second(form, errors, request), status: .unprocessableContent)
        }
    }

    private func first(
        _ form: RequestForm, _ errors: [FieldError], _ request: WebRequest
    ) async throws -> Page {
        FirstPage(
            form: form, rules: try await office.rules(), streets: try await office.streets(), errors: errors,
            isKnown: request.author.isKnown, token: request.csrf
        ).page
    }

    private func second(
        _ form: RequestForm, _ errors: [FieldError], _ request: WebRequest
    ) async throws -> Page {
        let alike = try await office.alike(form)
        return DetailsPage(
            form: form, alike: alike, rules: try await office.rules(),
            streets: try await office.streets(), organs: try await office.organs(), errors: errors,
            isKnown: request.author.isKnown, token: request.csrf
        ).page
    }
}

extension WebRequest {
    /// Who says something with this request.
    var author: Author { (principal as? SignedIn).map { .account($0.account) } ?? .nobody }

    /// Who acts with this request, for the journal; nobody in particular where nobody is signed in.
    fileprivate var sender: Actor {
        (principal as? SignedIn)?.actor(self)
            ?? Actor(accountID: 0, name: "群众", channel: channel.rawValue, address: address)
    }
}
