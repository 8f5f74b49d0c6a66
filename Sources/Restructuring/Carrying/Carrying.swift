import Cases
import Codes
import Government
import Identity
import Journal
import Services
import Storage
import WorkingTime

/// Carries out a plan: directory, posts, items and every case under way in one transaction.
struct Carrying: Sendable {
    let cases: Cases

    /// - Throws: `conflict` when something stands against it; nothing is changed then.
    func carryOut(
        _ plan: RestructuringPlan, by actor: Actor, at now: Instant, in tx: Transaction
    ) throws -> RestructuringPlan {
        var plan = plan
        let facts = try FactReading(cases: cases).facts(for: plan, in: tx)
        try plan.carryOut(plan.findings(facts), by: actor, at: now)
        let before = Self.byKey(facts.organs)
        try changeOrgans(plan, on: now.day, in: tx)
        let moves = plan.postMoves(facts)
        try Posts.move(moves, in: tx)
        let items = try ServiceLibrary.follow(plan.succession, at: now, in: tx)
        try endOrgans(plan, on: now.day, in: tx)
        let matters = try cases.follow(
            try change(plan, since: before, in: tx), by: actor, at: now, in: tx)
        try Cases.openArchives(
            of: plan.id, plan.archives(facts), by: actor.accountID, at: now, in: tx)
        plan.record.tally = .init(matters: matters, items: items, posts: moves.count)
        return plan
    }

    private func change(
        _ plan: RestructuringPlan, since before: [String: Organ], in tx: Transaction
    ) throws -> OrganChange {
        let after = Self.byKey(try Directory.everyOrgan(in: tx))
        let seats = try Posts.seats(in: Set(after.keys), in: tx).filter(\.isEnabled).map {
            OrganChange.Seat(
                accountID: $0.accountID, organ: $0.post.organ, role: $0.post.role.rawValue)
        }
        return OrganChange(
            succession: plan.succession, renamed: plan.renamed, before: before, after: after,
            seats: Set(seats))
    }

    private func changeOrgans(_ plan: RestructuringPlan, on day: CivilDate, in tx: Transaction) throws {
        for step in plan.steps {
            switch step {
            case .create(let new): try Directory.found(try new.organ(from: day), in: tx)
            case .rename(let organ, let name, let fullName):
                try Directory.rename(organ, name: name, fullName: fullName, from: day, in: tx)
            case .merge, .split, .abolish, .movePost: break
            }
        }
    }

    private func endOrgans(_ plan: RestructuringPlan, on day: CivilDate, in tx: Transaction) throws {
        for (organ, successor) in plan.succession.ended.sorted(by: { $0.key < $1.key }) {
            try Directory.end(organ, successor: successor, from: day, in: tx)
            try Posts.handOn(organ, to: plan.succession.heir(of: organ), in: tx)
        }
    }

    private static func byKey(_ organs: [Organ]) -> [String: Organ] {
        Dictionary(organs.map { ($0.key, $0) }) { first, _ in first }
    }
}

extension RestructuringPlan {
    /// Who may look up what the organs that are gone have finished, and what is divided.
    func archives(_ facts: PlanFacts) -> [Cases.Archive] {
        let succession = self.succession
        return succession.givers.sorted().map { organ in
            let items = facts.items.map { ($0.code, succession.heir(of: organ, item: $0.code)) }
            let rest = succession.heir(of: organ)
            return Cases.Archive(
                from: organ, to: rest,
                items: Dictionary(items.filter { $0.1 != rest }) { first, _ in first })
        }
    }
}

extension RestructuringStep.NewOrgan {
    /// The organ as it is registered.
    fileprivate func organ(from day: CivilDate) throws -> Organ {
        Organ(
            key: key, name: name, fullName: fullName, code: try CreditCode(code), kind: .bureau,
            divisionCode: nil, phone: phone, address: address, validFrom: day)
    }
}
