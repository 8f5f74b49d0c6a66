/// Whether a process can be trusted to come to its end: checked when it is published.
public struct Soundness: Sendable {
    /// What is wrong, and what its author should look at (`Finding.isWarning`), by line.
    public let findings: [Finding]
    /// Whether everything that can happen was looked at. Where not, a warning says so.
    public let isComplete: Bool

    /// Whether nothing speaks against publishing.
    public var isSound: Bool { findings.allSatisfy(\.isWarning) }

    /// What the process itself does not know.
    public struct Circumstances {
        /// The limit promised to the applicant, as `value unit`; the process' own `minben:limit` where `nil`.
        public var promisedLimit: String?
        /// The day of publication, as an ISO date, for timers whose date has passed.
        public var today: String?
        /// Whether somebody can do a task.
        public var canBeDone: (UserTask) -> Bool

        /// Circumstances in which everything can be done and nothing is promised.
        public init(
            promisedLimit: String? = nil, today: String? = nil,
            canBeDone: @escaping (UserTask) -> Bool = { _ in true }
        ) {
            self.promisedLimit = promisedLimit
            self.today = today
            self.canBeDone = canBeDone
        }
    }

    /// The most markings looked at in one process or subprocess.
    public static let mostMarkings = 20_000

    /// Checks a process.
    public init(
        _ definition: ProcessDefinition, _ circumstances: Circumstances = Circumstances(),
        mostMarkings: Int = Soundness.mostMarkings
    ) {
        var check = SoundnessCheck(definition, circumstances)
        let scopes = definition.graph.vertices.map(\.node).filter(\.isSubProcess).map(\.id)
        check.explore(nil, mostMarkings)
        for scope in scopes { check.explore(scope, mostMarkings) }
        check.checkChoices()
        check.checkTasks()
        check.checkTimers()
        check.checkLimit()
        isComplete = check.isComplete
        findings = check.findings.sorted {
            ($0.line, $0.element, $0.message) < ($1.line, $1.element, $1.message)
        }
    }
}

/// Gathers what is found.
struct SoundnessCheck {
    let definition: ProcessDefinition
    let circumstances: Soundness.Circumstances
    private(set) var findings: [Finding] = []
    private(set) var isComplete = true

    init(_ definition: ProcessDefinition, _ circumstances: Soundness.Circumstances) {
        self.definition = definition
        self.circumstances = circumstances
    }

    mutating func find(_ message: String, at id: String, isWarning: Bool = false) {
        findings.append(definition.places.finding(message, at: id, isWarning: isWarning))
    }

    mutating func explore(_ scope: String?, _ limit: Int) {
        let graph = definition.graph
        let net = ScopeNet(graph, scope: scope)
        let starts = graph.body(of: scope.flatMap { graph.index[$0] }).starts.map { [$0] }
        let space = StateSpace(net, from: starts, limit: limit)
        for number in space.stuck.sorted() { find("这里可能等不齐：有的分支走不到这里", at: id(number)) }
        for number in space.growing.sorted() { find("走到这里的分支会越积越多", at: id(number)) }
        for number in space.doubled.subtracting(space.growing).sorted() {
            find("可能同时办理两次：前面的分支没有会合", at: id(number), isWarning: true)
        }
        for number in space.early.sorted() {
            find("走到这里时别的分支可能还在办理，流程不会就此结束", at: id(number), isWarning: true)
        }
        guard !space.isGivenUp else {
            isComplete = false
            return find(
                "流程分支太多，只检查了 \(limit) 种情况，其余没有查完", at: scope ?? definition.id, isWarning: true)
        }
        for number in space.endless.sorted() { find("走到这里以后永远走不到结束", at: id(number)) }
        let boundaries = net.members.filter { graph[$0].node.boundary != nil }
        let known = space.reached.union(space.stuck).union(boundaries)
        for number in net.members where !known.contains(number) {
            find("永远走不到这里", at: id(number))
        }
    }

    private func id(_ number: Int) -> String { definition.graph[number].node.id }
}
