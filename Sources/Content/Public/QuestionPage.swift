import Foundation
import Web

/// A question and its answer as search engines read them (schema.org FAQPage).
struct QuestionPage: Encodable {
    private struct Answer: Encodable {
        let type = "Answer"
        let text: String

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case text
        }
    }

    private struct Question: Encodable {
        let type = "Question"
        let name: String
        let acceptedAnswer: Answer

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case name, acceptedAnswer
        }
    }

    private let context = "https://schema.org"
    private let type = "FAQPage"
    private let mainEntity: [Question]

    enum CodingKeys: String, CodingKey {
        case context = "@context"
        case type = "@type"
        case mainEntity
    }

    init(_ line: PublishedLine, in language: Language) {
        let answer = Answer(text: ContentText(line.manuscript.body(in: language)).plain)
        mainEntity = [Question(name: line.manuscript.title(in: language), acceptedAnswer: answer)]
    }

    var json: String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
    }
}
