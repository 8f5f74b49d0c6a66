/// An answer that an officer has drafted and a head signs: what the answer document will say, and what the feature
/// that knows this kind of matter keeps of it.
public struct AnswerDraft: Codable, Sendable, Hashable {
    /// The title of the document.
    public let title: String
    /// Its number (文号), once for each answer.
    public let number: String
    /// Its text, remedies included.
    public let paragraphs: [String]
    /// What goes out with it.
    public let enclosures: [Enclosure]
    /// What the feature keeps of the answer, by names of its own.
    public let marks: [String: String]

    /// A draft.
    public init(
        title: String, number: String, paragraphs: [String], enclosures: [Enclosure] = [],
        marks: [String: String] = [:]
    ) {
        self.title = title
        self.number = number
        self.paragraphs = paragraphs
        self.enclosures = enclosures
        self.marks = marks
    }

    /// Every file of the draft, those that stay inside too.
    var files: [Int64] { enclosures.flatMap { [$0.fileID, $0.originalID].compactMap(\.self) } }
}

extension Case {
    /// What whoever has no account is answered when they show their receipt: they have no other way to it. `nil` while
    /// nothing is answered, and for whoever signs in to read it.
    public var answerByReceipt: AnswerDraft? {
        applicant.accountID == nil && result?.outcome == .answered ? draft : nil
    }
}

/// A file that goes out with an answer, and the one it was made from, which stays inside.
public struct Enclosure: Codable, Sendable, Hashable {
    /// The file that goes out.
    public let fileID: Int64
    /// Its name.
    public let name: String
    /// The whole file, of which parts were blacked out (区分处理); `nil` where nothing was.
    public let originalID: Int64?

    /// A file that goes out.
    public init(fileID: Int64, name: String, originalID: Int64? = nil) {
        self.fileID = fileID
        self.name = name
        self.originalID = originalID
    }
}
