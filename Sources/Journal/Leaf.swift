import Crypto
import Foundation
import Refusals
import Storage
import WorkingTime

/// What an entry's leaf hash commits to, and how: `SHA-256(0x00 ‖ salt ‖ canonical JSON)`.
///
/// The prefix 0x00 is RFC 6962 §2.1's for leaves, so that a leaf can never be passed off as a node. The
/// salt lets the content be erased later: without it the hash tells nothing. The canonical JSON has its
/// keys sorted, no spaces, absent values left out, and ids as strings (RFC 8785 knows no 64-bit numbers).
struct Leaf: Encodable {
    static let saltLength = 16

    // In the order in which they are written.
    let action: String
    let actorID: String
    let actorName: String
    let actorOrgan: String?
    let actorRoles: [String]
    let address: String
    let afterDigest: String?
    let at: Int64
    let beforeDigest: String?
    let channel: String
    let detail: [String: String]
    let id: String
    let isPublic: Bool
    let outcome: JournalEntry.Outcome
    let parameters: [String]
    let subject: String
    let template: String

    init(id: Int64, _ entry: JournalEntry) {
        self.id = String(id)
        at = entry.at.milliseconds
        actorID = String(entry.actor.accountID)
        actorName = entry.actor.name
        actorOrgan = entry.actor.organ
        actorRoles = entry.actor.roles
        action = entry.action
        subject = entry.subject
        outcome = entry.outcome
        channel = entry.actor.channel
        address = entry.actor.address
        beforeDigest = entry.beforeDigest
        afterDigest = entry.afterDigest
        template = entry.sentence.template
        parameters = entry.sentence.parameters
        isPublic = entry.isPublic
        detail = entry.detail
    }

    /// What the hash is made of: salt and canonical JSON, one behind the other.
    func content(salt: [UInt8]) throws -> [UInt8] { salt + Array(try encodeJSON(self).utf8) }

    /// The leaf hash in hexadecimal.
    func hash(salt: [UInt8]) throws -> String {
        var hash = SHA256()
        hash.update(data: [0x00])
        hash.update(data: salt)
        hash.update(data: Data(try encodeJSON(self).utf8))
        return Hexadecimal.text(hash.finalize())
    }

    static func newSalt() -> [UInt8] {
        var random = SystemRandomNumberGenerator()
        // Each call asks the system: eight bytes at a time.
        return (0..<saltLength / 8).flatMap { _ in withUnsafeBytes(of: random.next()) { Array($0) } }
    }
}
