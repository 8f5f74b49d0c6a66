import Cases
import Codes
import Files
import Government
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What another part of the house writes when a request of this number is filed: with it, or not at all.
public typealias FilingCompanion = @Sendable (_ number: String, Transaction) throws -> Void

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
        // What comes again is answered before it is looked at: it would be found to have been said before.
        try await self.once(once) {
            try await fileNew(
                form, of: author, files: files, channel: channel, actor: actor, origin: origin, once: once,
                beside: beside)
        } again: {
            try await cases.matter($0, for: .system)
        }
    }

    private func fileNew(
        _ form: RequestForm, of author: Author, files: [StoredFile], channel: String, actor: Actor,
        origin: String?, once: Idempotency.Request?, beside: FilingCompanion?
    ) async throws -> Matter {
        let surroundings = try await surroundings()
        let rules = surroundings.rules
        let errors = try await errors(in: form, of: author, on: surroundings)
        guard errors.isEmpty, let category = rules.category(form.category) else {
            throw DomainError.invalid(errors)
        }
        let pseudonym = pseudonym(form, category, author)
        if pseudonym == .anonymous, !files.isEmpty {
            throw DomainError.invalid("file1", "文件会透露是谁上传的，不署名的请不要附文件。")
        }
        if pseudonym == .anonymous, let account = author.account {
            try unnamed.admit("account:\(account.id)", at: cases.now)
        }
        let (process, key) = try rules.intake(of: category, against: form.against)
        let office = try surroundings.organ(key)
        let applicant = try await applicant(author, under: pseudonym)
        let days = rules.kind(form.kind)?.days ?? 0
        var plan = rules.plan(process, at: office, days: days, isUrgent: form.isUrgent)
        plan.recused = form.against.isEmpty ? nil : [form.against]
        // Which one of its account's it is would tell of an unnamed one whose it is.
        return try await inTurn(form, pseudonym == .anonymous ? nil : author.account, rules) { form in
            let filing = Filing(
                plan: plan, applicant: applicant, channel: channel,
                form: form.values(round: 1, earlier: nil, origin: origin, names: pseudonym == nil),
                materials: evidence(files),
                receivedAt: form.receivedAt(cases.now))
            return try await file(
                filing, by: pseudonym?.actor(actor) ?? actor, once: once,
                hiding: pseudonym == .protected ? author.hidden(speakingFor: form.names) : nil,
                beside: pseudonym == nil ? beside : concluding(form.call, and: beside))
        }
    }

    /// A call in which nobody is to be named has come to a request as well, but it does not say to which: the number from which
    /// it came would tell who it was.
    private func concluding(_ call: String, and beside: FilingCompanion?) -> FilingCompanion? {
        guard let id = Int64(call) else { return beside }
        return { [aid, cases] number, tx in
            try aid.conclude(id, "", cases.now, tx)
            try beside?(number, tx)
        }
    }

    /// With what stands beside it, or nothing of it.
    private func file(
        _ filing: Filing, by actor: Actor, once: Idempotency.Request?, hiding author: HiddenAuthor?,
        beside: FilingCompanion?
    ) async throws -> Matter {
        guard author != nil || beside != nil else {
            return try await cases.file(filing, by: actor, once: once)
        }
        return try await cases.file(filing, by: actor) { matter, tx in
            try author?.keep(of: matter.root.id, in: tx)
            try beside?(matter.root.number.text, tx)
            try once?.remember(matter.root.number.text, at: cases.now, in: tx)
            return matter
        }
    }

    private func evidence(_ files: [StoredFile]) -> [FiledMaterial] {
        files.map {
            FiledMaterial(
                requirement: RequestRules.evidence, fileID: $0.id, name: $0.name, filedAt: cases.now)
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
}
