extension HTML {
    /// Puts an ``HTML`` literal together and escapes its values by where they stand.
    public struct StringInterpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []
        var scanner = MarkupScanner()

        /// Makes room for the literal and its values.
        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        /// The author's own markup, as it is.
        public mutating func appendLiteral(_ literal: String) {
            var literal = literal
            literal.withUTF8 {
                bytes.append(contentsOf: $0)
                scanner.scan($0)
            }
            if let problem = scanner.problem { HTML.report(problem) }
        }

        /// Text, escaped for its place.
        public mutating func appendInterpolation(_ text: String) { append(text) }

        /// Anything that reads as text: a number, a sentence, a code.
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            append(value.description)
        }

        /// A nested piece, between tags only.
        public mutating func appendInterpolation(_ html: HTML) {
            guard scanner.place == .text else { return HTML.report("nested HTML inside a tag") }
            bytes += html.bytes
        }

        /// A nested piece when there is one.
        public mutating func appendInterpolation(_ html: HTML?) {
            if let html { appendInterpolation(html) }
        }

        /// One piece for each element: `\(each: rows, { row in "<li>\(row.name)</li>" })`.
        public mutating func appendInterpolation<Items: Sequence>(
            each items: Items, _ piece: (Items.Element) -> HTML
        ) {
            for item in items { appendInterpolation(piece(item)) }
        }

        /// A piece that is there only when the condition holds.
        public mutating func appendInterpolation(if condition: Bool, _ html: @autoclosure () -> HTML) {
            if condition { appendInterpolation(html()) }
        }

        /// An attribute without a value, inside a tag: `<input\(attribute: "checked", if: isChosen)>`.
        public mutating func appendInterpolation(attribute name: StaticString, if condition: Bool) {
            if condition { append(attribute: name, value: nil) }
        }

        /// An attribute that is there only when it has a value, inside a tag.
        public mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
            if let value { append(attribute: name, value: value) }
        }
    }
}

extension HTML.StringInterpolation {
    private mutating func append(_ text: String) {
        switch (scanner.place, scanner.attribute) {
        case (.text, _), (.doubleQuoted, .plain): Escaping.appendText(text, to: &bytes)
        case (.doubleQuoted, .url): append(url: text)
        default: return HTML.report("a value where none can be made safe")
        }
        scanner.isAtValueStart = false
    }

    private mutating func append(url text: String) {
        guard scanner.isAtValueStart else { return Escaping.appendURLComponent(text, to: &bytes) }
        guard Escaping.isAllowedURL(text) else { return HTML.report("an address that is not to be followed") }
        Escaping.appendText(text, to: &bytes)
    }

    private mutating func append(attribute name: StaticString, value: String?) {
        let kind = AttributeKind(PackedName(stringLiteral: name))
        guard scanner.enterAttributes(), kind != .forbidden else {
            return HTML.report("an attribute outside a tag, or one that holds code")
        }
        if let value, kind == .url, !Escaping.isAllowedURL(value) {
            return HTML.report("an address that is not to be followed")
        }
        name.withUTF8Buffer { bytes += [0x20] + $0 }
        guard let value else { return }
        bytes += "=\"".utf8
        Escaping.appendText(value, to: &bytes)
        bytes += "\"".utf8
    }
}
