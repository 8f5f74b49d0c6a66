import BusinessProcess
import Crypto
import Foundation
import Journal
import Refusals
import Storage
import WorkingTime

/// A process that comes with the program, under the version its author gave it.
struct DeliveredProcess {
    private let file: ProcessFile
    private let key: ProcessKey

    /// - Throws: `ProcessError` when it cannot be executed, ``ChangedProcess`` when its version is no whole number.
    init(_ data: Data) throws {
        let text = String(decoding: data, as: UTF8.self)
        file = Self.read.value(of: Int64(text.hashValue), [text]) { ProcessFile(data, calling: [:]) }
        guard let definition = file.definition else { throw ProcessError.notExecutable(file.findings) }
        guard let version = Int(definition.version) else { throw ChangedProcess(id: definition.id) }
        key = ProcessKey(id: definition.id, version: version)
    }

    /// Files come with the program: read once, however many houses are opened in it, as tests open thousands.
    private static let read = Recalled<ProcessFile>(limit: 64)

    /// Publishes it, unless it is published already or the district has gone its own way.
    func publish(at now: Instant, in tx: Transaction) throws {
        let known = try tx.rows(
            "SELECT version, digest, published_by FROM process_definition WHERE id = \(key.id)")
        guard try known.allSatisfy({ try $0.optionalID("published_by") == nil }) else { return }
        if let same = try known.first(where: { try $0.int("version") == key.version }) {
            guard try same.text("digest") == file.digest else { throw ChangedProcess(id: key.id) }
            return
        }
        try file.insert(key, by: nil, at: now, in: tx)
    }
}

extension ProcessFile {
    var digest: String { Hexadecimal.text(SHA256.hash(data: Data(xml.utf8))) }

    /// Publishes the file as the next version of its process: from now on new cases begin on it.
    ///
    /// - Parameter seen: the version in use it was compared with, 0 where there was none; nil where nobody compared.
    /// - Returns: the version.
    /// - Throws: `conflict` when it cannot be executed, says the same as the version in use, or another version has
    ///   come into use since.
    public func publish(over seen: Int? = nil, by actor: Actor, at now: Instant, in tx: Transaction) throws
        -> Int
    {
        guard let definition else { throw DomainError.conflict("这个流程还有问题，不能发布。") }
        try tx.exclude(ProcessLibrary.topic)
        let versions = try tx.rows(
            """
            SELECT version, digest, retired_at FROM process_definition
            WHERE id = \(definition.id) ORDER BY version DESC
            """)
        let current = try versions.first { try $0.optionalInstant("retired_at") == nil }
        let number = try current?.int("version") ?? 0
        if let current, try current.text("digest") == digest {
            throw DomainError.conflict("与现行的第 \(number) 版相同，不需要发布。")
        }
        guard seen.map({ $0 == number }) ?? true else {
            throw DomainError.conflict("现行的已是第 \(number) 版，不是您看到的那一版。请重新打开这一页，看过改动再批准。")
        }
        let key = ProcessKey(id: definition.id, version: (try versions.first?.int("version") ?? 0) + 1)
        try insert(key, by: actor.accountID, at: now, in: tx)
        return key.version
    }

    func insert(_ key: ProcessKey, by account: Int64?, at now: Instant, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO process_definition (id, version, name, digest, xml, calls, published_at, published_by)
            VALUES (\(key.id), \(key.version), \(definition?.name ?? ""), \(digest), \(xml),
                \(try encodeJSON(calls)), \(now), \(account))
            """)
        try tx.announce(ProcessLibrary.topic)
    }
}

extension ProcessLibrary {
    /// Takes a version out of use: no new case begins on it, cases under way finish on it.
    ///
    /// - Throws: `notFound`; `conflict` when it is retired already, or no other version would be left to begin on.
    public static func retire(_ key: ProcessKey, at now: Instant, in tx: Transaction) throws {
        try tx.exclude(topic)
        let versions = try PublishedProcess.versions(of: key.id, in: tx)
        guard let version = versions.first(where: { $0.key == key }) else {
            throw DomainError.notFound("没有流程的这个版本。")
        }
        guard !version.isRetired else { throw DomainError.conflict("第 \(key.version) 版已经停用。") }
        guard versions.contains(where: { $0.key != key && !$0.isRetired }) else {
            throw DomainError.conflict("只剩这一版在用，停用以后没有流程可走。请先发布新版。")
        }
        try tx.execute(
            """
            UPDATE process_definition SET retired_at = \(now) WHERE id = \(key.id) AND version = \(key.version)
            """)
        try tx.announce(topic)
    }
}

/// A published process file was edited, or its `minben:version` is not a whole number: give it a new version.
public struct ChangedProcess: Error, CustomStringConvertible {
    /// The process.
    public let id: String
    /// For the log.
    public var description: String { "process \(id) was changed without a new minben:version" }
}
