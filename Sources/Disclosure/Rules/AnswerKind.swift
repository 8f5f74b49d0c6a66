/// One of the ways a request may be answered (政府信息公开条例 (2019) arts. 35–41).
public struct AnswerKind: Codable, Sendable, Hashable {
    /// Its code.
    public let code: String
    /// Its name.
    public let name: String
    /// The article it rests on; `nil` where the text of the law was not at hand, and then none is cited.
    public let article: String?
    /// The row of the annual report it counts in, unless its ground names another.
    public let row: String
    /// How the answer begins.
    public let words: String
    /// Whether information goes out with it.
    public let encloses: Bool?
    /// Whether parts of it are blacked out (区分处理).
    public let redacts: Bool?
    /// Whether something is withheld, so that reasons are owed.
    public let refuses: Bool?
    /// Whether the organ that is responsible has to be named.
    public let namesOrgan: Bool?
    /// What it answers: `correction` for a request to correct a record, `nil` for a request for information.
    public let purpose: String?
    /// Why something is withheld.
    public let grounds: [Ground]?

    enum CodingKeys: String, CodingKey {
        case code, name, article, row, words, encloses, redacts, refuses, purpose, grounds
        case namesOrgan = "names_organ"
    }

    /// A reason to withhold.
    public struct Ground: Codable, Sendable, Hashable {
        /// Its code.
        public let code: String
        /// What it is, in words.
        public let name: String
        /// The article; `nil` where none is cited.
        public let article: String?
        /// The row of the annual report.
        public let row: String
    }

    /// The ground of this code.
    public func ground(_ code: String?) -> Ground? { grounds?.first { $0.code == code } }
}

/// A row of results in the annual report.
public struct ReportRow: Codable, Sendable, Hashable {
    /// Its code.
    public let code: String
    /// The heading it stands under; `nil` for one that stands alone.
    public let group: String?
    /// What it is called.
    public let title: String
}

/// A row of figures that people enter.
public struct ReportTable: Codable, Sendable, Hashable {
    /// Its code.
    public let code: String
    /// What it is called.
    public let title: String
    /// Its columns; `nil` where all rows of the table share them.
    public let columns: [String]?
}

/// A class of what is published unasked (主动公开目录; arts. 20, 21).
public struct CatalogueClass: Codable, Sendable, Hashable {
    /// Its place.
    public let number: Int
    /// What belongs to it.
    public let name: String
    /// The article.
    public let article: String
    /// Where it is published here; `nil` where it has no page of its own.
    public let href: String?
    /// What the search of the site is asked for in place of a page; `nil` for nothing.
    public let search: String?
}

/// A chapter of the guide.
public struct GuideChapter: Codable, Sendable, Hashable {
    /// What it is about.
    public let title: String
    /// Its text.
    public let paragraphs: [String]
}
