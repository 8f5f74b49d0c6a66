import Cases
import Refusals
import WorkingTime

/// The text of an answer document: what was asked, when it was received, what is answered and on what ground, and where
/// one may turn against it.
extension AnswerForm {
    /// The document, ready to be signed.
    ///
    /// - Throws: `invalid` with everything that is wrong.
    func draft(for subject: Case, number: String, rules: DisclosureRules) throws -> AnswerDraft {
        let errors = errors(for: subject, rules: rules)
        guard errors.isEmpty, let chosen = rules.kind(kind) else { throw DomainError.invalid(errors) }
        let ground = chosen.ground(ground)
        var marks = ["kind": chosen.code, "row": row(chosen, ground)]
        marks["ground"] = ground?.code
        if isPublic { (marks["public_title"], marks["public_words"]) = (publicTitle, publicWords) }
        return AnswerDraft(
            title: "政府信息公开申请答复书", number: number,
            paragraphs: paragraphs(subject, chosen, ground, rules), enclosures: enclosures, marks: marks)
    }

    /// A partial disclosure counts as that alone, whatever was withheld.
    private func row(_ kind: AnswerKind, _ ground: AnswerKind.Ground?) -> String {
        kind.redacts == true ? kind.row : ground?.row ?? kind.row
    }

    private func paragraphs(
        _ subject: Case, _ kind: AnswerKind, _ ground: AnswerKind.Ground?, _ rules: DisclosureRules
    ) -> [String] {
        let basis = kind.article.map { "根据《政府信息公开条例》\($0)的规定，" } ?? ""
        let files = enclosures.map(\.name).joined(separator: "、")
        return [Self.opening(subject), "\(basis)现答复如下：", kind.words]
            + [ground.map(Self.reason)].compactMap(\.self)
            + (organ.isEmpty ? [] : [organ])
            + words.split(separator: "\n").map(String.init)
            + (enclosures.isEmpty ? [] : ["随本答复提供：\(files)。"])
            + [rules.remedies.paragraph(isRefusal: kind.refuses == true)]
    }

    private static func opening(_ subject: Case) -> String {
        let asked = subject.answer("content").split(whereSeparator: \.isNewline).joined(separator: " ")
        let shown = asked.count > 300 ? "\(asked.prefix(300))……" : asked
        let received = (subject.acceptedAt ?? subject.filing.filedAt).day.written
        let verb = subject.answer("purpose") == "correction" ? "要求更正" : "申请获取"
        return "本机关于\(received)收到你（单位）的政府信息公开申请，你（单位）\(verb)的内容为：\(shown)"
    }

    private static func reason(_ ground: AnswerKind.Ground) -> String {
        let basis = ground.article.map { "（《政府信息公开条例》\($0)）" } ?? ""
        return "不予公开的理由：\(ground.name)\(basis)。"
    }
}
