import Identity
import Messaging
import Refusals
import Storage
import WorkingTime

@testable import Content

/// What many stories begin with, and what they ask in the end.
extension EditorialHouse {
    /// Writes, reviews and publishes; gives the document.
    @discardableResult
    func publish(_ manuscript: Manuscript, in column: Column, of document: Int64? = nil) async throws -> Int64
    {
        let id = try await cleared(manuscript, in: column, of: document)
        try await editions.publish(id, by: seat("publisher"), at: clock.now)
        return try await edition(id).documentID
    }

    /// Writes and reviews; gives the edition.
    func cleared(_ manuscript: Manuscript, in column: Column, of document: Int64? = nil) async throws -> Int64
    {
        let id = try await editions.begin(
            in: column.id, manuscript, of: document, by: seat("editor"), at: clock.now)
        try await editions.submit(id, by: seat("editor"), at: clock.now)
        try await editions.clear(id, isConfirmed: true, opinion: nil, by: seat("reviewer"), at: clock.now)
        return id
    }

    /// Submits, reviews and publishes what has been written.
    func pass(_ id: Int64) async throws {
        try await editions.submit(id, by: seat("editor"), at: clock.now)
        try await editions.clear(id, isConfirmed: true, opinion: nil, by: seat("reviewer"), at: clock.now)
        try await editions.publish(id, by: seat("publisher"), at: clock.now)
    }

    func edition(_ id: Int64, for viewer: Viewer = .system) async throws -> Edition {
        try await database.read { try EditionStore.edition(id, for: viewer, in: $0) }
    }

    /// How many entries of the journal name an action.
    func entries(_ action: String) async throws -> Int {
        try await database.read {
            try $0.count("SELECT count(*) FROM journal_entry WHERE action = \(action) /* all */")
        }
    }

    /// What somebody has been told, the newest first.
    func told(_ login: String) async throws -> [String] {
        let id = try await account(login).id
        return try await database.read { try Inbox(of: id).messages(in: $0).items.map(\.sentence.chinese) }
    }
}
