import Codes
import Refusals
import WorkingTime

/// 纠错: what a reader says is wrong on a page, answered once.
struct Correction: Sendable, Hashable {
    /// What is wrong, as readers say it.
    enum Kind: String, Sendable, CaseIterable {
        case word, link, outdated, other

        /// The word people read.
        var chinese: String {
            switch self {
            case .word: "错别字、用语不当"
            case .link: "链接打不开"
            case .outdated: "内容过时或者不准确"
            case .other: "其他问题"
            }
        }
    }

    /// What came of it.
    enum Outcome: String, Sendable, CaseIterable {
        case adopted, explained, elsewhere

        /// The word people read.
        var chinese: String {
            switch self {
            case .adopted: "已改正"
            case .explained: "核对过，不需要修改"
            case .elsewhere: "不归本栏目，已转告"
            }
        }
    }

    /// The answer of an editor.
    struct Answer: Sendable, Hashable {
        let outcome: Outcome
        let words: String
        let at: Instant
        let byID: Int64
        let byName: String
    }

    /// Ours, time-ordered.
    let id: Int64
    /// With which the reader finds the answer.
    let code: String
    let siteID: Int64
    /// Nil for the home of a site.
    let columnID: Int64?
    let documentID: Int64?
    /// The address of the page.
    let path: String
    /// What the page was called.
    let title: String
    let kind: Kind
    /// The passage that is wrong.
    let passage: String
    /// What is wrong with it.
    let words: String
    let receivedAt: Instant
    private(set) var answer: Answer?
    /// The number of the request it has become; nil for those that stay what they are.
    private(set) var request: String?

    init(
        id: Int64, code: String, page: CorrectedPage, draft: CorrectionDraft, receivedAt: Instant,
        answer: Answer? = nil, request: String? = nil
    ) {
        (self.id, self.code, self.receivedAt, self.answer) = (id, code, receivedAt, answer)
        self.request = request
        (siteID, columnID, documentID) = (page.siteID, page.columnID, page.documentID)
        (path, title) = (page.path, page.title)
        (kind, passage, words) = (draft.kind, draft.passage, draft.words)
    }

    /// Answers it.
    ///
    /// - Throws: `conflict` when it has been answered, `invalid` when nothing is said.
    mutating func answer(
        _ outcome: Outcome, _ words: String, by account: Int64, named name: String, at now: Instant
    )
        throws
    {
        try requireOpen()
        guard !words.isEmpty else { throw DomainError.invalid("answer", "请写明答复内容，读者凭查询码看得到。") }
        guard words.count <= 1_000 else { throw DomainError.invalid("answer", "答复最多 1000 字。") }
        answer = Answer(outcome: outcome, words: words, at: now, byID: account, byName: name)
    }

    /// Answers that it has become a request of this number: what is wrong is more than a fault of the page.
    ///
    /// - Throws: `conflict` when it has been answered.
    mutating func become(
        request number: String, by account: Int64, named name: String, at now: Instant
    ) throws {
        try answer(
            .elsewhere, "这不只是页面上的问题，已转为诉求 \(number)，由责任单位办理。答复公开以后，在这里就能看到。", by: account,
            named: name, at: now)
        request = number
    }

    /// Until when it is to be answered.
    func due(_ limit: TimeLimit, _ calendar: WorkingCalendar) -> Instant {
        calendar.reckon(limit, from: receivedAt, now: receivedAt).due ?? receivedAt
    }

    /// Whether it was answered late, or still is not and should be.
    func isLate(_ limit: TimeLimit, _ calendar: WorkingCalendar, at now: Instant) -> Bool {
        due(limit, calendar) < (answer?.at ?? now)
    }
}

/// The page of which a reader says that something is wrong.
struct CorrectedPage: Sendable, Hashable {
    let siteID: Int64
    let columnID: Int64?
    let documentID: Int64?
    let path: String
    let title: String
}

/// What a reader entered.
struct CorrectionDraft: Sendable, Hashable {
    let kind: Correction.Kind
    let passage: String
    let words: String

    /// - Throws: `invalid` with everything that is wrong; a number of an identity card is not taken.
    init(kind: String, passage: String, words: String) throws {
        var errors: [FieldError] = []
        let chosen = Correction.Kind(rawValue: kind)
        if chosen == nil { errors.append(FieldError("kind", "请选择是哪一类问题。")) }
        if passage.count > 500 { errors.append(FieldError("passage", "有问题的原文最多 500 字，摘出有问题的一句就可以。")) }
        if words.isEmpty { errors.append(FieldError("words", "请写明哪里不对，应当怎样。")) }
        if words.count > 1_000 { errors.append(FieldError("words", "说明最多 1000 字。")) }
        for (field, text) in [("passage", passage), ("words", words)]
        where LeakCheck.runs(of: text).contains(where: { (try? IdentityNumber($0)) != nil }) {
            errors.append(FieldError(field, "请不要写身份证号码，这里不需要。"))
        }
        guard errors.isEmpty, let chosen else { throw DomainError.invalid(errors) }
        (self.kind, self.passage, self.words) = (chosen, passage, words)
    }

    /// As it was kept.
    init(kind: Correction.Kind, kept passage: String, words: String) {
        (self.kind, self.passage, self.words) = (kind, passage, words)
    }
}
