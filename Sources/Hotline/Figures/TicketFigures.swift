import WorkingTime

/// How the tickets of an organ and a day went, as the feature of requests counts them.
public struct TicketFigures: Sendable, Hashable {
    let organ: String
    let day: CivilDate
    let filed: Int, ended: Int, onTime: Int, timed: Int
    let assessed: Int, solved: Int, satisfied: Int, repeated: Int, returned: Int, passedOn: Int

    /// The figures of a day.
    ///
    /// - Parameters:
    ///   - timed: of how many it is known whether they ended in time.
    ///   - assessed: how many authors said how it went.
    ///   - returned: how many the organ sent back, whoever has them now.
    ///   - passedOn: how many of those are with others now, and so not among what was filed.
    public init(
        organ: String, day: CivilDate, filed: Int, ended: Int, onTime: Int, timed: Int, assessed: Int,
        solved: Int, satisfied: Int, repeated: Int, returned: Int, passedOn: Int
    ) {
        (self.organ, self.day, self.filed, self.ended) = (organ, day, filed, ended)
        (self.onTime, self.timed, self.assessed) = (onTime, timed, assessed)
        (self.solved, self.satisfied) = (solved, satisfied)
        (self.repeated, self.returned, self.passedOn) = (repeated, returned, passedOn)
    }

    /// Who counts tickets: from one day through another, of these organs or of all.
    public typealias Source = @Sendable (CivilDate, CivilDate, [String]?) async throws -> [TicketFigures]
}
