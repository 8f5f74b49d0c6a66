import Services

/// How much of the list an item says.
struct Completeness: Sendable, Hashable {
    let missing: [ListElement]

    init(of item: ServiceItem) { missing = ListElement.allCases.filter { !$0.isSaid(by: item) } }

    private static let count = ListElement.allCases.count

    /// Of a hundred elements so many are there, rounded down: an item with a gap is never whole.
    var percent: Int { (Self.count - missing.count) * 100 / Self.count }

    /// `19/32`.
    var words: String { "\(Self.count - missing.count)/\(Self.count)" }
}
