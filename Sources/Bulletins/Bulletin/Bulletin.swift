import Codes
import Journal
import Refusals
import WorkingTime

/// A bulletin (监察通报) with its rules: written from figures, edited, approved by somebody else, published, and never
/// silently changed afterwards.
struct Bulletin: Sendable, Hashable {
    enum State: String, Sendable, CaseIterable {
        case draft, approved, published, withdrawn

        var chinese: String {
            switch self {
            case .draft: "起草中"
            case .approved: "已审定，待公布"
            case .published: "已公布"
            case .withdrawn: "已撤回"
            }
        }
    }

    struct Section: Codable, Sendable, Hashable {
        let key: String
        let title: String
        let chart: BulletinChart?
        /// The words that the templates made.
        let original: String
        var text: String
        /// What the templates said before the figures were refreshed, where they say something else now.
        var before: String?
        /// Whether the figures have changed since somebody wrote the words.
        var isOutdated: Bool?

        init(key: String, title: String, chart: BulletinChart?, original: String) {
            (self.key, self.title, self.chart) = (key, title, chart)
            (self.original, text) = (original, original)
        }

        var isEdited: Bool { text != original }
    }

    let id: Int64
    let period: BulletinPeriod
    var figures: BulletinFigures
    var generatedAt: Instant
    var sections: [Section]
    var state: State = .draft
    /// Who has written since it was last published.
    var editors: [Int64]
    var approvedBy: Int64?
    /// Why what is published is written anew.
    var remark: String?
    /// How often it was published.
    var edition = 0
    var withdrawnAt: Instant?
    var withdrawnRemark: String?
    var revision = 0
    /// What was counted otherwise when the figures were refreshed; nil while they never were.
    var changes: [FigureChange]?
    /// Who wrote what was published last.
    var authors: [Int64] = []
    /// When the edition that was published last was withdrawn, while the next one is written: until that is published the
    /// remark of the withdrawal stands in its place.
    var editionWithdrawnAt: Instant?

    private static let longestSection = 4_000
    private static let longestRemark = 500

    /// Changes the words of a section; what was approved has to be approved anew.
    mutating func edit(_ key: String, _ text: String, seen: Int, by actor: Actor) throws {
        guard state == .draft || state == .approved else {
            throw DomainError.conflict("这期通报\(state.chinese)，不能修改；要改请先提出更正。")
        }
        guard seen == revision else { throw DomainError.conflict("这期通报刚刚被别人改过，请刷新后重新修改。") }
        guard let place = sections.firstIndex(where: { $0.key == key }) else {
            throw DomainError.notFound("没有这一部分。")
        }
        try Self.require(text, "text", "请写明这一部分的内容。", longest: Self.longestSection)
        (sections[place].text, sections[place].isOutdated) = (text, nil)
        if !editors.contains(actor.accountID) { editors.append(actor.accountID) }
        (state, approvedBy) = (.draft, nil)
        revision += 1
    }

    /// 审定: by somebody who has not written it.
    ///
    /// - Parameter seen: the revision that was read; nil where it was read in this transaction.
    mutating func approve(seen: Int? = nil, by actor: Actor) throws {
        guard state == .draft else { throw DomainError.conflict("这期通报\(state.chinese)，不用再审定。") }
        guard !editors.contains(actor.accountID) else {
            throw DomainError.forbidden("这期通报是您生成或者修改的，要由另一人审定。")
        }
        try requireRead(seen)
        (state, approvedBy) = (.approved, actor.accountID)
        revision += 1
    }

    /// 公布: what stands is kept as an edition of its own. Whoever wrote it does not bring it before everybody.
    ///
    /// - Parameter seen: as for the approval.
    mutating func publish(seen: Int? = nil, by actor: Actor) throws {
        guard state == .approved else {
            throw DomainError.conflict(state == .draft ? "这期通报还没有审定，不能公布。" : "这期通报\(state.chinese)，不能再公布。")
        }
        guard !editors.contains(actor.accountID) else {
            throw DomainError.forbidden("这期通报是您生成或者修改的，要由另一人公布。")
        }
        try requireRead(seen)
        edition += 1
        (state, authors, editors, changes, editionWithdrawnAt) = (.published, editors, [], nil, nil)
        revision += 1
    }

    /// A reason is given, and names no person.
    static func requireReason(_ words: String, _ field: String, _ sentence: Sentence) throws {
        try require(words, field, sentence, longest: longestRemark)
    }

    private static func require(
        _ words: String, _ field: String, _ sentence: Sentence, longest: Int
    ) throws {
        guard !words.allSatisfy(\.isWhitespace) else { throw DomainError.invalid(field, sentence) }
        guard words.count <= longest else { throw DomainError.invalid(field, "不超过 \(longest) 个字。") }
        // A bulletin names organs and never persons.
        if let finding = PersonalData.findings(in: words, names: []).first {
            throw DomainError.invalid(field, finding)
        }
    }
}
