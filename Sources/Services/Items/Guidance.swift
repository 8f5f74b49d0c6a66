/// What an item costs.
public struct Fee: Codable, Sendable, Hashable {
    /// Whether anything is paid.
    public var charged: Bool
    /// The words of the guide, for example 不收费.
    public var text: String

    /// What it costs, in words.
    public init(charged: Bool, text: String) { (self.charged, self.text) = (charged, text) }
}

/// A law an item rests on (设定依据).
public struct LegalBasis: Codable, Sendable, Hashable {
    /// The law's name without the book-title marks.
    public var law: String
    /// The article; nil until it has been checked against the text.
    public var article: String?
    /// 待核 while the reference has not been checked against the text.
    public var basisNote: String?

    /// A law, with its article where it has been checked.
    public init(law: String, article: String?, basisNote: String?) {
        (self.law, self.article, self.basisNote) = (law, article, basisNote)
    }

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
    public var review: Body
    /// 行政诉讼, within six months (行政诉讼法).
    public var litigation: Body

    /// An authority with its address.
    public struct Body: Codable, Sendable, Hashable {
        /// The authority's name.
        public var name: String
        /// Its postal address.
        public var address: String
        /// Its telephone number.
        public var phone: String

        /// An authority.
        public init(name: String, address: String, phone: String) {
            (self.name, self.address, self.phone) = (name, address, phone)
        }
    }

    /// Where to turn.
    public init(review: Body, litigation: Body) { (self.review, self.litigation) = (review, litigation) }
}

/// Where the same matter is taken in person, for who prefers it.
public struct Counter: Codable, Sendable, Hashable {
    /// The counter's name, for example 区政务服务中心综合窗口.
    public var name: String
    /// Its address.
    public var address: String
    /// When it is open.
    public var hours: String
    /// The number that answers questions about the item.
    public var phone: String

    /// A counter.
    public init(name: String, address: String, hours: String, phone: String) {
        (self.name, self.address, self.hours, self.phone) = (name, address, hours, phone)
    }
}

/// A question people often ask, with its answer.
public struct Question: Codable, Sendable, Hashable {
    /// The question in the applicant's words.
    public var question: String
    /// The answer.
    public var answer: String

    /// A question with its answer.
    public init(question: String, answer: String) { (self.question, self.answer) = (question, answer) }
}
