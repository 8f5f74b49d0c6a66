import Refusals

/// One field of a form: its label, what may be entered, what has been, and what is wrong with it.
///
///     Field("phone", "联系电话", .phone, hint: "用于通知办理进度", value: form["phone"] ?? "", error: errors["phone"])
public struct Field: Sendable {
    /// The kinds of `contracts.md`, in the words of the API.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// A line of text.
        case text
        /// Several lines.
        case longText = "long_text"
        /// A whole number.
        case integer
        /// A number.
        case number
        /// An amount in 元.
        case money
        /// A day.
        case date
        /// Yes or no.
        case boolean
        /// A telephone number.
        case phone
        /// An e-mail address.
        case email
        /// 公民身份号码 (GB 11643).
        case identityNumber = "identity_number"
        /// 统一社会信用代码 (GB 32100).
        case creditCode = "credit_code"
        /// 行政区划: one of the options.
        case division
        /// An address.
        case address
        /// One of the options.
        case choice
        /// Any of the options.
        case choices
        /// A file to be uploaded.
        case file
        /// Rows of columns.
        case table
        /// 银行账号.
        case bankAccount = "bank_account"
        /// A name, typed by whoever signs.
        case signature
        /// A place: longitude and latitude, picked from the options or typed.
        case mapPoint = "map_point"
        /// A region of the country: lists one in another.
        case region
    }

    /// One of several things to choose from.
    public struct Option: Sendable, Hashable {
        /// What is sent.
        public let value: String
        /// What is read.
        public let label: String
        /// A line under the label; nil for none.
        public let hint: String?

        /// An option.
        public init(_ value: String, _ label: String, hint: String? = nil) {
            self.value = value
            self.label = label
            self.hint = hint
        }
    }

    /// The name under which the value is sent.
    public var name: String
    /// The question, in words.
    public var label: String
    /// What is to be entered.
    public var kind: Kind
    /// What helps to answer; nil when the label says it all.
    public var hint: String?
    /// Whether it may be left empty; the label then says 选填.
    public var isRequired: Bool
    /// What has been entered, or is known: one value, or several for `choices`.
    public var values: [String]
    /// What may be chosen.
    public var options: [Option]
    /// The columns of a table.
    public var columns: [Field]
    /// The rows of a table, by column.
    public var rows: [[String: String]]
    /// How many empty rows stand below what has been entered.
    public var spareRows = 2
    /// Whether the page itself adds and removes rows: it answers to buttons named ``rowButtonName``, which also work
    /// where no script does.
    public var hasRowButtons = false
    /// The address of the signature that has been drawn already.
    public var drawing: String?
    /// What the box that takes a drawn signature away sends, behind the name of the field.
    public static let drawingRemoval = "drawing.removal"
    /// The lists of a region, the widest first.
    public var levels: [Level] = []
    /// Where a filled-in value comes from, without the word 来自: `市场主体登记库，2026年11月21日`.
    public var provenance: String?
    /// What is wrong, in the words of the summary.
    public var error: Sentence?
    /// The browser's word for what it may fill in (`name`, `street-address` …); by the kind unless set.
    public var autocomplete: String?
    /// The file types a file field takes, as `accept` writes them.
    public var accept: String?
    /// Whether a tablet may offer its camera for a file field.
    public var usesCamera = false

    /// A field.
    public init(
        _ name: String, _ label: String, _ kind: Kind = .text, hint: String? = nil, isRequired: Bool = true,
        value: String = "", values: [String] = [], options: [Option] = [], columns: [Field] = [],
        rows: [[String: String]] = [], provenance: String? = nil, error: Sentence? = nil,
        autocomplete: String? = nil, accept: String? = nil
    ) {
        self.name = name
        self.label = label
        self.kind = kind
        self.hint = hint
        self.isRequired = isRequired
        self.values = values.isEmpty && !value.isEmpty ? [value] : values
        self.options = options
        self.columns = columns
        self.rows = rows
        self.provenance = provenance
        self.error = error
        self.autocomplete = autocomplete
        self.accept = accept
    }

    /// What the buttons that add and remove rows send: `more:form.partners`, `less:form.partners.2`.
    public static let rowButtonName = "then"

    /// The one value, or the first.
    public var value: String { values.first ?? "" }
}
