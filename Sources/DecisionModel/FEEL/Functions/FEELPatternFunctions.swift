/// Functions with regular expressions (DMN 1.5, table 74).
extension FEELBuiltin {
    static let patterns: [FEELBuiltin] = [
        FEELBuiltin("matches", "input, pattern, flags?") { evaluator, values throws(FEELError) in
            guard let text = values[0].text else { return nil }
            return try evaluator.search(text, values[1], values[2]) { matcher, pattern throws(FEELError) in
                .bool(try matcher.first(pattern, from: 0) != nil)
            }
        },
        FEELBuiltin("replace", "input, pattern, replacement, flags?") { evaluator, values throws(FEELError) in
            guard let text = values[0].text, let new = values[2].text else { return nil }
            return try evaluator.search(text, values[1], values[3]) { matcher, pattern throws(FEELError) in
                .string(try matcher.replaced(pattern, Array(new.unicodeScalars)))
            }
        },
        FEELBuiltin("split", "string, delimiter") { evaluator, values throws(FEELError) in
            guard let text = values[0].text else { return nil }
            return try evaluator.search(text, values[1], .null) { matcher, pattern throws(FEELError) in
                .list(try matcher.pieces(between: pattern).map { .string($0) })
            }
        },
    ]
}

extension FEELEvaluator {
    fileprivate mutating func search(
        _ text: String, _ pattern: FEELValue, _ flags: FEELValue,
        _ work: (inout FEELMatcher, FEELPattern) throws(FEELError) -> FEELValue
    ) throws(FEELError) -> FEELValue? {
        guard let source = pattern.text, flags.isNull || flags.text != nil else { return nil }
        try charge(text: text)
        try charge(text: source)
        guard let flags = FEELPatternFlags(flags.text ?? "") else { return nothing("不认识的匹配选项") }
        var reader = FEELPatternReader(source, flags)
        guard let pattern = reader.pattern() else { return nothing("看不懂正则表达式「\(source)」") }
        var matcher = FEELMatcher(text, flags, groups: reader.groups, self)
        let result = try work(&matcher, pattern)
        self = matcher.evaluator
        return result
    }
}

extension FEELMatcher {
    private func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    /// Calls for every match; one that takes nothing is followed a place later.
    private mutating func each(
        _ pattern: FEELPattern, _ visit: (inout FEELMatcher, Range<Int>) throws(FEELError) -> Void
    ) throws(FEELError) {
        var place = 0
        while place <= scalars.count, let match = try first(pattern, from: place) {
            try visit(&self, match)
            place = match.isEmpty ? match.upperBound + 1 : match.upperBound
        }
    }

    fileprivate mutating func pieces(between pattern: FEELPattern) throws(FEELError) -> [String] {
        var (pieces, from): ([String], Int) = ([], 0)
        try each(pattern) { matcher, match throws(FEELError) in
            guard !match.isEmpty else { return }
            try matcher.evaluator.charge(match.lowerBound - from + 1)
            pieces.append(matcher.text(from..<match.lowerBound))
            from = match.upperBound
        }
        return pieces + [text(from..<scalars.count)]
    }

    fileprivate mutating func replaced(
        _ pattern: FEELPattern, _ replacement: [UnicodeScalar]
    ) throws(FEELError) -> String {
        var (result, from) = ("", 0)
        try each(pattern) { matcher, match throws(FEELError) in
            let new = matcher.filled(replacement, match)
            try matcher.evaluator.charge(text: new)
            result += matcher.text(from..<match.lowerBound) + new
            from = match.upperBound
        }
        return result + text(from..<scalars.count)
    }

    /// The replacement with `$0` and `$1` filled in; `\$` is a dollar sign.
    private func filled(_ replacement: [UnicodeScalar], _ match: Range<Int>) -> String {
        var result = String.UnicodeScalarView()
        var index = 0
        while index < replacement.count {
            let scalar = replacement[index]
            let next = index + 1 < replacement.count ? replacement[index + 1] : nil
            if scalar == "\\", let next {
                result.append(next)
                index += 1
            } else if scalar == "$", let next, ("0"..."9").contains(next) {
                let number = Int(next.value) - 48
                let group = number == 0 ? match : number < groups.count ? groups[number] : nil
                if let group { result.append(contentsOf: scalars[group]) }
                index += 1
            } else {
                result.append(scalar)
            }
            index += 1
        }
        return String(result)
    }
}
