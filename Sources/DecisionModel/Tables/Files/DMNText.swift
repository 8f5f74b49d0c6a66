/// Writes elements and attributes; what stands in them is escaped.
struct DMNText {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var level = 0

    private var margin: String { String(repeating: "  ", count: level) }

    /// An element with elements inside.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ inside: (inout DMNText) -> Void
    ) {
        text += "\(margin)<\(name)\(Self.written(attributes))>\n"
        level += 1
        inside(&self)
        level -= 1
        text += "\(margin)</\(name)>\n"
    }

    mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        text += "\(margin)<\(name)\(Self.written(attributes))/>\n"
    }

    /// An element with words inside.
    mutating func words(_ name: String, _ words: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        text += "\(margin)<\(name)\(Self.written(attributes))>\(Self.escaped(words))</\(name)>\n"
    }

    /// An element that holds the text of an expression, as most of DMN's do.
    mutating func expression(
        _ name: String, _ words: String, _ attributes: KeyValuePairs<String, String?> = [:]
    ) {
        element(name, attributes) { $0.words("text", words) }
    }

    /// Attributes without a value are left out.
    private static func written(_ attributes: KeyValuePairs<String, String?>) -> String {
        attributes.compactMap { name, value in value.map { " \(name)=\"\(escaped($0))\"" } }.joined()
    }

    /// Characters that would end the text, be normalised away, or are not allowed in XML at all.
    private static func escaped(_ words: String) -> String {
        var result = ""
        for scalar in words.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case "\r": result += "&#13;"
            case "\t": result += "&#9;"
            default:
                let isForbidden = scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
                if !isForbidden { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }
}
