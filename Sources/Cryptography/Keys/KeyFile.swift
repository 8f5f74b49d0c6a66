import Foundation

/// A ring in a file that only its owner may read.
public struct KeyFile: KeySource {
    /// Where it is.
    public let path: String
    private let wrapping: any KeyWrapping

    /// The file at a path.
    ///
    /// - Parameter wrapping: what its secrets are wrapped with.
    public init(path: String, wrapping: any KeyWrapping = Unwrapped()) {
        (self.path, self.wrapping) = (path, wrapping)
    }

    /// The ring; nil when there is no file.
    /// - Throws: ``CryptographyError/keyring(_:)`` when others may read it, or when it is damaged.
    public func read() throws -> Keyring? {
        let handle = open(path, O_RDONLY | O_CLOEXEC)
        guard handle >= 0 else {
            if errno == ENOENT { return nil }
            throw Self.failure("打不开", path)
        }
        defer { close(handle) }
        try checkMode(of: handle)
        guard var data = try? FileHandle(fileDescriptor: handle, closeOnDealloc: false).readToEnd() else {
            throw CryptographyError.keyring("\(path) 是空的。")
        }
        defer { data.withUnsafeMutableBytes { Secret.erase($0) } }
        guard let text = try? JSONDecoder().decode(KeyringText.self, from: data) else {
            throw CryptographyError.keyring("\(path) 不是密钥环文件。")
        }
        return try text.ring(wrapping: wrapping)
    }

    /// Keeps a new ring, unless there is a file already.
    public func create(_ ring: Keyring) throws -> Bool {
        let draft = try write(ring)
        defer { unlink(draft) }
        if link(draft, path) == 0 { return true }
        guard errno == EEXIST else { throw Self.failure("写不进", path) }
        return false
    }

    /// Keeps a changed ring; whoever reads meanwhile sees the old one or the new one.
    public func replace(with ring: Keyring) throws {
        let draft = try write(ring)
        guard rename(draft, path) == 0 else {
            defer { unlink(draft) }
            throw Self.failure("写不进", path)
        }
    }

    /// Writes beside the file, on the disk when it returns.
    private func write(_ ring: Keyring) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        var data = try encoder.encode(KeyringText(ring, wrapping: wrapping))
        defer { data.withUnsafeMutableBytes { Secret.erase($0) } }
        let draft = "\(path).\(Hexadecimal.text(try Randomness.bytes(6)))"
        let handle = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard handle >= 0 else { throw Self.failure("写不进", path) }
        defer { close(handle) }
        do {
            try FileHandle(fileDescriptor: handle, closeOnDealloc: false).write(contentsOf: data)
        } catch { throw Self.failure("写不进", path) }
        guard fsync(handle) == 0 else { throw Self.failure("写不进", path) }
        return draft
    }

    private func checkMode(of handle: Int32) throws {
        var status = stat()
        guard fstat(handle, &status) == 0 else { throw Self.failure("打不开", path) }
        guard status.st_mode & 0o077 == 0 else {
            throw CryptographyError.keyring("\(path) 别人也能读，请先执行 chmod 600。")
        }
    }

    private static func failure(_ what: String, _ path: String) -> CryptographyError {
        .keyring("\(path) \(what)：\(String(cString: strerror(errno)))")
    }
}
