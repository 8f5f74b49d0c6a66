import DecisionModel
import Foundation
import Storage
import WorkingTime
import Yams

/// The kinds that come with the program.
enum DeliveredKinds {
    private struct Entry: Decodable {
        let key: String
        let name: String
        let basis: String
        let organ: String
        let limit: String?
        let promise: Bool?
        let house: Bool?
        let roles: SupervisedKind.Roles
        let schema: String

        func kind() throws -> SupervisedKind {
            SupervisedKind(
                key: key, name: name, basis: basis, organ: organ,
                schema: try JSONDecoder().decode(Value.self, from: Data(schema.utf8)), roles: roles,
                limit: limit, promise: promise)
        }
    }

    private static func entries() throws -> [Entry] {
        let file = Bundle.module.bundleURL.appending(path: "Resources/kinds.yaml")
        return try YAMLDecoder().decode([Entry].self, from: Data(contentsOf: file))
    }

    /// - Throws: a decoding error when the delivered file is damaged.
    static func all() throws -> [SupervisedKind] { try entries().map { try $0.kind() } }

    /// The keys of kinds that other features of the house report, whatever version of them a district has written. What
    /// they report was reviewed there: nobody hands it in by file or program.
    static let fedByHouse = Set(((try? entries()) ?? []).filter { $0.house == true }.map(\.key))

    /// Some records of a kind, as its organ would send them; nil for a kind that came with no sample.
    static func sample(_ key: String) -> String? {
        let file = Bundle.module.bundleURL.appending(path: "Resources/Samples/\(key).csv")
        return try? String(contentsOf: file, encoding: .utf8)
    }

    /// Puts those that nobody has a version of into the tables.
    static func install(at now: Instant, in tx: Transaction) throws {
        try tx.exclude("supervised-kinds")
        let known = Set(try KindStore.kinds(in: tx).map(\.kind.key))
        for kind in try all() where !known.contains(kind.key) {
            try KindStore.insert(
                KindVersion(
                    id: tx.ids.next(), version: 1, kind: kind, editedByName: "随程序交付", editedAt: now), in: tx)
        }
    }
}
