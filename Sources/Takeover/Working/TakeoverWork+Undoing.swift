import Cases
import Government
import Identity
import Journal
import Refusals
import Services
import Storage

extension TakeoverWork {
    /// Takes a case away again, unless something has happened to it.
    func removed(_ line: TakeoverLine, by actor: Actor, in tx: Transaction) throws -> TakeoverLine {
        guard let number = line.caseNumber else { return line }
        var line = line
        if let obstacle = try matters.cases.obstacle(toRemoving: number, in: tx) {
            (line.verdict, line.words) = (.kept, obstacle.chinese)
            return line
        }
        try matters.cases.removeTakenOver(number, by: actor, in: tx)
        line.verdict = .undone
        return line
    }

    /// Takes accounts away again, each in a transaction of its own: one that another part of the house refers to fails
    /// alone, and stays.
    func closed(_ stretch: Stretch) async throws -> [TakeoverLine] {
        var lines: [TakeoverLine] = []
        for line in stretch.lines {
            guard let id = line.accountID else {
                lines.append(line)
                continue
            }
            lines.append(try await closed(line, id, of: stretch.record, by: stretch.assignment.actor))
        }
        return lines
    }

    private func closed(
        _ line: TakeoverLine, _ id: Int64, of record: TakeoverRecord, by actor: Actor
    ) async throws -> TakeoverLine {
        var line = line
        let now = clock()
        do {
            try await database.write { [line] tx in
                let posts = try StaffTaking.posts(of: id, in: record, in: tx)
                try TakenOverAccounts.remove(id, with: posts, in: tx)
                try Journal.append(
                    JournalEntry(
                        at: now, actor: actor, action: "takeover.account_removed", subject: "account:\(id)",
                        sentence: "\(actor.name)撤销迁入的账号“\(line.name)”。"), in: tx)
            }
            line.verdict = .undone
        } catch DomainError.conflict(let sentence) {
            (line.verdict, line.words) = (.kept, sentence.chinese)
        } catch StorageError.foreignKey {
            (line.verdict, line.words) = (.kept, "其他功能已经登记了这个账号，例如窗口人员。")
        }
        return line
    }

    /// Takes the organs that were founded with a takeover out of the directory, as far as nothing is theirs.
    func removeOrgans(of record: TakeoverRecord, by actor: Actor, in tx: Transaction) throws {
        for organ in record.plan.founded.values {
            let isUsed =
                try tx.row("SELECT 1 AS n FROM account_post WHERE organ = \(organ.key) LIMIT 1") != nil
                || tx.row("SELECT 1 AS n FROM service_case WHERE organ = \(organ.key) LIMIT 1") != nil
                || matters.library.catalogue.services.contains { $0.item.organ == organ.key }
            if !isUsed { try Directory.unfound(organ.key, in: tx) }
        }
    }

    func journal(_ record: TakeoverRecord, by actor: Actor, in tx: Transaction) throws {
        let counts = try LineStore.counts(of: record.id, in: tx)
        let words = TakeoverLine.Verdict.allCases.compactMap { verdict in
            counts[verdict].map { "\(verdict.chinese) \($0) 行" }
        }.joined(separator: "，")
        let action =
            switch record.state {
            case .done: "takeover.finished"
            case .undone: "takeover.undone"
            default: "takeover.tried"
            }
        try Journal.append(
            JournalEntry(
                at: clock(), actor: actor, action: action, subject: "takeover/\(record.id)",
                sentence: "\(record.system)\(record.kind.chinese)：\(record.state.chinese)（\(words)）。"), in: tx
        )
    }
}
