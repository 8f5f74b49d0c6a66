import AsyncHTTPClient
import Foundation
import Modules
import NIOCore
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Files

/// Where a store under test keeps its contents: always in a folder, and in a bucket too when MINBEN_TEST_S3
/// names the endpoint of an S3-compatible store.
enum Shelf: String, Sendable, CustomTestStringConvertible {
    case folder
    case bucket

    static let endpoint = ProcessInfo.processInfo.environment["MINBEN_TEST_S3"]
    static let all: [Shelf] = endpoint == nil ? [.folder] : [.folder, .bucket]

    var testDescription: String { rawValue }

    func contents(in root: URL) async throws -> any ContentStore {
        switch self {
        case .folder: return try ContentFolder(root: root)
        case .bucket:
            let bucket = "minben-\(UUID().uuidString.lowercased())"
            let client = S3Client(
                address: try address(bucket, at: #require(Self.endpoint)), credentials: testCredentials,
                retrying: Impatience().retrying)
            try await client.outcome(of: S3Request(method: "PUT", path: "/\(bucket)"))
            return S3Bucket(client: client)
        }
    }
}

let testCredentials = S3Credentials(accessKey: "minben", secretKey: "nobody-may-see-this")

func address(_ bucket: String, at endpoint: String) throws -> S3Address {
    var mistakes: [String] = []
    let address = S3Address("s3://\(bucket)?endpoint=\(endpoint)", mistakes: &mistakes)
    return try #require(address, "\(mistakes)")
}

/// A file store of its own, removed afterwards.
///
/// - Parameter around: puts another store around the real one, to disturb it.
func withFileStore(
    on shelf: Shelf = .folder, limitBytes: Int = 1 << 20,
    around: (any ContentStore) -> any ContentStore = { $0 },
    _ body: (FileStore, Database, URL) async throws -> Void
) async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "minben-files-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let database = try await TestDatabase.make()
    let contents = around(try await shelf.contents(in: root))
    let store = try FileStore(root: root, contents: contents, database: database, limitBytes: limitBytes)
    try await database.migrate(Module.files(store).migrations)
    try await body(store, database, root)
    try await store.close()
}

extension FileStore {
    /// What somebody who reads the upload gets.
    func bytes(of file: StoredFile) async throws -> [UInt8] {
        let readable = try await database.read {
            try self.file(file.id, for: .owner(accountID: file.ownerID), in: $0)
        }
        return try await [UInt8](readable.open())
    }

    /// Where contents lie, from the store's root.
    func places(under root: URL) async throws -> [String] {
        guard let bucket = ((contents as? Disturbed)?.base ?? contents) as? S3Bucket else {
            let all = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
            return all.filter { ($0 as NSString).lastPathComponent.count >= 64 }
        }
        let list = S3Request(
            method: "GET", path: "/\(bucket.client.address.bucket)", query: ["list-type": "2"])
        let text = String(buffer: try await bucket.client.answer(to: list).body.collect(upTo: 1 << 20))
        return text.matches(of: /<Key>([^<]*)<\/Key>/).map { String($0.1) }
    }
}

extension [UInt8] {
    init(_ content: ContentStream) async throws {
        self = []
        for try await piece in content.pieces { append(contentsOf: piece.readableBytesView) }
    }
}
