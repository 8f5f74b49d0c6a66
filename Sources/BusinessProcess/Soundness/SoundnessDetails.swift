import DecisionModel

extension SoundnessCheck {
    /// Choices that can be left without an answer.
    mutating func checkChoices() {
        for vertex in definition.graph.vertices where vertex.isOpenChoice && !isExhaustive(vertex) {
            find("条件都不成立时没有默认路径", at: vertex.node.id)
        }
    }

    /// Whether the conditions ask for every outcome of one task.
    private func isExhaustive(_ vertex: ProcessGraph.Vertex) -> Bool {
        var codes: [String: Set<String>] = [:]
        for way in vertex.outgoing {
            let condition = definition.graph.flows[way].flow.condition?.source ?? ""
            if condition.filter({ !$0.isWhitespace }) == "true" { return true }
            for part in condition.split(separator: " or ") {
                guard let asked = part.wholeMatch(of: /\s*outcomes\.(\w+)\s*=\s*"([^"]*)"\s*/) else {
                    continue
                }
                codes[String(asked.1), default: []].insert(String(asked.2))
            }
        }
        let prefix = vertex.node.id.lastIndex(of: "/").map { vertex.node.id[...$0] } ?? ""
        return codes.contains { task, asked in
            guard let outcomes = definition.userTask(prefix + task)?.outcomes else { return false }
            return asked.isSuperset(of: outcomes.map(\.code))
        }
    }

    /// Tasks nobody can do.
    mutating func checkTasks() {
        for task in definition.userTasks where !circumstances.canBeDone(task) {
            find("没有人能办这一步：部门「\(task.organ)」没有岗位「\(task.role)」", at: task.id)
        }
    }

    /// Dates that have passed.
    mutating func checkTimers() {
        guard let today = circumstances.today else { return }
        for vertex in definition.graph.vertices {
            guard let date = vertex.node.timer?.date, date.prefix(10) < today.prefix(10) else { continue }
            find("计时的日期 \(date) 已经过去", at: vertex.node.id)
        }
    }

    /// Steps whose limits together take longer than was promised, on the longest way.
    mutating func checkLimit() {
        guard let written = circumstances.promisedLimit ?? definition.limit, let promised = Limit(written)
        else {
            return
        }
        let others = definition.userTasks.filter { task in
            task.limit.map { Limit($0)?.unit != promised.unit } ?? false
        }
        for task in others {
            find("时限「\(task.limit ?? "")」与承诺时限的单位不同，没有计入", at: task.id, isWarning: true)
        }
        var ways = LimitWays(definition, unit: promised.unit)
        let total = ways.longest(in: nil)
        guard total > promised.value else { return }
        find("各步时限加起来是 \(total) \(promised.unit)，超过承诺的 \(written)", at: definition.id)
    }
}

extension ProcessGraph.Vertex {
    fileprivate var isOpenChoice: Bool {
        guard defaultFlow == nil else { return false }
        switch node.kind {
        case .exclusiveGateway: return outgoing.count > 1
        case .inclusiveGateway: return isConditional
        default: return false
        }
    }
}

/// A limit as it is written: `3 working_day`.
struct Limit {
    let value: Int
    let unit: String

    /// What is counted in; `WorkingTime` says what they mean.
    static let units = ["working_day", "half_day", "day", "hour", "month"]

    /// Whether the unit is one of them.
    var isKnown: Bool { Self.units.contains(unit) }

    init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let value = Int(parts[0]), value >= 0 else { return nil }
        self.value = value
        unit = String(parts[1])
    }
}

/// The longest way through a process, counted in the limits of its tasks; a loop counts once.
private struct LimitWays {
    private let definition: ProcessDefinition
    private let graph: ProcessGraph
    private let unit: String
    private var known: [Int: Int] = [:]
    private var entered: Set<Int> = []

    init(_ definition: ProcessDefinition, unit: String) {
        self.definition = definition
        graph = definition.graph
        self.unit = unit
    }

    mutating func longest(in scope: Int?) -> Int {
        graph.body(of: scope).starts.map { longest(from: $0) }.max() ?? 0
    }

    /// Without recursion: processes may be as long as people like.
    private mutating func longest(from start: Int) -> Int {
        var stack = [(number: start, isDone: false)]
        while let (number, isDone) = stack.popLast() {
            if isDone {
                known[number] = own(number) + (next(number).compactMap { known[$0] }.max() ?? 0)
            } else if entered.insert(number).inserted {
                stack.append((number, true))
                stack += next(number).filter { !entered.contains($0) }.map { ($0, false) }
            }
        }
        return known[start] ?? 0
    }

    private func next(_ number: Int) -> [Int] {
        let ways = graph[number].outgoing + graph[number].boundaries.flatMap { graph[$0].outgoing }
        return ways.map { graph.flows[$0].target }
    }

    private mutating func own(_ number: Int) -> Int {
        switch graph[number].node.kind {
        case .userTask(let task):
            guard let limit = task.limit.flatMap({ Limit($0) }), limit.unit == unit else { return 0 }
            return limit.value
        case .subProcess: return longest(in: number)
        default: return 0
        }
    }
}
