import Cases
import Codes
import Refusals
import Web

/// An answer as the officer drafts it.
struct AnswerForm: Sendable, Hashable {
    /// Code of the result, for petitions (信访工作条例 art. 32).
    var result = ""
    /// What is answered.
    var words = ""
    /// Whether it goes into the public register, and in which words.
    var isPublic = true
    var publicTitle = ""
    var publicWords = ""
    var publicAnswer = ""

    static let longestWords = 6_000
    static let longestParagraph = 2_000
    static let longestTitle = 60
    static let longestPublicWords = 1_000

    init() {}

    init(_ form: FormData) {
        result = form["result"] ?? ""
        words = form["words"] ?? ""
        isPublic = form["is_public"] == "yes"
        publicTitle = form["public_title"] ?? ""
        publicWords = form["public_words"] ?? ""
        publicAnswer = form["public_answer"] ?? ""
    }

    /// What is proposed for a request: its own words without the numbers and names of persons.
    init(for subject: Case) {
        isPublic = subject.mayBePublic
        guard isPublic else { return }
        publicTitle = PersonalData.masked(subject.said(.title), names: subject.hiddenWords)
        publicWords = PersonalData.masked(subject.said(.content), names: subject.hiddenWords)
    }

    /// Everything that is wrong with it, one error each.
    func errors(for subject: Case, rules: RequestRules, lines: [String] = []) -> [FieldError] {
        var errors: [FieldError] = []
        if rules.settles(subject), rules.result(result) == nil {
            errors.append(FieldError("result", "请选择支持、解释说明或者不支持。"))
        }
        if words.allSatisfy(\.isWhitespace) { errors.append(FieldError("words", "请写明答复内容，反映人会看到。")) }
        let isLong =
            words.count > Self.longestWords
            || words.split(separator: "\n").contains { $0.count > Self.longestParagraph }
        if isLong {
            errors.append(FieldError("words", "每段最多 \(Self.longestParagraph) 字，全文最多 \(Self.longestWords) 字。"))
        }
        return errors + register(subject, lines)
    }

    private func register(_ subject: Case, _ lines: [String]) -> [FieldError] {
        guard isPublic else { return [] }
        guard subject.mayBePublic else {
            return [FieldError("is_public", "反映人没有同意公开，或者身份受保护，这件答复不能公开。")]
        }
        let texts: [(field: String, name: String, text: String, limit: Int)] = [
            ("public_title", "标题", publicTitle, Self.longestTitle),
            ("public_words", "诉求", publicWords, Self.longestPublicWords),
            ("public_answer", "答复", publicAnswer, Self.longestPublicWords),
        ]
        return texts.flatMap { part -> [FieldError] in
            if part.text.allSatisfy(\.isWhitespace) {
                return [FieldError(part.field, "请写明公开的\(part.name)，或者选择不公开。")]
            }
            if part.text.count > part.limit { return [FieldError(part.field, "最多 \(part.limit) 字，请精简。")] }
            return PersonalData.findings(in: part.text, names: subject.hiddenWords, landlinesBesides: lines)
                .map { FieldError(part.field, $0) }
        }
    }
}

extension Case {
    /// Whether the answer may go into the public register: its author agrees, and is no one to be protected.
    var mayBePublic: Bool { said(.isPublic) == "yes" && !isPseudonymous }

    /// What must not be read in public besides numbers: names, the telephone, who speaks for the group. An organ that says
    /// something of its own accord is no person: answers name it.
    var hiddenWords: [String] {
        guard said(.isOffice) != "yes" else { return [] }
        let spokesmen = said(.representatives).split(separator: "、").map(String.init)
        let names = [applicant.name, applicant.agentName, applicant.phone].compactMap(\.self)
        return (names + spokesmen).filter { $0.count > 1 }
    }
}
