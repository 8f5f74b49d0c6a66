import Refusals

/// A part of a topic (专题): a heading, and the documents under it, from any column of any site.
struct TopicPart: Codable, Sendable, Hashable {
    /// The heading.
    var heading: String
    /// The documents, in order.
    var documents: [Int64]

    /// Parts of one topic.
    static let mostParts = 20
    /// Documents of one topic.
    static let mostDocuments = 100
    /// Characters of a heading.
    static let longestHeading = 40

    /// Reads what was entered: `## ` begins a part, every other line is the address or the number of a document.
    ///
    /// - Throws: `invalid` for a line that is neither, and for too many of them.
    static func read(_ text: String) throws -> [TopicPart] {
        var parts: [TopicPart] = []
        for line in text.split(whereSeparator: \.isNewline).map({ $0.trimmingBlanks }) where !line.isEmpty {
            if line.hasPrefix("## ") {
                parts.append(TopicPart(heading: line.dropFirst(3).trimmingBlanks, documents: []))
            } else if !parts.isEmpty, let id = line.split(separator: "/").last.flatMap({ Int64($0) }) {
                parts[parts.count - 1].documents.append(id)
            } else {
                throw DomainError.invalid(
                    "parts", "每组先写一行「## 小标题」，下面每行粘贴一篇已公开内容的网址；看不懂「\(String(line.prefix(40)))」。")
            }
        }
        return parts
    }

    /// What is entered to get these parts.
    static func written(_ parts: [TopicPart]) -> String {
        parts.map { part in
            (["## \(part.heading)"] + part.documents.map(String.init)).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// What keeps parts from being saved.
    static func mistakes(in parts: [TopicPart]) -> [FieldError] {
        var errors: [FieldError] = []
        if parts.count > mostParts { errors.append(FieldError("parts", "一个专题最多 \(mostParts) 组。")) }
        if parts.reduce(0, { $0 + $1.documents.count }) > mostDocuments {
            errors.append(FieldError("parts", "一个专题最多收 \(mostDocuments) 篇内容。"))
        }
        if parts.contains(where: { $0.heading.isEmpty || $0.heading.count > longestHeading }) {
            errors.append(FieldError("parts", "小标题请写 1 到 \(longestHeading) 字。"))
        }
        return errors
    }
}

extension StringProtocol {
    /// Without blanks at both ends.
    fileprivate var trimmingBlanks: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
