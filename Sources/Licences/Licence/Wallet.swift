import Cases
import Codes
import Government
import Identity
import Refusals
import Storage
import WorkingTime

/// What a holder does with their licences: see, keep, show.
extension Licences {
    /// The licences of the person behind an account and of the enterprises it may act for in everything, the newest first.
    public func wallet(of account: Account) async throws -> [Licence] {
        try await database.read { tx in
            try LicenceStore.held(by: Self.codes(of: account, in: tx), in: tx)
        }
    }

    /// A licence with everything its holder may know of it.
    /// - Throws: `notFound` also for somebody else's.
    public func held(_ id: Int64, by account: Account) async throws -> HeldLicence {
        try await database.read { tx in
            let licence = try LicenceStore.held(id, by: Self.codes(of: account, in: tx), in: tx)
            return HeldLicence(
                licence: licence, signed: try LicenceStore.signed(id, in: tx),
                acts: try LicenceStore.acts(of: id, in: tx),
                uses: try LicenceUses.uses(of: id, in: tx),
                showings: try ShowingStore.showings(of: id, in: tx))
        }
    }

    /// The licences of an applicant, the newest first: what may stand in the place of uploads, and what would have been if
    /// it were in force.
    public func held(by applicant: Applicant) async throws -> [Licence] {
        try await database.read { try LicenceStore.held(by: [applicant.code], in: $0) }
    }

    /// The licence that carries a code, and the paper it stands on.
    public func licence(verificationCode code: String) async throws -> Licence? {
        try await database.read { try LicenceStore.licence(verificationCode: code, in: $0) }
    }

    static func codes(of account: Account, in tx: Transaction) throws -> [String] {
        guard !account.isStaff else { return [] }
        let person = try account.personID.flatMap { try Directory.person($0, in: tx) }
        return (person.map { [$0.identityNumber.text] } ?? []) + account.entities
    }
}

/// A licence with everything its holder may know of it.
public struct HeldLicence: Sendable {
    /// The licence.
    public let licence: Licence
    /// The signed file.
    public let signed: String
    /// What was done with it, the newest first.
    public let acts: [LicenceAct]
    /// Where it was used, the newest first.
    public let uses: [LicenceUse]
    /// When it was shown, the newest first.
    public let showings: [LicenceShowing]
}

extension Licence {
    /// The licence as a document: laid out on paper like everything that is issued.
    public var document: IssuedDocument {
        IssuedDocument(
            id: id, kind: .licence, title: name, number: number, holder: holder.name, organ: organ,
            organName: organName, issuedAt: issuedAt, validUntil: validUntil, facts: facts, paragraphs: [],
            verificationCode: verificationCode)
    }
}
