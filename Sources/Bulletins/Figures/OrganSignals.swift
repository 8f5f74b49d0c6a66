/// Signals of a rule that were raised against an organ.
public struct OrganSignals: Sendable {
    let organ: String
    let signals: BulletinFigures.Signals

    /// Signals of an organ, by its key.
    public init(organ: String, _ signals: BulletinFigures.Signals) {
        (self.organ, self.signals) = (organ, signals)
    }

    /// The figures that count them, by their level.
    fileprivate static let figures = ["warning": "warnings", "yellow": "yellow_cards", "red": "red_cards"]
    /// The figure that counts the cards of all that are not final.
    static let pendingFigure = "cards_pending"
}

extension [OrganSignals] {
    /// Those of all organs, by name and level.
    var together: [BulletinFigures.Signals] {
        Dictionary(grouping: map(\.signals)) { [$0.name, $0.level] }.map { kind, same in
            BulletinFigures.Signals(
                name: kind[0], level: kind[1], count: same.reduce(0) { $0 + $1.count },
                confirmed: same.reduce(0) { $0 + ($1.confirmed ?? 0) },
                withdrawn: same.reduce(0) { $0 + $1.withdrawn })
        }.sorted { ($0.name, $0.level) < ($1.name, $1.level) }
    }

    /// Sums of an organ, or of all, with their cards counted from these: what was summed up and frozen before knows of no
    /// card that was taken back since. An organ has only its final ones, all together have those that are pending, too.
    /// Where there are no signals, the month came as sums alone.
    func counted(in sums: [String: Int], of organ: String? = nil) -> [String: Int] {
        guard !isEmpty else { return sums }
        let own = filter { organ == nil || $0.organ == organ }.map(\.signals)
        var counted = sums
        for (level, figure) in OrganSignals.figures {
            let cards = own.filter { $0.level == level }
            counted[figure] = cards.reduce(0) { $0 + $1.count - (organ == nil ? 0 : $1.pending) }
        }
        if organ == nil { counted[OrganSignals.pendingFigure] = own.reduce(0) { $0 + $1.pending } }
        return counted
    }
}
