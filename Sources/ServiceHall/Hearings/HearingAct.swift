import Cases
import Refusals

/// What an applicant does about a hearing; the raw value is the last word of the address.
enum HearingAct: String, CaseIterable, Sendable {
    case requests, waiver, confirmation

    var title: String {
        switch self {
        case .requests: "要求听证"
        case .waiver: "放弃听证"
        case .confirmation: "确认笔录无误"
        }
    }

    var journal: String {
        switch self {
        case .requests: "hearing.requested"
        case .waiver: "hearing.waived"
        case .confirmation: "hearing.closed"
        }
    }

    /// Does it.
    func perform(_ number: String, words: String, on matter: inout Matter, _ occasion: Occasion) throws {
        switch self {
        case .requests: try matter.requestHearing(number, words: words, on: occasion)
        case .waiver: try matter.waiveHearing(number, on: occasion)
        case .confirmation: try matter.confirmHearingRecord(number, on: occasion)
        }
    }
}
