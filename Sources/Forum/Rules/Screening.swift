import Refusals
import Wordings
import WorkingTime

/// What is known when somebody posts: from it the rules tell whether others may read it at once.
struct Screening: Sendable {
    let rules: ForumRules
    let board: Board
    let member: Member
    let now: Instant
    /// What the member wrote within a day, the newest first.
    let own: [Post]
    /// What others wrote a short time ago.
    let recent: [Post]

    /// What becomes of a post.
    enum Verdict: Sendable, Hashable {
        /// Everybody reads it.
        case shown
        /// A moderator reads it first, because of this.
        case waiting(String)
    }

    /// - Throws: `tooMany` for one who writes faster than the rules let, `conflict` for the same words again.
    func admit(_ words: PostWords) throws {
        let hour = own.filter { now - $0.createdAt < 3_600 }.count
        guard hour < rules.limits.postsPerHour else {
            throw DomainError.tooMany(
                "一小时最多发 \(rules.limits.postsPerHour) 帖，请稍后再来。", retryAfterSeconds: 1_800)
        }
        guard own.count < rules.limits.postsPerDay else {
            throw DomainError.tooMany(
                "一天最多发 \(rules.limits.postsPerDay) 帖，请明天再来。", retryAfterSeconds: 7_200)
        }
        let digest = words.digest
        guard !own.contains(where: { $0.digest == digest && !$0.isEmptied }) else {
            throw DomainError.conflict("同样的内容您今天已经发过，不用重复发。")
        }
    }

    /// Whether it is read first, and why.
    func verdict(_ words: PostWords, title: String = "") -> Verdict {
        let text = Nickname.folded(title + words.text)
        if let word = rules.words.blocked.first(where: { text.contains(Nickname.folded($0)) }) {
            return .waiting("有需要核对的词语「\(word)」")
        }
        let isNew = now - member.joinedAt < rules.limits.newDays * 86_400 && !isTrusted
        let plain = (title + words.text).lowercased()
        if isNew, rules.words.links.contains(where: { plain.contains($0) }) {
            return .waiting("新成员发的链接")
        }
        if isLikeOthers(words) { return .waiting("和最近的帖子几乎一样") }
        switch board.moderation {
        case .after: return .shown
        case .before: return .waiting("这个板块先审后发")
        case .trust: return isTrusted ? .shown : .waiting("新成员的帖子先审后发")
        }
    }

    private var isTrusted: Bool { member.approved >= rules.limits.trustedAfter }

    private func isLikeOthers(_ words: PostWords) -> Bool {
        let wording = Wording(words.text)
        let bound = Double(rules.limits.alikePercent) / 100
        return recent.contains { post in
            guard now - post.createdAt < rules.limits.alikeHours * 3_600, !post.isEmptied else {
                return false
            }
            return post.digest == words.digest
                || (words.text.count >= Self.shortest && wording.likeness(to: Wording(post.words)) >= bound)
        }
    }

    /// Of fewer characters many people write the same.
    private static let shortest = 12
}
