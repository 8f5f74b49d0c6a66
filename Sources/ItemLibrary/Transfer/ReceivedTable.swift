import NIOCore
import Refusals
import Web

/// A table that was handed in as a file, with the lines of text sent beside it.
enum ReceivedTable {
    /// No line beside the file is longer, in bytes.
    private static let lineBytes = 200

    /// - Throws: `invalid` at `file` for none, or one that is too large.
    static func read(_ request: WebRequest) async throws -> (
        name: String, bytes: [UInt8], lines: [String: String]
    ) {
        let form = try await request.multipart(limitBytes: ItemSheet.limitBytes + 64 << 10)
        var (lines, file) = ([String: String](), (name: String, bytes: [UInt8])?.none)
        while let part = try await form.nextPart() {
            let isFile = part.name == "file" && part.filename?.isEmpty == false
            let most = isFile ? ItemSheet.limitBytes : lineBytes
            var bytes: [UInt8] = []
            for try await piece in part.chunks {
                bytes += piece.readableBytesView
                guard bytes.count <= most else {
                    throw DomainError.invalid("file", "文件超过 \(ItemSheet.limitBytes >> 20) MB，请分成几个文件导入。")
                }
            }
            if isFile {
                file = (String((part.filename ?? "").prefix(200)), bytes)
            } else {
                lines[part.name] = String(decoding: bytes, as: UTF8.self).trimmed
            }
        }
        guard let file else { throw DomainError.invalid("file", "请选择要导入的 .xlsx 或者 CSV 文件。") }
        return (file.name, file.bytes, lines)
    }
}
