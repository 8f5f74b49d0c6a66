import Refusals
import Storage
import WorkingTime

extension RequestOffice {
    /// Does something once: whoever asks again under the same key is told what came of it, whatever has happened since.
    ///
    /// - Parameters:
    ///   - work: remembers its answer under the key, in the transaction that acts.
    ///   - again: gives the answer that was remembered.
    func once<Outcome: Sendable>(
        _ key: Idempotency.Request?, _ work: () async throws -> Outcome,
        again: (String) async throws -> Outcome
    ) async throws -> Outcome {
        guard let key else { return try await work() }
        if let earlier = try await answered(key) { return try await again(earlier) }
        do { return try await work() } catch let refusal as DomainError {
            // Where both came at the same moment, the other one was first.
            guard let earlier = try await answered(key) else { throw refusal }
            return try await again(earlier)
        }
    }

    private func answered(_ key: Idempotency.Request) async throws -> String? {
        try await database.read { try Idempotency.replay(key, in: $0)?.response }
    }
}
