import Cases
import Codes
import Government
import Identity
import Journal
import Licences
import Refusals
import Services
import Storage
import WorkingTime

/// What becomes of the lines of a file of cases: cases that go on here, with their limits running from the old days.
struct MatterTaking: Sendable {
    let cases: Cases
    let library: ServiceLibrary
    let directory: Directory
    let types: LicenceTypes

    /// The plans of the services that some lines name.
    func plans(for lines: [TakeoverLine]) async throws -> [String: CasePlan] {
        let catalogue = library.catalogue
        let named = Set(lines.compactMap { (try? $0.decoded(MatterRow.self))?[.item] })
        let services = Set(named.compactMap { MatterReading.service(named: $0, in: catalogue) })
        let organs = try await directory.organs(named: Set(services.map(\.item.organ)))
        let byKey = Dictionary(organs.map { ($0.key, $0) }) { first, _ in first }
        var plans: [String: CasePlan] = [:]
        for service in services {
            guard
                let plan = try? service.plan(children: catalogue.children(of: service), organs: byKey)
            else { continue }
            plans[service.code] = try await types.apply(to: plan, on: cases.now.day)
        }
        return plans
    }

    /// Looks at some lines. Nothing is written but what would become of them.
    func look(
        _ lines: [TakeoverLine], of record: TakeoverRecord, _ plans: [String: CasePlan], by actor: Actor,
        in tx: Transaction
    ) throws -> [TakeoverLine] {
        let taken = try LineStore.taken(lines.map(\.name), from: record.system, in: tx)
        let reading = MatterReading(catalogue: library.catalogue, plans: plans, uploader: record.creatorID)
        return try lines.map { line in
            var line = line
            if let number = taken[line.name] {
                (line.verdict, line.words) = (.known, "已经迁入，办件编号 \(number)。")
                return line
            }
            do {
                let row = try line.decoded(MatterRow.self)
                let old = try reading.matter(row, on: cases.now.day, in: tx).get()
                let subject = try cases.outlook(of: old, by: actor, in: tx)
                (line.verdict, line.words) = (.new, outlook(of: subject))
            } catch let mistakes as MatterMistakes {
                (line.verdict, line.words) = (.wrong, mistakes.words)
            } catch let refusal as DomainError {
                (line.verdict, line.words) = (.wrong, refusal.sentence.chinese)
            }
            return line
        }
    }

    /// How it would stand here: the step, and until when.
    private func outlook(of subject: Case) -> String {
        if let result = subject.result {
            return "\(subject.plan.name)，已办结（\(result.outcome.chinese)），没有要办的环节。"
        }
        let step = subject.stepNames.first.map { "，下一步「\($0)」" } ?? ""
        let name = "\(subject.plan.name)\(step)"
        guard let clock = subject.governingClock else { return "\(name)，没有时限。" }
        guard let due = clock.dueAt else { return "\(name)，\(clock.name.chinese)暂停。" }
        let isLate = clock.isOverdue(at: cases.now)
        // The law's answer to silence comes with the first look at the case.
        if isLate, clock.name == .acceptance { return "\(name)，受理期限 \(due.day.iso) 已过，迁入后即视为受理。" }
        return "\(name)，\(clock.name.chinese) \(due.day.iso)\(isLate ? "，已超期" : "")。"
    }

    /// Takes a line over.
    func take(
        _ line: TakeoverLine, as number: CaseNumber, of record: TakeoverRecord,
        _ plans: [String: CasePlan], by actor: Actor, in tx: Transaction
    ) throws -> TakeoverLine {
        // It may have been taken over since, or the item may have changed.
        guard let line = try look([line], of: record, plans, by: actor, in: tx).first else { return line }
        guard line.verdict == .new else { return line }
        var taken = line
        let row = try line.decoded(MatterRow.self)
        let reading = MatterReading(catalogue: library.catalogue, plans: plans, uploader: record.creatorID)
        let old = try reading.matter(row, on: cases.now.day, in: tx).get()
        let subject = try cases.takeOver(old, number: number, by: actor, in: tx)
        (taken.verdict, taken.caseNumber, taken.content) = (.taken, subject.number.text, "")
        return taken
    }
}
