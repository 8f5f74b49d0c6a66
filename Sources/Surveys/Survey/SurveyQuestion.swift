import Refusals

/// One question of a survey.
struct SurveyQuestion: Sendable, Hashable, Codable {
    /// How it is answered.
    enum Kind: String, Sendable, Codable, CaseIterable {
        case one, several, scale, text

        /// The words on the desk.
        var chinese: String {
            switch self {
            case .one: "单选"
            case .several: "多选"
            case .scale: "打分，1 到 5"
            case .text: "文字"
            }
        }
    }

    static let mostOptions = 20
    static let mostWords = 500

    /// `q1`, `q2` …: what the answer stands under, also in files.
    let key: String
    var kind: Kind
    var words: String
    /// What may be chosen, of `one` and `several`.
    var options: [String]
    var isRequired: Bool
    /// Of whom it is asked; nil for everybody.
    var condition: SurveyCondition?

    /// A question as it was written on the desk.
    ///
    /// - Throws: `invalid` at the field.
    init(
        key: String, kind: Kind?, words: String, options: [String], isRequired: Bool,
        condition: SurveyCondition? = nil
    ) throws {
        var errors: [FieldError] = []
        if !(2...200).contains(words.count) { errors.append(FieldError("words", "请写明问题，2 到 200 字。")) }
        if kind == nil { errors.append(FieldError("kind", "请选择怎样回答。")) }
        let isChosen = kind == .one || kind == .several
        if isChosen, !(2...Self.mostOptions).contains(options.count) {
            errors.append(FieldError("options", "请写 2 到 \(Self.mostOptions) 个选项，每行一个。"))
        }
        if isChosen, Set(options).count < options.count || options.contains(where: { $0.count > 60 }) {
            errors.append(FieldError("options", "选项不能重复，每个最多 60 字。"))
        }
        guard errors.isEmpty, let kind else { throw DomainError.invalid(errors) }
        (self.key, self.kind, self.words, self.isRequired) = (key, kind, words, isRequired)
        self.options = isChosen ? options : []
        self.condition = condition
    }

    /// What may be chosen, as it is sent and as it is read.
    var choices: [(value: String, label: String)] {
        switch kind {
        case .one, .several: options.enumerated().map { (String($0 + 1), $1) }
        case .scale: (1...5).map { (String($0), Self.grades[$0 - 1]) }
        case .text: []
        }
    }

    private static let grades = ["1 分，很不好", "2 分", "3 分", "4 分", "5 分，很好"]

    /// What was answered, checked; empty when nothing was.
    ///
    /// - Throws: `invalid` under the key of the question.
    func checked(_ given: [String]) throws -> [String] {
        let given = given.map(\.trimmed).filter { !$0.isEmpty }
        guard !given.isEmpty else {
            if isRequired { throw DomainError.invalid(key, kind == .text ? "请填写。" : "请选择。") }
            return []
        }
        if kind == .text {
            guard let text = given.first, given.count == 1, text.count <= Self.mostWords else {
                throw DomainError.invalid(key, "最多 \(Self.mostWords) 字。")
            }
            return [text]
        }
        let chosen = Set(given)
        let known = choices.map(\.value).filter(chosen.contains)
        guard known.count == chosen.count, kind == .several || known.count == 1 else {
            throw DomainError.invalid(key, "请从列出的选项中选择。")
        }
        return known
    }
}

extension String {
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
