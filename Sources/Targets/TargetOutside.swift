import Journal
import Storage
import WorkingTime

/// What other features know of targets: figures that are counted, and who is told when a milestone is overdue.
public struct TargetOutside: Sendable {
    /// A named figure that a target may be measured by.
    public struct Figure: Sendable, Hashable {
        let key: String
        let name: String

        /// A figure.
        public init(key: String, name: String) { (self.key, self.name) = (key, name) }
    }

    /// A milestone as supervision watches it.
    public struct Milestone: Sendable, Hashable {
        /// By which it is known again.
        public let key: String
        /// What has to be reached.
        public let name: String
        /// The key of the organ that answers for it.
        public let organ: String
        /// Since when it counts.
        public let beginsOn: CivilDate
        /// Until when it has to be reached.
        public let dueOn: CivilDate
        /// When it was reached or given up; nil while neither.
        public let endedOn: CivilDate?
        /// Where it stands, in words: `未完成`, `已完成`, `已取消`.
        public let state: String
    }

    /// What supervision has noticed about a milestone.
    public struct Signal: Sendable, Hashable {
        let level: String
        let state: String
        let path: String

        /// Its level and where it stands, in words, and its page.
        public init(level: String, state: String, path: String) {
            (self.level, self.state, self.path) = (level, state, path)
        }
    }

    let figures: [Figure]
    let amounts: @Sendable (_ organ: String, _ year: Int, Transaction) throws -> [String: Int]
    let cases: @Sendable (_ organ: String, _ year: Int, _ figure: String) -> String?
    let watch: @Sendable ([Milestone], Actor, Instant, Transaction) throws -> Void
    let signals: @Sendable (_ milestones: [String], Transaction) throws -> [String: [Signal]]

    /// - Parameters:
    ///   - amounts: the figures of an organ in a year, by key.
    ///   - cases: the page of the cases behind a figure.
    ///   - watch: hands milestones to supervision; the same again changes nothing.
    ///   - signals: what supervision has noticed, by the keys of milestones.
    public init(
        figures: [Figure], amounts: @escaping @Sendable (String, Int, Transaction) throws -> [String: Int],
        cases: @escaping @Sendable (String, Int, String) -> String?,
        watch: @escaping @Sendable ([Milestone], Actor, Instant, Transaction) throws -> Void,
        signals: @escaping @Sendable ([String], Transaction) throws -> [String: [Signal]] = { _, _ in [:] }
    ) {
        (self.figures, self.amounts, self.cases) = (figures, amounts, cases)
        (self.watch, self.signals) = (watch, signals)
    }

    func name(_ figure: String) -> String { figures.first { $0.key == figure }?.name ?? figure }
}
