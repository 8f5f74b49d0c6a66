/// Reads a regular expression; nil wherever it cannot be read.
struct FEELPatternReader {
    private let scalars: [UnicodeScalar]
    private let flags: FEELPatternFlags
    private var position = 0
    private var depth = 0
    private(set) var groups = 0

    init(_ pattern: String, _ flags: FEELPatternFlags) {
        let isSpace: (UnicodeScalar) -> Bool = { FEELCharacters.space.contains($0) }
        scalars = pattern.unicodeScalars.filter { !flags.isExtended || !isSpace($0) }
        self.flags = flags
    }

    private var current: UnicodeScalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func accept(_ scalar: UnicodeScalar) -> Bool {
        guard current == scalar else { return false }
        position += 1
        return true
    }

    mutating func pattern() -> FEELPattern? {
        guard let pattern = either(), current == nil else { return nil }
        return pattern
    }

    private mutating func either() -> FEELPattern? {
        depth += 1
        defer { depth -= 1 }
        guard depth < 20 else { return nil }
        var options: [FEELPattern] = []
        repeat {
            guard let option = sequence() else { return nil }
            options.append(option)
        } while accept("|")
        return options.count == 1 ? options[0] : .either(options)
    }

    private mutating func sequence() -> FEELPattern? {
        var parts: [FEELPattern] = []
        while let scalar = current, scalar != "|", scalar != ")" {
            guard let atom = atom(), let part = quantified(atom) else { return nil }
            parts.append(part)
        }
        return .sequence(parts)
    }

    private mutating func quantified(_ atom: FEELPattern) -> FEELPattern? {
        guard let (low, high) = bounds() else { return atom }
        guard low <= high, high == Int.max || high <= 1000 else { return nil }
        return .repeated(atom, low: low, high: high, isLazy: accept("?"))
    }

    /// Nil when nothing says how often; a count that makes no sense is one that can never hold.
    private mutating func bounds() -> (Int, Int)? {
        if accept("*") { return (0, Int.max) }
        if accept("+") { return (1, Int.max) }
        if accept("?") { return (0, 1) }
        guard accept("{") else { return nil }
        let impossible = (1, 0)
        guard let low = number() else { return impossible }
        if accept("}") { return (low, low) }
        guard accept(",") else { return impossible }
        let high = number() ?? Int.max
        return accept("}") ? (low, high) : impossible
    }

    private mutating func number() -> Int? {
        var digits = ""
        while let scalar = current, FEELCharacters.digit.contains(scalar) {
            digits.unicodeScalars.append(scalar)
            position += 1
        }
        return Int(digits)
    }

    private mutating func atom() -> FEELPattern? {
        guard let scalar = current else { return nil }
        position += 1
        switch scalar {
        case ".": return .one(flags.dotMatchesAll ? FEELCharacters().negated : FEELCharacters.newline.negated)
        case "^": return .start
        case "$": return .end
        case "(": return group()
        case "[": return characters().map { .one($0) }
        case "\\": return escape()
        case "*", "+", "?", "{", "}", "]": return nil
        default: return .one(FEELCharacters(ranges: [scalar.value...scalar.value]))
        }
    }

    private mutating func escape() -> FEELPattern? {
        guard let letter = current else { return nil }
        position += 1
        if ("1"..."9").contains(letter) { return .back(Int(letter.value) - 48) }
        return FEELCharacters.escape(letter).map { .one($0) }
    }

    private mutating func group() -> FEELPattern? {
        var index: Int?
        if accept("?") {
            guard accept(":") else { return nil }
        } else {
            groups += 1
            index = groups
        }
        guard groups < 100, let inner = either(), accept(")") else { return nil }
        return .group(index, inner)
    }

    private mutating func characters() -> FEELCharacters? {
        var set = FEELCharacters()
        let isNegated = accept("^")
        repeat {
            guard let low = member() else { return nil }
            let isRange = current == "-" && position + 1 < scalars.count && scalars[position + 1] != "]"
            guard isRange else {
                set.sets.append(low)
                set.ranges += low.isNegated ? [] : low.ranges
                continue
            }
            position += 1
            guard let first = low.ranges.first?.lowerBound, let last = member()?.ranges.first?.lowerBound,
                first <= last
            else { return nil }
            set.ranges.append(first...last)
        } while !accept("]")
        set.isNegated = isNegated
        return set
    }

    private mutating func member() -> FEELCharacters? {
        guard let scalar = current else { return nil }
        position += 1
        guard scalar == "\\" else { return FEELCharacters(ranges: [scalar.value...scalar.value]) }
        guard let letter = current else { return nil }
        position += 1
        return FEELCharacters.escape(letter)
    }
}
