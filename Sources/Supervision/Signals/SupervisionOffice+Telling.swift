import Identity
import Messaging
import Refusals
import Storage
import WorkingTime

/// Whoever has to act next, or has waited for an answer, is told in the transaction of the step.
extension SupervisionOffice {
    func tell(_ signal: Signal, at now: Instant, in tx: Transaction) throws {
        guard let step = signal.course.last else { return }
        let (rule, number) = (signal.ruleName, signal.number)
        switch step.kind {
        case .appeal:
            let until = signal.decideUntil.map { "，请在\($0.day.chinese)前裁定" } ?? ""
            let deciding = try Accounts.holders(of: .supervisor, on: now.day, in: tx)
                .filter { $0.organ != signal.organ }
            try send(
                "\(step.name)对监察信号「\(rule)」（\(number)）提出申诉\(until)。", to: Set(deciding.map(\.id)),
                signal.address,
                at: now,
                in: tx)
        case .upheld, .withdrawn:
            let outcome = step.kind == .upheld ? "申诉不成立" : "已撤销"
            var concerned = Set(try heads(of: signal.organ, at: now, in: tx))
            if let appellant = signal.appealedBy { concerned.insert(appellant) }
            try send(
                "监察信号「\(rule)」（\(number)）\(outcome)：\(step.words)", to: concerned, signal.address, at: now,
                in: tx)
        case .statement, .cancelled, .settled: return
        }
    }

    /// The heads of an organ, by their accounts.
    func heads(of organ: String, at now: Instant, in tx: Transaction) throws -> [Int64] {
        try Accounts.members(of: organ, on: now.day, in: tx).filter { $0.roles.contains(.head) }.map(\.id)
    }

    private func send(
        _ sentence: Sentence, to accounts: Set<Int64>, _ address: String, at now: Instant, in tx: Transaction
    ) throws {
        for account in accounts.sorted() {
            try outbox.enqueue(to: account, about: address, sentence, at: now, in: tx)
        }
    }
}
