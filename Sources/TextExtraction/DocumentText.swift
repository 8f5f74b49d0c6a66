import Dispatch
import Refusals

/// The words of a document that was uploaded, so that they can be searched and looked through.
public struct DocumentText: Sendable, Hashable {
    /// The formats whose words can be read.
    public enum Format: Sendable, Hashable, CaseIterable {
        /// Plain text, comma-separated values.
        case plain
        /// Word (docx, ISO/IEC 29500).
        case word
        /// Excel (xlsx, ISO/IEC 29500).
        case sheet
        /// 版式文档 (OFD, GB/T 33190).
        case ofd
        /// PDF (ISO 32000); needs `pdftotext` of poppler on the machine.
        case pdf
    }

    /// One archive at a time, and on no thread that answers requests: unfolding 200 MB takes a second.
    private static let workbench = DispatchQueue(label: "documents", qos: .utility)
    /// A larger part of an archive is not read.
    private static let partBytes = 40 << 20

    /// How many characters of a document are read.
    public static let limit = 300_000

    /// The words; nil where they cannot be read: a scan, a damaged part, a machine without a reader of PDF.
    public let words: String?

    /// Reads a document. Blocks no thread that others need while another program reads it.
    ///
    /// - Throws: ``DomainError/invalid(_:)`` for an archive that is damaged, or that unfolds to far more than a document
    ///   has.
    public static func read(_ bytes: [UInt8], as format: Format) async throws -> DocumentText {
        let text: String? =
            switch format {
            case .plain: PlainText.read(bytes)
            case .word: try await archived(bytes, .word) { $0.hasPrefix("word/") }
            case .sheet:
                try await archived(bytes, .sheet) { $0.hasPrefix("xl/") && !$0.hasPrefix("xl/styles") }
            case .ofd: try await archived(bytes, .ofd) { $0.hasSuffix("Content.xml") }
            case .pdf: await PDFText.read(bytes, limitBytes: limit * 3)
            }
        let words = text.map { String($0.prefix(limit)) }
        return DocumentText(words: words.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 })
    }

    /// Every part that may have words: text, heads and feet, notes, comments, cells.
    private static func archived(
        _ bytes: [UInt8], _ vocabulary: MarkupText.Vocabulary, _ isPart: @escaping @Sendable (String) -> Bool
    ) async throws -> String? {
        try await withCheckedThrowingContinuation { waiting in
            workbench.async {
                waiting.resume(with: Result { try unfolded(bytes, vocabulary, isPart) })
            }
        }
    }

    private static func unfolded(
        _ bytes: [UInt8], _ vocabulary: MarkupText.Vocabulary, _ isPart: (String) -> Bool
    ) throws -> String? {
        let archive = try ZIPArchive(bytes)
        try archive.requireBounded()
        var text = ""
        for entry in archive.entries where isPart(entry.name) && entry.name.hasSuffix(".xml") {
            guard let part = try? archive.bytes(of: entry, limitBytes: partBytes),
                let words = MarkupText.read(part, vocabulary, limit: limit)
            else { return nil }
            text += words + "\n"
            if text.utf8.count > limit * 3 { break }
        }
        return text
    }
}
