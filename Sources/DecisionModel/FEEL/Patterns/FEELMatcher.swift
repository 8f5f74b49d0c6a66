/// Matches a pattern by trying and going back; every try is a step of the evaluation.
struct FEELMatcher {
    typealias Rest = (inout FEELMatcher, Int) throws(FEELError) -> Int?

    private static let maximumDepth = 800

    let scalars: [UnicodeScalar]
    let flags: FEELPatternFlags
    var evaluator: FEELEvaluator
    /// Where each group began and ended.
    private(set) var groups: [Range<Int>?]
    private var depth = 0

    init(_ text: String, _ flags: FEELPatternFlags, groups: Int, _ evaluator: FEELEvaluator) {
        scalars = Array(text.unicodeScalars)
        self.flags = flags
        self.evaluator = evaluator
        self.groups = Array(repeating: nil, count: groups + 1)
    }

    /// The first match that begins at or behind the place.
    mutating func first(_ pattern: FEELPattern, from place: Int) throws(FEELError) -> Range<Int>? {
        for start in place...max(place, scalars.count) where start <= scalars.count {
            groups = Array(repeating: nil, count: groups.count)
            if let end = try match(pattern, start, { _, end throws(FEELError) in end }) { return start..<end }
        }
        return nil
    }

    private mutating func match(
        _ pattern: FEELPattern, _ place: Int, _ rest: Rest
    ) throws(FEELError) -> Int? {
        depth += 1
        defer { depth -= 1 }
        try evaluator.charge(1)
        guard depth < Self.maximumDepth else { throw evaluator.stopped("匹配的层次过深，已停止") }
        switch pattern {
        case .one(let set): return takes(set, place) ? try rest(&self, place + 1) : nil
        case .start: return isStart(place) ? try rest(&self, place) : nil
        case .end: return isEnd(place) ? try rest(&self, place) : nil
        case .sequence(let parts): return try match(parts[...], place, rest)
        case .either(let options):
            for option in options { if let end = try match(option, place, rest) { return end } }
            return nil
        case .group(let index, let inner): return try match(group: index, inner, place, rest)
        case .back(let index): return try match(back: index, place, rest)
        case .repeated(.one(let set), let low, let high, let isLazy):
            return try match(run: set, low...high, isLazy, place, rest)
        case .repeated(let inner, let low, let high, let isLazy):
            return try match(inner, low, high, isLazy, place, rest)
        }
    }

    private func takes(_ set: FEELCharacters, _ place: Int) -> Bool {
        place < scalars.count && set.contains(scalars[place], ignoringCase: flags.ignoresCase)
    }

    private func isStart(_ place: Int) -> Bool {
        place == 0 || flags.isMultiline && scalars[place - 1] == "\n"
    }

    private func isEnd(_ place: Int) -> Bool {
        place == scalars.count || flags.isMultiline && scalars[place] == "\n"
    }

    private mutating func match(
        _ parts: ArraySlice<FEELPattern>, _ place: Int, _ rest: Rest
    ) throws(FEELError) -> Int? {
        guard let first = parts.first else { return try rest(&self, place) }
        return try match(first, place) { matcher, next throws(FEELError) in
            try matcher.match(parts.dropFirst(), next, rest)
        }
    }

    private mutating func match(
        group index: Int?, _ inner: FEELPattern, _ place: Int, _ rest: Rest
    ) throws(FEELError) -> Int? {
        guard let index else { return try match(inner, place, rest) }
        let before = groups[index]
        let end = try match(inner, place) { matcher, next throws(FEELError) in
            matcher.groups[index] = place..<next
            return try rest(&matcher, next)
        }
        if end == nil { groups[index] = before }
        return end
    }

    private mutating func match(back index: Int, _ place: Int, _ rest: Rest) throws(FEELError) -> Int? {
        guard index < groups.count, let group = groups[index] else { return nil }
        let end = place + group.count
        guard end <= scalars.count, scalars[group].elementsEqual(scalars[place..<end]) else { return nil }
        return try rest(&self, end)
    }

    /// A run of single characters needs no going deeper, however long it is.
    private mutating func match(
        run set: FEELCharacters, _ counts: ClosedRange<Int>, _ isLazy: Bool, _ place: Int, _ rest: Rest
    ) throws(FEELError) -> Int? {
        var most = 0
        while most < counts.upperBound, takes(set, place + most) { most += 1 }
        try evaluator.charge(most)
        guard most >= counts.lowerBound else { return nil }
        for index in 0...(most - counts.lowerBound) {
            try evaluator.charge(1)
            let count = isLazy ? counts.lowerBound + index : most - index
            if let end = try rest(&self, place + count) { return end }
        }
        return nil
    }

    private mutating func match(
        _ inner: FEELPattern, _ low: Int, _ high: Int, _ isLazy: Bool, _ place: Int, _ rest: Rest
    ) throws(FEELError) -> Int? {
        if low == 0, isLazy, let end = try rest(&self, place) { return end }
        if high > 0 {
            let left = high == Int.max ? high : high - 1
            let end = try match(inner, place) { matcher, next throws(FEELError) in
                // A round that takes nothing would go on for ever.
                if next == place, low == 0 { return nil }
                return try matcher.match(inner, max(0, low - 1), left, isLazy, next, rest)
            }
            if let end { return end }
        }
        return low == 0 && !isLazy ? try rest(&self, place) : nil
    }
}
