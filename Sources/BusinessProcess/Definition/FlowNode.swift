/// A node of a process: what tokens pass through or rest in (BPMN 2.0, §10.3 to §10.6).
public struct FlowNode: Sendable, Hashable {
    /// The id, unique in the document.
    public let id: String
    /// The name people read; empty where the drawing gives none.
    public let name: String
    /// What the node does.
    public let kind: Kind

    /// The nodes that are executed. Others are refused by name when a process is read.
    public enum Kind: Sendable, Hashable {
        /// Where an instance begins.
        case start
        /// Where a token ends; adverse when the person did not get what they asked for (`minben:adverse`).
        case end(isAdverse: Bool)
        /// Work for a person.
        case userTask(UserTask)
        /// Work for the system.
        case serviceTask(ServiceTask)
        /// One way out: the first whose condition holds, else the default flow.
        case exclusiveGateway(defaultFlow: String?)
        /// All ways out, after a token has come in on every way in.
        case parallelGateway
        /// A clock attached to a task.
        case timerBoundary(TimerBoundary)
    }
}

extension FlowNode {
    /// Whether an instance rests here until someone or something is done.
    var isTask: Bool {
        switch kind {
        case .userTask, .serviceTask: true
        case .start, .end, .exclusiveGateway, .parallelGateway, .timerBoundary: false
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
    /// When it is taken; only flows that leave an exclusive gateway have one.
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
}
