import Cases
import Government
import Identity
import Journal
import Refusals
import RuleBooks
import Storage

extension RequestOffice {
    /// Takes a request back from the organ that is at work on it and hands it to another one (改派). What was owed on it, that
    /// one owes.
    ///
    /// - Throws: `invalid` for no organ, the one that has it or the one it accuses, and without a reason; `conflict` for a
    ///   review, before it is handed out, and once the answer was sent to be approved; `forbidden` for other offices.
    @discardableResult
    func reassign(
        _ number: String, to key: String, because reason: String, once: Idempotency.Request? = nil,
        by actor: Actor, as viewer: Viewer
    ) async throws -> Case {
        let (rules, known) = try await database.read { tx in
            try tx.ask(book.rulesInForce(in: tx), Directory.organ(key))
        }
        guard let organ = known else {
            throw DomainError.invalid("organ", "请选择改派给哪个单位。")
        }
        guard (4...200).contains(reason.count) else {
            throw DomainError.invalid("why", "请写明为什么改派，4 到 200 字。")
        }
        return try await cases.change(number, by: actor, as: viewer, once: once) { matter, occasion in
            guard matter.root.requestProcess != .review else {
                throw DomainError.conflict("复查、复核由法律规定的机关办理，不能改派。")
            }
            guard organ.key != matter.root.said(.against) else {
                throw DomainError.invalid("organ", "不能交给被反映的单位办理。")
            }
            try matter.reassign(
                number, to: organ, because: reason,
                acceptance: rules.acceptance(of: matter.root), on: occasion)
        }.root
    }
}

extension Case {
    /// Whether it is with an organ that can still be taken off it.
    var mayBeReassigned: Bool {
        [.ticket, .petition].contains(requestProcess)
            && openTasks.contains { [.accept, .answer].contains($0.act) && !$0.isAssistance }
    }
}
