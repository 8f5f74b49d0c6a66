/// A decision table (DMN 1.5, chapter 8) as people write it: every cell is the text that stands in it.
///
/// Saved as JSON and as DMN XML; `Decision` reads the cells and decides.
public struct DecisionTable: Codable, Sendable, Hashable {
    /// The id of the decision, by which a business rule task names it.
    public var id: String
    /// What is decided.
    public var name: String
    /// What counts when several rules match.
    public var hitPolicy: HitPolicy
    /// The columns of questions, left to right.
    public var inputs: [DecisionInput]
    /// The columns of answers, left to right.
    public var outputs: [DecisionOutput]
    /// The headings of the columns of remarks.
    public var annotations: [String]
    /// The rows, top to bottom; they are numbered from 1.
    public var rules: [DecisionRule]
    /// What must come of which input, to be tried before the table is published.
    public var examples: [DecisionExample]

    /// A table.
    public init(
        id: String, name: String, hitPolicy: HitPolicy = .unique, inputs: [DecisionInput],
        outputs: [DecisionOutput], annotations: [String] = [], rules: [DecisionRule] = [],
        examples: [DecisionExample] = []
    ) {
        self.id = id
        self.name = name
        self.hitPolicy = hitPolicy
        self.inputs = inputs
        self.outputs = outputs
        self.annotations = annotations
        self.rules = rules
        self.examples = examples
    }
}

/// A column of questions.
public struct DecisionInput: Codable, Sendable, Hashable {
    /// The id in the file; empty where none was given.
    public var id: String
    /// The heading; the expression where none was given.
    public var label: String
    /// What is asked, in FEEL: mostly a name.
    public var expression: String
    /// The FEEL type, such as `number`; empty where anything goes. Texts become days where a `date` is wanted.
    public var type: String
    /// Which values may be put in, as unary tests; empty where anything goes.
    public var allowedValues: String

    /// A column of questions.
    public init(
        id: String = "", label: String = "", expression: String, type: String = "", allowedValues: String = ""
    ) {
        self.id = id
        self.label = label
        self.expression = expression
        self.type = type
        self.allowedValues = allowedValues
    }

    /// What people call it.
    public var title: String { label.isEmpty ? expression : label }
}

/// A column of answers.
public struct DecisionOutput: Codable, Sendable, Hashable {
    /// The id in the file; empty where none was given.
    public var id: String
    /// The name under which the answer stands in the result when there are several.
    public var name: String
    /// The heading; the name where none was given.
    public var label: String
    /// The FEEL type; empty where anything goes.
    public var type: String
    /// Which answers may come out, the most important first; empty where anything goes.
    public var allowedValues: String
    /// The answer when no rule matches, in FEEL; empty where there is none.
    public var defaultEntry: String

    /// A column of answers.
    public init(
        id: String = "", name: String, label: String = "", type: String = "", allowedValues: String = "",
        defaultEntry: String = ""
    ) {
        self.id = id
        self.name = name
        self.label = label
        self.type = type
        self.allowedValues = allowedValues
        self.defaultEntry = defaultEntry
    }

    /// What people call it.
    public var title: String { label.isEmpty ? name : label }
}

/// A row of the table.
public struct DecisionRule: Codable, Sendable, Hashable {
    /// The id in the file; empty where none was given.
    public var id: String
    /// One unary test for each input; empty or `-` asks nothing.
    public var conditions: [String]
    /// One expression for each output.
    public var conclusions: [String]
    /// One text for each column of remarks.
    public var annotations: [String]

    /// A row.
    public init(id: String = "", _ conditions: [String], _ conclusions: [String], annotations: [String] = [])
    {
        self.id = id
        self.conditions = conditions
        self.conclusions = conclusions
        self.annotations = annotations
    }
}

/// What must come of an input.
public struct DecisionExample: Codable, Sendable, Hashable {
    /// What it is an example of.
    public var name: String
    /// The variables.
    public var given: Variables
    /// What must be decided.
    public var expected: Value

    /// An example.
    public init(name: String, given: Variables, expected: Value) {
        self.name = name
        self.given = given
        self.expected = expected
    }
}
