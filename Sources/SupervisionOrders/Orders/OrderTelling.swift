import Cases
import Identity
import Messaging
import Refusals
import Storage
import WorkingTime

extension Outbox {
    /// Tells the heads and officers of organs.
    func tell(
        _ organs: [String], about number: String, _ sentence: Sentence, at now: Instant, in tx: Transaction
    ) throws {
        for organ in organs {
            for member in try Accounts.members(of: organ, on: now.day, in: tx)
            where !member.roles.isDisjoint(with: [.head, .officer]) {
                try enqueue(to: member.id, about: number, sentence, at: now, in: tx)
            }
        }
    }

    /// Tells the organs of an order that it is to be done again, and why: verifying is a task like others, and whoever verifies on
    /// the page of the case or by a program of tasks returns it as well. The limit goes on from now, so the day is not the one
    /// that stood there before.
    ///
    /// - Parameter subject: the case of the order, after the event; the order has followed it already.
    func tellReturned(_ event: CaseEvent, _ subject: Case, at now: Instant, in tx: Transaction) throws {
        guard event.action == "task.completed", event.outcome == OrderPlan.returned,
            let verdict = OrderCourse(subject).verdicts.first, verdict.isReturn, verdict.at == now
        else { return }
        let order = try OrderStore.order(numbered: event.number, OrderFilter(), in: tx)
        let organs = Set(try OrderStore.parts(of: order.id, in: tx).map(\.answering)).sorted()
        let until = order.dueAt.map { "\($0.day.chinese)前" } ?? ""
        try tell(
            organs, about: order.number,
            "督办：「\(order.title)」审核退回，请\(until)重新办理并反馈。审核意见：\(verdict.opinion)", at: now, in: tx)
    }
}
