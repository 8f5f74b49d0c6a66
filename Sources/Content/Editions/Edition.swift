import Refusals
import WorkingTime

/// One passage of a document through writing, review and publication.
///
/// Where it stands is for its case to say (``EditionStep``); here is what was written, by whom, and who answers for it.
struct Edition: Sendable, Hashable {
    /// Whoever signs with a name at a time.
    struct Signature: Sendable, Hashable {
        let accountID: Int64
        let name: String
        let at: Instant
    }

    /// Ours, time-ordered.
    let id: Int64
    /// The document it is an edition of.
    let documentID: Int64
    /// The column it is to be published in.
    let columnID: Int64
    /// 1 for the first.
    let number: Int
    /// The number of its case.
    let caseNumber: String
    /// What it says.
    private(set) var manuscript: Manuscript
    /// How often it was saved.
    private(set) var revision: Int
    /// Whether only a circle of colleagues may see it before it is out.
    let isLimited: Bool
    /// Whoever begins it, and then whoever submits it.
    private(set) var author: Author
    /// 保密审查: who answers for it that nothing secret is in it.
    private(set) var cleared: Signature?
    /// Who published it, or signed that it is to go out later.
    private(set) var published: Signature?
    /// When it goes out, as it was signed, and how long it stays.
    private(set) var plan = ReleasePlan.atOnce

    /// Whether it is signed and its moment has not come.
    var waitsForItsMoment: Bool { published != nil && plan.goesOutAt != nil }

    /// An account and the name it signs with.
    struct Author: Sendable, Hashable {
        let accountID: Int64
        let name: String
    }
}

/// The rules of an edition; those of its case come besides.
extension Edition {
    /// Puts another text in the place of this one.
    ///
    /// - Parameter seen: the revision that was open in the editor.
    /// - Throws: `conflict` when somebody else has saved meanwhile, or it is being reviewed.
    mutating func write(
        _ text: Manuscript, over seen: Int, lastBy other: String?, as kind: DocumentKind,
        at step: EditionStep?
    ) throws {
        guard step == .draft else { throw DomainError.conflict("稿件已经送审，退回以后才能修改。") }
        guard seen == revision else {
            throw DomainError.conflict(
                "您打开以后，\(other ?? "别人")已经改过这一稿。您写的内容还在下面，请先看看版本记录里改了什么，再决定怎样合并。")
        }
        try text.check(for: kind)
        manuscript = text
        revision += 1
    }

    /// Hands it over to the reviewer.
    ///
    /// - Parameter leaks: what was found in it that may not go out unnoticed.
    mutating func submit(by author: Author, as kind: DocumentKind, leaks: [LeakCheck.Finding] = []) throws {
        try manuscript.check(for: kind)
        try manuscript.requireComplete(for: kind)
        let barriers = leaks.filter(\.isBarrier)
        guard barriers.isEmpty else {
            throw DomainError.invalid(barriers.map { FieldError($0.field, $0.sentence) })
        }
        self.author = author
    }

    /// 审核通过并作保密审查: by somebody who wrote none of it.
    ///
    /// - Parameter isConfirmed: whether they say that nothing secret is in it (保守国家秘密法 art. 35, 政府信息公开条例 art. 17).
    mutating func clear(by signature: Signature, writers: Set<Int64>, isConfirmed: Bool) throws {
        try requireOther(signature, than: writers)
        guard isConfirmed else {
            throw DomainError.invalid("cleared", "请确认已作保密审查：先审查、后公开，没有审查的不能发布。")
        }
        cleared = signature
    }

    /// 签发: by a third person, at once or for a moment to come.
    mutating func publish(
        by signature: Signature, writers: Set<Int64>, plan: ReleasePlan = .atOnce
    ) throws {
        try requireUnsigned()
        try requireOther(signature, than: writers)
        guard let cleared else { throw DomainError.conflict("还没有作保密审查，不能发布。") }
        guard cleared.accountID != signature.accountID else {
            throw DomainError.forbidden("稿件是您审核的，要由另一人签发。")
        }
        try plan.check(at: signature.at)
        (published, self.plan) = (signature, plan)
    }

    /// 收回签发: what has not gone out yet waits for its signature again.
    ///
    /// - Throws: `conflict` when nothing is signed for later.
    mutating func recall() throws {
        guard published != nil, plan.goesOutAt != nil else {
            throw DomainError.conflict("这一稿没有等待公开的签发，不用收回。")
        }
        (published, plan) = (nil, .atOnce)
    }

    /// Gives it back to whoever wrote it; what was reviewed no longer counts.
    ///
    /// - Throws: `conflict` when it is signed already.
    mutating func giveBack() throws {
        try requireUnsigned()
        cleared = nil
    }

    private func requireUnsigned() throws {
        guard published == nil else {
            throw DomainError.conflict("这一稿已经签发，定于\(plan.goesOutAt?.chinese ?? "")公开。要改时间或退回，请先收回签发。")
        }
    }

    private func requireOther(_ signature: Signature, than writers: Set<Int64>) throws {
        guard signature.accountID != author.accountID, !writers.contains(signature.accountID) else {
            throw DomainError.forbidden("稿件是您写的，审核和签发要由其他人办理。")
        }
    }
}
