/// A few cases that show what a number stands for: those in which it weighs most, and of equals the lowest number first.
///
/// In whatever order cases are looked at, the same ones are kept.
public struct Examples: Sendable, Hashable, Codable {
    /// Cases that are kept.
    public static let most = 3

    private struct Example: Sendable, Hashable, Codable {
        let number: String
        let weight: Int
    }

    private var kept: [Example] = []

    /// Nothing looked at yet.
    public init() {}

    /// The numbers people know the cases by.
    public var numbers: [String] { kept.map(\.number) }

    /// One more case.
    ///
    /// - Parameter weight: how much it shows, such as the seconds it took.
    public mutating func add(_ number: String, weight: Int = 0) {
        insert(Example(number: number, weight: weight))
    }

    /// Those of both.
    public mutating func merge(_ other: Examples) {
        for example in other.kept { insert(example) }
    }

    /// A case that is there already stays there once, with what weighs more.
    private mutating func insert(_ new: Example) {
        var all = kept.filter { $0.number != new.number }
        let known = kept.first { $0.number == new.number }
        all.append(known.map { $0.weight > new.weight ? $0 : new } ?? new)
        all.sort { ($1.weight, $0.number) < ($0.weight, $1.number) }
        kept = Array(all.prefix(Self.most))
    }
}
