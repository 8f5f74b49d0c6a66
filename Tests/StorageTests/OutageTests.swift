import Refusals
import Synchronization
import Testing

@testable import Storage

/// What the log says of an outage, told with a clock of the test's own.
@Suite("An outage of the database")
struct OutageTests {
    private let start = ContinuousClock.now
    private let gone = StorageError.unreachable("connection refused")

    @Test("is told once when it begins, then every ten seconds, with how many were refused")
    func begins() {
        var course = OutageCourse()
        var told: [OutageNews] = []
        for tenth in 0..<250 {
            let now = start + .milliseconds(100 * tenth)
            if let news = course.failed(.read, gone, at: now) { told.append(news) }
        }
        #expect(
            told == [.began(gone), .goesOn(seconds: 10, refused: 101), .goesOn(seconds: 20, refused: 201)])
    }

    @Test("is over when reads and changes go well again for a while, and lasted until they first did")
    func ends() {
        var course = OutageCourse()
        _ = course.failed(.read, gone, at: start)
        _ = course.failed(.write, gone, at: start + .seconds(4))
        #expect(course.succeeded(.read, at: start + .seconds(60)) == nil)
        #expect(course.succeeded(.read, at: start + .seconds(70)) == nil)
        #expect(course.succeeded(.write, at: start + .seconds(71)) == nil)
        #expect(course.succeeded(.read, at: start + .seconds(75)) == .ended(seconds: 71, refused: 2))
        #expect(course.succeeded(.write, at: start + .seconds(76)) == nil)
        #expect(course.failed(.write, gone, at: start + .seconds(80)) == .began(gone))
    }

    @Test("goes on while a full disk refuses one change and takes the next")
    func flutters() {
        var course = OutageCourse()
        #expect(course.failed(.write, .full, at: start) == .began(.full))
        for second in 1..<9 {
            #expect(course.succeeded(.write, at: start + .seconds(second)) == nil)
            #expect(course.failed(.write, .full, at: start + .seconds(second)) == nil)
        }
    }

    @Test("is told by the database itself; a refusal of the rules is none, nor is one slow statement")
    func isReported() async throws {
        let told = Mutex<[OutageNews]>([])
        try await withDatabaseFile { database, _ in
            database.reportOutages { news in told.withLock { $0.append(news) } }
            await #expect(throws: StorageError.self) {
                try await database.write { try $0.execute("INSERT INTO nowhere VALUES (1)") }
            }
            #expect(told.withLock { $0.isEmpty })
            _ = try await database.write { try $0.rows("PRAGMA query_only = 1") }
            for id in Int64(1)...3 {
                await #expect(throws: DatabaseUnavailable(.readOnly)) {
                    try await database.write { try $0.add(person: id, "陈静") }
                }
            }
        }
        // That it goes on is told after a while, and this machine may be slow.
        let news = told.withLock { $0 }.filter { if case .goesOn = $0 { false } else { true } }
        #expect(news == [.began(.readOnly)])
        #expect(DatabaseUnavailable(.full).isReported && !DatabaseUnavailable(.timeout).isReported)
    }
}
