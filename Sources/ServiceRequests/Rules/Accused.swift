import Cases
import Codes
import Government
import Refusals
import Storage

/// The organ that a request accuses, with whoever took up what it did: they are the accused organ as well, neither get the
/// request nor are asked about it.
struct Accused: Sendable {
    /// The key of the day on which it was said; empty where none is accused.
    let key: String
    /// The organ of this key and those that took up what it did, one after the other.
    private let line: [Organ]

    init(of subject: Case, in tx: Transaction) throws {
        key = subject.said(.against)
        line = key.isEmpty ? [] : OrganLineage(try Directory.everyOrgan(in: tx)).line(of: key)
    }

    /// The keys of all of them.
    var keys: Set<String> { key.isEmpty ? [] : Set(line.map(\.key)).union([key]) }

    /// What it is called, and who has taken up its work.
    var words: String {
        guard let first = line.first, let last = line.last else { return key }
        return first.key == last.key ? first.name : "\(first.name)（已并入\(last.name)）"
    }
}

extension Accused {
    private static let handings = [
        "case.assigned", "case.reassigned", "task.assistance_asked", "case.organ_changed",
        "case.step_organ_changed",
    ]

    /// Refuses, in the transaction that would keep it, to hand a request to an heir of the accused or to ask one about it; a
    /// restructuring that would do so waits until the request is with somebody else.
    ///
    /// - Throws: `invalid` naming the field, `conflict` for a restructuring.
    static func refuse(_ event: CaseEvent, in subject: Case, in tx: Transaction) throws {
        guard handings.contains(event.action), !subject.said(.against).isEmpty else { return }
        let heirs = try Accused(of: subject, in: tx).keys
        if event.action.hasSuffix("organ_changed") {
            return try refuseMerger(of: subject, into: heirs, in: tx)
        }
        if heirs.contains(subject.plan.organ) {
            throw DomainError.invalid("organ", "被反映的单位已经并入这个单位，不能交给它办理。")
        }
        guard heirs.isDisjoint(with: subject.openTasks.filter(\.isAssistance).map(\.organ)) else {
            throw DomainError.invalid("assisting", "被反映的单位已经并入这个单位，不能请它会办。")
        }
    }

    /// Whoever had it before the merger keeps it: the accused organ may have been merged into one of them, and no later merger
    /// of others waits for that.
    private static func refuseMerger(of subject: Case, into heirs: Set<String>, in tx: Transaction) throws {
        let before = try tx.row("SELECT organ, office FROM service_request WHERE id = \(subject.id)")
        let had = try before.map { [try $0.text("organ"), try $0.text("office")] } ?? []
        let have = Set([subject.plan.organ, subject.plan.hall] + subject.openTasks.map(\.organ))
        guard heirs.isDisjoint(with: have.subtracting(had)) else {
            throw DomainError.conflict("诉求 \(subject.number.text) 反映的就是承接它的单位，请先改派给别的单位，再撤并机构。")
        }
    }
}
