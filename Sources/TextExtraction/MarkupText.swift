import Foundation
import FoundationXML
import XMLTree

/// The words of a document in XML: what stands inside of certain elements, with a new line behind others.
final class MarkupText: NSObject, XMLParserDelegate {
    /// Which elements mean what, by their local names.
    struct Vocabulary: Sendable {
        /// Words stand in them.
        let words: Set<String>
        /// A new line follows them.
        let breaks: Set<String>

        /// Office Open XML, text documents (ISO/IEC 29500-1 §17): deleted words and comments among them, for whoever
        /// opens the file reads them.
        static let word = Vocabulary(words: ["t", "delText", "instrText"], breaks: ["p", "tab", "br", "tc"])
        /// Office Open XML, spreadsheets (§18).
        static let sheet = Vocabulary(words: ["t", "v"], breaks: ["si", "c", "comment"])
        /// 版式文档 (GB/T 33190).
        static let ofd = Vocabulary(words: ["TextCode"], breaks: ["TextCode"])
    }

    private let vocabulary: Vocabulary
    private let limit: Int
    private var text = ""
    private var count = 0
    private var depth = 0
    /// Whether a cell holds the number of a shared string, which is read where the string stands.
    private var isReference = false
    private var isBroken = false

    private init(_ vocabulary: Vocabulary, limit: Int) { (self.vocabulary, self.limit) = (vocabulary, limit) }

    /// The words of a document, at most `limit` characters of them; nil when it cannot be read, or declares a document type,
    /// as no office document does.
    static func read(_ document: [UInt8], _ vocabulary: Vocabulary, limit: Int) -> String? {
        let data = Data(document)
        guard (try? XMLTree.inspect(data)) != nil, String(validating: document, as: UTF8.self) != nil else {
            return nil
        }
        let (reader, parser) = (MarkupText(vocabulary, limit: limit), XMLParser(data: data))
        parser.delegate = reader
        parser.shouldProcessNamespaces = false
        parser.shouldResolveExternalEntities = false
        let isWhole = parser.parse()
        return (isWhole && !reader.isBroken) || reader.count > limit ? reader.text : nil
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        let name = Self.local(name)
        if name == "c" { isReference = attributes["t"] == "s" }
        if vocabulary.words.contains(name), name != "v" || !isReference { depth += 1 }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        let name = Self.local(name)
        if vocabulary.words.contains(name), depth > 0 { depth -= 1 }
        if vocabulary.breaks.contains(name) { text.append("\n") }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) {
        guard depth > 0 else { return }
        text += characters
        count += characters.count
        if count > limit { parser.abortParsing() }
    }

    /// libxml2 goes on behind a mistake, and what it then hands over ends the program.
    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
        // 99 and 100 only warn that the name of a namespace is not an absolute address.
        guard ![99, 100].contains((error as NSError).code) else { return }
        isBroken = true
        parser.abortParsing()
    }

    private static func local(_ name: String) -> String {
        name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }
}
