/// One change of an instance: moves tokens until every one rests in a step, waits at a join, or has ended.
///
/// It changes the instance in place and keeps what it needs to take everything back, so that a change costs
/// as much as it moves and not as much as the instance holds.
struct TokenRun {
    /// More moves than any process a person draws needs in one change; beyond it tokens multiply.
    private static let maximumMoves = 20_000

    /// A token on its way.
    struct Moving {
        let flow: Int
        let scope: Int
        let cause: Int
    }

    let graph: ProcessGraph
    var instance: ProcessInstance
    var effects: [Effect] = []
    let given: Circumstances
    private(set) var log: ChangeLog
    private var queue: [Moving] = []
    private var head = 0
    private var moves = 0
    var lastEnd: FlowNode?

    init(_ instance: consuming ProcessInstance, in definition: ProcessDefinition, given: Circumstances) {
        log = ChangeLog(instance)
        self.instance = instance
        graph = definition.graph
        self.given = given
        self.instance.step += 1
    }

    /// Lets all tokens run until nothing moves.
    mutating func run() throws(ProcessError) {
        repeat {
            while head < queue.count {
                moves += 1
                guard moves <= Self.maximumMoves else { throw .endless }
                head += 1
                try arrive(queue[head - 1])
            }
            queue.removeAll(keepingCapacity: true)
            head = 0
        } while try fireInclusiveJoin()
        guard instance.resting == 0, !instance.isEnded else { return }
        throw .stuck(gateways: Set(instance.joins.keys.map(\.gateway)).sorted())
    }

    /// Takes everything back.
    consuming func rolledBack() -> ProcessInstance {
        log.restore(&instance)
        return instance
    }
}

extension TokenRun {
    /// Changes one step, remembering what it was.
    mutating func update(_ id: Int, _ change: (inout ProcessInstance.Activity) -> Void) {
        log.remember(instance.activities[id - 1])
        change(&instance.activities[id - 1])
    }

    /// What people have done to a step.
    mutating func handle(_ id: Int, _ change: (inout ProcessInstance.Handling) -> Void) {
        update(id) { activity in
            var handling = activity.handling ?? ProcessInstance.Handling()
            change(&handling)
            activity.handling = handling == ProcessInstance.Handling() ? nil : handling
        }
    }

    /// More or fewer tokens in a scope.
    mutating func count(_ difference: Int, in scope: Int) {
        guard difference != 0 else { return }
        if scope == 0 { instance.live += difference } else { update(scope) { $0.live += difference } }
    }

    mutating func add(_ token: ProcessInstance.Token, to key: ProcessInstance.JoinKey) {
        log.remember(added: token, to: key)
        instance.joins[key, default: .init()].add(token)
    }

    mutating func takeJoin(_ key: ProcessInstance.JoinKey) -> ProcessInstance.Join? {
        guard let join = instance.joins.removeValue(forKey: key) else { return nil }
        log.remember(taken: join, from: key)
        return join
    }

    mutating func fire(_ firing: ProcessInstance.Firing) -> Int {
        instance.firings.append(firing)
        return -instance.firings.count
    }

    mutating func update(firing index: Int, _ change: (inout ProcessInstance.Firing) -> Void) {
        log.remember(instance.firings[index], at: index)
        change(&instance.firings[index])
    }

    func activity(_ id: Int) -> ProcessInstance.Activity { instance.activities[id - 1] }

    /// Whether tokens may still move in a scope.
    func isOpen(scope: Int) -> Bool {
        scope == 0 ? !instance.isEnded : instance.activities[scope - 1].isOpen
    }

    /// Puts a token on an arrow.
    mutating func send(along flow: Int, scope: Int, cause: Int) {
        queue.append(Moving(flow: flow, scope: scope, cause: cause))
    }

    /// Writes down that a token took an arrow, at what brought it forth.
    mutating func note(_ flow: String, cause: Int, scope: Int) {
        if cause < 0 {
            instance.firings[-cause - 1].went.append(flow)
        } else if cause != scope {
            instance.activities[cause - 1].went.append(flow)
        } else if cause == 0 {
            instance.entered.append(flow)
        } else {
            instance.activities[cause - 1].entered.append(flow)
        }
    }

    /// Drops the tokens on their way in these scopes.
    mutating func dropMoving(in scopes: Set<Int>) {
        let left = queue[head...].filter { !scopes.contains($0.scope) }
        queue = left
        head = 0
    }
}
