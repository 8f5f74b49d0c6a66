import Journal
import Refusals
import WorkingTime

/// Somebody who is asked before information is given out: whose interests it may hurt (art. 32), or an organ that made it
/// together with ours (art. 34).
public struct Consultation: Sendable, Hashable, Identifiable {
    /// Who is asked.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// Whose lawful interests disclosure may hurt; their silence leaves it to the organ.
        case thirdParty = "third_party"
        /// An organ that made the information too; its silence is consent.
        case coAuthor = "co_author"
        /// Another organ that is asked for its view.
        case organ

        /// The word a person reads.
        public var chinese: String {
            switch self {
            case .thirdParty: "第三方"
            case .coAuthor: "共同制作机关"
            case .organ: "其他机关"
            }
        }

        /// What it means when nothing is answered in time.
        public var silence: String { self == .coAuthor ? "逾期未答复，视为同意公开" : "逾期未答复，由本机关决定是否公开" }
    }

    /// What was answered.
    public enum Reply: String, Codable, Sendable, CaseIterable {
        case consents, objects, silent

        /// The word a person reads.
        public var chinese: String {
            switch self {
            case .consents: "同意公开"
            case .objects: "不同意公开"
            case .silent: "逾期未答复"
            }
        }
    }

    /// Ours, time-ordered.
    public let id: Int64
    /// The case.
    public let requestID: Int64
    /// Who is asked.
    public let kind: Kind
    /// Their name.
    public let party: String
    /// What they are asked.
    public let about: String
    /// The letter, with the proof that it was sent.
    public let evidenceFile: Int64
    /// Its name.
    public let evidenceName: String
    /// When it was sent.
    public let sentAt: Instant
    /// Who sent it.
    public let sentBy: String
    /// The last day for an answer: fifteen working days from receipt.
    public let dueOn: CivilDate
    /// What was answered; `nil` until something was, or the days are over.
    public internal(set) var reply: Reply?
    /// In whose words.
    public internal(set) var replyWords: String?
    /// When it was entered.
    public internal(set) var repliedAt: Instant?

    /// Enters what was answered.
    ///
    /// - Throws: `conflict` when it was entered before, or silence is entered before the last day is over; `invalid` for
    ///   an objection without reasons.
    mutating func answer(_ reply: Reply, _ words: String, at now: Instant) throws {
        guard self.reply == nil else { throw DomainError.conflict("这次征求意见已经有结果，不能重复登记。") }
        if reply == .silent, now.day <= dueOn {
            throw DomainError.conflict("答复期限到\(dueOn.chinese)为止，还没有届满，不能登记为逾期未答复。")
        }
        if reply == .objects, words.allSatisfy(\.isWhitespace) {
            throw DomainError.invalid("reply_words_\(id)", "不同意公开的，请登记对方的理由。")
        }
        guard words.count <= Self.longestWords else {
            throw DomainError.invalid("reply_words_\(id)", "最多 \(Self.longestWords) 字，请精简。")
        }
        (self.reply, replyWords, repliedAt) = (reply, words, now)
    }

    /// Longest text, in characters.
    static let longestWords = 1_000
}
