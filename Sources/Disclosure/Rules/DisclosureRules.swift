import Foundation
import WorkingTime
import Yams

/// What the district may change about open information without a new program: limits, kinds of answer, fees, the
/// tables of the annual report, the catalogue and the guide.
public struct DisclosureRules: Codable, Sendable, Hashable {
    /// The limits of the law.
    public let limits: Limits
    /// Where one may turn against an answer.
    public let remedies: Remedies
    /// Who asks, as the annual report counts.
    public let categories: [Category]
    /// How a request may be answered.
    public let kinds: [AnswerKind]
    /// What an excess of requests costs.
    public let fees: FeeSchedule
    /// The rows of results in the annual report, in its order.
    public let rows: [ReportRow]
    /// What the annual report says of information published unasked.
    public let proactive: [ReportTable]
    /// The rows of reviews and suits in the annual report.
    public let disputes: [ReportTable]
    /// The columns of those rows.
    public let disputeColumns: [String]
    /// The classes of what is published unasked.
    public let classes: [CatalogueClass]
    /// The guide, chapter by chapter.
    public let guide: [GuideChapter]

    enum CodingKeys: String, CodingKey {
        case limits, remedies, categories, kinds, fees, rows, proactive, disputes, classes, guide
        case disputeColumns = "dispute_columns"
    }

    /// The kind of this code.
    public func kind(_ code: String) -> AnswerKind? { kinds.first { $0.code == code } }

    /// The category of this code.
    public func category(_ code: String) -> Category? { categories.first { $0.code == code } }

    /// The rules delivered with the program.
    ///
    /// - Throws: `CocoaError` or `DecodingError` when the file cannot be read.
    public static func delivered() throws -> DisclosureRules {
        try YAMLDecoder().decode(DisclosureRules.self, from: deliveredText())
    }

    /// Their text.
    static func deliveredText() throws -> String {
        try String(contentsOf: folder.appending(path: "disclosure.yaml"), encoding: .utf8)
    }

    /// The process on which requests run (BPMN 2.0 XML).
    ///
    /// - Throws: `CocoaError` when the file cannot be read.
    public static func processFile() throws -> Data {
        try Data(contentsOf: folder.appending(path: "Processes/\(RequestPlan.process).bpmn"))
    }

    private static var folder: URL { Bundle.module.bundleURL.appending(path: "Resources") }
}

extension DisclosureRules {
    /// The limits of 政府信息公开条例 (2019), in working days.
    public struct Limits: Codable, Sendable, Hashable {
        /// From receipt to answer (art. 33): 20.
        public let answerDays: Int
        /// By how much the answer may be put off, once (art. 33): 20.
        public let extensionDays: Int
        /// From receipt until a supplement may be asked for (art. 30): 7.
        public let supplementDays: Int
        /// How long third parties and other organs may take (arts. 32, 34): 15.
        public let consultationDays: Int
        /// The role of the head of the disclosure office, who approves an extension (art. 33).
        public let extensionApprover: String
        /// The article an extension rests on, as the applicant is told.
        public let extensionBasis: String

        enum CodingKeys: String, CodingKey {
            case answerDays = "answer_days"
            case extensionDays = "extension_days"
            case supplementDays = "supplement_days"
            case consultationDays = "consultation_days"
            case extensionApprover = "extension_approver"
            case extensionBasis = "extension_basis"
        }
    }

    /// Where one may turn against an answer, and the words that say so.
    public struct Remedies: Codable, Sendable, Hashable {
        /// The government that reviews.
        public let review: String
        /// The court of first instance.
        public let court: String
        /// The words, with `{review}` and `{court}`.
        public let words: String
        /// The words where something is withheld.
        public let refusalWords: String

        enum CodingKeys: String, CodingKey {
            case review, court, words
            case refusalWords = "refusal_words"
        }

        /// The paragraph at the end of an answer.
        public func paragraph(isRefusal: Bool) -> String {
            (isRefusal ? refusalWords : words).replacing("{review}", with: review)
                .replacing("{court}", with: court)
        }
    }

    /// Who asks, as a column of the annual report.
    public struct Category: Codable, Sendable, Hashable {
        /// Its code.
        public let code: String
        /// Its name.
        public let name: String
    }
}
