/// How the API document describes a route. (Foundation already has an `Operation`.)
public struct APIOperation: Sendable {
    /// The name programs call it by, for example `submitCase`.
    public let id: String
    /// The chapter it belongs to, for example `办件`.
    public let tag: String
    /// Parameters of the query and of the headers; those of the path are read from the path.
    public let parameters: [Parameter]
    /// What the request carries; nil when it carries nothing.
    public let body: BodySchema?
    /// The schema of each successful answer by status; nil for one without content.
    public let responses: [Int: Schema?]

    /// An operation; refusals are described for all alike.
    public init(
        id: String, tag: String, parameters: [Parameter] = [], body: BodySchema? = nil,
        responses: [Int: Schema?] = [200: nil]
    ) {
        self.id = id
        self.tag = tag
        self.parameters = parameters
        self.body = body
        self.responses = responses
    }

    /// A parameter of the query or a header.
    public struct Parameter: Sendable {
        /// Where a parameter stands.
        public enum Place: String, Sendable {
            /// Behind the question mark.
            case query
            /// In a header.
            case header
        }

        /// Its name.
        public let name: String
        /// Where it stands.
        public let place: Place
        /// What it means.
        public let description: String
        /// Whether it must be given.
        public let isRequired: Bool
        /// What it may hold.
        public let schema: Schema

        /// A parameter of the query.
        public static func query(_ name: String, _ description: String, _ schema: Schema = .text) -> Parameter
        {
            Parameter(name: name, place: .query, description: description, isRequired: false, schema: schema)
        }

        /// A header.
        public static func header(
            _ name: String, _ description: String, isRequired: Bool = false, schema: Schema = .text
        ) -> Parameter {
            Parameter(
                name: name, place: .header, description: description, isRequired: isRequired, schema: schema)
        }
    }

    /// What a request carries.
    public enum BodySchema: Sendable {
        /// A JSON document.
        case json(Schema)
        /// A form with files; the names of the file fields.
        case multipart(files: [String])
        /// Bytes of any type.
        case binary
        /// Plain text.
        case text
        /// One file: as this field of a form, or as the bare bytes.
        case file(field: String)
    }
}
