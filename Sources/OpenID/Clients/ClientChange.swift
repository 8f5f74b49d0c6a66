import Identity
import Journal
import Refusals
import WorkingTime

/// A registration that was asked for: by a system administrator, to be decided by a security administrator.
struct ClientChange: Sendable, Hashable, Identifiable {
    enum Kind: String, Sendable, Hashable {
        case register
        case amend
        case close

        var chinese: String {
            switch self {
            case .register: "接入"
            case .amend: "变更"
            case .close: "停用"
            }
        }
    }

    enum State: String, Sendable, Hashable {
        case open
        case approved
        case refused
        case withdrawn

        var chinese: String {
            switch self {
            case .open: "待审定"
            case .approved: "已审定"
            case .refused: "未同意"
            case .withdrawn: "已撤回"
            }
        }
    }

    struct Signature: Sendable, Hashable {
        let accountID: Int64
        let name: String
        let at: Instant
    }

    let id: Int64
    /// The client's id; that of a new one is given here.
    let client: Int64
    let kind: Kind
    let terms: ClientTerms
    let reason: String
    let asked: Signature
    var state = State.open
    var decided: Signature?
    var remark: String?

    /// Asks for a registration.
    /// - Throws: `forbidden` for anybody but a system administrator, `invalid`.
    static func ask(
        _ kind: Kind, _ terms: ClientTerms, for client: Int64, reason: String, id: Int64, by actor: Actor,
        at now: Instant
    ) throws -> ClientChange {
        guard actor.roles.contains(Role.sysadmin.rawValue) else {
            throw DomainError.forbidden("接入系统由系统管理员提出。")
        }
        try terms.check()
        try require(reason, "reason", "请写明原因，例如接入申请的文号。")
        return ClientChange(
            id: id, client: client, kind: kind, terms: terms, reason: reason,
            asked: Signature(accountID: actor.accountID, name: actor.name, at: now))
    }

    mutating func approve(remark: String, by actor: Actor, at now: Instant) throws {
        try requireDecider(actor)
        decide(.approved, remark, actor, now)
    }

    mutating func refuse(remark: String, by actor: Actor, at now: Instant) throws {
        try requireDecider(actor)
        try Self.require(remark, "remark", "请写明不同意的原因，提出人会看到。")
        decide(.refused, remark, actor, now)
    }

    mutating func withdraw(by actor: Actor, at now: Instant) throws {
        try requireOpen()
        guard actor.accountID == asked.accountID else { throw DomainError.forbidden("只有提出人可以撤回。") }
        decide(.withdrawn, "", actor, now)
    }

    private mutating func decide(_ state: State, _ remark: String, _ actor: Actor, _ now: Instant) {
        self.state = state
        decided = Signature(accountID: actor.accountID, name: actor.name, at: now)
        self.remark = remark.isEmpty ? nil : remark
    }

    private func requireDecider(_ actor: Actor) throws {
        try requireOpen()
        guard actor.roles.contains(Role.secadmin.rawValue) else {
            throw DomainError.forbidden("接入系统由安全管理员审定。")
        }
        guard actor.accountID != asked.accountID else {
            throw DomainError.forbidden("提出人不能审定，请由另一位安全管理员审定。")
        }
    }

    private func requireOpen() throws {
        guard state == .open else { throw DomainError.conflict("这项申请\(state.chinese)，不能再改。") }
    }

    private static func require(_ words: String, _ field: String, _ sentence: Sentence) throws {
        guard !words.allSatisfy(\.isWhitespace) else { throw DomainError.invalid(field, sentence) }
        guard words.count <= 500 else { throw DomainError.invalid(field, "最多 500 字，请精简。") }
    }
}
