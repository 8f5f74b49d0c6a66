extension Sequence<Organ> {
    /// What the organs are called, by their keys.
    public var namesByKey: [String: String] {
        Dictionary(map { ($0.key, $0.name) }) { first, _ in first }
    }
}
