import Cases
import Codes
import Government
import Identity
import Journal
import Refusals
import RuleBooks
import Storage
import Web
import WorkingTime

/// A proposal as it is entered.
struct Proposal: Sendable, Hashable {
    var source: Inquiry.Source?
    var reference: String
    /// The organ of the official, where the ground does not say it.
    var organ: String
    var person: Int64?
    var facts: String

    /// Everything that is wrong with it, but what only the database knows.
    var errors: [FieldError] {
        var errors: [FieldError] = []
        if source == nil { errors.append(FieldError("source", "请选择来源。")) }
        if reference.isEmpty || reference.count > 100 { errors.append(FieldError("reference", "请写明来源的编号。")) }
        if person == nil { errors.append(FieldError("person", "请选择当事人。")) }
        if facts.isEmpty || facts.count > 2_000 {
            errors.append(FieldError("facts", "请写明当事人做了什么，不超过 2000 个字。"))
        } else if !PersonalData.findings(in: facts, names: []).isEmpty {
            errors.append(FieldError("facts", "当事人会看到这段话，请不要写投诉人的电话、证件号码。"))
        }
        return errors
    }

    /// What is wrong before anybody can be chosen.
    var missingGround: [FieldError] { errors.filter { ["source", "reference"].contains($0.field) } }
}

extension InquiryDesk {
    /// Begins an inquiry: the case, the ground as it is now, the first step.
    func propose(_ proposal: Proposal, _ filter: InquiryFilter, _ actor: Actor, at now: Instant) async throws
        -> Int64
    {
        let (ground, member, limits) = try await database.read { tx in
            let (ground, member) = try review(proposal, filter, at: now, in: tx)
            return (ground, member, try book.current(in: tx).stepLimits)
        }
        let filing = InquiryPlan.filing(channel: actor.channel, limits: limits)
        return try await cases.file(filing, by: InquiryPlan.seat(actor, as: "supervisor")) { matter, tx in
            guard let source = proposal.source else { throw DomainError.invalid(proposal.errors) }
            // Of two who propose the same at once the second finds what the first has written.
            try tx.exclude("accountability-\(source.rawValue)-\(proposal.reference)-\(member.id)")
            guard try !InquiryStore.isKnown(source, proposal.reference, member.id, in: tx) else {
                throw DomainError.conflict("这个人已经因为同一件事被提出问责。")
            }
            let inquiry = Inquiry(
                id: tx.ids.next(), number: matter.root.number.text, source: source,
                reference: proposal.reference,
                title: ground.title, evidence: ground.facts, organ: member.organ, accountID: member.id,
                person: member.name, facts: proposal.facts, dueAt: matter.root.openTasks.first?.dueAt,
                proposedBy: actor.accountID, filedAt: now)
            try InquiryStore.insert(inquiry, in: tx)
            try keep(.proposed, proposal.facts, inquiry, actor, at: now, in: tx)
            return inquiry.id
        }
    }

    /// The ground and the person, if all of it holds.
    private func review(_ proposal: Proposal, _ filter: InquiryFilter, at now: Instant, in tx: Transaction)
        throws
        -> (InquiryGround, OrganMember)
    {
        var errors = proposal.errors
        guard let source = proposal.source, !errors.contains(where: { $0.field == "reference" }) else {
            throw DomainError.invalid(errors)
        }
        let ground = try grounds.ground(source, proposal.reference, at: now, in: tx)
        let organ = ground.organ ?? proposal.organ
        let member = try Accounts.members(of: organ, on: now.day, in: tx).first { $0.id == proposal.person }
        if proposal.person != nil, member == nil { errors.append(FieldError("person", "当事人不在这个部门，请重新选择。")) }
        guard errors.isEmpty, let member else { throw DomainError.invalid(errors) }
        let inquiry = Inquiry(
            id: 0, number: "", source: source, reference: "", title: "", evidence: [], organ: organ,
            accountID: member.id, person: "", facts: "", proposedBy: filter.account, filedAt: now)
        try inquiry.requireApart(filter.holder)
        return (ground, member)
    }
}
