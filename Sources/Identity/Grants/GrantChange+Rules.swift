import Journal
import Refusals
import Web
import WorkingTime

/// How grants change: asked for, decided, taken back.
extension GrantChange {
    /// Asks for a change.
    ///
    /// - Parameter current: what counts on the day from which it is to be valid.
    /// - Throws: `forbidden` unless a system administrator asks about another role; `conflict` when nothing would
    ///   change or what the three administrators do would no longer be apart; `invalid` at the field.
    public static func ask(
        _ power: Power, _ after: GrantTerms?, for role: Role, from day: CivilDate, reason: String,
        in current: Grants, id: Int64, by actor: Actor, at now: Instant
    ) throws -> GrantChange {
        guard actor.roles.contains(Role.sysadmin.rawValue) else {
            throw DomainError.forbidden("权限变动由系统管理员提出。")
        }
        try requireOther(role, actor)
        guard day >= now.day else { throw DomainError.invalid("from", "生效日期不能早于今天。") }
        try PostChange.require(reason: reason, "请写明变动的原因。")
        let change = GrantChange(
            id: id, role: role, power: power.name, before: current[role, power.name]?.terms, after: after,
            validFrom: day, reason: reason, asked: PostChange.Signature(actor, at: now))
        try change.requirePossible(power, in: current)
        return change
    }

    /// Makes it the next version. It counts from the day it names, but not from one that has passed.
    ///
    /// - Parameters:
    ///   - current: what counts on the day from which it is to be valid.
    ///   - version: the number of the newest version until now.
    /// - Throws: `forbidden` unless a security administrator decides who did not ask and whose role it is not;
    ///   `conflict` when it was decided, or something else was approved since.
    public mutating func approve(
        _ power: Power, in current: Grants, after version: Int, remark: String, by actor: Actor,
        at now: Instant
    ) throws {
        try requireDecider(actor)
        guard current[role, self.power]?.terms == before else {
            throw DomainError.conflict("提出以后这项权限已经变动，请退回，按现在的权限重新提出。")
        }
        try requirePossible(power, in: current)
        validFrom = max(validFrom, now.day)
        self.version = version + 1
        decide(.approved, remark, actor, now)
    }

    /// Turns it down, with the reason.
    public mutating func refuse(remark: String, by actor: Actor, at now: Instant) throws {
        try requireDecider(actor)
        try PostChange.require(reason: remark, field: "remark", "请写明不同意的原因，提出人会看到。")
        decide(.refused, remark, actor, now)
    }

    /// Takes it back, by whoever asked.
    public mutating func withdraw(by actor: Actor, at now: Instant) throws {
        try requireOpen()
        guard actor.accountID == asked.accountID else { throw DomainError.forbidden("只有提出人可以撤回。") }
        decide(.withdrawn, "", actor, now)
    }

    private mutating func decide(_ state: PostChange.State, _ remark: String, _ actor: Actor, _ now: Instant)
    {
        self.state = state
        decided = PostChange.Signature(actor, at: now)
        self.remark = remark.isEmpty ? nil : remark
    }

    private func requireDecider(_ actor: Actor) throws {
        try requireOpen()
        guard actor.roles.contains(Role.secadmin.rawValue) else {
            throw DomainError.forbidden("权限变动由安全管理员审定。")
        }
        guard actor.accountID != asked.accountID else {
            throw DomainError.forbidden("提出人不能审定，请由另一位安全管理员审定。")
        }
        try Self.requireOther(role, actor)
    }

    private func requireOpen() throws {
        guard state == .open else { throw DomainError.conflict("这项权限变动\(state.chinese)，不能再改。") }
    }

    private static func requireOther(_ role: Role, _ actor: Actor) throws {
        guard !actor.roles.contains(role.rawValue) else {
            throw DomainError.forbidden("不能变动自己岗位的权限。")
        }
    }
}
