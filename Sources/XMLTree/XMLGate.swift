import Foundation
import Refusals

/// Looks at the bytes before the parser does.
///
/// libxml2 expands entities of the internal subset by itself, so a document type must be turned away
/// unread. That is only certain in encodings that write markup as ASCII: the others are refused.
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
        let encoding = declaredEncoding(bytes)
        guard encodings.contains(encoding) else {
            throw XMLTreeError(line: 1, "不支持编码 \(encoding)，请用 UTF-8 保存。")
        }
        if let declaration = bytes.range(of: Data("<!DOCTYPE".utf8)) {
            let line = bytes[..<declaration.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1
            throw XMLTreeError(line: line, "文件含有文档类型声明（DOCTYPE），不予读取。")
        }
    }

    private static func declaredEncoding(_ bytes: Data) -> String {
        let head = String(decoding: bytes.prefix(200), as: UTF8.self)
        guard head.hasPrefix("<?xml"), let end = head.range(of: "?>"),
            let found = head[..<end.lowerBound].firstMatch(of: /encoding\s*=\s*["']([^"']*)["']/)
        else { return "utf-8" }
        return found.1.lowercased()
    }
}
