import struct Foundation.Decimal

/// Evaluates terms, counts what that costs, and notes where something became `null`.
struct FEELEvaluator {
    private static let maximumRemarks = 20

    let variables: Variables
    let surroundings: FEELSurroundings
    var scope: [FEELScope] = []
    private(set) var remarks: [FEELError] = []
    private var steps = 0
    private var depth = 0
    /// Where the term stands that is being evaluated.
    private var column = 1

    init(_ variables: Variables, _ surroundings: FEELSurroundings) {
        self.variables = variables
        self.surroundings = surroundings
    }

    func stopped(_ message: String) -> FEELError { FEELError(column: column, message: message) }

    mutating func charge(_ count: Int) throws(FEELError) {
        steps += count
        guard steps <= surroundings.limits.steps else {
            throw stopped("计算超过 \(surroundings.limits.steps) 步，已停止")
        }
    }

    /// Sixteen bytes of text are a step.
    mutating func charge(text: String) throws(FEELError) { try charge(text.utf8.count / 16) }

    /// Notes why there is no value, and answers that there is none.
    mutating func nothing(_ message: String) -> FEELValue {
        if remarks.count < Self.maximumRemarks {
            let remark = FEELError(column: column, message: message)
            if !remarks.contains(remark) { remarks.append(remark) }
        }
        return .null
    }

    /// Tells the column of what is worked on next.
    mutating func stand(at node: FEELNode) { column = node.column }

    mutating func value(of node: FEELNode) throws(FEELError) -> FEELValue {
        depth += 1
        defer { depth -= 1 }
        column = node.column
        guard depth <= surroundings.limits.depth else {
            throw stopped("计算的层次超过 \(surroundings.limits.depth) 层，已停止")
        }
        try charge(1)
        switch node.term {
        case .literal(let value): return value
        case .path(let path): return try value(at: path)
        case .all(let nodes): return try conjunction(nodes)
        case .any(let nodes): return try disjunction(nodes)
        case .comparison(let left, let comparison, let right):
            let (left, right) = (try value(of: left), try value(of: right))
            stand(at: node)
            return try compare(left, comparison, right)
        case .conditional(let branches, let otherwise):
            return try conditional(branches, otherwise)
        case .chain(let first, let links): return try chain(first, links)
        default: return try rarer(node)
        }
    }

    private mutating func rarer(_ node: FEELNode) throws(FEELError) -> FEELValue {
        switch node.term {
        case .negated(let inner): return negation(try value(of: inner))
        case .not(let inner): return try inversion(inner)
        case .between(let inner, let low, let high): return try between(inner, low, high)
        case .membership(let inner, let tests): return try membership(inner, tests)
        case .entry(let inner, let name):
            let base = try value(of: inner)
            stand(at: node)
            return try entry(name, of: base)
        case .list, .context, .range: return try gathered(node)
        case .filter(let inner, let condition): return try filter(try value(of: inner), condition)
        case .loop(let iterations, let body): return try loop(iterations, body)
        case .quantified(let isEvery, let iterations, let body):
            return try quantified(isEvery, iterations, body)
        case .instance(let inner, let type): return .bool(type.includes(try value(of: inner)))
        case .function(let parameters, let body):
            return .function(FEELFunction(name: nil, parameters: parameters, body: body, scope: scope))
        case .builtin(let builtin, let arguments): return try call(builtin, arguments, at: node)
        case .call(let callee, let arguments): return try call(callee, arguments)
        default: return .null
        }
    }

    private mutating func gathered(_ node: FEELNode) throws(FEELError) -> FEELValue {
        switch node.term {
        case .list(let nodes):
            var members: [FEELValue] = []
            for member in nodes { members.append(try value(of: member)) }
            return .list(members)
        case .context(let entries): return try context(entries)
        case .range(let term): return try range(term, at: node)
        default: return .null
        }
    }
}
