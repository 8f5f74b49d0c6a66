import Codes
import Foundation
import Government
import Yams

/// The accounts of a demonstration, as they stand in `Resources/demo-accounts.yaml`.
struct DemoAccounts: Decodable, Sendable {
    /// The password all of them share, shown on the sign-in page of a demonstration.
    let password: String
    /// In the order of the sign-in page.
    let groups: [Group]

    /// Accounts that are listed together.
    struct Group: Decodable, Sendable {
        let title: String
        let accounts: [Entry]
    }

    /// One account: of a resident, who has a `person`, or of somebody with posts.
    struct Entry: Decodable, Sendable {
        let account: String
        let name: String
        let person: IdentityNumber?
        let posts: [Post]?
        /// The office in which the posts stand.
        let office: String?
        let entities: [CreditCode]?
        let assurance: Assurance?
    }

    /// The accounts of the resources, read once.
    /// - Throws: a decoding error when the delivered file is damaged.
    static func delivered() throws -> DemoAccounts { try file.get() }

    private static let file = Result {
        let file = Bundle.module.bundleURL.appending(path: "Resources/demo-accounts.yaml")
        return try YAMLDecoder().decode(DemoAccounts.self, from: Data(contentsOf: file))
    }

    /// Every account, in order.
    var entries: [Entry] { groups.flatMap(\.accounts) }
}
