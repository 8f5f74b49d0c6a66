import Storage

/// What one step of a job has brought about; committed together with its effect.
public struct JobStep: Sendable, Hashable {
    let cursor: String?
    let done: Int
    let total: Int?
    let isLast: Bool

    /// There is more to do.
    ///
    /// - Parameters:
    ///   - cursor: where the next step begins; kept as JSON.
    ///   - done: how many this step got done.
    ///   - total: how many there are in all, when that is known anew.
    public static func more(_ cursor: some Encodable, done: Int, total: Int? = nil) throws -> JobStep {
        JobStep(cursor: try encodeJSON(cursor), done: done, total: total, isLast: false)
    }

    /// That was all.
    public static func finished(done: Int) -> JobStep {
        JobStep(cursor: nil, done: done, total: nil, isLast: true)
    }

    /// That was all; the cursor keeps what came out of it.
    public static func finished(_ cursor: some Encodable, done: Int) throws -> JobStep {
        JobStep(cursor: try encodeJSON(cursor), done: done, total: nil, isLast: true)
    }
}
