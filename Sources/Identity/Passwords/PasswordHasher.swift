import Foundation
import Refusals

/// Hashes and checks passwords on threads of its own: one hash takes 15 ms and 19 MiB, which an event loop
/// must never wait for.
public final class PasswordHasher: Sendable {
    private let cost: Argon2id.Cost
    private let threads: OperationQueue
    /// What a password is checked against when the account does not exist, so that both take the same time.
    private let decoy: String

    /// What stands in the place of a hash where no password was ever set: no password is the right one.
    static let none = "!"

    /// How many checks may wait; beyond it a visitor is asked to come back rather than kept waiting.
    private static let longestQueue = 64

    /// A hasher at the cost a running installation uses.
    /// - Throws: when the machine has no memory for one hash.
    public convenience init() throws {
        try self.init(cost: .standard, decoy: Self.standardDecoy.get())
    }

    convenience init(cost: Argon2id.Cost) throws {
        try self.init(cost: cost, decoy: Self.decoy(cost))
    }

    private init(cost: Argon2id.Cost, decoy: String) {
        self.cost = cost
        self.decoy = decoy
        threads = OperationQueue()
        threads.name = "minben.passwords"
        threads.maxConcurrentOperationCount = ProcessInfo.processInfo.activeProcessorCount
    }

    private static func decoy(_ cost: Argon2id.Cost) throws -> String {
        try Argon2id.hash("nobody's password", cost: cost)
    }

    /// One for all: to make it costs as much as a password, and tests open thousands of houses.
    private static let standardDecoy = Result { try decoy(.standard) }

    /// The Argon2id hash of a password with a salt of its own.
    func hash(_ password: String) async throws -> String {
        try await onThreads { [cost] in try Argon2id.hash(password, cost: cost) }
    }

    /// Whether a password is the one behind a hash; `nil` and ``none`` cost the same and are never right.
    /// - Throws: `DomainError.tooMany` when too many checks are waiting already.
    func verify(_ password: String, against hash: String?) async throws -> Bool {
        guard threads.operationCount < Self.longestQueue else {
            throw DomainError.tooMany("现在登录的人较多，请稍后再试。", retryAfterSeconds: 5)
        }
        let known = hash == Self.none ? nil : hash
        let matches = try await onThreads { [decoy] in
            try Argon2id.verify(password, against: known ?? decoy)
        }
        return matches && known != nil
    }

    private func onThreads<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            threads.addOperation {
                continuation.resume(with: Result(catching: work))
            }
        }
    }
}
