import BusinessProcess
import Cases
import ProcessMining
import Services
import Storage
import Web

/// What the cases say about steps that stand behind one another.
struct ParallelFindings {
    /// The pairs of the drawings the cases ran on, by their steps.
    var successions: [ProcessStatistics.Pair: Succession] = [:]
    var steps = SerialStatistics()
    var joint = JointStatistics()
    private var pairs: [ProcessKey: [ProcessStatistics.Pair]] = [:]

    /// Looks at cases with the drawings they ran on, and with the items of those that are joint services.
    mutating func add(
        _ traces: [CaseTrace], _ keys: [Int64: ProcessKey], _ spans: [Int64: [JointSpan]],
        in library: ProcessLibrary
    ) {
        for trace in traces where trace.closedAt != nil {
            if let key = keys[trace.id] { steps.add(trace, pairs: pairs(of: key, in: library)) }
            if let items = spans[trace.id] { joint.add(items) }
        }
    }

    private mutating func pairs(of key: ProcessKey, in library: ProcessLibrary) -> [ProcessStatistics.Pair] {
        if let known = pairs[key] { return known }
        let all =
            library.definition(key).map { Succession.all(in: $0, mayStandBeside: StepPlace.isFree) } ?? []
        for one in all { successions[one.pair] = one }
        let free = all.filter(\.needs.isEmpty).map(\.pair)
        pairs[key] = free
        return free
    }
}

extension Succession {
    var pair: ProcessStatistics.Pair { .init(first.id, second.id) }
}

/// Where a step has its place by its meaning in law.
enum StepPlace {
    /// Examinations, opinions and inspections may stand beside one another; what they come to is weighed in the decision
    /// (行政许可法 arts. 34, 37).
    static func isFree(_ task: UserTask) -> Bool {
        [Act.review, .opinion, .inspect, .check].map(\.rawValue).contains(task.act)
    }

    /// Why a step cannot be done before the one in front of it is done.
    static func reason(second task: UserTask) -> String {
        switch Act(rawValue: task.act) {
        case .accept: "受理要看前面交来的材料（行政许可法第三十二条）"
        case .supply: "要求补正以后才补正（行政许可法第三十二条）"
        case .recheck: "补正的材料交来以后才能核对（行政许可法第三十二条）"
        case .decide, .answer, .revoke: "决定要以审查的结果为根据（行政许可法第三十七条）"
        case .deliver: "决定以后才送达（行政许可法第四十四条）"
        case .verify: "决定以后才核查承诺"
        default: fixed
        }
    }

    /// Why nothing can be done before a step is done.
    static func reason(first task: UserTask) -> String {
        switch Act(rawValue: task.act) {
        case .accept, .recheck: "受理以后才审查（行政许可法第三十二条、第三十四条）"
        case .request, .supply: "材料补齐以后才能接着办（行政许可法第三十二条）"
        case .decide, .answer, .revoke: "决定以后才办后面的"
        default: fixed
        }
    }

    private static let fixed = "这一步不是审查，前后有固定的次序"
}

extension TopicPages {
    func parallel(_ request: WebRequest) async throws -> Page {
        let scope = try await services.scope(of: request, in: database)
        var findings = ParallelFindings()
        let isWhole = try await walk(scope).each { traces in
            let (keys, spans) = try await database.read {
                (try TracedProcesses.keys(of: traces, in: $0), try TracedProcesses.spans(of: traces, in: $0))
            }
            findings.add(traces, keys, spans, in: processes)
        }
        return page(
            .parallel, scope, request, isWhole: isWhole,
            lead: "哪些步骤一个接一个地办，其实谁也不需要谁的结果；如果同时办，已经办结的件能省多少时间。",
            content: ParallelContent(scope: scope, findings: findings).html)
    }
}
