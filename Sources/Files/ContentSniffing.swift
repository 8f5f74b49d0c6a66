import Foundation
import Refusals

/// What a content is by its own first bytes, whatever its name or sender claims.
enum ContentSniffing {
    /// The format of a content. Throws ``DomainError/invalid(_:)`` for a format that may not be uploaded,
    /// or a name whose ending promises another one.
    static func mediaType(
        of content: URL, named name: FileName, for purpose: FilePurpose
    ) throws -> MediaType {
        let handle = try FileHandle(forReadingFrom: content)
        defer { try? handle.close() }
        let start = [UInt8](try handle.read(upToCount: 512) ?? Data())
        if purpose == .rows { return try rows(start, name) }
        let plain = purpose == .publication ? plainText(start, name) : nil
        guard let type = try signed(start) ?? zipped(start, handle) ?? plain else { throw refusal(start) }
        guard type.endings.contains(name.ending) else {
            throw DomainError.invalid(
                "file", "文件“\(name.text)”的内容是\(type.chinese)，与扩展名不符，请核对后重新上传。")
        }
        return type
    }

    /// CSV has no signature: it is text, and its name says the rest.
    private static func rows(_ start: [UInt8], _ name: FileName) throws -> MediaType {
        let isText = start.allSatisfy { $0 >= 0x20 || [0x09, 0x0A, 0x0D].contains($0) }
        guard isText, signed(start) == nil else {
            throw DomainError.invalid(
                "file", "文件“\(name.text)”不是 CSV 文件。请在表格软件里另存为“CSV（UTF-8）”后再上传。")
        }
        guard MediaType.csv.endings.contains(name.ending) else {
            throw DomainError.invalid("file", "文件名应以 .csv 结尾，请核对是否选错了文件。")
        }
        return .csv
    }

    /// Plain text has no signature either: its name says that it is some, and nothing in it says otherwise.
    private static func plainText(_ start: [UInt8], _ name: FileName) -> MediaType? {
        let isText = start.allSatisfy { $0 >= 0x20 || [0x09, 0x0A, 0x0D].contains($0) }
        guard isText, !isProgram(start), !isMarkup(start) else { return nil }
        return [MediaType.txt, .csv].first { $0.endings.contains(name.ending) }
    }

    private static func signed(_ start: [UInt8]) -> MediaType? {
        if start.starts(with: Array("%PDF-".utf8)) { return .pdf }
        if start.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if start.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if start.starts(with: Array("RIFF".utf8)), start.dropFirst(8).starts(with: Array("WEBP".utf8)) {
            return .webp
        }
        return nil
    }

    /// OFD, DOCX and XLSX are ZIP archives; their entries tell them apart.
    private static func zipped(_ start: [UInt8], _ handle: FileHandle) throws -> MediaType? {
        guard start.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
        let names = Set(try ZIPDirectory.entryNames(in: handle))
        guard !names.contains(where: { $0.lowercased().hasSuffix("vbaproject.bin") }) else {
            throw DomainError.invalid("file", "文件里有宏，不能上传。请另存为不含宏的文档后再上传。")
        }
        if names.contains("OFD.xml") { return .ofd }
        guard names.contains("[Content_Types].xml") else { return nil }
        if names.contains("word/document.xml") { return .docx }
        return names.contains("xl/workbook.xml") ? .xlsx : nil
    }

    private static func refusal(_ start: [UInt8]) -> DomainError {
        if isProgram(start) { return .invalid("file", "这是可执行程序，不能上传。") }
        if isMarkup(start) {
            return .invalid("file", "网页和 SVG 文件里可能有程序，不能上传。请转换为 PDF 或图片后再上传。")
        }
        return .invalid("file", "只能上传 PDF、OFD、Word（docx）、Excel（xlsx）文档和 PNG、JPEG、WebP 图片。")
    }

    private static func isProgram(_ start: [UInt8]) -> Bool {
        let text = String(decoding: start, as: UTF8.self).lowercased()
        return start.starts(with: [0x7F, 0x45, 0x4C, 0x46]) || text.hasPrefix("mz") || text.hasPrefix("#!")
    }

    private static func isMarkup(_ start: [UInt8]) -> Bool {
        let text = String(decoding: start, as: UTF8.self).lowercased()
        return ["<html", "<!doctype", "<svg", "<script"].contains(where: text.contains)
    }
}
