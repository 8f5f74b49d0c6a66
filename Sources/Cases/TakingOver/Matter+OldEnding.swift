import Refusals
import WorkingTime

extension Matter {
    /// Puts a case on record that was over in the older system: its clocks ran there, and nothing is to be done here.
    mutating func endAsThere(_ ending: OldMatter.Ending, _ old: OldMatter, on occasion: Occasion) {
        if let acceptedAt = old.acceptedAt {
            enterAcceptance(0, from: acceptedAt, on: occasion.at(acceptedAt))
        }
        standStillAsThere(old)
        stopDecisionClocks(of: 0, at: ending.decidedAt)
        if ending.phase == .closed, ending.outcome != .terminated {
            startClock(
                .delivery, of: 0, limit: root.plan.deliveryLimit, at: ending.decidedAt, on: occasion)
        }
        end(0, as: ending.phase, on: occasion.at(ending.closedAt))
        cases[0].result = CaseResult(
            outcome: ending.outcome, reason: ending.reason, decidedBy: .there, decidedAt: ending.decidedAt)
    }

    /// The pauses and the extension of the limits of decision, as they were there.
    mutating func standStillAsThere(_ old: OldMatter) {
        let extensions = old.extensions.map {
            CaseClock.Extension(
                limit: $0.limit, reason: $0.reason, approvedBy: .there, approvedAt: $0.at)
        }
        for index in cases[0].clocks.indices where cases[0].clocks[index].measuresDecision {
            cases[0].clocks[index].pauses = old.pauses
            cases[0].clocks[index].extensions = extensions
        }
    }
}

extension Signatory {
    /// Who signed in the older system is in its own records.
    static let there = Signatory(accountID: 0, name: "原系统")
}
