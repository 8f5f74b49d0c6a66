import Cases
import Codes
import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// Who follows whose matters, each change in one transaction with its entry in the journal and the notice to the other
/// side.
struct Follows: Sendable {
    let database: Database
    let cases: Cases
    let outbox: Outbox

    /// Asks the person with this name and identity number, who must have an account.
    ///
    /// One answer for a number that is not known, one that has another name, and one without an account: a stranger must
    /// not find out who is registered.
    ///
    /// - Throws: what ``Follow/invite(_:by:_:_:until:id:at:)`` refuses; `invalid` at a field; `conflict` when they were
    ///   asked already, or too many were.
    func invite(_ entry: FollowForm, by account: Account, _ actor: Actor, at now: Instant) async throws {
        let scope = try await scope(entry, of: account)
        try await database.write { [outbox] tx in
            try tx.lock("account", id: account.id)
            let follow = try Follow.invite(
                Self.person(entry, in: tx), by: .init(accountID: account.id, name: account.displayName),
                entry.relation, scope, until: entry.until, id: tx.ids.next(), at: now)
            try Self.admit(follow, besides: FollowStore.open(of: account.id, on: now.day, in: tx))
            try FollowStore.insert(follow, in: tx)
            try Self.record(
                "follow.invited", follow,
                "\(follow.owner.name)邀请\(follow.follower.name)关注\(scope.chinese)的进度。",
                actor, at: now, in: tx)
            try outbox.enqueue(
                to: follow.follower.accountID, about: ProgressPath.follows,
                "\(follow.owner.name)请您关注\(scope.chinese)的办理进度，到\(follow.until.shortChinese)止。请在“亲友关注”中同意或者拒绝。",
                at: now, in: tx)
        }
    }

    /// The follower agrees.
    ///
    /// - Throws: what ``Follow/accept(by:at:)`` refuses.
    func accept(_ id: Int64, by account: Account, _ actor: Actor, at now: Instant) async throws {
        try await change(id) { follow, tx in
            try follow.accept(by: account.id, at: now)
            let sentence: Sentence = "\(follow.follower.name)同意关注\(follow.owner.name)的办理进度。"
            try Self.record("follow.accepted", follow, sentence, actor, at: now, in: tx)
            return (follow.owner.accountID, sentence, now)
        }
    }

    /// Either side ends it.
    ///
    /// - Throws: what ``Follow/end(by:at:)`` refuses.
    func end(_ id: Int64, by account: Account, _ actor: Actor, at now: Instant) async throws {
        try await change(id) { follow, tx in
            let wasAccepted = follow.acceptedAt != nil
            try follow.end(by: account.id, at: now)
            let byOwner = account.id == follow.owner.accountID
            let sentence: Sentence =
                byOwner
                ? "\(follow.owner.name)不再让\(follow.follower.name)关注办理进度。"
                : wasAccepted
                    ? "\(follow.follower.name)不再关注\(follow.owner.name)的办理进度。"
                    : "\(follow.follower.name)没有同意关注\(follow.owner.name)的办理进度。"
            try Self.record("follow.ended", follow, sentence, actor, at: now, in: tx)
            return (byOwner ? follow.follower.accountID : follow.owner.accountID, sentence, now)
        }
    }

    private func change(
        _ id: Int64,
        _ rule: @escaping @Sendable (inout Follow, Transaction) throws -> (Int64, Sentence, Instant)
    ) async throws {
        try await database.write { [outbox] tx in
            try tx.lock("progress_follow", id: id)
            guard var follow = try FollowStore.find(id, in: tx) else { throw Follow.unknown }
            let (other, sentence, now) = try rule(&follow, tx)
            try FollowStore.update(follow, in: tx)
            try outbox.enqueue(to: other, about: ProgressPath.follows, sentence, at: now, in: tx)
        }
    }

    /// - Throws: `invalid` for a matter that is none of the account's own.
    private func scope(_ entry: FollowForm, of account: Account) async throws -> Follow.Scope {
        guard entry.isForOneMatter else { return .everything }
        let view = try? await cases.view(entry.number, for: account.ownMatters)
        guard let view else { throw DomainError.invalid("number", "请填写您本人办件的 21 位编号。") }
        guard view.subject.applicant.pseudonym == nil else {
            throw DomainError.invalid("number", "这件不公开您的姓名，不能单独请亲友关注：邀请会记在办件里，办理的单位会看到。")
        }
        return .matter((view.parent ?? view.subject).number.text)
    }

    private static func admit(_ follow: Follow, besides open: [Follow]) throws {
        if open.contains(where: { $0.follower == follow.follower && $0.scope == follow.scope }) {
            throw DomainError.conflict("您已经邀请过\(follow.follower.name)。要改期限，请先结束原来的。")
        }
        guard open.count < Follow.mostOpen else {
            throw DomainError.conflict("最多同时让 \(Follow.mostOpen) 人次关注，请先结束不再需要的。")
        }
    }

    private static func person(_ entry: FollowForm, in tx: Transaction) throws -> Follow.Side {
        guard !entry.name.isEmpty else { throw DomainError.invalid("name", "请填写对方的姓名。") }
        guard let number = try? IdentityNumber(entry.identity) else {
            throw DomainError.invalid("identity", "身份证号码不对，请核对。")
        }
        guard let person = try Directory.person(identityNumber: number, in: tx), person.name == entry.name,
            let account = try Accounts.accountID(ofPerson: person.id, in: tx)
        else { throw DomainError.invalid("identity", "没有姓名和身份证号码都相符、已经注册的个人账号。请核对，或请对方先注册。") }
        return Follow.Side(accountID: account, name: person.name)
    }

    private static func record(
        _ action: String, _ follow: Follow, _ sentence: Sentence, _ actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        var subject = "account:\(follow.owner.accountID)"
        if case .matter(let number) = follow.scope { subject = number }
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: subject, sentence: sentence,
                detail: ["follow": String(follow.id)]), in: tx)
    }
}

extension Account {
    /// How this account looks at its own matters alone, without those of the enterprises it acts for.
    var ownMatters: Viewer { .account(id: id, person: personID, entities: []) }
}
