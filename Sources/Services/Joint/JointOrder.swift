/// In which order the items of a joint service have their turn: a graph of what waits for what.
public struct JointOrder: Sendable, Hashable {
    /// The items, in the order in which they are listed.
    public let items: [String]
    private let needs: [String: [String]]

    /// An order; what items need that are not among them is left out.
    public init(_ items: [String], needs: [String: [String]]) {
        self.items = items
        let known = Set(items)
        self.needs = needs.filter { known.contains($0.key) }.mapValues { $0.filter(known.contains) }
    }

    /// What this item waits for, as it was said.
    public func needs(of item: String) -> [String] { items.filter { needs[item]?.contains($0) == true } }

    /// Items that wait for each other in a circle, each for the next and the last for the first; nil for a sound order.
    public var circle: [String]? {
        var done: Set<String> = []
        for item in items {
            if let found = circle(from: item, along: [], &done) { return found }
        }
        return nil
    }

    private func circle(from item: String, along way: [String], _ done: inout Set<String>) -> [String]? {
        if let start = way.firstIndex(of: item) { return Array(way[start...]) }
        guard !done.contains(item) else { return nil }
        for next in needs(of: item) {
            if let found = circle(from: next, along: way + [item], &done) { return found }
        }
        done.insert(item)
        return nil
    }

    /// Everything an item waits for, directly or through others. The order must be sound.
    public func allNeeds(of item: String) -> Set<String> {
        var (found, next) = (Set<String>(), needs(of: item))
        while let one = next.popLast() {
            if found.insert(one).inserted { next += needs(of: one) }
        }
        return found
    }

    /// What this item waits for and nothing else it waits for does: the arrows of the drawing.
    public func directNeeds(of item: String) -> [String] {
        let direct = needs(of: item)
        return direct.filter { one in !direct.contains { $0 != one && allNeeds(of: $0).contains(one) } }
    }

    /// What waits for this item directly.
    public func followers(of item: String) -> [String] { items.filter { directNeeds(of: $0).contains(item) } }

    /// How many items stand before it on the longest way; 0 for those that begin at once. The order must be sound.
    public func depth(of item: String) -> Int {
        (needs(of: item).map(depth).max() ?? -1) + 1
    }

    /// The items that begin at once, those that wait for these, and so on.
    public var levels: [[String]] {
        let depths = items.map { ($0, depth(of: $0)) }
        return (0...(depths.map(\.1).max() ?? 0)).map { level in depths.filter { $0.1 == level }.map(\.0) }
    }

    /// The way through the items that takes longest, first to last. The order must be sound.
    ///
    /// - Parameter length: how long one item takes.
    public func longestWay(_ length: (String) -> Double) -> [String] {
        let ways = items.map { longestWay(to: $0, length) }
        return ways.max { $0.map(length).reduce(0, +) < $1.map(length).reduce(0, +) } ?? []
    }

    private func longestWay(to item: String, _ length: (String) -> Double) -> [String] {
        let ways = needs(of: item).map { longestWay(to: $0, length) }
        let longest = ways.max { $0.map(length).reduce(0, +) < $1.map(length).reduce(0, +) } ?? []
        return longest + [item]
    }
}

extension JointOrder {
    /// `b 在 a 之后；c 在 a、b 之后`; nil where nothing waits.
    var words: String? {
        let lines = items.compactMap { item in
            needs(of: item).isEmpty ? nil : "\(item) 在 \(needs(of: item).joined(separator: "、")) 之后"
        }
        return lines.isEmpty ? nil : lines.joined(separator: "；")
    }
}
