import Foundation
import FoundationXML
import Refusals

/// Gathers the parser's events into a tree.
final class XMLTreeReader: NSObject, XMLParserDelegate {
    /// An element whose end tag has not come yet.
    private struct OpenElement {
        let name: String
        let attributes: [String: String]
        /// The prefixes it declares; empty for the one without.
        let declared: [String]
        let line: Int
        var children: [XMLElement.Node] = []
    }

    private let limits: XMLTree.Limits
    private var open: [OpenElement] = []
    /// What each prefix stands for, the nearest declaration last: no element copies what those around it say.
    private var namespaces = ["xml": ["http://www.w3.org/XML/1998/namespace"]]
    private var root: XMLElement?
    private var problem: XMLTreeError?

    init(limits: XMLTree.Limits) {
        self.limits = limits
    }

    func read(_ data: Data) throws(XMLTreeError) -> XMLElement {
        let parser = XMLParser(data: data)
        parser.delegate = self
        // Namespaces are resolved here: otherwise the parser drops the prefixes.
        parser.shouldProcessNamespaces = false
        parser.shouldResolveExternalEntities = false
        _ = parser.parse()
        if let problem { throw problem }
        guard let root else { throw XMLTreeError(line: max(parser.lineNumber, 1), "XML 没有写完。") }
        return root
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        guard open.count < limits.maximumDepth else {
            problem = problem ?? XMLTreeError(line: parser.lineNumber, "元素嵌套超过 \(limits.maximumDepth) 层。")
            return parser.abortParsing()
        }
        var declared: [String] = []
        for (key, value) in attributes where key == "xmlns" || key.hasPrefix("xmlns:") {
            let prefix = key == "xmlns" ? "" : key.afterPrefix
            namespaces[prefix, default: []].append(value)
            declared.append(prefix)
        }
        open.append(
            OpenElement(name: name, attributes: attributes, declared: declared, line: parser.lineNumber))
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        guard let last = open.popLast() else { return }
        let element = closed(last)
        for prefix in last.declared { namespaces[prefix]?.removeLast() }
        if open.isEmpty { root = element } else { add(.element(element)) }
    }

    private func closed(_ element: OpenElement) -> XMLElement {
        let attributes = element.attributes.map { name, value in
            XMLAttribute(
                name: name, namespace: name.namespacePrefix.flatMap { namespaces[$0]?.last },
                value: value)
        }
        return XMLElement(
            name: element.name, localName: element.name.afterPrefix,
            namespace: namespaces[element.name.namespacePrefix ?? ""]?.last,
            attributes: attributes.sorted { $0.rank < $1.rank }, children: element.children,
            line: element.line)
    }

    private func add(_ node: XMLElement.Node) {
        guard !open.isEmpty else { return }
        // The parser hands text over in pieces; a reader wants it whole.
        if case .text(let more) = node, case .text(let text)? = open[open.count - 1].children.last {
            open[open.count - 1].children.removeLast()
            open[open.count - 1].children.append(.text(text + more))
        } else {
            open[open.count - 1].children.append(node)
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { add(.text(string)) }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        add(.characterData(String(decoding: block, as: UTF8.self)))
    }

    func parser(_ parser: XMLParser, foundComment comment: String) { add(.comment(comment)) }

    func parser(
        _ parser: XMLParser, foundProcessingInstructionWithTarget target: String, data: String?
    ) {
        add(.instruction(target: target, data: data ?? ""))
    }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
        // 99 and 100 only warn that the name of a namespace is not an absolute address.
        let code = (error as NSError).code
        guard problem == nil, code != 99, code != 100 else { return }
        problem = XMLTreeError(line: parser.lineNumber, "XML 写法有误（libxml2 代码 \(code)）。")
        parser.abortParsing()
    }
}
