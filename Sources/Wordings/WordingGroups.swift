/// Puts each text to the first one that is like it, without comparing each with each: of two texts that are alike, the
/// shorter one's rarer pairs of characters hold at least one that the other has too.
public struct WordingGroups: Sendable {
    private let bound: Double
    /// In how many of all texts a pair stands.
    private let frequencies: [UInt64: Int]
    /// The first text of each group.
    private var firsts: [Wording] = []
    /// The groups by all pairs of their first text, and by its rarer ones.
    private var byPair: [UInt64: [Int]] = [:]
    private var byRarePair: [UInt64: [Int]] = [:]

    /// Groups without a text in them yet.
    ///
    /// - Parameters:
    ///   - all: the texts that will come, to know which pairs are rare.
    ///   - bound: from which likeness on texts are alike, above 0 and up to 1.
    public init(of all: [Wording], alike bound: Double) {
        self.bound = bound
        frequencies = all.reduce(into: [:]) { counts, wording in
            for pair in wording.pairs { counts[pair, default: 0] += 1 }
        }
    }

    /// The number of the group a text belongs to, from 0: that of the first it is like, or a new one.
    public mutating func place(_ wording: Wording) -> Int {
        let rare = rarePairs(of: wording)
        var near = Set(rare.flatMap { byPair[$0] ?? [] })
        for pair in wording.pairs { near.formUnion(byRarePair[pair] ?? []) }
        if let known = near.sorted().first(where: { firsts[$0].likeness(to: wording) >= bound }) {
            return known
        }
        for pair in wording.pairs { byPair[pair, default: []].append(firsts.count) }
        for pair in rare { byRarePair[pair, default: []].append(firsts.count) }
        firsts.append(wording)
        return firsts.count - 1
    }

    /// So many of the rarest pairs that whoever shares enough of all of them shares one of these.
    private func rarePairs(of wording: Wording) -> ArraySlice<UInt64> {
        let rarestFirst = wording.pairs.sorted { (frequencies[$0] ?? 0, $0) < (frequencies[$1] ?? 0, $1) }
        // A hair less, so that no rounding asks for one pair too many.
        let shared = max(1, Int((bound * Double(rarestFirst.count) - 0.000_001).rounded(.up)))
        return rarestFirst.prefix(rarestFirst.count - shared + 1)
    }
}
