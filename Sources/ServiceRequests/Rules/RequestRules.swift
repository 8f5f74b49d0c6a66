import Foundation
import Refusals
import RuleBooks

/// What the district may change about what people say to it (诉求) without a new program: who takes in, limits, kinds,
/// categories with their routing, results and reviews.
public struct RequestRules: RuleText, Codable, Hashable {
    /// Keys of the offices that take in.
    public let offices: [Track: String]
    /// Keys of the offices that take in what accuses those; none unless written.
    let substitutes: [Track: String]?
    /// The limits.
    public let limits: Limits
    /// What a request is: asking, complaining …
    public let kinds: [Kind]
    /// What it is about, and who is responsible for that.
    public let categories: [RequestCategory]
    /// Words that say who is responsible, before the category does; none unless written.
    public let routes: [WordRoute]?
    /// What an opinion on a petition may say (信访工作条例 art. 32).
    public let results: [Result]
    /// The ways that lead elsewhere (art. 31), each with the words in which it is told.
    let ways: [Way]?
    /// The two reviews of an opinion (arts. 35, 36), in order.
    public let reviews: [Review]
    /// What stands at the end of opinions.
    public let remedies: Remedies

    /// The kind of this code.
    public func kind(_ code: String) -> Kind? { kinds.first { $0.code == code } }
    /// The category of this code.
    public func category(_ code: String) -> RequestCategory? { categories.first { $0.code == code } }
    /// The lawful way of this code.
    func way(_ code: String) -> Way? { ways?.first { $0.code == code } }
    /// The result of this code.
    public func result(_ code: String) -> Result? { results.first { $0.code == code } }

    /// Their name in the table of texts and in the journal.
    public static let book = "service_request_rules"
    /// What people call them.
    public static let title = "群众诉求规则"

    /// The text that comes with the program.
    ///
    /// - Throws: `CocoaError` when the file cannot be read.
    public static func deliveredText() throws -> String {
        try String(contentsOf: folder.appending(path: "service-requests.yaml"), encoding: .utf8)
    }

    /// The processes on which they run (BPMN 2.0 XML).
    ///
    /// - Throws: `CocoaError` when a file cannot be read.
    static func processFiles() throws -> [Data] {
        try RequestProcess.allCases.map {
            try Data(contentsOf: folder.appending(path: "Processes/\($0.rawValue).bpmn"))
        }
    }

    /// What programs may expect of Open311 here (OpenAPI 3.1, YAML).
    ///
    /// - Throws: `CocoaError` when the file cannot be read.
    static func open311Description() throws -> Data {
        try Data(contentsOf: folder.appending(path: "open311.openapi.yaml"))
    }

    private static var folder: URL { Bundle.module.bundleURL.appending(path: "Resources") }
}

extension RequestRules {
    /// The limits; those of the 信访工作条例 count natural days.
    public struct Limits: Codable, Sendable, Hashable {
        let petitionAcceptDays: Int
        let petitionAnswerDays: Int
        let petitionExtensionDays: Int
        let petitionExtensionBasis: String
        let reviewAskDays: Int
        let reviewAnswerDays: Int
        let dispatchHours: Int
        let reopenDays: Int
        let returns: Int
        /// Working days in which an organ may object that it is the wrong one (art. 23), and send a ticket back; rules
        /// written before it was asked have none.
        let objectionDays: Int?
        let ticketReturnDays: Int?
        let representatives: Int
        let daily: Int
        /// As they stand in the text; older texts have none.
        private let callBackPercent: Int?
        private let urgentHours: Int?
        private let assistDays: Int?
        private let assistOrgans: Int?

        /// How many answered tickets of a hundred are called back.
        var callBacks: Int { callBackPercent ?? 20 }
        /// How long an urgent ticket may take, in hours.
        var urgent: Int { urgentHours ?? 24 }
        /// Working days in which an organ that is asked to help says what it knows.
        var assistingDays: Int { assistDays ?? 3 }
        /// How many organs may be asked to help.
        var assistingOrgans: Int { assistOrgans ?? 5 }

        enum CodingKeys: String, CodingKey {
            case petitionAcceptDays = "petition_accept_days"
            case petitionAnswerDays = "petition_answer_days"
            case petitionExtensionDays = "petition_extension_days"
            case petitionExtensionBasis = "petition_extension_basis"
            case reviewAskDays = "review_ask_days"
            case reviewAnswerDays = "review_answer_days"
            case dispatchHours = "dispatch_hours"
            case reopenDays = "reopen_days"
            case objectionDays = "objection_days"
            case ticketReturnDays = "ticket_return_days"
            case callBackPercent = "call_back_percent"
            case urgentHours = "urgent_hours"
            case assistDays = "assist_days"
            case assistOrgans = "assist_organs"
            case returns, representatives, daily
        }

        var days: [Int] {
            [
                petitionAcceptDays, petitionAnswerDays, petitionExtensionDays, reviewAskDays,
                reviewAnswerDays,
                dispatchHours, reopenDays,
            ]
        }
    }
}
