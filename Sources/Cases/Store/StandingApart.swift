import Storage

extension CaseKind {
    /// The kinds that stand apart, as a list of SQL: `kind NOT IN \(CaseKind.apart)`. Written out and not bound, so that
    /// the planner sees what is asked; a test holds it to ``standsApart``.
    static let apart: SQL = "('publication', 'accountability')"

    /// The kinds that are no matter of anybody who applied: figures of how organs serve people leave them out, and orders
    /// are counted by themselves. Written out for the same reason.
    public static let uncounted: SQL = "('publication', 'accountability', 'supervision_order')"
}
