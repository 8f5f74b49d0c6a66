import Crypto
import Foundation
import Refusals
import Storage
import Testing

@testable import Journal

@Suite("A leaf hash")
struct LeafHashTests {
    @Test("no longer fits when anything of the entry was changed")
    func changed() async throws {
        let stored = try await appended()
        let other = [
            StoredEntry(stored, id: stored.id + 1),
            StoredEntry(stored, salt: String(repeating: "0", count: 32)),
            StoredEntry(stored, salt: "xyz"),
            StoredEntry(stored, leafHash: String(repeating: "0", count: 64)),
            StoredEntry(stored, entry: acceptance(of: "441202202611210001248")),
            StoredEntry(stored, entry: acceptance(isPublic: false)),
        ]
        #expect(other.allSatisfy { !Journal.verify($0) })
    }

    @Test("fits what was stored and read back")
    func unchanged() async throws {
        let stored = try await appended()
        #expect(stored.leafIndex == nil)
        #expect(Journal.verify(stored))
    }

    @Test("is SHA-256 over 0x00, the salt and the canonical JSON, so that anyone can recompute it")
    func format() async throws {
        let stored = try await appended()
        let json = """
            {"action":"case.accepted","actorID":"1002","actorName":"李敏","actorOrgan":"scjg",\
            "actorRoles":["officer"],"address":"10.0.0.7","afterDigest":"ab12","at":1795227840000,\
            "channel":"page","detail":{"form":"a/b","step":"受理"},"id":"\(stored.id)","isPublic":true,\
            "outcome":"done","parameters":["李敏"],"subject":"441202202611210001230","template":"{} 受理了申请。"}
            """
        let salt = stride(from: 0, to: 32, by: 2).compactMap {
            UInt8(stored.salt.dropFirst($0).prefix(2), radix: 16)
        }
        let digest = SHA256.hash(data: Data([0x00] + salt + Array(json.utf8)))
        #expect(digest.map { String(format: "%02x", $0) }.joined() == stored.leafHash)
    }

    @Test("differs for equal entries: nobody can guess the content from it")
    func salted() async throws {
        let database = try await databaseOfEntries()
        let hashes = try await database.write { transaction in
            try (1...50).map { _ in try Journal.append(acceptance(), in: transaction).leafHash }
        }
        #expect(Set(hashes).count == 50)
    }

    @Test("of a state is the same for equal states, and another for others")
    func digests() throws {
        #expect(try Journal.digest(of: ["b": 1, "a": 2]) == Journal.digest(of: ["a": 2, "b": 1]))
        #expect(try Journal.digest(of: ["a": 1]) != Journal.digest(of: ["a": 2]))
    }

    private func appended() async throws -> StoredEntry {
        let database = try await databaseOfEntries()
        let written = try await database.write { try Journal.append(acceptance(), in: $0) }
        let read = try await database.read {
            try Journal.entries(subject: written.entry.subject, onlyPublic: true, limit: 1, in: $0)
        }
        #expect(read == [written])
        return try #require(read.first)
    }
}

extension StoredEntry {
    fileprivate init(
        _ other: StoredEntry, id: Int64? = nil, entry: JournalEntry? = nil, salt: String? = nil,
        leafHash: String? = nil
    ) {
        self.init(
            id: id ?? other.id, entry: entry ?? other.entry, salt: salt ?? other.salt,
            leafHash: leafHash ?? other.leafHash, leafIndex: nil)
    }
}
