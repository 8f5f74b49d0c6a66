import Refusals

/// The database cannot do now what it could do a minute ago: it is out of reach, full, read-only or too busy.
/// Nothing was changed, but for a commit whose answer was lost: that one may have been made.
public struct DatabaseUnavailable: TemporaryFailure, Hashable {
    /// What the engine said, for the log.
    public let cause: StorageError

    /// An outage with its cause.
    public init(_ cause: StorageError) { self.cause = cause }

    /// What the person is told; the cause decides whether they must look first.
    public var sentence: Sentence {
        switch cause {
        case .unreachable: "数据库正在恢复，请稍后再试。如果您刚刚提交了内容，请先看看是否已经收到，再决定要不要重新提交。"
        case .full, .readOnly, .io, .damaged: "系统暂时不能保存新的内容，请过几分钟再试。已经办理的事项不受影响。"
        default: "现在使用的人较多，请稍后再试。"
        }
    }

    /// A statement that waited too long is one request's trouble; the rest is everybody's, and the log has it once.
    public var isReported: Bool { cause.isEngineFailure }

    /// A full disk takes people, a failover seconds.
    public var retryAfterSeconds: Int {
        switch cause {
        case .unreachable: 10
        case .full, .readOnly, .io, .damaged: 120
        default: 3
        }
    }

    /// An error as it leaves the seam: trouble of the engine becomes an outage, all else stays what it is.
    static func leaving(_ error: any Error) -> any Error {
        guard let cause = error as? StorageError else { return error }
        return switch cause {
        case .busy, .serialization, .timeout, .full, .io, .readOnly, .damaged, .unreachable:
            DatabaseUnavailable(cause)
        default: cause
        }
    }
}
