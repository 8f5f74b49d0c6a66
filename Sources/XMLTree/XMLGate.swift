import Foundation
import Refusals

/// Looks at the bytes before the parser does.
///
/// libxml2 expands entities of the internal subset by itself, so a document type must be turned away
/// unread. That is only certain in encodings that write markup as ASCII: the others are refused. It also
/// compares every attribute of an element with every other, so that many cost their square.
enum XMLGate {
    private static let encodings: Set<String> = [
        "utf-8", "us-ascii", "iso-8859-1", "gb2312", "gbk", "gb18030",
    ]

    static func inspect(_ data: Data) throws(XMLTreeError) {
        let bytes = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
        guard let first = bytes.first(where: { !" \t\r\n".utf8.contains($0) }) else {
            throw XMLTreeError(line: 1, "文件是空的。")
        }
        guard first == UInt8(ascii: "<"), !bytes.contains(0) else {
            throw XMLTreeError(line: 1, "文件不是 XML，或者不是用 UTF-8 编码保存的。")
        }
        let encoding = try declaredEncoding(bytes)
        guard encodings.contains(encoding) else {
            throw XMLTreeError(line: 1, "不支持编码 \(encoding)，请用 UTF-8 保存。")
        }
        if let declaration = bytes.range(of: Data("<!DOCTYPE".utf8)) {
            let line = bytes[..<declaration.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1
            throw XMLTreeError(line: line, "文件含有文档类型声明（DOCTYPE），不予读取。")
        }
        var count = AttributeCount()
        guard let end = bytes.firstIndex(where: { count.exceeds(with: $0) }) else { return }
        let line = bytes[..<end].count { $0 == UInt8(ascii: "\n") } + 1
        throw XMLTreeError(line: line, "一个元素的属性超过 \(AttributeCount.most) 个。")
    }

    private static func declaredEncoding(_ bytes: Data) throws(XMLTreeError) -> String {
        let head = String(decoding: bytes.prefix(200), as: UTF8.self)
        guard head.hasPrefix("<?xml") else { return "utf-8" }
        // Further back the parser would still find an encoding, and we would not.
        guard let end = head.range(of: "?>") else { throw XMLTreeError(line: 1, "XML 声明太长，请用 UTF-8 保存。") }
        let found = head[..<end.lowerBound].firstMatch(of: /encoding\s*=\s*["']([^"']*)["']/)
        return found?.1.lowercased() ?? "utf-8"
    }
}
