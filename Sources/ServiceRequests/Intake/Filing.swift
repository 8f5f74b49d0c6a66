import Cases
import Codes
import Files
import Government
import Identity
import Journal
import Refusals
import Storage
import Wordings
import WorkingTime

/// What another part of the house writes when a request of this number is filed: with it, or not at all.
public typealias FilingCompanion = @Sendable (_ number: String, Transaction) throws -> Void

/// In whose name a request comes in.
enum Author: Sendable {
    /// Somebody who is signed in.
    case account(Account)
    /// Somebody who stands at a counter or calls, as a clerk or an agent of the hotline enters them.
    case caller(name: String, phone: String)
    /// Nobody we know.
    case nobody

    var account: Account? { if case .account(let account) = self { account } else { nil } }
    var isKnown: Bool { if case .nobody = self { false } else { true } }
}

extension RequestOffice {
    /// Takes in a request: the office of its track registers it and names the organ that answers.
    ///
    /// - Parameters:
    ///   - files: what was uploaded with it.
    ///   - origin: the program or the page of ours through which it came, where that is not the form.
    ///   - beside: what another part of the house keeps of it, in the same transaction.
    /// - Throws: `invalid` naming every field that is wrong, also the same words while they are being dealt with; `tooMany`
    ///   for one account beyond its day's allowance.
    func file(
        _ form: RequestForm, of author: Author, files: [StoredFile] = [], channel: String, actor: Actor,
        origin: String? = nil, once: Idempotency.Request? = nil, beside: FilingCompanion? = nil
    ) async throws -> Matter {
        let surroundings = try await surroundings()
        let rules = surroundings.rules
        let errors = form.errors(on: surroundings.ground(author))
        guard errors.isEmpty, let category = rules.category(form.category),
            let kind = rules.kind(form.kind)
        else { throw DomainError.invalid(errors) }
        if let account = author.account { try await admit(form, account, rules) }
        let process = RequestProcess(category.track)
        let office = try await organ(rules.offices[category.track] ?? "")
        let pseudonym = pseudonym(form, category, author)
        if pseudonym == .anonymous, !files.isEmpty {
            throw DomainError.invalid("file1", "文件会透露是谁上传的，不署名的请不要附文件。")
        }
        let evidence = files.map {
            FiledMaterial(
                requirement: RequestRules.evidence, fileID: $0.id, name: $0.name, filedAt: cases.now)
        }
        let filing = Filing(
            plan: rules.plan(process, at: office, days: kind.days, isUrgent: form.isUrgent),
            applicant: try await applicant(author, under: pseudonym),
            channel: channel, form: form.values(round: 1, earlier: nil, origin: origin),
            materials: evidence,
            // A ticket runs from the hour it came in; a petition from its acceptance (信访工作条例 art. 34).
            receivedAt: process == .ticket ? cases.now : nil)
        let actor = pseudonym?.actor(actor) ?? actor
        guard let beside else { return try await cases.file(filing, by: actor, once: once) }
        return try await cases.file(filing, by: actor) { matter, tx in
            try beside(matter.root.number.text, tx)
            return matter
        }
    }

    private func pseudonym(_ form: RequestForm, _ category: RequestCategory, _ author: Author) -> Pseudonym? {
        if form.isAnonymous || !author.isKnown { return .anonymous }
        return category.isProtected ? .protected : nil
    }

    private func applicant(_ author: Author, under pseudonym: Pseudonym?) async throws -> Applicant {
        if let pseudonym { return pseudonym.applicant(pseudonym == .protected ? author.account : nil) }
        switch author {
        case .nobody: return Pseudonym.anonymous.applicant(nil)
        case .caller(let name, let phone):
            return Applicant(kind: .person, name: name, code: "", phone: phone)
        case .account(let account):
            guard let id = account.personID, let person = try await directory.person(id) else {
                return Applicant(kind: .person, name: account.displayName, code: "", accountID: account.id)
            }
            return Applicant(
                kind: .person, name: person.name, code: person.identityNumber.text, personID: person.id,
                accountID: account.id, phone: person.phone)
        }
    }

    /// One person does not flood the house, and is shown what they have already said.
    private func admit(_ form: RequestForm, _ account: Account, _ rules: RequestRules) async throws {
        let digest = Wording.digest(form.title + form.content)
        let now = cases.now
        let (today, same) = try await database.read { tx in
            (
                try RequestStore.count(of: account.id, since: now.adding(seconds: -86_400), in: tx),
                try RequestStore.open(digest: digest, of: account.id, in: tx)
            )
        }
        if let same {
            throw DomainError.invalid("content", "同样的内容您已经提交过，编号 \(same)，正在办理，不用重复提交。")
        }
        guard today < rules.limits.daily else {
            throw DomainError.tooMany(
                "一天最多提交 \(rules.limits.daily) 件，请明天再来，或者拨打 12345。", retryAfterSeconds: 3_600)
        }
    }
}
