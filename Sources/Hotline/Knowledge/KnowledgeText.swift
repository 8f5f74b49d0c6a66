import Codes
import Refusals
import Web
import WorkingTime

/// A question and its answer, as somebody writes it.
struct KnowledgeText: Sendable, Hashable {
    var category = ""
    var question = ""
    var answer = ""
    /// Where it can be read: an address, or the name of a document.
    var source = ""
    /// As entered; empty for no end.
    var validUntil = ""
    /// Whether everybody may read it.
    var isPublic = true

    static let longestQuestion = 200
    static let longestAnswer = 4_000

    init() {}

    init(_ form: FormData) {
        category = (form["category"] ?? "").trimmed
        question = (form["question"] ?? "").trimmed
        answer = (form["answer"] ?? "").trimmed
        source = (form["source"] ?? "").trimmed
        validUntil = form["valid_until"] ?? ""
        isPublic = form["is_public"] != "no"
    }

    /// The last day on which it holds; nil for no end.
    var lastDay: CivilDate? { CivilDate(iso: validUntil) }

    /// The beginning of the answer.
    var summary: String { answer.count > 60 ? String(answer.prefix(60)) + "…" : answer }

    /// The source, when it is an address.
    var link: String? { source.hasPrefix("https://") || source.hasPrefix("http://") ? source : nil }

    /// - Throws: `invalid` naming everything that is wrong.
    func check(on today: CivilDate) throws {
        let lengths: [(String, String, ClosedRange<Int>, String)] = [
            ("category", category, 2...20, "分类"), ("question", question, 4...Self.longestQuestion, "问题"),
            ("answer", answer, 4...Self.longestAnswer, "答复"), ("source", source, 0...500, "依据"),
        ]
        var errors = lengths.compactMap { field, text, range, name -> FieldError? in
            if range.contains(text.count) { return nil }
            return text.isEmpty
                ? FieldError(field, "请填写\(name)。")
                : FieldError(field, "\(name)应为 \(range.lowerBound) 到 \(range.upperBound) 字。")
        }
        if !validUntil.isEmpty {
            switch lastDay {
            case nil: errors.append(FieldError("valid_until", "请填写日期，例如 2027-12-31。"))
            case .some(let day) where day < today:
                errors.append(FieldError("valid_until", "有效期已经过去。"))
            case .some: break
            }
        }
        // Everybody reads all of it, not the answer alone: people ask with their own numbers in the question.
        for (field, text, _, _) in lengths where isPublic {
            guard let finding = PersonalData.findings(in: text, names: []).first else { continue }
            errors.append(FieldError(field, finding))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
