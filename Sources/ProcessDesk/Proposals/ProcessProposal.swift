import Journal
import Refusals
import WorkingTime

/// A file that may become the next version of a process: uploaded by one person, published by another.
struct ProcessProposal: Sendable, Hashable {
    /// Where it stands.
    enum State: String, Sendable, Codable, CaseIterable {
        /// Uploaded; its author looks at what is wrong with it.
        case draft
        /// Nothing is wrong with it, and a second person is asked to publish it.
        case validated
        /// A version that cases begin on, or began on.
        case published
        /// Given up by its author.
        case discarded

        /// The word a person reads.
        var chinese: String {
            switch self {
            case .draft: "草稿"
            case .validated: "待批准"
            case .published: "已发布"
            case .discarded: "已放弃"
            }
        }
    }

    /// Who did something, and when.
    struct Signature: Sendable, Hashable {
        let accountID: Int64
        let name: String
        let at: Instant
    }

    /// The longest note and the longest reason, in characters.
    static let mostCharacters = 500

    /// Ours, time-ordered.
    let id: Int64
    /// The id of the process in the file; empty when it has none.
    let process: String
    /// The name of the process.
    let name: String
    /// What its author says of it.
    let note: String
    /// Who uploaded it.
    let upload: Signature
    /// Where it stands.
    private(set) var state: State
    /// Who published it or sent it back last.
    private(set) var decision: Signature?
    /// Why it was sent back.
    private(set) var remark: String?
    /// The version it became.
    private(set) var version: Int?

    init(
        id: Int64, process: String, name: String, note: String, upload: Signature, state: State = .draft,
        decision: Signature? = nil, remark: String? = nil, version: Int? = nil
    ) {
        (self.id, self.process, self.name, self.note, self.upload) = (id, process, name, note, upload)
        (self.state, self.decision, self.remark, self.version) = (state, decision, remark, version)
    }
}

extension ProcessProposal {
    /// Asks a second person to publish it.
    ///
    /// - Throws: `conflict` when it is no draft any more, or something is wrong with it.
    mutating func submit(_ check: ProcessCheck) throws {
        try require(.draft)
        try check.requireSound()
        (state, remark) = (.validated, nil)
    }

    /// Lets it become a version.
    ///
    /// - Parameter publish: publishes the file and tells the version it has become.
    /// - Throws: `forbidden` for whoever uploaded it (四眼原则), `conflict` when it does not wait for approval or
    ///   something has come to be wrong with it.
    mutating func approve(
        _ check: ProcessCheck, by actor: Actor, at now: Instant, publish: () throws -> Int
    ) throws {
        try require(.validated)
        guard actor.accountID != upload.accountID else {
            throw DomainError.forbidden("流程由另一人批准发布，您不能批准自己上传的流程。")
        }
        try check.requireSound()
        version = try publish()
        (state, decision) = (.published, Signature(accountID: actor.accountID, name: actor.name, at: now))
    }

    /// Gives it back to its author.
    ///
    /// - Throws: `conflict` when it does not wait for approval, `invalid` without a reason or with a long one.
    mutating func sendBack(_ reason: String, by actor: Actor, at now: Instant) throws {
        try require(.validated)
        guard !reason.allSatisfy(\.isWhitespace) else { throw DomainError.invalid("reason", "请写明退回的原因。") }
        guard reason.count <= Self.mostCharacters else {
            throw DomainError.invalid("reason", "退回的原因不超过 \(Self.mostCharacters) 字。")
        }
        (state, remark) = (.draft, reason)
        decision = Signature(accountID: actor.accountID, name: actor.name, at: now)
    }

    /// Gives it up.
    ///
    /// - Throws: `conflict` when it is published or given up already.
    mutating func discard() throws {
        guard state == .draft || state == .validated else { throw Self.conflict(state) }
        state = .discarded
    }

    private func require(_ wanted: State) throws {
        guard state == wanted else { throw Self.conflict(state) }
    }

    private static func conflict(_ state: State) -> DomainError {
        .conflict("这份流程\(state.chinese)，请刷新页面查看现在可以做什么。")
    }
}
