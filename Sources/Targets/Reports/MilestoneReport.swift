import Refusals
import WorkingTime

/// What somebody says has been reached, and what another person made of it.
struct MilestoneReport: Sendable, Hashable {
    enum Ruling: String, Sendable, Codable {
        case accepted, returned

        var chinese: String { self == .accepted ? "审核通过" : "退回补充" }
    }

    let id: Int64
    let milestone: Int64
    let words: String
    let evidence: String
    let reportedBy: Int64
    let reportedByName: String
    let reportedAt: Instant
    var ruling: Ruling?
    var ruledBy: Int64?
    var ruledByName: String?
    var ruledAt: Instant?
    var opinion: String?

    /// 审核: by another person than the one who reported.
    mutating func rule(
        _ ruling: Ruling, _ opinion: String, by account: Int64, named name: String, at now: Instant
    )
        throws
    {
        guard self.ruling == nil else { throw DomainError.conflict("这次反馈已经审核过。") }
        guard account != reportedBy else { throw DomainError.forbidden("反馈是您提交的，要由其他人审核。") }
        guard !opinion.isEmpty, opinion.count <= 1_000 else {
            throw DomainError.invalid("opinion", "请写明审核意见，不超过 1000 个字。")
        }
        (self.ruling, self.opinion, ruledBy, ruledByName, ruledAt) = (ruling, opinion, account, name, now)
    }
}

extension [MilestoneReport] {
    /// The milestones that were accepted.
    var reached: Set<Int64> { Set(filter { $0.ruling == .accepted }.map(\.milestone)) }

    /// - Throws: `conflict` while a report waits for its review, or was accepted.
    func requireOpen(_ milestone: Int64) throws {
        let own = filter { $0.milestone == milestone }
        guard !own.contains(where: { $0.ruling == nil }) else {
            throw DomainError.conflict("这个节点的反馈正在等待审核。")
        }
        guard !own.contains(where: { $0.ruling == .accepted }) else {
            throw DomainError.conflict("这个节点已经审核通过。")
        }
    }
}
