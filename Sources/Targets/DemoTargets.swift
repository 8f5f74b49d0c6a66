import Identity
import Storage
import WorkingTime

extension Targets {
    /// The targets of two organs for this year, agreed on by both sides; may run again at any time.
    public func seedDemo(at now: Instant) async throws {
        let (office, year) = (office, now.day.year)
        try await office.database.write { tx in
            try tx.exclude("demo-targets")
            guard let leader = try Accounts.account(named: "leader", on: now.day, in: tx) else { return }
            for (organ, targets) in Self.samples(year, on: now.day) {
                guard try TargetStore.versions(year, organ, in: tx).isEmpty,
                    let head = try Accounts.account(named: "head-\(organ)", on: now.day, in: tx),
                    let officer = try Accounts.account(named: "officer-\(organ)", on: now.day, in: tx)
                else { continue }
                var plan = TargetPlan(
                    id: tx.ids.next(), year: year, organ: organ, version: 1, state: .draft, targets: [])
                for sample in targets {
                    try plan.add(sample.target(by: officer, on: now.day, newID: { tx.ids.next() }))
                }
                try TargetStore.insert(plan, in: tx)
                try plan.offer("", for: .organ, by: head.id, named: head.displayName, at: now)
                try plan.agree(for: .district, by: leader.id, named: leader.displayName, at: now)
                try TargetStore.update(plan, in: tx)
                try office.outside.watch(
                    plan.watched([], on: now.day), leader.actor(channel: "demo", address: ""), now, tx)
            }
        }
    }

    private struct Sample {
        let title: String
        let measure: Target.Measure
        let weight: Int
        var milestones: [(String, CivilDate)] = []

        func target(by account: Account, on day: CivilDate, newID: () -> Int64) -> Target {
            Target(
                key: newID(), title: title, measure: measure, weight: weight, accountID: account.id,
                person: account.displayName, post: "经办人员",
                milestones: milestones.map { name, due in
                    .init(key: newID(), name: name, dueOn: due, beginsOn: min(day, due.adding(days: -60)))
                })
        }
    }

    /// One milestone is past: supervision raises its card.
    private static func samples(_ year: Int, on day: CivilDate) -> [(String, [Sample])] {
        let end = CivilDate(iso: "\(year)-12-31") ?? .first
        let promise = Sample(
            title: "按承诺时限办结",
            measure: .figure("promised_kept", of: "promised_ended", atLeast: true, wanted: 98),
            weight: 60)
        let fire = Sample(
            title: "打通老旧小区消防通道", measure: .evidence, weight: 40,
            milestones: [
                ("明确每个小区的责任单位", day.adding(days: -10)), ("逐个小区列出清单", end.adding(days: -30)),
                ("全部打通并复查", end),
            ])
        let food = Sample(
            title: "小餐饮店明厨亮灶", measure: .evidence, weight: 40, milestones: [("覆盖 200 家", end)])
        return [("zjj", [promise, fire]), ("scjg", [promise, food])]
    }
}
