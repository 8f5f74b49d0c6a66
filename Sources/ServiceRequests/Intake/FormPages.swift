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

    var routes: [Route] {
        [
            .get(RequestPath.form, .anyone, "我要反映") { request, _ in
                var form = RequestForm()
                form.category = request.query("category") ?? ""
                return .page(first(form, [], try await office.surroundings(), request)).header(
                    "Cache-Control", "no-store")
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
        let surroundings = try await office.surroundings()
        let asked: Set = ["category", "title", "content", "division"]
        let errors = try await office.errors(in: form, of: request.author, on: surroundings)
            .filter { asked.contains($0.field) }
        guard errors.isEmpty else {
            return .page(first(form, errors, surroundings, request), status: .unprocessableContent)
        }
        return .page(try await second(form, [], surroundings, request)).header("Cache-Control", "no-store")
    }

    private func file(_ request: WebRequest) async throws -> WebResponse {
        let author = request.author
        let upload = try await UploadedForm.read(
            request, into: office.files, owner: author.account?.id, atMost: DetailsFields.mostFiles)
        let form = RequestForm(upload.form)
        do {
            guard upload.errors.isEmpty else { throw DomainError.invalid(upload.errors) }
            if author.account == nil { try office.unnamed.admit(request.address, at: request.now) }
            let matter = try await office.file(
                form, of: author, files: upload.files,
                channel: request.isKiosk ? FilingRecord.kiosk : "page", actor: request.sender)
            guard matter.root.applicant.accountID == nil else {
                return .redirect(to: RequestPath.mine(matter.root.number.text))
            }
            return .page(ReceiptPage(subject: matter.root).page, status: .created)
                .header("Cache-Control", "no-store")
        } catch DomainError.invalid(let errors) {
            let page = try await second(form, errors, try await office.surroundings(), request)
            return .page(page, status: .unprocessableContent)
        }
    }

    private func first(
        _ form: RequestForm, _ errors: [FieldError], _ surroundings: Surroundings, _ request: WebRequest
    ) -> Page {
        FirstPage(
            form: form, surroundings: surroundings, errors: errors, isKnown: request.author.isKnown,
            token: request.csrf
        ).page
    }

    private func second(
        _ form: RequestForm, _ errors: [FieldError], _ surroundings: Surroundings, _ request: WebRequest
    ) async throws -> Page {
        DetailsPage(
            form: form, alike: try await office.alike(form), surroundings: surroundings, errors: errors,
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
