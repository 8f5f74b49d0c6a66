import Desk

/// The addresses of the counter.
enum CounterPath {
    static let counter = DeskPath.counter
    /// The clerk has compared the person with their identity card.
    static let assurance = "\(DeskPath.counter)/assurance"
}
