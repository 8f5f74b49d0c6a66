import Codes
import Refusals
import WorkingTime

/// A line of the record.
struct RecordLine: Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable {
        case speech, question, answer, note

        var chinese: String {
            switch self {
            case .speech: "发言"
            case .question: "公众提问"
            case .answer: "答问"
            case .note: "记事"
            }
        }
    }

    static let longest = 2_000
    /// Who speaks where the clerk notes what is wrong in the closed record.
    static let annotator = "记录员注明"

    let number: Int
    let kind: Kind
    let speaker: String
    let words: String
    let writtenAt: Instant

    /// Everybody reads a line the moment it is written. Who speaks is named on purpose; no number belongs there.
    ///
    /// - Throws: `invalid` at the fields.
    static func check(speaker: String, words: String) throws {
        var errors: [FieldError] = []
        if !(1...40).contains(speaker.count) {
            errors.append(FieldError("speaker", "请写明是谁说的，1 到 40 字。"))
        }
        if !(2...longest).contains(words.count) {
            errors.append(FieldError("words", "请写明内容，2 到 \(longest) 字；更长的请分成几条。"))
        }
        errors += PersonalData.findings(in: speaker, names: []).map { FieldError("speaker", $0) }
        errors += PersonalData.findings(in: words, names: []).map { FieldError("words", $0) }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }

    /// What those who took part sign: number, kind, speaker and words of every line.
    static func digest(of lines: [RecordLine]) -> String {
        Draw.digest(
            of: lines.map { "\($0.number)\t\($0.kind.rawValue)\t\($0.speaker)\t\($0.words)\n" }.joined())
    }
}
