import Cases
import Codes
import Files
import Foundation
import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// Files orders and changes each together with its case.
struct OrderDesk: Sendable {
    let database: Database
    let cases: Cases
    let directory: Directory
    let outbox: Outbox
    let files: FileStore
    /// Where an official is held to account for an order that failed.
    var accountability: String?
    /// What deputies propose.
    let proposals: OrderBeginning.Lookup
    /// Whoever proposed it learns of the order.
    var taking: OrderBeginning.Taking = { _, _, _, _ in }
    /// And of its end, where it was not done.
    var leaving: OrderBeginning.Leaving = { _, _, _, _ in }
    /// What rules have noticed.
    var signals: OrderedSignal.Lookup = { _, _, _, _ in nil }
    /// Posts of the forum that leaders instruct about.
    var posts: InstructedPosts = .none

    static let unknown: Sentence = "没有这个督办事项。"

    /// What an officer may see: all, or what their organs take part in.
    static func filter(_ officer: OfficerContext) -> OrderFilter {
        var filter = OrderFilter()
        if !officer.account.reachesDistrict(with: .readOrders) {
            filter.organs = officer.account.organs(for: .handleOrders)
        }
        return filter
    }

    /// The body whose supervisors verify: that of whoever files, or else the first that has any. It may stand outside the
    /// government, and then the directory does not know it.
    func supervising(_ officer: OfficerContext, on day: CivilDate) async throws -> String {
        if let own = Self.seat(officer) { return own }
        let found = try await database.read {
            try Accounts.holders(of: .supervisor, on: day, in: $0).first?.organ
        }
        guard let found else { throw DomainError.conflict("现在没有监察人员，督办事项没有人审核。") }
        return found
    }

    /// Begins an order; a leader's instruction is noted on what it is about, without its words.
    ///
    /// - Parameter instructed: what the leader has instructed about.
    func file(
        _ form: OrderForm, instructed: InstructionSubject? = nil, _ request: WebRequest,
        _ officer: OfficerContext,
        once: Idempotency.Request? = nil
    ) async throws -> Int64 {
        let (organs, accused) = (try await directory.organs(), try await accused(by: form.reference))
        try Self.requireApart(officer, from: accused, isInstructing: instructed != nil)
        let supervising = try await supervising(officer, on: request.now.day)
        let errors = form.errors(
            organs: Set(organs.filter(\.isLiving).map(\.key)), supervising: supervising, accused: accused)
        guard errors.isEmpty, let lead = organs.first(where: { $0.key == form.lead }) else {
            throw DomainError.invalid(errors)
        }
        if instructed == nil {
            try Self.requireImpartial(officer, [form.lead] + form.assisting.map(\.organ))
        }
        let seat = Self.seat(officer, instructed == nil ? .supervisor : .leader)
        let (actor, viewer, now) = (officer.actor(request, organ: seat), officer.viewer, request.now)
        let filing = OrderPlan.filing(
            form, lead: lead, supervising: supervising, channel: request.channel.rawValue)
        return try await cases.file(filing, by: actor) { matter, tx in
            let id = tx.ids.next()
            try remember(once, id, at: now, in: tx)
            if form.source == .signal { try takeSignal(form.reference, by: officer, in: tx) }
            if form.source == .proposal { try take(form, lead: lead.name, by: officer, at: now, in: tx) }
            let due = matter.root.governingClock?.dueAt
            try OrderStore.insert(
                form, id: id, case: matter.root.number.text, due: due, by: actor.accountID, name: actor.name,
                at: now, in: tx)
            if let instructed {
                try note(instructed, order: matter.root.number.text, by: actor, as: viewer, at: now, in: tx)
            }
            try outbox.tell(
                [form.lead] + form.assisting.map(\.organ), about: matter.root.number.text,
                "督办：请办理「\(form.title)」，\(due.map { $0.day.chinese } ?? "")前反馈。", at: now, in: tx)
            return id
        }
    }

    /// - Throws: ``Answered`` when the same was asked before.
    func remember(_ once: Idempotency.Request?, _ id: Int64, at now: Instant, in tx: Transaction) throws {
        guard let once else { return }
        if let answer = try Idempotency.replay(once, in: tx) {
            throw Answered(id: Int64(answer.response) ?? 0)
        }
        try once.remember(String(id), at: now, in: tx)
    }

    /// Changes the case of an order, and writes beside it what is the order's own.
    ///
    /// - Parameter once: with it the same is done once; `Answered` is thrown the second time.
    func change(
        _ request: WebRequest, _ officer: OfficerContext, as acting: Acting,
        once: Idempotency.Request? = nil,
        also record: @escaping @Sendable (SupervisionOrder, Actor, Transaction) throws -> Void = { _, _, _ in
        },
        _ rule: @escaping @Sendable (inout Matter, SupervisionOrder, Occasion) throws -> Void
    ) async throws {
        let (id, filter) = (try request.id(Self.unknown), Self.filter(officer))
        let (order, parts) = try await database.read { tx in
            (try OrderStore.order(id, filter, in: tx), try OrderStore.parts(of: id, in: tx))
        }
        let actor = officer.actor(request, organ: try Self.organ(acting, order, parts, officer))
        try await cases.change(order.number, by: actor, as: officer.viewer) { _, tx in
            try remember(once, order.id, at: request.now, in: tx)
            try record(order, actor, tx)
        } _: { matter, occasion in
            try rule(&matter, order, occasion)
        }
    }

    static func require(_ words: String, _ field: String, _ sentence: Sentence) throws {
        guard !words.isEmpty else { throw DomainError.invalid(field, sentence) }
        guard words.count <= 2_000 else { throw DomainError.invalid(field, "不超过 2000 个字。") }
    }
}

extension String {
    /// Without white space around it.
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
