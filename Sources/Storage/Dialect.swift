/// Which engine stands behind the seam, for the few statements that each must be told in its own words.
///
/// Shared SQL keeps to what both understand; where a query plan or a queue needs more, two named texts
/// stand side by side and one test runs both.
public enum Dialect: String, Sendable, CaseIterable {
    /// A file of this machine.
    case sqlite
    /// A server that several nodes share.
    case postgresql
}
