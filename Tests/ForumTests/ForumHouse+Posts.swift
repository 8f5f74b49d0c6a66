import Storage

@testable import Forum

extension ForumHouse {
    func post(_ id: Int64) async throws -> Post {
        try await database.read { try PostStore.post(id, in: $0) }
    }
}
