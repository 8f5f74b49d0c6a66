import Foundation
import TransparencyLog

/// A file of keys on the disk of a node. Whoever owns the database must not be able to sign, so secrets are never in it.
public struct KeyFile: Sendable, Hashable {
    /// Where it lies.
    public let path: String

    /// A file that may or may not be there.
    public init(_ path: String) { self.path = path }

    /// Whether there is such a file.
    public var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// Its text.
    ///
    /// - Throws: ``KeyFileFault`` when it cannot be read, or others than its owner may read a secret in it.
    public func text() throws -> String {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw KeyFileFault.unreadable(path)
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let permissions = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0
        guard !text.contains(SecretText.prefix) || permissions & 0o077 == 0 else {
            throw KeyFileFault.open(path)
        }
        return text
    }

    /// The keys of the journal that lie in it.
    ///
    /// - Throws: ``KeyFileFault``.
    public func journalKeys() throws -> JournalKeys {
        let text = try text()
        do { return try JournalKeys(text) } catch let fault as LogFault {
            throw KeyFileFault.malformed(path, fault)
        }
    }

    /// The key of a witness that lies in it.
    ///
    /// - Throws: ``KeyFileFault``.
    public func cosignerKey() throws -> CosignerKey {
        let line = try text().split(whereSeparator: \.isNewline).first { !$0.hasPrefix("#") }
        do { return try CosignerKey(secret: line.map(String.init) ?? "") } catch {
            throw KeyFileFault.malformed(path, .malformedKey)
        }
    }

    /// Writes a new file of mode 0600 with these lines; another one of this name is never written over.
    ///
    /// - Throws: ``KeyFileFault/unwritable(_:)``.
    public func create(_ lines: [String]) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else { throw KeyFileFault.unwritable(path) }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(lines.map { $0 + "\n" }.joined().utf8))
            try handle.synchronize()
        } catch { throw KeyFileFault.unwritable(path) }
    }
}

/// Why a file of keys cannot be used.
public enum KeyFileFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// It is not there, or may not be read.
    case unreadable(String)
    /// Others may read the secret.
    case open(String)
    /// What stands in it are no keys.
    case malformed(String, LogFault)
    /// It cannot be made, or is there already.
    case unwritable(String)

    /// For the operator.
    public var description: String {
        switch self {
        case .unreadable(let path): "密钥文件 \(path) 不存在或读不到。"
        case .open(let path): "密钥文件 \(path) 里有私钥，却允许其他用户读取：请先 chmod 600。"
        case .malformed(let path, let fault): "密钥文件 \(path)：\(fault.sentence)"
        case .unwritable(let path): "密钥文件 \(path) 写不了，或者已经有了。"
        }
    }
}
