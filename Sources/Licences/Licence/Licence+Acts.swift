import Cases
import Journal
import Refusals
import WorkingTime

/// What the issuing organ does with a licence. Every act has a reason and is told to the holder.
extension Licence {
    /// 暂停: not to be used until it is resumed.
    ///
    /// - Throws: `forbidden` for another organ, `conflict` when it is not in force, `invalid` without a reason.
    public mutating func suspend(because reason: String, by actor: Actor, at now: Instant) throws {
        try requireIssuer(actor)
        try requireInForce(at: now, "暂停")
        self.reason = try Self.given(reason)
        enter(.suspended, .suspended, by: actor, at: now)
    }

    /// 恢复: in force again.
    public mutating func resume(because reason: String, by actor: Actor, at now: Instant) throws {
        try requireIssuer(actor)
        guard state == .suspended else { throw DomainError.conflict("这份证照没有暂停，不用恢复。") }
        self.reason = try Self.given(reason)
        enter(.valid, .resumed, by: actor, at: now)
        self.reason = nil
    }

    /// 注销: ended in an orderly way, at the holder's wish or because what it was for is over.
    public mutating func cancel(because reason: String, by actor: Actor, at now: Instant) throws {
        try requireIssuer(actor)
        try requireOpen("注销")
        guard asked == nil else { throw DomainError.conflict("有人提出了吊销或撤销，审定以前不能注销。") }
        self.reason = try Self.given(reason)
        enter(.cancelled, .cancelled, by: actor, at: now)
    }

    /// Asks that it be taken away (吊销, 撤销); another person decides.
    public mutating func askRevocation(
        _ ground: RevocationGround, because reason: String, by actor: Actor, at now: Instant
    ) throws {
        try requireIssuer(actor)
        try requireOpen(ground.chinese)
        guard asked == nil else { throw DomainError.conflict("已经有人提出，正等待另一人审定。") }
        asked = RevocationRequest(
            by: Signatory(accountID: actor.accountID, name: actor.name), at: now, ground: ground,
            reason: try Self.given(reason))
        acts.append(LicenceAct(.revocationAsked, "\(ground.chinese)：\(reason)", by: actor, at: now))
    }

    /// Decides on what was asked for; whoever asked does not decide.
    public mutating func decideRevocation(_ isConfirmed: Bool, by actor: Actor, at now: Instant) throws {
        try requireIssuer(actor)
        guard let asked = waitingRevocation else {
            throw DomainError.conflict("没有等待审定的吊销或撤销，可能已经有人审定。")
        }
        guard asked.by.accountID != actor.accountID else {
            throw DomainError.forbidden("提出的人不能自己审定，请由另一位负责人审定。")
        }
        guard isConfirmed else {
            acts.append(LicenceAct(.revocationDeclined, asked.reason, by: actor, at: now))
            self.asked = nil
            return
        }
        (reason, ground, confirmedBy) = (asked.reason, asked.ground, actor.accountID)
        enter(.revoked, .revoked, by: actor, at: now)
    }

    private mutating func enter(
        _ state: State, _ kind: LicenceAct.Kind, by actor: Actor, at now: Instant
    ) {
        (self.state, stateSince) = (state, now)
        acts.append(LicenceAct(kind, reason, by: actor, at: now))
    }

    private func requireIssuer(_ actor: Actor) throws {
        guard actor.organ == organ else {
            throw DomainError.forbidden("只有发证机关（\(organName)）可以改变这份证照的状态。")
        }
    }

    private func requireOpen(_ word: String) throws {
        guard state == .valid || state == .suspended else {
            throw DomainError.conflict("这份证照\(words(on: stateSince.day))，不能再\(word)。")
        }
    }

    private func requireInForce(at now: Instant, _ word: String) throws {
        let standing = standing(on: now.day)
        guard standing == .valid else { throw DomainError.conflict("这份证照\(words(on: now.day))，不能\(word)。") }
    }

    private static func given(_ reason: String) throws -> String {
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw DomainError.invalid("reason", "请写明原因。")
        }
        guard reason.count <= 500 else { throw DomainError.invalid("reason", "原因最多 500 个字。") }
        return reason
    }
}
