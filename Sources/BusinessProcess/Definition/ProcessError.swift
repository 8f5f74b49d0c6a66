import DecisionModel
public import Refusals
public import XMLTree

/// Why a process cannot be read or an instance cannot go on.
public enum ProcessError: Error, Sendable, Hashable {
    /// The file is not XML we read.
    case unreadable(XMLTreeError)
    /// The file cannot be published; every reason at once.
    case notExecutable([Finding])
    /// The instance was started with another definition or version.
    case otherDefinition(instance: String, definition: String)
    /// The instance has ended.
    case ended
    /// The step is not open: someone else finished it, or it was cancelled.
    case notActive(activity: Int)
    /// The timer is not attached to this step or has fired already.
    case noSuchTimer(boundary: String)
    /// No condition of this gateway holds and it has no default flow.
    case noFlowHolds(gateway: String)
    /// The joins at which tokens wait can never be completed.
    case stuck(gateways: [String])
    /// The step would not come to rest.
    case endless
    /// The step cannot be returned; the sentence says why.
    case notInSequence(Sentence)
    /// The instance or the step is suspended.
    case suspended
    /// Nobody in this instance waits for it.
    case nobodyWaits(name: String)
    /// A multi-instance is asked for more instances than are made, or for no number at all.
    case instances(element: String, count: Int?)
    /// An expression was stopped because it would cost too much.
    case expression(element: String, FEELError)
    /// What was asked for is not allowed here; the sentence says why.
    case refused(Sentence)
}

extension ProcessError {
    /// What is wrong with a file that could not be read or executed, by line; empty for what happens while it runs.
    public var findings: [Finding] {
        switch self {
        case .notExecutable(let findings): findings
        case .unreadable(let problem):
            [Finding(line: problem.line, element: "xml", message: problem.sentence.chinese)]
        default: []
        }
    }

    /// What happened, in words for the person at the desk.
    public var sentence: Sentence {
        switch self {
        case .unreadable(let error): error.sentence
        case .notExecutable(let findings):
            "流程不能发布，有 \(findings.count) 处问题。第一处：\(findings.first?.description ?? "")"
        case .otherDefinition(let instance, let definition):
            "办件按流程 \(instance) 办理，不能按 \(definition) 继续。"
        case .ended: "流程已经结束。"
        case .notActive: "这一步已经办完或者已经取消。"
        case .noSuchTimer: "这一步没有这个计时，或者它已经到期处理过。"
        case .noFlowHolds(let gateway): "流程在「\(gateway)」处没有可走的路径，请联系流程管理员。"
        case .stuck(let gateways): "流程停在「\(gateways.joined(separator: "、"))」处等不齐，请联系流程管理员。"
        case .endless: "流程在没有任务的环路里打转，请联系流程管理员。"
        case .suspended: "流程已挂起，恢复以后才能办理。"
        case .nobodyWaits(let name): "这一办件没有在等待「\(name)」。"
        case .instances(let element, nil): "「\(element)」要办几份算不出来，请联系流程管理员。"
        case .instances(let element, let count?):
            "「\(element)」要同时办 \(count) 份，超过上限 \(Loop.maximumInstances) 份。"
        case .expression(let element, let error):
            "「\(element)」的表达式在第 \(error.column) 个字符处：\(error.message)，请联系流程管理员。"
        case .notInSequence(let sentence), .refused(let sentence): sentence
        }
    }
}
