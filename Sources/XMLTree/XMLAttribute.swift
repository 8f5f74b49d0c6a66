/// One attribute of an element.
///
/// The order of attributes has no meaning in XML (XML 1.0, §3.1) and the parser does not report it:
/// declarations of namespaces come first, then `id` and `name`, then the rest by name, so that a
/// document that is read and written twice does not change.
public struct XMLAttribute: Sendable, Hashable {
    /// The name as written, prefix included, for example `minben:organ` or `xmlns:dc`.
    public let name: String
    /// The namespace of its prefix; attributes without prefix have none.
    public let namespace: String?
    /// The value, references resolved.
    public let value: String

    /// The name without its prefix.
    public var localName: String { name.afterPrefix }

    /// Whether it declares a namespace.
    var declaresNamespace: Bool { name == "xmlns" || name.hasPrefix("xmlns:") }

    /// Where it stands among its siblings.
    var rank: (Int, String) {
        if declaresNamespace { return (0, name) }
        return (name == "id" ? 1 : name == "name" ? 2 : 3, name)
    }
}

extension String {
    /// The prefix of a qualified name, `nil` without one.
    var namespacePrefix: String? { firstIndex(of: ":").map { String(self[..<$0]) } }

    /// The local part of a qualified name.
    var afterPrefix: String { firstIndex(of: ":").map { String(self[index(after: $0)...]) } ?? self }
}
