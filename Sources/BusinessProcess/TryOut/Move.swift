import DecisionModel

extension TryOut {
    /// One thing that is done while a process is tried.
    ///
    /// Where an element is open more than once, `place` says which one is meant, counted from 1.
    public enum Move: Sendable, Hashable {
        /// A step is completed; a step of the system that had failed is tried again and done.
        case complete(String, outcome: String?, place: Int)
        /// A decision table answers this.
        case answer(String, Value, place: Int)
        /// The time of a timer is over.
        case fire(String, place: Int)
        /// A message comes.
        case receive(message: String)
        /// A signal is broadcast.
        case signal(String)
        /// A step fails: at once where it is open, else the next time it begins. With an error, the event that
        /// catches it takes over; without, it stays open as an incident.
        case fail(String, error: String?)
        /// Whatever comes first is done, in the favourable way.
        case advance
        /// What cannot be read.
        case unreadable(String)
    }
}

extension TryOut.Move: Codable {
    /// Reads the short form.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the short form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension [TryOut.Move] {
    /// Reads moves as they stand in an address or a hidden field; what nobody can read becomes `unreadable`.
    public init(text: String) {
        let parts = text.split(separator: ";", maxSplits: TryOut.mostMoves)
        self = parts.map { TryOut.Move(String($0)) }
    }

    /// The moves as one short text: letters, digits, `:;~` and what the ids of the process are made of.
    public var text: String { map(\.text).joined(separator: ";") }
}
