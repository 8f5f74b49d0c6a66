import Refusals
import Services
import Web

/// The questions of a page one below the other: what is asked, what is worked out, and groups with their headings.
public struct QuestionBlocks: Sendable {
    private let questions: [FormField]
    private let answers: FormAnswers
    private let errors: [FieldError]
    private let growing: String?
    private let fileName: @Sendable (FormField) -> String?
    private let drawing: @Sendable (FormField) -> String?
    private let provenance: @Sendable (FormField) -> String?
    private var usesCamera = false
    private var more: @Sendable (FormField) -> HTML? = { _ in nil }

    /// The questions that are asked.
    ///
    /// - Parameters:
    ///   - answers: what was answered so far, with what is worked out.
    ///   - errors: what is wrong with it.
    ///   - growing: the name of the repeating group that gets one more row.
    ///   - fileName: the name of the file that answers a question already.
    ///   - drawing: the address of the signature that was drawn already.
    ///   - provenance: where an answer comes from that nobody gave, without the word 来自.
    public init(
        _ questions: [FormField], answers: FormAnswers, errors: [FieldError] = [], growing: String? = nil,
        fileName: @escaping @Sendable (FormField) -> String? = { _ in nil },
        drawing: @escaping @Sendable (FormField) -> String? = { _ in nil },
        provenance: @escaping @Sendable (FormField) -> String? = { _ in nil }
    ) {
        self.questions = questions
        self.answers = answers
        self.errors = errors
        self.growing = growing
        self.fileName = fileName
        self.drawing = drawing
        self.provenance = provenance
    }

    /// The same where a tablet may offer its camera for files, as at the counter.
    public func usingCamera(_ uses: Bool) -> QuestionBlocks {
        var blocks = self
        blocks.usesCamera = uses
        return blocks
    }

    /// The same with more below some questions.
    public func followed(by more: @escaping @Sendable (FormField) -> HTML?) -> QuestionBlocks {
        var blocks = self
        blocks.more = more
        return blocks
    }

    /// Whether a file is asked for, so that the form must be able to carry one.
    public var carriesFiles: Bool { questions.contains { $0.kind == .file || $0.kind == .signature } }

    /// The scripts these questions are better with.
    public var scripts: [String] { questions.contains { $0.kind == .signature } ? ["sign.js"] : [] }

    /// With rows to add and remove, the first button is the one that pressing Enter stands for, and it must be none of
    /// those.
    public var html: HTML {
        let first: HTML? =
            questions.contains { $0.kind == .table || $0.kind == .region }
            ? "<button hidden>保存</button>" : nil
        return (first ?? .empty) + HTML.joined(groups.map(group))
    }

    /// Neighbours that name the same group.
    private var groups: [[FormField]] {
        questions.reduce(into: []) { groups, field in
            if field.group != nil, groups.last?.last?.group == field.group {
                groups[groups.count - 1].append(field)
            } else {
                groups.append([field])
            }
        }
    }

    private func group(_ fields: [FormField]) -> HTML {
        let content = HTML.joined(fields.map(block))
        guard let title = fields.first?.group else { return content }
        return "<fieldset class=\"group\"><legend class=\"legend\">\(title)</legend>\(content)</fieldset>"
    }

    private func block(_ field: FormField) -> HTML {
        if field.calculated != nil { return workedOut(field) }
        var shown = field.field(
            answers[field.name], fileName: fileName(field), drawing: drawing(field),
            isGrowing: growing == field.name, provenance: provenance(field), error: errors[field.inputName])
        shown.usesCamera = usesCamera
        return shown.html + (more(field) ?? .empty)
    }

    /// What is worked out is shown as it stands since the page was last saved.
    private func workedOut(_ field: FormField) -> HTML {
        let error = errors[field.inputName].map { "<p class=\"error\">\($0)</p>" as HTML }
        let answer = answers[field.name]
        return """
            <div class="field\(error == nil ? "" : " has-error")" id="f-\(field.inputName)" tabindex="-1">
            <p class="label">\(field.label)<span class="optional">（自动计算）</span></p>
            \(field.hint.map { "<p class=\"hint\">\($0)</p>" as HTML })\(error)
            <p class="worked-out">\(answer == nil ? "保存这一页后算出" : field.words(for: answer))</p>
            </div>
            """
    }
}
