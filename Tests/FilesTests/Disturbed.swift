import Foundation
import Synchronization

@testable import Files

/// A store in which something else happens at a certain moment.
struct Disturbed: ContentStore {
    typealias Happening = @Sendable () async throws -> Void

    let base: any ContentStore
    let afterKeep: Happening
    let afterPutAside: Happening
    let beforeDiscard: Happening

    init(
        _ base: any ContentStore, afterKeep: @escaping Happening = {},
        afterPutAside: @escaping Happening = {},
        beforeDiscard: @escaping Happening = {}
    ) {
        self.base = base
        self.afterKeep = afterKeep
        self.afterPutAside = afterPutAside
        self.beforeDiscard = beforeDiscard
    }

    var location: String { base.location }

    func identity() async throws -> String? { try await base.identity() }
    func claim(_ identity: String) async throws { try await base.claim(identity) }
    func holds(_ content: Content) async throws -> Bool { try await base.holds(content) }
    func probe() async throws { try await base.probe() }
    func open(_ content: Content) async throws -> ContentStream { try await base.open(content) }
    func bytes(_ range: Range<Int>, of content: Content) async throws -> [UInt8] {
        try await base.bytes(range, of: content)
    }
    func putBack(_ removal: Removal) async throws { try await base.putBack(removal) }
    func close() async throws { try await base.close() }

    func keep(_ file: URL, as content: Content) async throws {
        try await base.keep(file, as: content)
        try await afterKeep()
    }

    func putAside(_ removal: Removal) async throws {
        try await base.putAside(removal)
        try await afterPutAside()
    }

    func discard(_ removal: Removal) async throws {
        try await beforeDiscard()
        try await base.discard(removal)
    }
}

/// What happens the next time somebody passes, and only then.
final class Moment: Sendable {
    private let next = Mutex<Disturbed.Happening?>(nil)

    func occasion(_ happening: @escaping Disturbed.Happening) { next.withLock { $0 = happening } }

    @Sendable func pass() async throws {
        let happening = next.withLock { next in
            defer { next = nil }
            return next
        }
        try await happening?()
    }
}
