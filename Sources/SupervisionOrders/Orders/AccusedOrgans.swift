import Cases
import DecisionModel
import Government
import Identity
import Refusals
import Storage

/// Whom a matter accuses: neither that organ nor whoever took up what it did is asked about it in an order. What somebody has
/// said is handed to nobody whom it is about (回避), by whatever door it would come to them.
extension OrderDesk {
    /// The most cases that are looked at for one reference.
    private static let mostReferred = 10

    /// The organs that are accused in the cases which a reference names, with those that took up what they did. An order about
    /// an order is about what that one was about.
    func accused(by reference: String) async throws -> Set<String> {
        var (numbers, seen, keys) = (Self.numbers(in: reference), Set<String>(), Set<String>())
        while seen.count < Self.mostReferred, let number = numbers.popLast() {
            guard seen.insert(number).inserted, let found = try await subject(numbered: number) else {
                continue
            }
            keys.formUnion(found.accused)
            if found.plan.matterKind == .supervisionOrder {
                numbers += Self.numbers(in: try await self.reference(ofOrder: number))
            }
        }
        guard !keys.isEmpty else { return [] }
        let lineage = OrganLineage(try await directory.everyOrgan())
        return keys.union(keys.flatMap { lineage.line(of: $0).map(\.key) })
    }

    /// Whoever has a post in an accused organ learns nothing here of what is said about it.
    ///
    /// - Throws: `notFound` for a leader, who does not see the case either; `forbidden` for a supervisor.
    static func requireApart(_ officer: OfficerContext, from accused: Set<String>, isInstructing: Bool) throws
    {
        guard !officer.organs.isDisjoint(with: accused) else { return }
        throw isInstructing
            ? DomainError.notFound("没有找到这个办件，或者您无权查看。") : DomainError.forbidden(own)
    }

    /// The numbers of cases in it, however they are surrounded: a supervisor writes them as they like.
    static func numbers(in reference: String) -> [String] {
        reference.split { !("0"..."9").contains($0) }.map(String.init).filter { $0.count == 21 }
    }

    /// As the system reads it: who is accused is asked for the rule, and shown to nobody.
    private func subject(numbered number: String) async throws -> Case? {
        do { return try await cases.matter(number, for: .system).root } catch DomainError.notFound {
            return nil
        }
    }

    private func reference(ofOrder number: String) async throws -> String {
        try await database.read { try OrderStore.order(numbered: number, OrderFilter(), in: $0).reference }
    }
}

extension Case {
    /// Whom it accuses. Requests from before cases knew it have it among what was said only.
    fileprivate var accused: Set<String> {
        var keys = Set(plan.recused ?? [])
        if case .string(let key) = form["against"], !key.isEmpty { keys.insert(key) }
        return keys
    }
}
