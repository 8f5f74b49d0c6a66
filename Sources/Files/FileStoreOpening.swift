import Foundation
import Storage

extension FileStore {
    /// Opens or creates a store whose contents lie in a folder of this machine. Throws when the folder cannot
    /// be made or is not writable.
    public init(root: URL, database: Database, limitBytes: Int = FileStore.defaultLimitBytes) throws {
        let contents = try ContentFolder(root: root)
        try self.init(root: root, contents: contents, database: database, limitBytes: limitBytes)
    }

    /// Opens a store whose contents lie in a bucket. Nothing is asked of the bucket before ``probe()``.
    ///
    /// - Parameter root: a folder of this machine, for uploads until they are complete.
    public init(
        root: URL, bucket: S3Address, credentials: S3Credentials, database: Database,
        limitBytes: Int = FileStore.defaultLimitBytes
    ) throws {
        let contents = S3Bucket(client: S3Client(address: bucket, credentials: credentials))
        try self.init(root: root, contents: contents, database: database, limitBytes: limitBytes)
    }

    init(root: URL, contents: any ContentStore, database: Database, limitBytes: Int) throws {
        self.limitBytes = limitBytes
        self.contents = contents
        self.incoming = root.appending(path: "incoming", directoryHint: .isDirectory)
        self.database = database
        try FileManager.default.createDirectory(at: incoming, withIntermediateDirectories: true)
    }

    /// Asks once whether contents can be kept and read. Throws ``UnusableStore``, with what is wrong.
    public func probe() async throws { try await contents.probe() }

    /// Ends the connections to where contents lie; nothing can be kept or read afterwards.
    public func close() async throws { try await contents.close() }
}
