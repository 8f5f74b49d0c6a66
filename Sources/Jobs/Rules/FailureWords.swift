import Refusals
import Storage

/// A failure that no other try will mend, such as an order that the other side refuses: the job is set aside at once
/// instead of after ``Backoff/attemptLimit`` tries.
public protocol HopelessFailure: Error {
    /// What is wrong; its template is kept, what was filled in is not.
    var sentence: Sentence { get }
}

/// Why a try failed, in words that may be kept: a sentence without what was filled into it, or the name of a fault.
enum FailureWords {
    /// The longest reason that is kept, in characters.
    private static let limit = 300

    static func words(for error: any Error) -> String {
        String(full(error).prefix(limit))
    }

    private static func full(_ error: any Error) -> String {
        // Parameters of a sentence may be names; its template is ours.
        switch error {
        case let refusal as DomainError: refusal.sentence.template
        case let failure as any TemporaryFailure: failure.sentence.template
        case let failure as any HopelessFailure: failure.sentence.template
        case let failure as StorageError: "数据库：\(failure)"
        default: String(describing: type(of: error))
        }
    }
}
