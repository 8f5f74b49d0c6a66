import Refusals

extension DomainError {
    /// What to throw when a body does not arrive: the line broke, or the chunks are not what HTTP asks for.
    /// That is the sender's doing and no fault of ours, so it is a refusal; a stopping server is neither.
    static func brokenOff(_ error: any Error) -> any Error {
        error is CancellationError ? error : DomainError.malformed("提交的内容没有传完整，请重新提交。")
    }
}
