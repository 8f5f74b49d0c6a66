import WorkingTime

/// What a document is, as people choose among what was found.
public enum SearchKind: String, Sendable, Hashable, CaseIterable {
    /// 服务事项.
    case service
    /// 文章、新闻.
    case article
    /// 公告、公示.
    case notice
    /// 政策文件.
    case policy
    /// 公开文件、附件.
    case document
    /// 问答、来信答复.
    case answer
    /// 数据.
    case data

    /// The word a person reads.
    public var chinese: String {
        switch self {
        case .service: "办事服务"
        case .article: "新闻文章"
        case .notice: "公告公示"
        case .policy: "政策文件"
        case .document: "公开文件"
        case .answer: "问答"
        case .data: "数据"
        }
    }
}

/// One public thing as it is found: who contributed it, where it stands, and the words it is found by.
public struct SearchDocument: Sendable, Hashable {
    /// The source it comes from, for example `services`.
    public var source: String
    /// Its key in the source, which it keeps for life.
    public var key: String
    /// The code of the site it stands on.
    public var site: String
    /// What it is.
    public var kind: SearchKind
    /// The key of the organ that answers for it.
    public var organ: String
    /// Its language (BCP 47).
    public var language: String
    /// The title.
    public var title: String
    /// One or two sentences for the list.
    public var summary: String
    /// Where it is read; a path of this installation.
    public var address: String
    /// The day it was published or last changed.
    public var date: CivilDate
    /// Other words it is called by; they count as much as the title.
    public var keywords: [String]
    /// The rest of its text, also that of its attachments; kept as words only.
    public var text: String

    /// A document that is public.
    public init(
        source: String, key: String, site: String = "portal", kind: SearchKind, organ: String,
        language: String = "zh-Hans", title: String, summary: String, address: String, date: CivilDate,
        keywords: [String] = [], text: String = ""
    ) {
        self.source = source
        self.key = key
        self.site = site
        self.kind = kind
        self.organ = organ
        self.language = language
        self.title = title
        self.summary = summary
        self.address = address
        self.date = date
        self.keywords = keywords
        self.text = text
    }
}

/// The words of a document: those of its title once more by themselves, and what it is narrowed by.
extension SearchDocument {
    /// So many characters of the text are read: a page of the index must stay one page.
    private static let textLength = 20_000
    /// The scope of the words of titles.
    public static let titleScope = "t"

    /// A word that stands for what a search is narrowed by.
    public enum Facet: String, Sendable, CaseIterable {
        /// What it is.
        case kind = "fk"
        /// Whose it is.
        case organ = "fo"
        /// When.
        case year = "fy"
        /// Where.
        case site = "fs"

        /// The word of a value.
        public func word(_ value: String) -> String {
            SearchWords.scoped(SearchWords.name(value), to: rawValue)
        }
    }

    var words: [String] {
        let head = SearchWords.plain(([title] + keywords).joined(separator: " "))
        let inTitle = SearchWords.withCharacters(of: head)
        let body = SearchWords.plain("\(summary) \(text.prefix(Self.textLength))")
        var seen = Set(inTitle)
        let inBody = SearchWords.withCharacters(of: body).filter { seen.insert($0).inserted }
        return inTitle.map { SearchWords.scoped($0, to: Self.titleScope) } + inTitle + inBody + [
            Facet.kind.word(kind.rawValue), Facet.organ.word(organ), Facet.year.word(String(date.year)),
            Facet.site.word(site),
        ]
    }
}

extension SearchDocument {
    /// The key of a thing that is known by a number; keys are read in the order of their bytes.
    public static func key(_ id: Int64) -> String {
        let digits = String(id)
        return String(repeating: "0", count: max(0, 19 - digits.count)) + digits
    }
}
