import Codes
import Storage
import Synchronization
import WorkingTime

/// What people name a matter by.
enum MatterName: Sendable, Hashable {
    /// The number of any case of it.
    case number(String)
    /// The id of any task of it.
    case task(Int64)
}

/// A matter as it stood after one of its changes.
struct KnownMatter: Sendable {
    /// The root first, then its children in order.
    let cases: [StoredCase]

    var root: Int64 { cases[0].subject.id }

    /// How many tasks its cases have had.
    var taskCount: Int { cases.reduce(0) { $0 + $1.subject.tasks.count } }

    /// Its numbers and the ids of its tasks.
    var names: [MatterName] {
        cases.flatMap { stored in
            [.number(stored.subject.number.text)] + stored.subject.tasks.map { .task($0.id) }
        }
    }

    /// The case that is meant by a name.
    func subject(_ name: MatterName) -> Case? {
        let found = cases.first { stored in
            switch name {
            case .number(let number): stored.subject.number.text == number
            case .task(let id): stored.subject.tasks.contains { $0.id == id }
            }
        }
        return found?.subject
    }
}

/// The matters this node has read or changed lately, so that the next change of one can be prepared without asking.
///
/// Nothing in here need be true: what was prepared is written only when the matter still has the revision that is remembered
/// (``StoredCase/revision``), and the calendar of working days still is the newest.
final class MatterMemory: Sendable {
    private struct Generation {
        var matters: [Int64: KnownMatter] = [:]
        var roots: [MatterName: Int64] = [:]
    }

    /// When the new ones are many, they become the old ones, and the old ones are forgotten.
    private struct Known {
        var new = Generation()
        var old = Generation()
        var calendar: WorkingCalendar?
    }

    private let limit: Int
    private let known = Mutex(Known())

    /// - Parameter limit: how many matters are remembered at least; there may be twice as many.
    init(limit: Int = 1_000) {
        self.limit = limit
    }

    /// The calendar that was in force.
    var calendar: WorkingCalendar? { known.withLock { $0.calendar } }

    /// The root of the matter that is meant by a name.
    func root(of name: MatterName) -> Int64? {
        known.withLock { $0.new.roots[name] ?? $0.old.roots[name] }
    }

    /// The matter of this root.
    func matter(_ root: Int64) -> KnownMatter? {
        known.withLock { $0.new.matters[root] ?? $0.old.matters[root] }
    }

    /// Remembers a matter as it is stored now, and the calendar in force.
    func keep(_ matter: KnownMatter, _ calendar: WorkingCalendar) {
        // Freed when nobody waits for the lock any more.
        var forgotten = Generation()
        known.withLock { known in
            if known.new.matters.count >= limit {
                (forgotten, known.old, known.new) = (known.old, known.new, Generation())
            }
            let earlier = known.new.matters.updateValue(matter, forKey: matter.root)
            // Cases and tasks are added and never taken away.
            if earlier?.taskCount != matter.taskCount {
                for name in matter.names { known.new.roots[name] = matter.root }
            }
            known.calendar = calendar
        }
        _ = consume forgotten
    }

    /// Forgets a matter that somebody else has changed.
    func forget(_ root: Int64) {
        known.withLock { known in
            known.new.matters[root] = nil
            known.old.matters[root] = nil
        }
    }
}
