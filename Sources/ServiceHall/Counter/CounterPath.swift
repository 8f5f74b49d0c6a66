import Desk

/// The addresses of the counter.
enum CounterPath {
    static let counter = DeskPath.counter
}
