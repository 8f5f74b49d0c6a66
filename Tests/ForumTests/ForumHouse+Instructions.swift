import HTTPTypes
import HummingbirdTesting
import Messaging
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Forum
@testable import Identity

extension ForumHouse {
    /// A leader instructs, as the order does it.
    func instruct(_ post: Int64, order: String = "ORDER-1", as name: String = "leader")
        async throws
    {
        let actor = try await actor(name)
        try await database.write { tx in
            try Forum.noteInstruction(post, order: order, outbox: Outbox(), by: actor, at: noon, in: tx)
        }
    }

    func delete(_ post: Int64, as name: String) async throws {
        try await visit(as: name) { client async throws in
            #expect(try await client.press(ForumPath.act(String(post), "deletion")).status == .seeOther)
        }
    }

    func instructions() async throws -> Int {
        try await database.read { try $0.count("SELECT count(*) FROM forum_instruction /* all */") }
    }

    func page(of post: Int64, for name: String) async throws -> String? {
        let account = try await account(name)
        let officer = try #require(
            OfficerContext(SignedIn(account: account, sessionID: name, provedAt: noon)))
        return try await database.read { try Forum.page(of: post, for: officer, at: noon, in: $0) }
    }
}
