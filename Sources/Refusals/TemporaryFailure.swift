/// Something that does not work at the moment and will again: a store or a service out of reach, too much
/// at once.
///
/// It is neither the person's mistake nor a fault in the program: they are told so, and when to try again (503).
public protocol TemporaryFailure: Error {
    /// What does not work, in words the person can read.
    var sentence: Sentence { get }
    /// When it is worth trying again, in seconds.
    var retryAfterSeconds: Int { get }
    /// Whether the log has it already, from where it happened: then not every refused request needs a line.
    var isReported: Bool { get }
}

extension TemporaryFailure {
    /// It has not.
    public var isReported: Bool { false }
}
