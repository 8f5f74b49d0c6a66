import Foundation
import Storage
import WorkingTime

/// Work that is to be done once, whatever happens to the nodes meanwhile. `Modules.Job` is work that comes again.
public struct QueuedJob: Sendable, Hashable {
    /// Where it stands.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// To be done when it is due.
        case waiting
        /// A node works on it and holds its lease.
        case running
        /// Done.
        case done
        /// Failed so often that somebody has to look.
        case setAside = "set_aside"
        /// Somebody decided that it is not to be done.
        case cancelled
    }

    /// Ours, time-ordered.
    public let id: Int64
    /// What is done: the ``JobKind/name`` of its handler.
    public let kind: String
    /// What makes it the same job, once for each kind: a calendar's version, a case number.
    public let key: String
    /// Where it stands.
    public internal(set) var state: State
    /// How often it was begun since its last committed step.
    public internal(set) var attempts: Int
    /// When it is to be done, or tried again.
    public internal(set) var dueAt: Instant
    /// How many steps were committed; names the next one to the outside.
    public let stepCount: Int
    /// How far it has come.
    public let progress: JobProgress
    /// When it was first begun.
    public let startedAt: Instant?
    /// When it was done or cancelled.
    public internal(set) var finishedAt: Instant?
    /// Why the last try failed; for the log and the administrator, without personal data.
    public internal(set) var lastError: String?
    /// When it was asked for.
    public let createdAt: Instant
    /// The account that asked for it; 0 for the system.
    public let createdBy: Int64
    private let payload: String
    private let cursor: String?

    init(_ row: Row) throws {
        id = try row.id("id")
        kind = try row.text("kind")
        key = try row.text("key")
        state = try row.value("state")
        attempts = try row.int("attempts")
        dueAt = try row.instant("due_at")
        stepCount = try row.int("step_count")
        progress = try JobProgress(row)
        startedAt = try row.optionalInstant("started_at")
        finishedAt = try row.optionalInstant("finished_at")
        lastError = try row.optionalText("last_error")
        createdAt = try row.instant("created_at")
        createdBy = try row.id("created_by")
        payload = try row.text("payload")
        cursor = try row.optionalText("cursor")
    }

    /// What it was asked to do. Throws `DecodingError` for a payload of another shape.
    public func payload<T: Decodable>(as type: T.Type = T.self) throws -> T {
        try JSONDecoder().decode(type, from: Data(payload.utf8))
    }

    /// Where the last committed step left off; nil before the first. Throws `DecodingError`.
    public func cursor<T: Decodable>(as type: T.Type = T.self) throws -> T? {
        try cursor.map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
    }

    /// What the present step is called outside: the same after every crash, another for the next step.
    public var stepKey: String { "job-\(id)-\(stepCount)" }
}
