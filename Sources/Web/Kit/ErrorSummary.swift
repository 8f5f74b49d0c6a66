import Refusals

/// What is wrong with a form, at the head of the page: it takes the focus, and each line leads to its field.
public struct ErrorSummary: Sendable {
    private let errors: [FieldError]

    /// The summary of these errors; nothing when there are none.
    public init(_ errors: [FieldError]) { self.errors = errors }

    /// The summary.
    public var html: HTML {
        guard !errors.isEmpty else { return .empty }
        return """
            <div class="error-summary" role="alert" tabindex="-1" data-focus>
            <h2>有 \(errors.count) 处需要更正</h2>
            <ul>\(each: errors, { "<li><a href=\"#f-\($0.field)\">\($0.sentence)</a></li>" })</ul>
            </div>
            """
    }
}

extension [FieldError] {
    /// What is wrong with one field; nil when nothing is.
    public subscript(_ field: String) -> Sentence? { first { $0.field == field }?.sentence }
}
