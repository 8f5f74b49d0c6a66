import Dispatch
import Refusals

/// Who an office document says has made it: names of people and companies in its properties, which nobody sees who only
/// reads it, and everybody who saves it can (docProps, ISO/IEC 29500-2).
public enum DocumentMakers {
    private static let workbench = DispatchQueue(label: "document properties", qos: .utility)
    private static let vocabulary = MarkupText.Vocabulary(
        words: ["creator", "lastModifiedBy", "Company", "Manager"],
        breaks: ["creator", "lastModifiedBy", "Company", "Manager"])
    private static let partBytes = 1 << 20
    /// So many characters of the properties are read.
    private static let limit = 2_000

    /// The names, each once, in their order; none for formats that have no such properties.
    ///
    /// - Throws: ``DomainError/invalid(_:)`` for an archive that is damaged.
    public static func read(_ bytes: [UInt8], as format: DocumentText.Format) async throws -> [String] {
        guard format == .word || format == .sheet else { return [] }
        return try await withCheckedThrowingContinuation { waiting in
            workbench.async { waiting.resume(with: Result { try names(in: bytes) }) }
        }
    }

    private static func names(in bytes: [UInt8]) throws -> [String] {
        let archive = try ZIPArchive(bytes)
        try archive.requireBounded()
        var names: [String] = []
        for entry in archive.entries
        where entry.name == "docProps/core.xml" || entry.name == "docProps/app.xml" {
            guard let part = try? archive.bytes(of: entry, limitBytes: partBytes) else { continue }
            let words = MarkupText.read(part, vocabulary, limit: limit) ?? ""
            for line in words.split(separator: "\n").map(String.init)
            where !line.allSatisfy(\.isWhitespace) && !names.contains(line) {
                names.append(line)
            }
        }
        return names
    }
}
