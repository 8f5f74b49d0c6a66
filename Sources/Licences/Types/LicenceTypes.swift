import Cases
import Foundation
import Journal
import Modules
import Refusals
import Storage
import WorkingTime
import Yams

/// The types of an installation: read by whoever begins a case, edited on the desk.
public struct LicenceTypes: Sendable {
    let database: Database

    /// The types of an installation.
    public init(database: Database) { self.database = database }

    /// A plan with what the types say today.
    public func apply(to plan: CasePlan, on day: CivilDate) async throws -> CasePlan {
        let codes = plan.licenceTypes
        guard !codes.isEmpty else { return plan }
        let types = try await database.read { try LicenceTypeStore.inForce(codes, on: day, in: $0) }
        return plan.following(types)
    }

    /// All types as they count on a day, by code.
    public static func inForce(on day: CivilDate, in tx: Transaction) throws -> [LicenceType] {
        try LicenceTypeStore.inForce(on: day, in: tx)
    }

    /// The tables alone, for what only refers to types.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public static func tables() throws -> Module {
        Module(name: "licences", migrations: try Migration.all(in: .module, module: "licences"))
    }

    /// All types as they count on a day.
    func inForce(on day: CivilDate) async throws -> [LicenceType] {
        try await database.read { try LicenceTypeStore.inForce(on: day, in: $0) }
    }

    /// The versions of a type, the newest first.
    /// - Throws: `notFound`.
    func versions(of code: String) async throws -> [LicenceType] {
        let versions = try await database.read { try LicenceTypeStore.versions(of: code, in: $0) }
        guard !versions.isEmpty else { throw DomainError.notFound("没有这个证照类型。") }
        return versions
    }

    /// Writes the next version of a type, or the first.
    ///
    /// - Throws: `invalid`, see ``LicenceType/revised(_:by:at:)``; `conflict` when a new type's code is taken.
    func save(
        _ code: String, _ draft: LicenceType.Draft, isNew: Bool, by actor: Actor, at now: Instant
    ) async throws {
        try await database.write { tx in
            try tx.exclude("licence-type")
            let last = try LicenceTypeStore.versions(of: code, in: tx).first
            if isNew, last != nil { throw DomainError.invalid("code", "这个类型代码已经有了，请在列表里打开修改。") }
            let type =
                try last?.revised(draft, by: actor, at: now)
                ?? LicenceType.first(code, draft, by: actor, at: now)
            try LicenceTypeStore.insert(type, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "licence_type.edited", subject: "licence-type/\(code)",
                    sentence: "\(actor.name)保存了证照类型「\(type.name)」第 \(type.version) 版，\(type.since.iso) 起生效。",
                    afterDigest: try Journal.digest(of: [type.name, type.organ] + type.fields)), in: tx)
        }
    }

    /// Puts the types of the sample district in, where they are not there yet.
    public func seed(at now: Instant) async throws {
        let delivered = try Self.delivered(at: now)
        try await database.write { tx in
            try tx.exclude("licence-type")
            for type in delivered {
                guard try LicenceTypeStore.versions(of: type.code, in: tx).isEmpty else { continue }
                try LicenceTypeStore.insert(type, in: tx)
            }
        }
    }

    private static func delivered(at now: Instant) throws -> [LicenceType] {
        let file = Bundle.module.bundleURL.appending(path: "Resources/licence-types.yaml")
        let list = try YAMLDecoder().decode(DeliveredTypes.self, from: Data(contentsOf: file))
        return list.types.map { type in
            LicenceType(
                code: type.code, version: 1, name: type.name, organ: type.organ,
                validity: type.validity_months.map { .months($0) } ?? .byItem, fields: type.fields,
                since: .first, editedBy: Signatory(accountID: 0, name: "随程序交付"), editedAt: now)
        }
    }
}

/// The file of the delivered types.
private struct DeliveredTypes: Decodable {
    struct Entry: Decodable {
        let code: String
        let name: String
        let organ: String
        let validity_months: Int?
        let fields: [String]
    }

    let types: [Entry]
}
