import Foundation
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Files

@Suite("Removing uploads that nobody attached")
struct OrphanRemovalTests {
    @Test(
        "spares what is attached, what is young, and contents that either of them shares",
        arguments: Shelf.all)
    func spared(shelf: Shelf) async throws {
        try await withFileStore(on: shelf) { store, database, _ in
            let shared = try await store.receive(Sample.pdf, named: "旧.pdf", at: now.adding(seconds: -100))
            let attached = try await store.receive(Sample.pdf, named: "附.pdf", at: now.adding(seconds: -100))
            let young = try await store.receive(Sample.png, named: "新.png", at: now)
            try await database.write { try store.attach(attached.id, toCase: "A", owner: chenJing, in: $0) }

            #expect(try await store.removeOrphans(olderThan: now, at: now) == 1)

            let rest = try await names(in: database)
            #expect(rest == ["附.pdf", "新.png"])
            #expect(try await store.bytes(of: attached) == Sample.pdf)
            #expect(try await store.bytes(of: young) == Sample.png)
            #expect(attached.sha256 == shared.sha256)
        }
    }

    @Test("takes the content away with the last row that names it", arguments: Shelf.all)
    func removed(shelf: Shelf) async throws {
        try await withFileStore(on: shelf) { store, database, root in
            for _ in 1...2 {
                _ = try await store.receive(Sample.pdf, named: "旧.pdf", at: now.adding(seconds: -1))
            }
            #expect(try await store.places(under: root).count == 1)
            #expect(try await store.removeOrphans(olderThan: now, at: now) == 2)
            let rest = try await names(in: database)
            #expect(rest.isEmpty)
            #expect(try await store.places(under: root).isEmpty)
            #expect(try await store.removeOrphans(olderThan: now, at: now) == 0)
            let noted = try await database.read { try $0.count("SELECT count(*) FROM file_removal") }
            #expect(noted == 0)
        }
    }

    @Test(
        "puts a content back that a crash left aside although it is needed, once the removal is given up for lost",
        arguments: Shelf.all)
    func recovered(shelf: Shelf) async throws {
        struct Crash: Error {}
        let moment = Moment()
        try await withFileStore(on: shelf, around: { Disturbed($0, afterPutAside: moment.pass) }) {
            store, database, _ in
            let file = try await store.receive(Sample.pdf, named: "执照.pdf", at: now.adding(seconds: -1))
            moment.occasion { throw Crash() }
            await #expect(throws: Crash.self) { try await store.removeOrphans(olderThan: now, at: now) }
            try await database.write { try store.attach(file.id, toCase: "A", owner: chenJing, in: $0) }

            try await store.removeOrphans(olderThan: now, at: now.adding(seconds: 3_599))
            await #expect(throws: ContentUnavailable.self) { try await store.bytes(of: file) }

            try await store.removeOrphans(olderThan: now, at: now.adding(seconds: 3_600))
            #expect(try await store.bytes(of: file) == Sample.pdf)
        }
    }

    @Test(
        "spares an equal content that arrives just then, before or after the rows were asked",
        arguments: Shelf.all, [true, false])
    func equalArrives(shelf: Shelf, isBefore: Bool) async throws {
        let moment = Moment()
        let disturb = { (base: any ContentStore) in
            isBefore
                ? Disturbed(base, afterPutAside: moment.pass) : Disturbed(base, beforeDiscard: moment.pass)
        }
        try await withFileStore(on: shelf, around: disturb) { store, database, _ in
            _ = try await store.receive(Sample.pdf, named: "旧.pdf", at: now.adding(seconds: -1))
            moment.occasion { _ = try await store.receive(Sample.pdf, named: "新.pdf") }

            #expect(try await store.removeOrphans(olderThan: now, at: now) == 1)

            let rest = try await database.read {
                try $0.rows("SELECT * FROM file_object /* all */").map(StoredFile.init)
            }
            #expect(rest.map(\.name) == ["新.pdf"])
            for file in rest { #expect(try await store.bytes(of: file) == Sample.pdf) }
        }
    }

    @Test("leaves to another node what that one has in hand", arguments: Shelf.all)
    func twoNodes(shelf: Shelf) async throws {
        let moment = Moment()
        try await withFileStore(on: shelf, around: { Disturbed($0, afterPutAside: moment.pass) }) {
            store, database, root in
            let file = try await store.receive(Sample.pdf, named: "旧.pdf", at: now.adding(seconds: -1))
            moment.occasion {
                #expect(try await store.removeOrphans(olderThan: now, at: now) == 0)
                try await database.write { try store.attach(file.id, toCase: "A", owner: chenJing, in: $0) }
            }
            #expect(try await store.removeOrphans(olderThan: now, at: now) == 0)
            #expect(try await store.bytes(of: file) == Sample.pdf)
        }
    }

    @Test(
        "takes away what arrived although its upload failed, but not under an upload that succeeded",
        arguments: Shelf.all)
    func answerLost(shelf: Shelf) async throws {
        let moment = Moment()
        try await withFileStore(on: shelf, around: { Disturbed($0, afterKeep: moment.pass) }) {
            store, database, root in
            for content in [Sample.pdf, Sample.png] {
                moment.occasion { throw ContentUnavailable.outOfReach("the answer was lost") }
                await #expect(throws: ContentUnavailable.self) {
                    try await store.receive(content, named: content == Sample.pdf ? "执照.pdf" : "图.png")
                }
            }
            let again = try await store.receive(Sample.png, named: "图.png")
            #expect(try await names(in: database) == ["图.png"])
            #expect(try await store.places(under: root).count == 2)

            try await store.removeOrphans(olderThan: now, at: now.adding(seconds: 3_600))

            #expect(try await store.places(under: root) == [ContentPath.place(of: again.sha256)])
            #expect(try await store.bytes(of: again) == Sample.png)
        }
    }

    private func names(in database: Database) async throws -> [String] {
        try await database.read {
            try $0.rows("SELECT name FROM file_object ORDER BY id /* all */").map { try $0.text("name") }
        }
    }
}
