import Foundation
import Yams

/// What the roles may do before anybody changed anything, as it stands in `Resources/grants.yaml`.
struct DeliveredGrants: Decodable, Sendable {
    let grants: [Entry]

    /// One power, with the roles that have it.
    struct Entry: Decodable, Sendable {
        let power: String
        let roles: [Role]
        let scope: GrantScope
        let grade: DataGrade?

        var all: [Grant] { roles.map { Grant($0, power, GrantTerms(scope, grade ?? .masked)) } }
    }

    /// What the resources hold, read once: they change with the program and not while it runs.
    /// - Throws: a decoding error when the delivered file is damaged.
    static func read() throws -> Grants { try file.get() }

    private static let file = Result {
        let file = Bundle.module.bundleURL.appending(path: "Resources/grants.yaml")
        return Grants(
            try YAMLDecoder().decode(DeliveredGrants.self, from: Data(contentsOf: file)).grants.flatMap(\.all)
        )
    }
}

extension Grants {
    /// What came with the program. Nothing at all where the file is damaged: then nobody is let in, and the start of
    /// the server says why (``Identity/module()`` reads it too).
    public static let delivered = (try? DeliveredGrants.read()) ?? Grants()
}
