import BusinessProcess
import Cases
import Government
import Identity
import Services
import Storage

/// Reads the district as far as a plan touches it.
struct FactReading: Sendable {
    let cases: Cases

    func facts(for plan: RestructuringPlan, in tx: Transaction) throws -> PlanFacts {
        let touched = plan.succession.givers
        let byHand = plan.steps.flatMap { step -> [String] in
            if case .split(let split) = step { split.cases.keys.sorted() } else { [] }
        }
        return PlanFacts(
            organs: try Directory.everyOrgan(in: tx), items: try items(in: tx),
            seats: try Posts.seats(in: plan.named, in: tx),
            workload: touched.isEmpty ? [] : try Cases.workload(of: touched, in: tx),
            handCases: byHand.isEmpty ? [] : try Cases.open(byHand, in: tx),
            namings: touched.isEmpty ? [] : try namings(touched, in: tx))
    }

    private func items(in tx: Transaction) throws -> [PlanFacts.Item] {
        try ServiceLibrary.current(in: tx).map {
            PlanFacts.Item(
                code: $0.code, name: $0.item.name, organ: $0.item.organ, coOrgans: $0.item.coOrgans)
        }
    }

    private func namings(_ organs: Set<String>, in tx: Transaction) throws -> [PlanFacts.Naming] {
        let drawn = cases.processes.newest.values.sorted { $0.id < $1.id }.compactMap { process in
            let named = process.organs.intersection(organs)
            return named.isEmpty
                ? nil : PlanFacts.Naming(title: "流程「\(process.name)」第 \(process.version) 版", organs: named)
        }
        let tables = try DecisionTables.naming(organs, in: tx).map {
            PlanFacts.Naming(title: "判定表「\($0.name)」", organs: $0.organs)
        }
        return drawn + tables
    }
}
