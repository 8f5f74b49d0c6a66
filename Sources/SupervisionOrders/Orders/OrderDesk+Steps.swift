import Cases
import Government
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What supervision and the lead organ do with an order under way; pages and programs alike.
extension OrderDesk {
    /// Reminds every organ that has not reported (催办), each once a day.
    func urge(
        _ note: String, _ request: WebRequest, _ officer: OfficerContext, once: Idempotency.Request? = nil
    ) async throws {
        try await change(request, officer, as: .supervision, once: once) { matter, _, occasion in
            // A step that stands still since before that was refused is no reason to spare the others.
            let waiting = matter.root.openTasks.filter {
                $0.element == OrderPlan.report && !$0.isSuspended
            }
            guard !waiting.isEmpty else { throw DomainError.conflict("各部门都已反馈，不用催办。") }
            // An organ that was asked since is urged, and the others not twice.
            let due = waiting.filter { !$0.wasUrged(on: occasion.now.day) }
            guard !due.isEmpty else { throw DomainError.conflict(CaseTask.urgedToday) }
            for task in due { try matter.urge(task: task.id, note: note, on: occasion) }
        }
    }

    /// Closes it, or has it done again: then its organs are told, and why (`Outbox.tellReturned`).
    func verify(
        _ outcome: String, _ opinion: String, _ request: WebRequest, _ officer: OfficerContext,
        once: Idempotency.Request? = nil
    ) async throws {
        try await change(request, officer, as: .supervision, once: once) { matter, _, occasion in
            guard let task = matter.root.openTasks.first(where: { $0.element == OrderPlan.verify }) else {
                throw DomainError.conflict("还有部门没有反馈，不能审核。")
            }
            try matter.complete(
                task: task.id, with: Finding(outcome: outcome, opinion: opinion), on: occasion)
        }
    }

    /// Another organ does a part of the work (再分解).
    func share(
        _ part: SupervisionOrder.Part, _ request: WebRequest, _ officer: OfficerContext,
        once: Idempotency.Request? = nil
    ) async throws {
        let (id, filter) = (try request.id(Self.unknown), Self.filter(officer))
        let order = try await database.read { try OrderStore.order(id, filter, in: $0) }
        let organ = try await directory.organs().first { $0.key == part.organ && $0.isLiving }
        var errors: [FieldError] = []
        if organ == nil { errors.append(FieldError("organ", "请选择协办部门。")) }
        if try await accused(by: order.reference).contains(part.organ) {
            errors.append(FieldError("organ", "来源的事项反映的就是这个部门，不能请它协办。"))
        }
        if part.duty.isEmpty || part.duty.count > 500 {
            errors.append(FieldError("duty", "请写明对方的任务，不超过 500 个字。"))
        }
        guard let organ, errors.isEmpty else { throw DomainError.invalid(errors) }
        try await change(request, officer, as: .lead, once: once) { order, _, tx in
            try OrderStore.add(part, to: order.id, in: tx)
            try outbox.tell(
                [part.organ], about: order.number, "督办：请协办「\(order.title)」，任务：\(part.duty)", at: request.now,
                in: tx)
        } _: { matter, order, occasion in
            try matter.share(order.number, with: organ.key, organ.name, on: occasion)
            guard occasion.actor.organ != matter.root.plan.organ else { return }
            try Self.requireImpartial(officer, [organ.key])
        }
    }

    /// Takes it off the list, done or not (销号). Whoever proposed what is not done learns why.
    func strike(
        _ reason: String, _ request: WebRequest, _ officer: OfficerContext,
        once: Idempotency.Request? = nil
    ) async throws {
        try Self.require(reason, "reason", "请写明销号的理由。")
        try await change(request, officer, as: .supervision, once: once) { order, _, tx in
            try OrderStore.strike(reason, of: order.id, at: request.now, in: tx)
            let struck = try OrderStore.order(order.id, OrderFilter(), in: tx)
            guard struck.isUnfinished, struck.source == .proposal else { return }
            try leaving(struck.reference, reason, request.now, tx)
        } _: { matter, order, occasion in
            guard order.stage != .struck else { throw DomainError.conflict("这个督办事项已经销号。") }
            try matter.strikeOff(order.number, reason: reason, on: occasion)
        }
    }
}
