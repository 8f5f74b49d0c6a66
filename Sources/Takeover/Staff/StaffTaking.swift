import Foundation
import Government
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// What becomes of the lines of a staff: accounts without a password, with the posts that two administrators agreed on.
struct StaffTaking: Sendable {
    /// Looks at some lines. Nothing is written but what would become of them.
    func look(_ lines: [TakeoverLine], of record: TakeoverRecord, in tx: Transaction) throws
        -> [TakeoverLine]
    {
        let names = Dictionary(
            try Directory.everyOrgan(in: tx).map { ($0.key, $0.name) }
        ) { first, _ in first }
        return try lines.map { line in
            var line = line
            let user = try line.decoded(OldUser.self)
            (line.verdict, line.words) = try verdict(on: user, record.plan, names, in: tx)
            return line
        }
    }

    private func verdict(
        on user: OldUser, _ plan: StaffPlan, _ names: [String: String], in tx: Transaction
    ) throws -> (TakeoverLine.Verdict, String) {
        if user.isDeleted { return (.skipped, "原系统中已经删除。") }
        if user.isClosed { return (.skipped, "原系统中已经停用。") }
        if let fault = fault(of: user) { return (.wrong, fault) }
        guard let organ = plan.organ(of: user.department) else {
            return (.wrong, "所在部门（\(user.department)）没有对应的部门，请先填好部门对应关系。")
        }
        if organ == StaffPlan.none { return (.skipped, "所在部门不迁入。") }
        if let known = try Accounts.staffName(of: user.login, in: tx) {
            return (.known, "已有账号“\(user.login)”（\(known)），不改动；岗位请在账号与岗位中提出。")
        }
        let name = names[organ] ?? plan.founded.values.first { $0.key == organ }?.fullName ?? organ
        let posts = plan.posts(of: user.roles, in: organ).map(\.role.chinese).joined(separator: "、")
        return (.new, posts.isEmpty ? "\(name)，没有岗位" : "\(name)：\(posts)")
    }

    private func fault(of user: OldUser) -> String? {
        if let line = user.earlierLine { return "账号与第 \(line) 行重复。" }
        if !StaffAccounts.isPossible(user.login) { return "账号只能用小写字母、数字和 . _ -，最多 64 个字符。" }
        if user.name.isEmpty { return "没有姓名。" }
        return user.name.count > 60 ? "姓名超过 60 个字。" : nil
    }

    /// Takes a line over.
    func take(
        _ line: TakeoverLine, of record: TakeoverRecord, at now: Instant, in tx: Transaction
    ) throws -> TakeoverLine {
        var line = line
        let user = try line.decoded(OldUser.self)
        // Somebody may have been given an account of this name since the trial.
        let names = try Accounts.staffName(of: user.login, in: tx)
        guard names == nil, let organ = record.plan.organ(of: user.department), organ != StaffPlan.none,
            let asked = record.asked, let approved = record.approved
        else {
            (line.verdict, line.words) = (.known, "试运行以后已有同名账号，没有改动。")
            return line
        }
        let id = try StaffAccounts.open(
            user.login, displayName: user.name, isActive: true, at: now, in: tx)
        for post in record.plan.posts(of: user.roles, in: organ) {
            try Posts.give(
                post, to: id, reason: record.reason, askedBy: asked, approvedBy: approved, at: now,
                in: tx)
        }
        try Journal.append(
            JournalEntry(
                at: now, actor: approved, action: "takeover.account_opened", subject: "account:\(id)",
                sentence: "\(user.name)的账号自\(record.system)迁入，还没有密码。",
                detail: ["takeover": String(record.id)]), in: tx)
        (line.verdict, line.accountID, line.content) = (.taken, id, "")
        return line
    }

    /// The posts that an account was given with the takeover: those that both administrators signed.
    static func posts(of account: Int64, in record: TakeoverRecord, in tx: Transaction) throws -> Set<Post> {
        try Posts.given(to: account, reason: record.reason, in: tx)
    }
}

extension TakeoverLine {
    /// What the line says.
    ///
    /// - Throws: `DecodingError` for one whose cells were forgotten.
    func decoded<Content: Decodable>(_ type: Content.Type) throws -> Content {
        try JSONDecoder().decode(type, from: Data(content.utf8))
    }
}
