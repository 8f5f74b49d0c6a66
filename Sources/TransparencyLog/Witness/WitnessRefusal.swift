import Refusals

/// Why a witness does not cosign (C2SP tlog-witness).
public enum WitnessRefusal: Error, Sendable, Hashable {
    /// The log is none of those it witnesses.
    case unknownLog
    /// No key of the log has signed the checkpoint, or a signature is wrong.
    case unsigned
    /// The request cannot be, or the old tree is larger than the new one.
    case malformed
    /// The log believes that another tree was cosigned last, or has two trees of one size.
    case conflict(latestSize: UInt64)
    /// The new tree did not grow out of the one that was cosigned last. It may be proof of misconduct: keep it.
    case inconsistent

    /// The HTTP status to answer with.
    public var status: Int {
        switch self {
        case .malformed: 400
        case .unsigned: 403
        case .unknownLog: 404
        case .conflict: 409
        case .inconsistent: 422
        }
    }

    /// What is wrong, for the people of the log. A conflict is answered with the size alone and a newline, as
    /// `text/x.tlog.size`.
    public var sentence: Sentence {
        switch self {
        case .unknownLog: "本见证方不见证这份日志。"
        case .unsigned: LogFault.unsigned.sentence
        case .malformed: LogFault.malformedSubmission.sentence
        case .conflict(let size): "本见证方最近见证的日志有 \(size) 条记录，与请求不符。"
        case .inconsistent: LogFault.notConsistent.sentence
        }
    }
}
