import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// Reads and changes plans and reports; what is agreed or reached is handed to supervision in the same transaction.
struct TargetOffice: Sendable {
    let database: Database
    let directory: Directory
    let outbox: Outbox
    let outside: TargetOutside

    static let unknown: Sentence = "没有这个部门的目标责任。"

    /// The organs whose targets one may see; nil for all.
    static func organs(_ officer: OfficerContext) -> Set<String>? {
        officer.account.reachesDistrict(with: .readTargets)
            ? nil : officer.account.organs(for: .readOwnTargets)
    }

    /// For which side somebody drafts, offers and agrees about an organ; nil for none. Nobody stands on both.
    static func side(_ officer: OfficerContext, of organ: String) -> TargetPlan.Side? {
        if officer.account.organs(for: .keepTargets).contains(organ) { return .organ }
        return officer.may(.signTargets) && !officer.organs.contains(organ) ? .district : nil
    }

    /// Whether somebody reviews what an organ reports: its head, or whoever does so for the district and stands apart.
    static func reviews(_ officer: OfficerContext, _ organ: String) -> Bool {
        officer.account.organs(for: .keepTargets).contains(organ)
            || officer.may(.reviewTargets) && !officer.organs.contains(organ)
    }

    /// The year and the organ in the address, if one may see them.
    func place(_ request: WebRequest, _ officer: OfficerContext) throws -> (year: Int, organ: String) {
        let organ = try request.parameter("organ")
        guard let year = Int(try request.parameter("year")), (2020...2100).contains(year),
            Self.organs(officer)?.contains(organ) ?? true
        else { throw DomainError.notFound(Self.unknown) }
        return (year, organ)
    }

    /// Changes the newest version of a plan by one rule; what is not there yet begins with a draft.
    func change(
        _ year: Int, _ organ: String, by actor: Actor, at now: Instant, _ action: String, _ sentence: String,
        _ rule: @escaping @Sendable (inout TargetPlan, Transaction) throws -> Void
    ) async throws {
        try await database.write { tx in
            try tx.exclude("targets-\(year)-\(organ)")
            let versions = try TargetStore.versions(year, organ, in: tx)
            guard var plan = versions.first else { throw DomainError.notFound(Self.unknown) }
            try rule(&plan, tx)
            try TargetStore.update(plan, in: tx)
            if plan.state == .agreed { try replace(versions.dropFirst(), by: plan, actor, at: now, in: tx) }
            try record(action, year, organ, "\(actor.name)\(sentence)。", by: actor, at: now, in: tx)
        }
    }

    /// A draft of the first targets, or of another version of those that were agreed.
    func begin(_ year: Int, _ organ: String, by actor: Actor, at now: Instant) async throws {
        guard try await directory.organ(organ)?.isLiving == true else {
            throw DomainError.notFound(Self.unknown)
        }
        try await database.write { tx in
            try tx.exclude("targets-\(year)-\(organ)")
            let newest = try TargetStore.versions(year, organ, in: tx).first
            if let newest, newest.state != .agreed {
                throw DomainError.conflict("已经有一个版本\(newest.state.chinese)。")
            }
            let plan = TargetPlan(
                id: tx.ids.next(), year: year, organ: organ, version: (newest?.version ?? 0) + 1,
                state: .draft,
                targets: newest?.targets ?? [])
            try TargetStore.insert(plan, in: tx)
            try record("targets.drafted", year, organ, "\(actor.name)起草目标责任。", by: actor, at: now, in: tx)
        }
    }

    /// The version before counts no more; milestones that are gone are given up.
    private func replace(
        _ earlier: ArraySlice<TargetPlan>, by plan: TargetPlan, _ actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        let reached = try TargetStore.reports(plan.year, plan.organ, in: tx).reached
        let kept = Set(plan.targets.flatMap(\.milestones).map(\.key))
        var gone: [TargetOutside.Milestone] = []
        for var old in earlier where old.state == .agreed {
            old.state = .superseded
            try TargetStore.update(old, in: tx)
            gone = old.watched(reached, on: now.day).filter { one in
                Int64(one.key).map { !kept.contains($0) && !reached.contains($0) } ?? false
            }.map { $0.ended(on: now.day, "已取消") }
        }
        let open = plan.watched(reached, on: now.day).filter { one in
            Int64(one.key).map { !reached.contains($0) } ?? false
        }
        try outside.watch(open + gone, actor, now, tx)
    }

    func record(
        _ action: String, _ year: Int, _ organ: String, _ sentence: Sentence, by actor: Actor,
        at now: Instant,
        in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "targets:\(year):\(organ)", sentence: sentence
            ),
            in: tx)
    }
}

extension TargetPlan {
    /// Its milestones as supervision watches them.
    func watched(_ reached: Set<Int64>, on day: CivilDate) -> [TargetOutside.Milestone] {
        targets.flatMap { target in
            target.milestones.map { one in
                TargetOutside.Milestone(
                    key: String(one.key), name: "\(target.title)：\(one.name)", organ: holder,
                    beginsOn: one.beginsOn ?? min(day, one.dueOn), dueOn: one.dueOn,
                    endedOn: reached.contains(one.key) ? day : nil,
                    state: reached.contains(one.key) ? "已完成" : "未完成")
            }
        }
    }
}

extension TargetOutside.Milestone {
    /// The same when it was reached or given up.
    func ended(on day: CivilDate, _ state: String) -> TargetOutside.Milestone {
        TargetOutside.Milestone(
            key: key, name: name, organ: organ, beginsOn: min(beginsOn, day), dueOn: dueOn, endedOn: day,
            state: state)
    }
}
