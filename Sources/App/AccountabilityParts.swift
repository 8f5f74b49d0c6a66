import Accountability
import Cases
import Disclosure
import Government
import Messaging
import Modules
import Refusals
import ServiceRequests
import Storage
import Supervision
import SupervisionOrders
import WorkingTime

extension Installation {
    /// What is noticed, with the ways that lead on from it.
    static func supervision(_ directory: Directory, _ outbox: Outbox, _ database: Database) throws -> Module {
        try Supervision(
            database: database, directory: directory, outbox: outbox, orders: OrderPath.new,
            ordered: { try SupervisionOrders.link(ofSignal: $0, for: $1, in: $2) },
            accountability: AccountabilityPath.new,
            kinds: InformationDisclosure.matterNames.merging(ServiceRequests.matterNames) { first, _ in first
            }
        ).module()
    }

    /// Whether officials are held to account.
    static func officials(_ cases: Cases, _ directory: Directory, _ outbox: Outbox, _ database: Database)
        throws
        -> Accountability
    {
        try Accountability(
            database: database, cases: cases, directory: directory, outbox: outbox, grounds: .installed)
    }
}

extension Installation {
    /// The sample inquiry.
    func holdDemoOfficials() async throws {
        try await Self.officials(cases, Directory(database), Outbox(), database).seedDemo(at: cases.now)
    }
}

extension InquiryGrounds {
    /// What officials may be held to account for, as the features that keep it tell it.
    static let installed = InquiryGrounds(
        signal: { reference, now, tx in
            try Int64(reference).flatMap { try Supervision.card($0, at: now, in: tx) }.map { card in
                InquiryGround(
                    title: card.name, organ: card.organ, facts: card.facts.map { .init($0.name, $0.words) },
                    obstacle: card.isConfirmed ? nil : "只有已经成立的红牌可以提出问责：申诉期限已过，或者申诉不成立。",
                    // One was confirmed when it was proposed: only what was taken back since is not.
                    retraction: card.isConfirmed
                        ? nil : "提出问责以后，作为依据的红牌已经撤销或者自动取消。\(card.withdrawal.map { "理由：\($0)" } ?? "")")
            }
        },
        order: { reference, now, tx in
            try Int64(reference).flatMap { try SupervisionOrders.failure($0, at: now, in: tx) }.map { order in
                InquiryGround(
                    title: order.title, organ: order.organ,
                    facts: order.facts.map { .init($0.name, $0.words) },
                    obstacle: order.hasFailed ? nil : "这个督办事项没有超期，不能提出问责。")
            }
        },
        complaint: { number, _, tx in
            // Nothing of the complaint is taken along but that there is one: whoever complained is protected.
            try ServiceRequests.hasConductComplaint(numbered: number, in: tx)
                ? InquiryGround(title: "群众投诉工作人员", organ: nil, facts: []) : nil
        },
        places: { source, reference in
            switch source {
            case "signal": SupervisionPath.signal(reference)
            case "order": "\(OrderPath.orders)/\(reference)"
            default: nil
            }
        })
}
