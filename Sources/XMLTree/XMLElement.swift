/// One element of an XML document, with everything needed to write it back: prefixes, attributes,
/// comments and character data in their order, and the line it stands on for messages.
public struct XMLElement: Sendable {
    /// The name as written, prefix included, for example `bpmn:userTask`.
    public let name: String
    /// The name without its prefix, for example `userTask`.
    public let localName: String
    /// The namespace its prefix stands for, `nil` where none is declared.
    public let namespace: String?
    /// The attributes, declarations of namespaces among them, in canonical order (see `XMLAttribute`).
    public let attributes: [XMLAttribute]
    /// What stands between the start and the end tag.
    public let children: [Node]
    /// The line of the document on which the start tag ends, counted from 1.
    public let line: Int

    /// What may stand between a start and an end tag.
    public enum Node: Sendable, Hashable {
        /// A nested element.
        case element(XMLElement)
        /// Characters, references already resolved.
        case text(String)
        /// Characters that were written as a CDATA section and are written back as one.
        case characterData(String)
        /// A comment, without its marks.
        case comment(String)
        /// A processing instruction.
        case instruction(target: String, data: String)
    }
}

extension XMLElement {
    /// The nested elements, in document order.
    public var elements: [XMLElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The nested elements with this local name, whatever their namespace.
    public func elements(named localName: String) -> [XMLElement] {
        elements.filter { $0.localName == localName }
    }

    /// The first nested element with this local name, whatever its namespace.
    public func first(_ localName: String) -> XMLElement? {
        elements.first { $0.localName == localName }
    }

    /// The element's own characters, without those of nested elements and without surrounding space.
    public var text: String {
        let pieces = children.map { node in
            switch node {
            case .text(let text), .characterData(let text): text
            case .element, .comment, .instruction: ""
            }
        }
        return pieces.joined().trimmed
    }

    /// The value of the attribute that is written without prefix.
    public subscript(_ localName: String) -> String? {
        attributes.first { $0.namespace == nil && $0.name == localName }?.value
    }

    /// The value of the attribute with this local name in this namespace.
    public subscript(_ localName: String, in namespace: String) -> String? {
        attributes.first { $0.namespace == namespace && $0.localName == localName }?.value
    }

    /// The element itself and everything nested in it, in document order.
    public var selfAndDescendants: [XMLElement] {
        var all: [XMLElement] = []
        var next = [self]
        while let element = next.popLast() {
            all.append(element)
            next += element.elements.reversed()
        }
        return all
    }
}

/// Two elements are equal when they say the same; the line they stand on does not matter.
extension XMLElement: Hashable {
    /// Whether both say the same.
    public static func == (one: XMLElement, other: XMLElement) -> Bool {
        one.name == other.name && one.namespace == other.namespace
            && one.attributes == other.attributes && one.children == other.children
    }

    /// Feeds what the element says into a hash.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(attributes)
        hasher.combine(children)
    }
}

extension String {
    /// Without the white space of XML (XML 1.0, §2.3) at both ends.
    var trimmed: String {
        let isSpace: (Character) -> Bool = { [" ", "\t", "\n", "\r", "\r\n"].contains($0) }
        guard let start = firstIndex(where: { !isSpace($0) }),
            let end = lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(self[start...end])
    }
}
