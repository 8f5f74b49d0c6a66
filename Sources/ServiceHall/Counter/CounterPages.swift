import Cases
import Codes
import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Services
import Storage
import Web

/// Applying for the person at the counter: the clerk looks them up, compares the paper they brought, and
/// begins the same application as on the page (窗口代办).
struct CounterPages: Sendable {
    let library: ServiceLibrary
    let applicants: Applicants
    let assuring: Assuring
    let database: Database

    var routes: [Route] {
        [
            .get(CounterPath.counter, .may(.fileAtCounter), "窗口代办") { request, _ in
                .page(CounterPage(token: request.csrf).page)
            },
            .post(CounterPath.counter, .may(.fileAtCounter), journal: "person.looked_up", "窗口代办") {
                try await look(up: $0, $1)
            },
            .post(CounterPath.assurance, .may(.assurePersons), journal: "account.assured", "当面核验身份") {
                try await confirm($0, $1)
            },
        ]
    }

    /// The number travels in the body, never in an address: addresses end up in logs.
    private func look(up request: WebRequest, _ clerk: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        var page = CounterPage(code: form["code"] ?? "", words: form["q"] ?? "", token: request.csrf)
        do {
            let code = try CounterPages.known(page.code)
            let applicant = try await journalled(code, by: clerk, request)
            page.found = applicant
            page.assurance = try await level(of: applicant)
            page.services = services(for: applicant, words: page.words)
            return .page(page.page)
        } catch let refusal as DomainError {
            page.error = try refusal.error
            return .page(page.page, status: .unprocessableContent)
        }
    }

    /// The clerk says that the person in front of them is the one on the card they brought.
    private func confirm(_ request: WebRequest, _ clerk: OfficerContext) async throws -> WebResponse {
        let code = try CounterPages.known(try await request.form()["code"] ?? "")
        let applicant = try await journalled(code, by: clerk, request)
        guard let person = applicant.personID else { throw DomainError.conflict("只有个人须当面核验身份。") }
        try await assuring.confirm(
            person: person, by: clerk.account, clerk.actor(request), at: request.now)
        return .page(
            CounterPage(
                code: code.text, found: applicant, services: services(for: applicant, words: ""),
                assurance: try await level(of: applicant), token: request.csrf
            ).page)
    }

    private func level(of applicant: Applicant) async throws -> Assurance? {
        guard let person = applicant.personID else { return nil }
        return try await assuring.level(ofPerson: person)
    }

    /// Looks somebody up. The entry about the read is durable before what was read leaves the house
    /// (个人信息保护法 art. 51).
    private func journalled(
        _ code: Code, by clerk: OfficerContext, _ request: WebRequest
    ) async throws -> Applicant {
        let actor = clerk.actor(request)
        do {
            let applicant = try await applicants.named(code.text, by: clerk.account, for: nil)
            let subject = applicant.personID.map(Journal.readings(ofPerson:)) ?? code.masked
            try await record(code, subject, .done, by: actor, request)
            return applicant
        } catch let refusal as DomainError {
            try await record(code, code.masked, .refused, by: actor, request)
            throw refusal
        }
    }

    private func record(
        _ code: Code, _ subject: String, _ outcome: JournalEntry.Outcome, by actor: Actor,
        _ request: WebRequest
    ) async throws {
        let entry = JournalEntry(
            at: request.now, actor: actor, action: Journal.lookUpAction, subject: subject, outcome: outcome,
            sentence: "\(actor.name)在窗口查询了\(code.masked)的登记信息。",
            detail: ["code": code.masked, "code_digest": try Journal.digest(of: code.text)])
        try await database.write { _ = try Journal.append(entry, in: $0) }
    }

    private func services(for applicant: Applicant, words: String) -> [PublicService] {
        let audience: Audience = applicant.kind == .person ? .person : .enterprise
        let query = ServiceQuery(words: words.isEmpty ? nil : words, audience: audience)
        return Array(library.catalogue.services(query).prefix(20))
    }
}

extension CounterPages {
    /// A number that can be looked up, and how it is shown.
    private struct Code {
        let text: String
        let masked: String
    }

    /// - Throws: `invalid` with what is wrong with the number.
    private static func known(_ text: String) throws -> Code {
        guard !text.isEmpty else { throw DomainError.invalid("code", "请输入身份证号码或者统一社会信用代码。") }
        if let number = try? IdentityNumber(text) { return Code(text: number.text, masked: number.masked) }
        if let code = try? CreditCode(text) { return Code(text: code.text, masked: code.text) }
        throw DomainError.invalid("code", "号码不对，请核对 18 位的身份证号码或者统一社会信用代码。")
    }
}

extension DomainError {
    /// What is wrong with the number that was typed; other refusals go on.
    fileprivate var error: FieldError {
        get throws {
            switch self {
            case .invalid(let errors) where !errors.isEmpty: errors[0]
            case .notFound(let sentence): FieldError("code", sentence)
            default: throw self
            }
        }
    }
}
