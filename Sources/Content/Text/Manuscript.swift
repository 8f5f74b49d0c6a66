import Refusals
import WorkingTime

/// What one edition of a document says: everything an author writes, and nothing about where it stands.
struct Manuscript: Codable, Sendable, Hashable {
    /// The title.
    var title: String
    /// A line or two for lists, feeds and search engines.
    var summary: String
    /// The text, in the blocks of ``ContentText``.
    var body: String
    /// 信息来源, for example `区政府办公室`.
    var source: String
    /// What is known of a policy document; nil for other kinds.
    var policy: PolicyFacts?
    /// What it says of other documents.
    var links: [DocumentLink]
    /// What it says in English; nil where it does not.
    var english: EnglishText?
    /// The facts of its kind, by the names of ``DocumentKind/facts``; nil where the kind has none.
    var facts: [String: String]?
    /// What a topic gathers; nil for other kinds.
    var parts: [TopicPart]?
    /// The keys of the life events it is found under.
    var lifeEvents: [String]?
    /// The keys of the groups of people it is found under.
    var audiences: [String]?

    /// Nothing written yet.
    static func empty(_ kind: DocumentKind, source: String) -> Manuscript {
        Manuscript(
            title: "", summary: "", body: "", source: source, policy: kind == .policy ? PolicyFacts() : nil,
            links: [])
    }
}

/// What is known of a policy document (政府信息公开条例 art. 12: the catalogue names index number, title, organ and date).
struct PolicyFacts: Codable, Sendable, Hashable {
    /// 文号, for example `端府规〔2026〕3号`.
    var documentNumber = ""
    /// 索引号
    var indexNumber = ""
    /// 发文机关
    var organ = ""
    /// 成文日期
    var issuedOn: CivilDate?
    /// 施行日期
    var effectiveOn: CivilDate?
    /// The last day on which it holds; nil while it holds without end.
    var expiresOn: CivilDate?
}

/// What a document says of another one.
struct DocumentLink: Codable, Sendable, Hashable {
    /// The relation of one to the other.
    enum Relation: String, Codable, Sendable, CaseIterable {
        /// 解读
        case interprets
        /// 修改
        case amends
        /// 废止
        case repeals
    }

    /// What it does to the other.
    var relation: Relation
    /// The other.
    var documentID: Int64
}

/// How a policy document stands on a day: computed from its dates and from what later documents say, never stored.
enum Validity: Sendable, Hashable {
    case valid
    case notYet(CivilDate)
    case expired(CivilDate)
    case amended
    case repealed

    init(_ facts: PolicyFacts, on day: CivilDate, amended: Bool, repealed: Bool) {
        if repealed {
            self = .repealed
        } else if let last = facts.expiresOn, last < day {
            self = .expired(last)
        } else if let first = facts.effectiveOn, day < first {
            self = .notYet(first)
        } else {
            self = amended ? .amended : .valid
        }
    }

    /// The word people read.
    var sentence: Sentence {
        switch self {
        case .valid: "有效"
        case .notYet(let day): "尚未施行，自\(day.written)起施行"
        case .expired(let day): "已失效（有效期至\(day.written)）"
        case .amended: "有效，部分内容已修改"
        case .repealed: "已废止"
        }
    }
}
