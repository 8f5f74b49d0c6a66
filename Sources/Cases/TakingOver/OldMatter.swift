import Refusals
import WorkingTime

/// A case of an older system, as it is taken over from there (旧系统迁入): it begins here where it stood there, and its
/// limits run on from the days on which they began. One that was over there is on record here as it ended.
public struct OldMatter: Sendable {
    /// The number it had there, by which people still ask for it.
    public let reference: String
    /// What was applied for and by whom, with the files that came along.
    public let filing: Filing
    /// When it came in.
    public let filedAt: Instant
    /// When it was accepted; `nil` while it was not.
    public let acceptedAt: Instant?
    /// When the limits stood still, in order; the last may still be open.
    public let pauses: [Pause]
    /// How the decision was put off.
    public let extensions: [Extension]
    /// How it ended; `nil` while it is under way.
    public let ending: Ending?
    /// Whose uploads the files are.
    public let uploader: Int64
    /// What the older system recorded, a line each, oldest first.
    public let history: [String]

    /// How long a reference may be, in characters.
    public static let referenceLimit = 60
    /// How many lines of history are taken over.
    public static let historyLimit = 60

    /// A case of an older system.
    public init(
        reference: String, filing: Filing, filedAt: Instant, acceptedAt: Instant?, pauses: [Pause] = [],
        extensions: [Extension] = [], ending: Ending? = nil, history: [String] = [], uploader: Int64 = 0
    ) {
        (self.reference, self.filing, self.filedAt) = (reference, filing, filedAt)
        (self.acceptedAt, self.pauses, self.history) = (acceptedAt, pauses, history)
        (self.extensions, self.ending, self.uploader) = (extensions, ending, uploader)
    }

    /// Checks what the older system says against itself.
    ///
    /// - Throws: `conflict` with the first thing that cannot be.
    func require(at now: Instant) throws {
        guard (1...Self.referenceLimit).contains(reference.count) else {
            throw DomainError.conflict("原系统编号应为 1 到 \(Self.referenceLimit) 个字。")
        }
        guard filing.plan.matterKind == .application, !filing.plan.isJoint else {
            throw DomainError.conflict("「\(filing.plan.name)」是一件事，请按其中的事项逐件迁入。")
        }
        guard filedAt <= now else { throw DomainError.conflict("收件时间还没有到，请核对。") }
        if let acceptedAt, acceptedAt < filedAt { throw DomainError.conflict("受理时间早于收件时间，请核对。") }
        if let acceptedAt, acceptedAt > now { throw DomainError.conflict("受理时间还没有到，请核对。") }
        guard history.count <= Self.historyLimit else {
            throw DomainError.conflict("办理记录最多 \(Self.historyLimit) 条，请合并。")
        }
        try requireEnding(at: now)
        try requireExtensions(at: ending?.decidedAt ?? now)
        try requirePauses(until: ending?.decidedAt ?? now)
    }

    private func requirePauses(until now: Instant) throws {
        guard !pauses.isEmpty else { return }
        guard var last = acceptedAt else { throw DomainError.conflict("还没有受理的办件不会暂停计时，请核对。") }
        for (place, pause) in pauses.enumerated() {
            let until = pause.until ?? now
            guard last <= pause.from, pause.from <= until, until <= now else {
                throw DomainError.conflict("暂停计时的起止时间前后矛盾，请核对。")
            }
            guard pause.until != nil || ending == nil else {
                throw DomainError.conflict("已经办结的办件不会还在暂停计时，请核对。")
            }
            guard pause.until != nil || place == pauses.count - 1 else {
                throw DomainError.conflict("只有最后一次暂停可以没有结束时间。")
            }
            last = until
        }
    }
}
