import Refusals
import WorkingTime

/// Answers a request that was sent twice with what the first one was told, and does nothing the second time
/// (the `Idempotency-Key` header; a form that was sent twice).
public enum Idempotency {
    /// Who sends what under which key.
    public struct Request: Sendable, Hashable {
        /// The sender; one person's keys do not meet another's.
        public let accountID: Int64
        /// The key the sender made up.
        public let key: String
        /// What is asked for, for example `POST /cases`.
        public let operation: String
        /// The digest of the request's content.
        public let digest: String

        /// A request as it came in.
        public init(accountID: Int64, key: String, operation: String, digest: String) {
            self.accountID = accountID
            self.key = key
            self.operation = operation
            self.digest = digest
        }

        /// Remembers what came into being, in the transaction that made it: see ``record(_:to:at:in:)``.
        public func remember(_ response: String, at instant: Instant, in transaction: Transaction) throws {
            try record(Answer(status: 201, response: response), to: self, at: instant, in: transaction)
        }
    }

    /// What the sender was told.
    public struct Answer: Sendable, Hashable {
        /// The HTTP status.
        public let status: Int
        /// The body, or the address it led to.
        public let response: String

        /// An answer about to be given.
        public init(status: Int, response: String) {
            self.status = status
            self.response = response
        }
    }

    /// The answer given before, or nil when the request is new. Ask first, in the transaction that would act.
    ///
    /// Throws ``DomainError/conflict(_:)`` when the key stood for a different request.
    public static func replay(_ request: Request, in transaction: Transaction) throws -> Answer? {
        let row = try transaction.row(
            """
            SELECT operation, request_digest, status, response FROM idempotency_key
            WHERE account_id = \(request.accountID) AND key = \(request.key)
            """)
        guard let row else { return nil }
        guard try row.text("operation") == request.operation, try row.text("request_digest") == request.digest
        else { throw DomainError.conflict("这个幂等键已用于另一项请求，请换一个新的键再提交。") }
        return Answer(status: try row.int("status"), response: try row.text("response"))
    }

    /// Keeps the answer, in the transaction that acted. Throws ``StorageError/serialization`` when the same
    /// request was answered at the same time elsewhere: nothing of this one then happens, and the transaction
    /// that runs again finds the answer.
    public static func record(
        _ answer: Answer, to request: Request, at instant: Instant, in transaction: Transaction
    ) throws {
        try transaction.require(
            """
            INSERT INTO idempotency_key
                (account_id, key, operation, request_digest, status, response, created_at)
            VALUES (\(request.accountID), \(request.key), \(request.operation), \(request.digest),
                    \(answer.status), \(answer.response), \(instant))
            ON CONFLICT (account_id, key) DO NOTHING
            RETURNING account_id
            """
        ) { throw StorageError.serialization }
    }

    /// Drops the answers given before an instant and tells how many.
    @discardableResult
    public static func forget(before instant: Instant, in transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM idempotency_key WHERE created_at < \(instant)")
    }
}
