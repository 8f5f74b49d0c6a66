import Storage
import WorkingTime

/// What a job brings forth, piece by piece: each committed with the step that made it.
public enum JobOutput {
    /// How long it is kept after the job has ended, in days.
    public static let keptDays = 2

    /// Adds the piece of the present step.
    public static func append(_ content: String, of job: QueuedJob, in tx: Transaction) throws {
        try tx.execute(
            "INSERT INTO job_output (job_id, number, content) VALUES (\(job.id), \(job.stepCount), \(content))"
        )
    }

    /// Whether there is anything, or nothing any more.
    public static func exists(of id: Int64, in tx: Transaction) throws -> Bool {
        try tx.row("SELECT 1 AS piece FROM job_output WHERE job_id = \(id) LIMIT 1") != nil
    }

    /// Forgets the pieces of jobs that ended before an instant.
    static func forget(endedBefore cutoff: Instant, in tx: Transaction) throws {
        try tx.execute(
            """
            DELETE FROM job_output WHERE job_id IN (
                SELECT id FROM queued_job WHERE finished_at IS NOT NULL AND finished_at < \(cutoff))
            """)
    }

    /// The pieces of a job in order, each read when it is wanted.
    public struct Pieces: AsyncSequence, Sendable {
        private let jobID: Int64
        private let database: Database

        /// The pieces of this job.
        public init(of jobID: Int64, database: Database) {
            self.jobID = jobID
            self.database = database
        }

        /// Begins with the first piece.
        public func makeAsyncIterator() -> Iterator { Iterator(jobID: jobID, database: database) }

        /// Reads one piece after the other.
        public struct Iterator: AsyncIteratorProtocol {
            let jobID: Int64
            let database: Database
            private var last: Int64 = -1

            init(jobID: Int64, database: Database) {
                self.jobID = jobID
                self.database = database
            }

            /// The next piece, or nil after the last. Throws what the database throws.
            public mutating func next() async throws -> String? {
                let (jobID, last) = (jobID, last)
                let row = try await database.read { tx in
                    try tx.row(
                        """
                        SELECT number, content FROM job_output WHERE job_id = \(jobID) AND number > \(last)
                        ORDER BY number LIMIT 1
                        """)
                }
                guard let row else { return nil }
                self.last = try row.id("number")
                return try row.text("content")
            }
        }
    }
}
