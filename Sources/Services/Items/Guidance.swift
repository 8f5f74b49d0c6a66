/// What an item costs.
public struct Fee: Codable, Sendable, Hashable {
    /// Whether anything is paid.
    public let charged: Bool
    /// The words of the guide, for example 不收费.
    public let text: String
}

/// A law an item rests on (设定依据).
public struct LegalBasis: Codable, Sendable, Hashable {
    /// The law's name without the book-title marks.
    public let law: String
    /// The article; nil until it has been checked against the text.
    public let article: String?
    /// 待核 while the reference has not been checked against the text.
    public let basisNote: String?

    enum CodingKeys: String, CodingKey {
        case law, article
        case basisNote = "basis_note"
    }

    /// The reference as it is printed, for example 《中华人民共和国食品安全法》第三十五条.
    public var chinese: String {
        "《\(law)》" + (article ?? "") + (basisNote.map { "（\($0)）" } ?? "")
    }
}

/// Where to turn when a decision seems wrong (法律救济).
public struct Remedies: Codable, Sendable, Hashable {
    /// 行政复议, within 60 days of learning of the decision (行政复议法).
    public let review: Body
    /// 行政诉讼, within six months (行政诉讼法).
    public let litigation: Body

    /// An authority with its address.
    public struct Body: Codable, Sendable, Hashable {
        /// The authority's name.
        public let name: String
        /// Its postal address.
        public let address: String
        /// Its telephone number.
        public let phone: String
    }
}

/// Where the same matter is taken in person, for who prefers it.
public struct Counter: Codable, Sendable, Hashable {
    /// The counter's name, for example 区政务服务中心综合窗口.
    public let name: String
    /// Its address.
    public let address: String
    /// When it is open.
    public let hours: String
    /// The number that answers questions about the item.
    public let phone: String
}

/// A question people often ask, with its answer.
public struct Question: Codable, Sendable, Hashable {
    /// The question in the applicant's words.
    public let question: String
    /// The answer.
    public let answer: String
}
