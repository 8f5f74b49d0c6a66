import Files
import Foundation
import ServiceLifecycle
import Storage

/// Where the contents of uploads lie: in the data directory, or in a bucket that several nodes share.
public struct FilesSettings: Sendable, Hashable {
    /// The bucket; `nil` when contents lie in the data directory.
    public private(set) var bucket: S3Address?
    /// Who we are to the bucket's store.
    public private(set) var credentials = S3Credentials(accessKey: "", secretKey: "")
    /// Whether a bucket was asked for, even in words that cannot be read.
    private var isBucketNamed = false

    /// Contents in the data directory.
    public init() {}

    static let names = ["files", "files_access_key", "files_secret_key"]

    mutating func set(_ name: String, _ value: String, _ mistakes: inout [String]) {
        switch name {
        case "files":
            isBucketNamed = !value.isEmpty
            bucket = value.isEmpty ? nil : S3Address(value, mistakes: &mistakes)
        case "files_access_key": credentials.accessKey = value
        case "files_secret_key": credentials.secretKey = value
        default: mistakes.append("\(name) 不是已知的设置")
        }
    }

    func check(_ mistakes: inout [String]) {
        let keys = [credentials.accessKey, credentials.secretKey]
        if isBucketNamed, keys.contains("") {
            mistakes.append("files 为 s3:// 时，files_access_key 和 files_secret_key 都要设置")
        } else if !isBucketNamed, keys != ["", ""] {
            mistakes.append("files_access_key 和 files_secret_key 只与 files 一起使用")
        }
    }

    /// Opens the store of files, and asks a bucket once whether it can be used.
    ///
    /// - Parameter folder: where contents lie when there is no bucket, and uploads until they are complete.
    /// - Throws: `UnusableStore` with what is wrong.
    func open(_ folder: URL, database: Database) async throws -> FileStore {
        guard let bucket else { return try FileStore(root: folder, database: database) }
        let store = try FileStore(
            root: folder, bucket: bucket, credentials: credentials, database: database)
        try await store.probe()
        return store
    }
}

/// Ends the connections to where contents lie, once nothing reads from there any more.
struct FilesClosing: Service {
    let files: FileStore

    func run() async throws {
        try? await gracefulShutdown()
        try await files.close()
    }
}
