import Cases

extension CaseAction {
    /// Does it: each action is one rule of the matter.
    ///
    /// - Parameter task: the task it is about; ignored by what is about the case.
    /// - Throws: what the rule refuses.
    func perform(
        on matter: inout Matter, task: Int64, case number: String, _ input: ActionInput, _ occasion: Occasion
    ) throws {
        switch self {
        case .completion: try matter.complete(task: task, with: input.finding, on: occasion)
        case .claim: try matter.claim(task: task, on: occasion)
        case .release: try matter.release(task: task, on: occasion)
        case .transfer:
            try matter.transfer(
                task: task, to: input.colleague(), reason: input.text("reason"), on: occasion)
        case .consultations:
            try matter.consult(
                task: task, input.colleague(), question: input.text("question"), on: occasion)
        case .sendBack: try matter.sendBack(task: task, reason: input.text("reason"), on: occasion)
        case .suspensions:
            try matter.suspend(
                number, for: input.suspensionReason(), note: input.text("note"),
                expectedDays: input.expectedDays, on: occasion)
        case .resumptions: try matter.resume(number, on: occasion)
        case .extensions: try matter.extend(number, reason: input.text("reason"), on: occasion)
        }
    }
}
