import BusinessProcess

/// How a step stands that several people do: how many are asked, and what they have said so far.
public struct Ballot: Sendable, Hashable {
    /// The name of the step.
    public let name: String
    /// How many are asked.
    public let seats: Int
    /// How many have answered.
    public let answered: Int
    /// What was answered, in the words and order of the outcomes, and how often.
    public let counts: [Count]
    /// The answer that is counted and how often it is needed; `nil` where all simply sign.
    public let goal: Count?

    /// An answer with a number.
    public struct Count: Sendable, Hashable {
        /// The words of the outcome.
        public let label: String
        /// How often.
        public let number: Int
    }
}

extension Case {
    /// How the step of this task stands; `nil` where one person does it alone.
    public func ballot(of task: CaseTask, in definition: ProcessDefinition) -> Ballot? {
        let seats = peers(of: task).filter { $0.state != .cancelled }
        guard let first = seats.first else { return nil }
        let said = seats.compactMap(\.outcome)
        let vote = definition.elements[task.element]?.loop?.vote
        func count(_ outcome: TaskOutcome) -> Ballot.Count {
            Ballot.Count(label: outcome.label, number: said.count { $0 == outcome.code })
        }
        let counted = vote.flatMap { vote in first.outcomes.first { $0.code == vote.code } }
        return Ballot(
            name: first.name, seats: seats.count, answered: said.count,
            counts: first.outcomes.map(count).filter { $0.number > 0 },
            goal: counted.map { .init(label: $0.label, number: min(vote?.needs ?? seats.count, seats.count)) }
        )
    }
}
