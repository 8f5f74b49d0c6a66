import Cases
import Government
import Identity
import Journal
import Messaging
import Modules
import Refusals
import Storage
import Web
import WorkingTime

/// Electronic licences (电子证照): their types, issuing and signing, where they stand, the holder's wallet, showing and
/// checking them, and their use in the place of uploads.
///
/// It stands below the hall and the desk, which both show licences (docs/adr/0048).
public struct Licences: Sendable {
    let database: Database
    let cases: Cases
    let directory: Directory
    /// What signs them.
    public let signers: LicenceSigners
    let outbox: Outbox
    /// The types of licences.
    public let types: LicenceTypes

    /// The licences of an installation.
    public init(
        database: Database, cases: Cases, directory: Directory, signers: LicenceSigners, outbox: Outbox
    ) {
        (self.database, self.cases, self.directory) = (database, cases, directory)
        (self.signers, self.outbox) = (signers, outbox)
        types = LicenceTypes(database: database)
    }

    /// The keys licences are checked with.
    public var keys: LicenceKeys { signers.keys }

    /// What it contributes.
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let tidying = Job(name: "licences.tidying", intervalSeconds: 3_600) { [database] now in
            let cutoff = now.adding(seconds: -Self.keptDays * 86_400)
            try await database.write { try LicenceUses.tidy(before: cutoff, in: $0) }
        }
        return Module(
            name: "licences", migrations: try Migration.all(in: .module, module: "licences"),
            routes: TypePages(types: types, directory: directory).routes
                + LicenceDeskPages(licences: self).routes + FileCheckPages(licences: self).routes
                + LicencesAPI(licences: self).routes,
            jobs: [tidying, Adoption(database: database, cases: cases, signers: signers).job])
    }

    /// How long a consent to an application that is not handed in is kept, in days: longer than any draft.
    private static let keptDays = 60

    /// Changes a licence by one of its rules: row, acts, messages and journal entry in one transaction.
    ///
    /// - Parameter organs: those whose licences the officer looks after.
    /// - Throws: `notFound` for another organ's licence, and what the rule refuses.
    @discardableResult
    public func change(
        _ id: Int64, of organs: Set<String>, by actor: Actor, at now: Instant,
        _ rule: @escaping @Sendable (inout Licence) throws -> Void
    ) async throws -> Licence {
        try await database.write { [outbox] tx in
            try tx.lock("licence", id: id)
            var licence = try LicenceStore.issued(id, by: organs, in: tx)
            try rule(&licence)
            try LicenceWriting.save(licence, in: tx)
            for act in licence.acts {
                try Journal.append(licence.entry(act, by: actor), in: tx)
                guard act.kind.isTold, let account = licence.accountID else { continue }
                try outbox.enqueue(
                    to: account, about: "licence/\(licence.id)", licence.notice(act), at: now, in: tx)
            }
            return licence
        }
    }
}

extension Licence {
    fileprivate func entry(_ act: LicenceAct, by actor: Actor) -> JournalEntry {
        JournalEntry(
            at: act.at, actor: actor, action: "licence.\(act.kind.rawValue)", subject: "licence/\(id)",
            sentence: "\(actor.name)：\(act.kind.chinese)「\(name)」（\(number)）。原因：\(act.reason ?? "")",
            detail: ["state": state.rawValue])
    }

    fileprivate func notice(_ act: LicenceAct) -> Sentence {
        let word = act.kind == .revoked ? ground?.chinese ?? "吊销" : act.kind.chinese
        return "\(organName)\(word)了您的「\(name)」（\(number)）。原因：\(act.reason ?? "")"
    }
}
