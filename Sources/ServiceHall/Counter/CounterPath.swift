/// The addresses of the counter.
enum CounterPath {
    static let counter = "/desk/counter"
}
