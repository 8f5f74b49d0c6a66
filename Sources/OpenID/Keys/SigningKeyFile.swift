import Foundation

/// The file of the provider's keys. Whoever has the database must not be able to sign, so they are never in it.
struct SigningKeyFile: Sendable {
    let path: String

    /// What changes when somebody writes it.
    struct Mark: Sendable, Equatable {
        let modified: Date?
        let number: UInt64?
    }

    var mark: Mark {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return Mark(
            modified: attributes?[.modificationDate] as? Date,
            number: (attributes?[.systemFileNumber] as? NSNumber)?.uint64Value)
    }

    /// The keys; nil when there is no file.
    /// - Throws: ``SigningKeyFault``.
    func read() throws -> [SigningKey]? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let permissions = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
        guard permissions & 0o077 == 0 else { throw SigningKeyFault.open(path) }
        guard let data = FileManager.default.contents(atPath: path),
            let keys = try? JSONDecoder().decode([SigningKey].self, from: data)
        else { throw SigningKeyFault.unreadable(path) }
        return keys
    }

    /// Puts these keys in place of the others, at once or not at all.
    /// - Throws: ``SigningKeyFault/unwritable(_:)``.
    func write(_ keys: [SigningKey]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let draft = "\(path).\(UUID().uuidString)"
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else { throw SigningKeyFault.unwritable(path) }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: encoder.encode(keys))
            try handle.synchronize()
        } catch { throw SigningKeyFault.unwritable(path) }
        guard rename(draft, path) == 0 else {
            unlink(draft)
            throw SigningKeyFault.unwritable(path)
        }
    }
}

/// Why the provider's keys cannot be used.
public enum SigningKeyFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Others may read the file.
    case open(String)
    /// What stands in it are no keys.
    case unreadable(String)
    /// It cannot be written.
    case unwritable(String)
    /// It was named, but is not there.
    case missing(String)

    /// For the operator.
    public var description: String {
        switch self {
        case .open(let path): "统一登录的密钥文件 \(path) 允许其他用户读取：请先 chmod 600。"
        case .unreadable(let path): "统一登录的密钥文件 \(path) 读不出密钥，请从备份恢复。"
        case .unwritable(let path): "统一登录的密钥文件 \(path) 写不了。"
        case .missing(let path): "没有统一登录的密钥文件 \(path)：各节点要用同一个文件，请先在一个节点生成再复制。"
        }
    }
}
