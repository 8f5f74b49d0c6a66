import Cases

extension CaseAction {
    /// Does it: each action is one rule of the matter.
    ///
    /// - Parameter task: the task it is about; ignored by what is about the case.
    /// - Throws: what the rule refuses.
    func perform(
        on matter: inout Matter, task: Int64, case number: String, _ input: ActionInput, _ occasion: Occasion
    ) throws {
        let reason = input.text("reason")
        switch self {
        case .completion: try matter.complete(task: task, with: input.finding, on: occasion)
        case .claim: try matter.claim(task: task, on: occasion)
        case .release: try matter.release(task: task, on: occasion)
        case .transfer:
            try matter.transfer(task: task, to: input.colleague(), reason: reason, on: occasion)
        case .consultations:
            try matter.consult(
                task: task, input.colleague(), question: input.text("question"), on: occasion)
        case .sendBack:
            try matter.sendBack(task: task, to: input.element(), reason: reason, on: occasion)
        case .rejection: try matter.reject(task: task, reason: reason, on: occasion)
        case .withdrawal: try matter.withdraw(task: task, on: occasion)
        case .delegation:
            try matter.delegate(task: task, to: input.colleague(), reason: reason, on: occasion)
        case .handBack: try matter.handBack(task: task, note: input.text("note"), on: occasion)
        case .recall: try matter.recall(task: task, reason: reason, on: occasion)
        case .signers:
            try matter.addSigner(
                task: task, input.colleague(), input.signingOrder(), reason: reason, on: occasion)
        case .removal: try matter.removeSigner(task: task, on: occasion)
        case .urgings: try matter.urge(task: task, note: input.text("note"), on: occasion)
        case .standstill: try matter.suspend(task: task, reason: reason, on: occasion)
        case .continuation: try matter.resume(task: task, on: occasion)
        case .jump: try matter.jump(task: task, to: input.text("to"), reason: reason, on: occasion)
        case .suspensions:
            try matter.suspend(
                number, for: input.suspensionReason(), note: input.text("note"),
                expectedDays: input.expectedDays, on: occasion)
        case .resumptions: try matter.resume(number, on: occasion)
        case .extensions: try matter.extend(number, reason: reason, on: occasion)
        case .termination: try matter.terminate(number, reason: reason, on: occasion)
        case .hearingRight: try matter.tellHearingRight(number, cause: input.text("cause"), on: occasion)
        case .hearingNotice:
            try matter.scheduleHearing(
                number, at: input.hour(), place: input.text("place"), chair: input.colleague("chair"),
                on: occasion)
        case .hearingParticipants:
            try matter.registerParticipant(
                number, name: input.text("name"), capacity: input.text("capacity"), on: occasion)
        case .hearingRecord: try matter.recordHearing(number, words: input.text("words"), on: occasion)
        case .hearingClosing: try matter.closeHearing(number, reason: reason, on: occasion)
        case .corrections:
            let (document, correction) = try input.correction(in: matter[number])
            try matter.correct(number, document: document, with: correction, on: occasion)
        }
    }
}
