import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// When organs are merged or dissolved, what they were to reach goes on with whoever took up what they did: as it was
/// agreed, with a dated note. The milestones are theirs to report, and theirs are the cards for those they miss.
struct TargetInheriting: Sendable {
    let office: TargetOffice

    /// A passage from an organ that is gone to the living one.
    struct Passage: Sendable, Hashable {
        let organ: String
        let organName: String
        let heir: String
        /// The year in which the organ ended.
        let year: Int
        /// From this day on the heir answers.
        let day: CivilDate
    }

    /// A job; it may run again at any time.
    func inherit(at now: Instant) async throws {
        let passages = try await office.database.read { tx in
            Self.passages(try Directory.everyOrgan(in: tx), on: now.day)
        }
        for passage in passages {
            for year in try await office.database.read({ try TargetStore.years(of: passage, in: $0) }) {
                try await office.database.write { tx in
                    try tx.exclude("targets-\(year)-\(passage.organ)")
                    try handOn(year, passage, at: now, in: tx)
                }
            }
        }
    }

    /// Each organ that is gone, with the one that answers for it from the day on which the last of those between them ended.
    static func passages(_ organs: [Organ], on day: CivilDate) -> [Passage] {
        let lineage = OrganLineage(organs)
        return lineage.passages(on: day).compactMap { gone, heir in
            let ends = lineage.line(of: gone.key).prefix { $0.key != heir.key }.compactMap(\.validUntil)
            guard let first = ends.first, let last = ends.last else { return nil }
            return Passage(
                organ: gone.key, organName: gone.name, heir: heir.key, year: first.year,
                day: last.adding(days: 1))
        }
    }

    private func handOn(_ year: Int, _ passage: Passage, at now: Instant, in tx: Transaction) throws {
        try TargetStore.handOn(year, passage, in: tx)
        let versions = try TargetStore.versions(year, passage.organ, in: tx)
        if let plan = versions.first(where: { $0.state == .agreed }) {
            let reached = try TargetStore.reports(year, passage.organ, in: tx).reached
            let open = plan.watched(reached, on: now.day).filter { one in
                Int64(one.key).map { !reached.contains($0) } ?? false
            }
            try office.outside.watch(open, .system, now, tx)
        }
        for member in try Accounts.members(of: passage.heir, on: now.day, in: tx)
        where member.roles.contains(.head) {
            try office.outbox.enqueue(
                to: member.id, about: TargetPath.plan(String(year), passage.organ),
                "\(passage.organName)的 \(year) 年目标责任自\(passage.day.written)起由您的部门承接。", at: now, in: tx)
        }
        try office.record(
            "targets.inherited", year, passage.organ,
            "\(passage.organName)撤并，目标责任自\(passage.day.written)起由承接的部门负责。", by: .system, at: now, in: tx)
    }
}

extension TargetStore {
    /// The years of an organ that is gone whose targets still have to be handed on.
    static func years(of passage: TargetInheriting.Passage, in tx: Transaction) throws -> [Int] {
        try tx.rows(
            """
            SELECT DISTINCT year FROM target_plan WHERE organ = \(passage.organ) AND year >= \(passage.year)
                AND (heir IS NULL OR heir <> \(passage.heir))
            ORDER BY year LIMIT 20
            """
        ).map { try $0.int("year") }
    }

    static func handOn(_ year: Int, _ passage: TargetInheriting.Passage, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE target_plan SET heir = \(passage.heir), inherited_on = \(passage.day)
            WHERE organ = \(passage.organ) AND year = \(year)
            """)
    }

    /// Whoever answers now for the targets of an organ that is gone; nil for one that lives.
    static func heir(_ year: Int, _ organ: String, in tx: Transaction) throws -> String? {
        try tx.row(
            """
            SELECT heir FROM target_plan WHERE organ = \(organ) AND year = \(year) ORDER BY version DESC LIMIT 1
            """)?.optionalText("heir")
    }
}
