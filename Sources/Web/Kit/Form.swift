/// A form that is posted: its token, its fields, its button.
public struct Form: Sendable {
    private let action: String
    private let token: CSRFToken
    private let content: HTML
    private let buttons: HTML
    private let isMultipart: Bool

    /// A form of fields, and what else stands between them and the button. The summary of errors is not a
    /// part of it: it stands at the head of the page, see ``ErrorSummary``.
    ///
    /// - Parameter carriesFiles: whether what stands between asks for a file.
    public init(
        action: String, token: CSRFToken, fields: [Field] = [], also: HTML = .empty, submit: String,
        secondary: HTML = .empty, carriesFiles: Bool = false
    ) {
        self.action = action
        self.token = token
        content = HTML.joined(fields.map(\.html)) + also
        buttons = "<button class=\"button\">\(submit)</button>\(secondary)"
        isMultipart = carriesFiles || fields.contains { $0.kind == .file }
    }

    /// The form. Our own rules check it, in our own words, so the browser's are switched off.
    public var html: HTML {
        """
        <form class="form" method="post" action="\(action)"\
        \(attribute: "enctype", isMultipart ? "multipart/form-data" : nil) novalidate>
        \(token.field)
        \(content)
        <div class="actions">\(buttons)</div>
        </form>
        """
    }
}

/// One button that changes something: withdraw, claim, sign out.
public struct PostButton: Sendable {
    /// How loud the button is.
    public enum Tone: String, Sendable {
        /// The one thing to do on the page.
        case primary = ""
        /// One of several things.
        case quiet
        /// Cannot be taken back.
        case danger
    }

    private let label: String
    private let action: String
    private let token: CSRFToken
    private let tone: Tone
    private let values: [(name: String, value: String)]

    /// A button; `values` are sent along.
    public init(
        _ label: String, action: String, token: CSRFToken, tone: Tone = .quiet,
        values: [(name: String, value: String)] = []
    ) {
        self.label = label
        self.action = action
        self.token = token
        self.tone = tone
        self.values = values
    }

    /// The button in its form.
    public var html: HTML {
        """
        <form class="one-button" method="post" action="\(action)">\(token.field)\
        \(each: values, { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })\
        <button class="button \(tone.rawValue)">\(label)</button></form>
        """
    }
}
