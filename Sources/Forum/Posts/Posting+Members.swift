import Government
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

extension Posting {
    static let nameless = DomainError.forbidden("发言请用实名的个人账号：页面上只显示昵称，真实姓名不公开。")

    /// The member who writes, held until it is written; with the first post they take a name.
    ///
    /// - Throws: `forbidden` without a proven name and while they are blocked, `invalid` for a name that cannot be.
    func admit(
        _ account: Account, _ nickname: String, _ organs: [String], _ rules: ForumRules, at now: Instant,
        in tx: Transaction
    ) throws -> Member {
        guard let id = account.personID, let person = try Directory.person(id, in: tx) else {
            throw Self.nameless
        }
        try tx.lock("forum_member", id: id)
        if let member = try MemberStore.member(id, in: tx) {
            try member.requireFree(at: now)
            return member
        }
        let name = try Nickname(nickname, rules: rules.words, organs: organs, realName: person.name)
        try MemberStore.join(id, account: account.id, as: name, at: now, in: tx)
        return try MemberStore.known(id, in: tx)
    }

    func screening(
        _ rules: ForumRules, _ board: Board, _ member: Member, at now: Instant, in tx: Transaction
    ) throws -> Screening {
        Screening(
            rules: rules, board: board, member: member, now: now,
            own: try PostStore.own(member.id, since: now.adding(seconds: -86_400), in: tx),
            recent: try PostStore.recent(Self.looked, in: tx))
    }

    /// So many of the newest posts are compared with a new one.
    private static let looked = 50

    /// Takes another name.
    func rename(_ account: Account, to nickname: String, by actor: Actor, at now: Instant) async throws {
        let organs = try await office.organTitles()
        try await office.database.write { tx in
            let rules = try office.rules(in: tx)
            let member = try admit(account, nickname, organs, rules, at: now, in: tx)
            guard let person = try Directory.person(member.id, in: tx) else { throw Self.nameless }
            let name = try Nickname(nickname, rules: rules.words, organs: organs, realName: person.name)
            try MemberStore.rename(member.id, to: name, in: tx)
            try ForumOffice.record("forum.renamed", "改了论坛昵称。", member.id, by: actor, at: now, in: tx)
        }
    }
}

extension ForumRules {
    /// The board of a code.
    ///
    /// - Throws: `invalid` when there is none.
    func chosen(_ code: String) throws -> Board {
        guard let board = board(code) else { throw DomainError.invalid("board", "请选择发在哪个板块。") }
        return board
    }
}

extension Board {
    /// - Throws: `forbidden` for who may only read here.
    func requireWriter(_ account: Account) throws {
        guard writers == .everyone || !account.entities.isEmpty || !account.mandates.isEmpty else {
            throw DomainError.forbidden("「\(name)」由企业的法定代表人和办事人发言，欢迎阅读。")
        }
    }
}
