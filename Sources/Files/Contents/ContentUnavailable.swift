import Refusals

/// A content that cannot be kept or read at the moment, because its store is out of reach or does not have it.
public struct ContentUnavailable: TemporaryFailure, Hashable, CustomStringConvertible {
    /// What the person is told.
    public let sentence: Sentence
    /// When the store may be back, in seconds.
    public let retryAfterSeconds: Int
    /// What went wrong, for the log; it names no key.
    public let description: String

    /// The store did not answer, or answered that it cannot.
    static func outOfReach(_ reason: String) -> ContentUnavailable {
        ContentUnavailable(sentence: "文件存储暂时不可用，请稍后再试。", retryAfterSeconds: 30, description: reason)
    }

    /// The disk of this machine has no room, or fails: what the system says of it, as a content that cannot be kept.
    static func disk<T>(_ work: () throws -> T) throws -> T {
        do { return try work() } catch { throw outOfReach("\(error)") }
    }

    /// The content is not in its place: for a moment while a removal puts it back, or because it was lost.
    static func missing(_ content: Content) -> ContentUnavailable {
        ContentUnavailable(
            sentence: "这个文件暂时无法读取，请稍后再试。", retryAfterSeconds: 30,
            description: "content \(content.sha256) of \(content.sizeBytes) bytes is not in the store")
    }
}

/// What is wrong with a store, told to whoever starts the program.
public struct UnusableStore: Error, Hashable, CustomStringConvertible {
    /// The sentence, in Chinese.
    public let description: String
}
