import Refusals
import Web
import WorkingTime

/// Somebody whose session is good, whatever else they must do first.
public protocol SessionHolder: Principal {
    /// Who it is.
    var account: Account { get }
    /// The hash under which the session is stored; not the token.
    var sessionID: String { get }
    /// When they last proved who they are; `nil` when that is not known.
    var provedAt: Instant? { get }
}

extension SessionHolder {
    /// The account's id.
    public var accountID: Int64 { account.id }
    /// The name in the masthead.
    public var displayName: String { account.displayName }
    /// Whether the account holds a post.
    public var isStaff: Bool { account.isStaff }

    /// Whether the last proof is young enough for an act that cannot be taken back.
    func isFresh(at now: Instant) -> Bool {
        guard let provedAt else { return false }
        return (0..<Session.freshSeconds).contains(now - provedAt)
    }
}

/// Somebody who has signed in and must replace a one-time password or enrol a second factor first. To every other
/// policy they are nobody: there is nothing else they can do.
struct Obliged: SessionHolder {
    let account: Account
    let sessionID: String
    let provedAt: Instant?
    let obligation: Obligation
    var unread: Int { 0 }
}

extension Policy where Caller == any SessionHolder {
    /// Whoever holds a session, also one that must still enrol a second factor: for the pages on which that is done.
    static var holder: Policy<any SessionHolder> {
        Policy("session-holder") { request in
            guard let holder = request.principal as? any SessionHolder else {
                throw DomainError.signInRequired("请先登录。")
            }
            return holder
        }
    }
}

extension Policy {
    /// The same for callers who have proved within five minutes who they are: for acts that cannot be taken back, such
    /// as removing a factor. Everybody else proves it first and comes back.
    public var fresh: Policy<Caller> {
        Policy("\(name) fresh", powers: powers) { request in
            let caller = try admit(request)
            guard let holder = request.principal as? any SessionHolder, holder.isFresh(at: request.now) else {
                throw ProofRequired("这项操作需要在 5 分钟内验证过身份，请再验证一次。", maximumAgeSeconds: Session.freshSeconds)
            }
            return caller
        }
    }
}
