import Cases
import Journal
import Refusals
import WorkingTime

/// 预审: the hall looks at an application before it is handed in, and says what would be wrong with it.
///
/// It is advice: nothing is accepted, no limit runs, and whoever does not want it hands in at once.
struct PreCheck: Sendable, Hashable {
    /// What the hall said.
    struct Answer: Sendable, Hashable {
        /// Whether it could be handed in as it is.
        let isPassed: Bool
        /// What is to be put right.
        let words: String
        /// Ids of materials that are missing or no good.
        let missing: [String]
        let by: Signatory
        let at: Instant
    }

    /// The longest answer, in characters.
    static let mostCharacters = 2_000

    let draftID: Int64
    /// Whose application it is.
    let accountID: Int64
    /// Key of the hall.
    let organ: String
    let itemName: String
    let requestedAt: Instant
    private(set) var answer: Answer?

    init(
        draftID: Int64, accountID: Int64, organ: String, itemName: String, requestedAt: Instant,
        answer: Answer? = nil
    ) {
        (self.draftID, self.accountID, self.organ) = (draftID, accountID, organ)
        (self.itemName, self.requestedAt, self.answer) = (itemName, requestedAt, answer)
    }
}

extension PreCheck {
    /// - Throws: `conflict` while an earlier request is not answered.
    static func requireNoneWaits(_ earlier: PreCheck?) throws {
        guard earlier == nil || earlier?.answer != nil else {
            throw DomainError.conflict("已经请窗口预审，还没有答复。您也可以不等答复，直接提交。")
        }
    }

    /// Says what would be wrong with it.
    ///
    /// - Parameter materials: ids of what the item asks for.
    /// - Throws: `conflict` when it is answered, `forbidden` for one's own, `invalid` without words where it does not pass,
    ///   or for what the item does not ask for.
    mutating func answer(
        isPassed: Bool, words: String, missing: [String], materials: Set<String>, by actor: Actor,
        at now: Instant
    ) throws {
        if let answer { throw DomainError.conflict("\(answer.by.name)已经答复了这份预审。") }
        guard actor.accountID != accountID else {
            throw DomainError.forbidden("这是您本人的申请，请由其他同事预审。")
        }
        let isSilent = words.allSatisfy(\.isWhitespace)
        guard isPassed || !isSilent || !missing.isEmpty else {
            throw DomainError.invalid("words", "请写明需要改正或者补充的内容，或者勾选缺少的材料。")
        }
        guard words.count <= Self.mostCharacters else {
            throw DomainError.invalid("words", "最多 \(Self.mostCharacters) 字，请精简。")
        }
        guard !isPassed || missing.isEmpty else {
            throw DomainError.invalid("missing", "预审通过的，不能再列缺少的材料。")
        }
        guard materials.isSuperset(of: missing) else {
            throw DomainError.invalid("missing", "缺少的材料不在本事项的材料清单里。")
        }
        answer = Answer(
            isPassed: isPassed, words: words, missing: missing,
            by: Signatory(accountID: actor.accountID, name: actor.name), at: now)
    }
}
