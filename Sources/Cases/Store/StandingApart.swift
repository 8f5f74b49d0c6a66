import Storage

extension CaseKind {
    /// The kinds that stand apart, as a list of SQL: `kind NOT IN \(CaseKind.apart)`. Written out and not bound, so that
    /// the planner sees what is asked; a test holds it to ``standsApart``.
    static let apart: SQL = "('publication', 'accountability')"
}
