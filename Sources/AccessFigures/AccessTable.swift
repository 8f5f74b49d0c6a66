/// Counts by two of their sides, so that nobody can be found in them (个人信息保护法 art. 73: what cannot be restored).
///
/// What is less than five is not shown, and what is shown is rounded to fives: no difference of two numbers, nor of two
/// tables of the same people, leads back to one that is hidden.
struct AccessTable: Sendable, Hashable {
    /// The least number that is shown.
    static let least = 5

    /// One kind of people, by the ways they came.
    struct Row: Sendable, Hashable {
        let name: String
        /// In the order of ``AccessChannel/allCases``; nil where it is hidden.
        let counts: [Int?]

        /// The share of those who did it themselves, at home or at a machine, in percent; nil where it is not known.
        var ownPercent: Int? {
            let known = counts.compactMap(\.self)
            guard known.count > 1, let page = counts[0] else { return nil }
            return (page + (counts[1] ?? 0)) * 100 / max(1, known.reduce(0, +))
        }
    }

    let rows: [Row]

    /// - Parameters:
    ///   - names: what each key is called, in the order of the rows.
    ///   - counts: how many of a key came by a way.
    init(_ names: [(key: String, name: String)], _ counts: [String: [AccessChannel: Int]]) {
        rows = names.compactMap { key, name in
            guard let ways = counts[key] else { return nil }
            return Row(name: name, counts: AccessChannel.allCases.map { Self.shown(ways[$0] ?? 0) })
        }
    }

    static func shown(_ count: Int) -> Int? { count < least ? nil : (count + 2) / 5 * 5 }
}
