import Foundation
import Storage
import Synchronization
import TestSupport
import Testing

@Suite("What is announced")
struct NoticeTests {
    struct Refused: Error {}

    @Test("in a change that is undone is told to nobody; what follows is")
    func undone() async throws {
        let database = try await databaseOfLicences()
        // Other tests speak on the same server.
        let (undone, done) = ("undone-\(UUID())", "done-\(UUID())")
        let (topics, heard) = AsyncStream.makeStream(of: String.self)
        // On PostgreSQL the first word is nil: from now on nothing is missed.
        let (starts, started) = AsyncStream.makeStream(of: Void.self)
        database.observe { topic in
            if let topic { heard.yield(topic) } else { started.yield() }
        }
        if database.dialect == .postgresql { _ = await starts.first { true } }
        try? await database.write { tx in
            try tx.announce(undone)
            throw Refused()
        }
        try await database.write { try $0.announce(done) }
        #expect(await topics.first { [undone, done].contains($0) } == done)
    }

    @Test("is led by somebody: the only node there is")
    func leads() async throws {
        let database = try await databaseOfLicences()
        while await !database.leads("timers") { await Task.yield() }
        #expect(await database.leads("timers"))
    }
}
