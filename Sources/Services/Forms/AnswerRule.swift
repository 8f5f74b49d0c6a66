/// What must hold of an answer, in the words of the item and not of the program.
public struct AnswerRule: Codable, Sendable, Hashable {
    /// A FEEL expression over the answers of the form; the answer is refused when it is false. Where an answer it names
    /// is still open it is neither, and refuses nothing.
    public var holds: String
    /// What the person reads otherwise: one sentence.
    public var otherwise: String

    /// A rule with its sentence.
    public init(holds: String, otherwise: String) {
        self.holds = holds
        self.otherwise = otherwise
    }
}
