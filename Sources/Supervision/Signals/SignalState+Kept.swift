import Storage

/// How the table keeps a state. A confirmed card is kept as upheld, a word that programs which came before know as one that
/// stands; its level tells it from a reminder whose appeal was not upheld.
extension Signal.State {
    /// The state that a row with this level is in.
    init(kept: Self, _ level: SupervisionRule.Level) {
        self = kept == .upheld && level.isCard ? .confirmed : kept
    }

    /// The word in the table.
    var kept: Self { self == .confirmed ? .upheld : self }

    /// Which rows are in this state. Nearly all that stand are cards, so that these are read along the states and the
    /// few others along the levels.
    var condition: SQL {
        switch self {
        case .confirmed: "state = 'upheld' AND level <> 'reminder' AND level <> 'warning'"
        case .upheld: "state = 'upheld' AND level IN ('reminder', 'warning')"
        default: "state = \(self)"
        }
    }
}
