import Storage
import WorkingTime

/// How many cases stand at one step of a process, and how long those that are past it waited there.
public struct StepFigure: Sendable, Hashable {
    /// The step's element.
    public let element: String
    /// Open tasks.
    public let open: Int
    /// Finished tasks.
    public let done: Int
    /// How long finished tasks were open together, in seconds of natural time.
    public let waitedSeconds: Int

    /// How long a finished task was open on average, in seconds; `nil` when none is finished.
    public var averageSeconds: Int? { done == 0 ? nil : waitedSeconds / done }
}

/// The figures of the last whole count.
public struct StepFigures: Sendable, Hashable {
    /// When it was done.
    public let countedAt: Instant
    /// One for each step somebody came to.
    public let steps: [StepFigure]

    /// The last figures of one version of a process.
    ///
    /// - Parameter codes: the services that run on it.
    /// - Returns: `nil` before the first count.
    public init?(ofVersion version: Int, services codes: [String], in tx: Transaction) throws {
        let last = try tx.row("SELECT run, counted_at FROM step_count_run ORDER BY run DESC LIMIT 1")
        guard let last else { return nil }
        countedAt = try last.instant("counted_at")
        let run = try last.id("run")
        var sums: [String: StepFigure] = [:]
        for code in codes {
            let rows = try tx.rows(
                """
                SELECT element, open_count, done_count, waited_seconds FROM step_figure
                WHERE run = \(run) AND subject_code = \(code) AND process_version = \(version)
                """)
            for figure in try rows.map(StepFigure.init) {
                sums[figure.element] = figure + sums[figure.element]
            }
        }
        steps = sums.values.sorted { $0.element < $1.element }
    }
}

extension StepFigure {
    fileprivate init(_ row: Row) throws {
        element = try row.text("element")
        (open, done) = (try row.int("open_count"), try row.int("done_count"))
        waitedSeconds = try row.int("waited_seconds")
    }

    fileprivate static func + (one: StepFigure, other: StepFigure?) -> StepFigure {
        guard let other else { return one }
        return StepFigure(
            element: one.element, open: one.open + other.open, done: one.done + other.done,
            waitedSeconds: one.waitedSeconds + other.waitedSeconds)
    }
}
