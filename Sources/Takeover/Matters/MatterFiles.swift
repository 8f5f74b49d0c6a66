import CSV
import Files
import NIOCore
import Refusals
import TextExtraction
import WorkingTime

/// The files beside a table of cases, loose or in archives, as a row names them: `0301/营业执照.pdf`.
struct MatterFiles: Sendable {
    /// One that was kept.
    struct Kept: Sendable, Hashable, Codable {
        let id: Int64
        let name: String
    }

    private var loose: [String: [UInt8]] = [:]
    private var archives: [ArchivedFiles] = []

    /// Takes them in; archives are opened, and nothing is kept yet.
    ///
    /// - Throws: `invalid` at the field `files` for an archive that cannot be read.
    init(_ files: [Upload.File]) throws {
        for (name, bytes) in files {
            guard name.lowercased().hasSuffix(".zip") else {
                loose[name] = bytes
                continue
            }
            do {
                archives.append(
                    try ArchivedFiles(bytes) { CSVEncoding.utf8.text($0) ?? CSVEncoding.gb18030.text($0) })
            } catch DomainError.invalid(let errors) {
                throw UploadedTables.refusal(
                    "“\(name)”：\(errors.first?.sentence.chinese ?? "读不出里面的内容。")")
            }
        }
    }

    /// Keeps what a row names, judged by its content as every upload is; what is missing or not let in is a fault of the
    /// row.
    func keep(_ row: inout MatterRow, in store: FileStore, owner: Int64, at now: Instant) async throws {
        for path in row.paths {
            do {
                guard let bytes = try bytes(of: path, limitBytes: store.limitBytes) else {
                    row.fault = "没有上传文件“\(path.prefix(80))”。"
                    continue
                }
                let file = try await store.receive(
                    name: path, chunks: OnePiece(bytes), owner: owner, now: now)
                row.files = (row.files ?? [:]).merging([path: Kept(id: file.id, name: file.name)]) { $1 }
            } catch DomainError.invalid(let errors) {
                row.fault = "文件“\(path.prefix(80))”：\(errors.first?.sentence.chinese ?? "不能上传。")"
            } catch DomainError.tooLarge(let sentence) {
                row.fault = "文件“\(path.prefix(80))”：\(sentence.chinese)"
            }
        }
    }

    private func bytes(of path: String, limitBytes: Int) throws -> [UInt8]? {
        if let found = loose[path] { return found }
        for archive in archives {
            if let found = try archive.bytes(of: path, limitBytes: limitBytes) { return found }
        }
        return nil
    }
}

/// Bytes at hand, as an upload arrives.
private struct OnePiece: AsyncSequence, Sendable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    struct Iterator: AsyncIteratorProtocol {
        var rest: [UInt8]?

        mutating func next() async -> ByteBuffer? {
            defer { rest = nil }
            return rest.map { ByteBuffer(bytes: $0) }
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(rest: bytes) }
}
