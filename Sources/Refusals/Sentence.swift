/// Words for a person: a template with parameters, written as a string literal.
///
/// The Chinese sentence is the original and also the key under which other languages are looked up in
/// the string catalogues: `"已上传 \(3) 份"` has the template `已上传 {} 份` and the parameters `["3"]`.
public struct Sentence: Sendable, Hashable, Codable {
    /// The sentence with `{}` where a parameter stands.
    public let template: String
    /// The values of the parameters, in order, already in the form a person reads.
    public let parameters: [String]

    /// A sentence that is known by its template and parameters, as it comes back from storage.
    public init(template: String, parameters: [String]) {
        self.template = template
        self.parameters = parameters
    }

    /// The sentence in Chinese, parameters filled in.
    public var chinese: String {
        var rest = parameters[...]
        var text = ""
        var tail = template[...]
        while let gap = tail.firstRange(of: "{}"), let value = rest.popFirst() {
            text += tail[..<gap.lowerBound] + value
            tail = tail[gap.upperBound...]
        }
        return text + tail
    }
}

extension Sentence: ExpressibleByStringInterpolation {
    /// Gathers the literal's text and its parameters apart.
    public struct StringInterpolation: StringInterpolationProtocol {
        var template = ""
        var parameters: [String] = []

        /// An empty sentence, to be filled.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Words of the template.
        public mutating func appendLiteral(_ literal: String) { template += literal }

        /// A parameter, in the form a person reads.
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            template += "{}"
            parameters.append(value.description)
        }
    }

    /// A sentence without parameters.
    public init(stringLiteral value: String) { self.init(template: value, parameters: []) }

    /// A sentence with its parameters.
    public init(stringInterpolation: StringInterpolation) {
        self.init(template: stringInterpolation.template, parameters: stringInterpolation.parameters)
    }
}

extension Sentence: CustomStringConvertible {
    /// The sentence in Chinese.
    public var description: String { chinese }
}
