import DecisionModel

extension TokenRun {
    /// Whether a group needs no further answers: its condition holds, enough agreed, one vetoed, or enough
    /// cannot agree any more.
    func isDecided(_ group: Int, _ loop: Loop, _ number: Int) throws(ProcessError) -> Bool {
        if case .standard = loop.manner { return false }
        if let condition = loop.condition,
            try value(of: condition, at: number, scope: group) == true
        {
            return true
        }
        guard let vote = loop.vote else { return false }
        return outcome(of: group, vote, isOver: false) != nil
    }

    /// What the answers of a group have come to; `nil` while that is open.
    private func outcome(of group: Int, _ vote: Loop.Vote, isOver: Bool) -> String? {
        let votes = activity(group).handling?.votes ?? [:]
        if let veto = vote.veto, votes[veto, default: 0] > 0 { return veto }
        let answered = votes.values.reduce(0, +)
        let voters = seats(in: group)
        let needs = min(vote.needs ?? voters, voters)
        let agreed = votes[vote.code, default: 0]
        if agreed >= needs, needs > 0 { return vote.code }
        guard isOver || agreed + (voters - answered) < needs else { return nil }
        return vote.otherwise ?? vote.veto ?? votes.keys.sorted().first { $0 != vote.code }
    }

    /// How many are asked, those who were added counted and those who were removed not.
    func seats(in group: Int) -> Int {
        guard case .group(let total) = activity(group).part else { return 0 }
        return total - (activity(group).handling?.removed ?? 0)
    }

    /// What conditions ask about as the outcome of the element.
    mutating func keepResult(of group: Int) {
        guard let number = graph.index[activity(group).element] else { return }
        let element = activity(group).element
        if let vote = graph[number].node.loop?.vote {
            instance.results[element] = outcome(of: group, vote, isOver: true)
        } else if activity(group).isSigning {
            instance.results[element] = signedOutcome(of: group)
        }
        let result = instance.results[element]
        handle(group) { $0.outcome = result }
    }

    /// In a group that people made, the holder of the drawn step decides; the others advise.
    private func signedOutcome(of group: Int) -> String? {
        instance.activities.first { $0.scope == group && $0.part == .member(1) && $0.state == .completed }?
            .outcome
    }
}
