public import DecisionModel

/// A node of a process: what tokens pass through or rest in (BPMN 2.0, §10.3 to §10.6).
public struct FlowNode: Sendable, Hashable {
    /// The id, unique in the document; inside a called process with the call's id before it (`call/review`).
    public let id: String
    /// The name people read; empty where the drawing gives none.
    public let name: String
    /// What the node does.
    public let kind: Kind
    /// The subprocess it stands in; `nil` in the process itself.
    public internal(set) var scope: String?
    /// How often it is done, where more than once.
    public internal(set) var loop: Loop?
    /// The arrow that is taken when no condition holds.
    public internal(set) var defaultFlow: String?
    /// Whether what it stands for breaks off what surrounds it (boundary events, starts of event subprocesses).
    public internal(set) var isInterrupting = true

    /// The nodes that are executed. Others are refused by name when a process is read.
    public enum Kind: Sendable, Hashable {
        /// Where a process or subprocess begins.
        case start(EventTrigger)
        /// Where a token ends; adverse when the person did not get what they asked for (`minben:adverse`).
        case end(EventResult, isAdverse: Bool)
        /// Waits for something to happen.
        case catchEvent(EventTrigger)
        /// Makes something happen and goes on.
        case throwEvent(EventResult)
        /// An event attached to an activity.
        case boundary(BoundaryEvent)
        /// Work for a person.
        case userTask(UserTask)
        /// Work for the system.
        case serviceTask(ServiceTask)
        /// Sends a message and goes on.
        case sendTask(message: String)
        /// Waits for a message.
        case receiveTask(message: String)
        /// Computes a value in FEEL and goes on.
        case scriptTask(ScriptTask)
        /// Asks a decision table.
        case businessRuleTask(BusinessRuleTask)
        /// Done by people without the system: a token passes through.
        case manualTask
        /// A process within; a call activity is one too, with the called process inside.
        case subProcess(triggeredByEvent: Bool)
        /// One way out: the first whose condition holds, else the default flow.
        case exclusiveGateway
        /// Every way out whose condition holds; joins those that can still come.
        case inclusiveGateway
        /// All ways out, after a token has come in on every way in.
        case parallelGateway
        /// The event that happens first decides the way.
        case eventBasedGateway
    }

    init(id: String, name: String, kind: Kind) {
        self.id = id
        self.name = name
        self.kind = kind
    }
}

extension FlowNode {
    /// What messages call it: its name, or its id where it has none.
    public var title: String { name.isEmpty ? id : name }

    /// Whether it is drawn as a box: a task or a subprocess.
    public var isTask: Bool {
        switch kind {
        case .userTask, .serviceTask, .sendTask, .receiveTask, .scriptTask, .businessRuleTask, .manualTask,
            .subProcess:
            true
        case .start, .end, .catchEvent, .throwEvent, .boundary, .exclusiveGateway, .inclusiveGateway,
            .parallelGateway, .eventBasedGateway:
            false
        }
    }

    /// Whether a token rests here until something comes from outside.
    var isResting: Bool {
        switch kind {
        case .userTask, .serviceTask, .receiveTask, .businessRuleTask, .subProcess, .catchEvent,
            .eventBasedGateway:
            true
        case .start, .end, .throwEvent, .boundary, .sendTask, .scriptTask, .manualTask, .exclusiveGateway,
            .inclusiveGateway, .parallelGateway:
            false
        }
    }

    var isUserTask: Bool { if case .userTask = kind { true } else { false } }
    var isSubProcess: Bool { if case .subProcess = kind { true } else { false } }
    var isEventSubprocess: Bool { kind == .subProcess(triggeredByEvent: true) }
    var boundary: BoundaryEvent? { if case .boundary(let event) = kind { event } else { nil } }
    var isEnd: Bool { if case .end = kind { true } else { false } }

    /// What a start, catching or boundary event or a receive task waits for.
    var trigger: EventTrigger? {
        switch kind {
        case .start(let trigger), .catchEvent(let trigger): trigger
        case .boundary(let event): event.trigger
        case .receiveTask(let message): .message(message)
        default: nil
        }
    }
}

/// An arrow from one node to another.
public struct SequenceFlow: Sendable, Hashable {
    /// The id, unique in the document.
    public let id: String
    /// The words at the arrow; empty where there are none.
    public let name: String
    /// The node it leaves.
    public let source: String
    /// The node it enters.
    public let target: String
    /// When it is taken; only flows that leave an exclusive or inclusive gateway or an activity have one.
    public let condition: FEELExpression?
}

/// A lane: the nodes one organ or group of people is in charge of.
public struct Lane: Sendable, Hashable {
    /// The id, unique in the document.
    public let id: String
    /// The name people read.
    public let name: String
    /// The ids of its nodes.
    public let nodes: [String]
    /// The organ whose people do the tasks in it that name no organ themselves (`minben:organ`).
    public var organ: String?
    /// The role that does the tasks in it that name no role themselves (`minben:role`).
    public var role: String?
}
