/// Functions on points and ranges (DMN 1.5, table 78).
extension FEELBuiltin {
    static let ranges: [FEELBuiltin] = [
        relation("before") { $0.order($0.a.high, $0.b.low) < 0 },
        relation("after") { $0.order($0.b.high, $0.a.low) < 0 },
        relation("meets") { $0.meets },
        relation("met by") { $0.turned.meets },
        relation("overlaps") { $0.order($0.a.high, $0.b.low) >= 0 && $0.order($0.b.high, $0.a.low) >= 0 },
        relation("overlaps before") { $0.overlapsBefore },
        relation("overlaps after") { $0.turned.overlapsBefore },
        relation("finishes") { $0.finishes },
        relation("finished by") { $0.turned.finishes },
        relation("includes") { $0.includes },
        relation("during") { $0.turned.includes },
        relation("starts") { $0.starts },
        relation("started by") { $0.turned.starts },
        relation("coincides") { $0.order($0.a.low, $0.b.low) == 0 && $0.order($0.a.high, $0.b.high) == 0 },
    ]

    private static func relation(
        _ name: String, _ holds: @escaping @Sendable (FEELIntervals) -> Bool
    ) -> FEELBuiltin {
        FEELBuiltin(name, "a, b") { evaluator, values throws(FEELError) in
            FEELIntervals(values[0], values[1], evaluator).map { .bool(holds($0)) }
        }
    }
}

/// Two ranges, or points, whose ends can be put in order.
private struct FEELIntervals {
    /// An end: a hair before its value, on it, or a hair behind it.
    struct End {
        let value: FEELValue
        let side: Int
    }
    typealias Ends = (low: End, high: End)

    let a: Ends
    let b: Ends
    private let evaluator: FEELEvaluator

    init?(_ a: FEELValue, _ b: FEELValue, _ evaluator: FEELEvaluator) {
        guard let a = Self.ends(a), let b = Self.ends(b), evaluator.order(a.low.value, b.low.value) != nil,
            evaluator.order(a.low.value, a.high.value) != nil,
            evaluator.order(b.low.value, b.high.value) != nil
        else { return nil }
        self.init(a: a, b: b, evaluator: evaluator)
    }

    private init(a: Ends, b: Ends, evaluator: FEELEvaluator) {
        (self.a, self.b, self.evaluator) = (a, b, evaluator)
    }

    private static func ends(_ value: FEELValue) -> Ends? {
        guard case .range(let range) = value.single else {
            let point = End(value: value.single, side: 0)
            return (point, point)
        }
        guard let low = range.low, let high = range.high else { return nil }
        return (
            End(value: low, side: range.includesLow ? 0 : 1),
            End(value: high, side: range.includesHigh ? 0 : -1)
        )
    }

    var turned: FEELIntervals { FEELIntervals(a: b, b: a, evaluator: evaluator) }

    func order(_ left: End, _ right: End) -> Int {
        let order = evaluator.order(left.value, right.value) ?? 0
        return order == 0 ? left.side - right.side : order
    }

    var meets: Bool { a.high.side == 0 && b.low.side == 0 && order(a.high, b.low) == 0 }
    var overlapsBefore: Bool {
        order(a.low, b.low) < 0 && order(a.high, b.low) >= 0 && order(a.high, b.high) <= 0
    }
    var finishes: Bool { order(a.high, b.high) == 0 && order(a.low, b.low) >= 0 }
    var starts: Bool { order(a.low, b.low) == 0 && order(a.high, b.high) <= 0 }
    var includes: Bool { order(a.low, b.low) <= 0 && order(a.high, b.high) >= 0 }
}
