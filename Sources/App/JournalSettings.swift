import Foundation
import Journal
import PublicLog
import TransparencyLog

/// The log that the journal is: its keys, who witnesses it, and which logs of others are witnessed here.
public struct JournalSettings: Sendable, Hashable {
    /// The file of keys; empty: `journal.key` in the data directory on SQLite, none on PostgreSQL.
    private var keyPath = ""
    /// The name of the log when its key is made; empty: by the public address.
    private var origin = ""
    /// `ADDRESS VERIFIER-KEY` of each witness.
    private var witnesses: [String] = []
    /// The file of the key that this installation cosigns logs of others with; empty: it does not.
    private var witnessKeyPath = ""
    /// The verifier keys of the logs it cosigns.
    private var witnessedLogs: [String] = []

    /// The defaults.
    public init() {}

    static let names = [
        "journal_key", "journal_origin", "journal_witnesses", "witness_key", "witnessed_logs",
    ]

    mutating func set(_ name: String, _ value: String, _ mistakes: inout [String]) {
        switch name {
        case "journal_key": keyPath = value
        case "journal_origin":
            guard (try? Ed25519Signer(name: value)) != nil else {
                return mistakes.append("journal_origin 应为不带空格和加号的名称，如 minben.example.gov.cn/journal")
            }
            origin = value
        case "journal_witnesses": witnesses = Self.list(value)
        case "witness_key": witnessKeyPath = value
        default: witnessedLogs = Self.list(value)
        }
    }

    private static func list(_ value: String) -> [String] {
        value.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    func check(_ mistakes: inout [String]) {
        for text in witnesses where Self.witness(text) == nil {
            mistakes.append("journal_witnesses 的每一项应为“https://地址 公钥”，不是 \(text)")
        }
        for text in witnessedLogs where (try? NoteKey(text).verifier()) == nil {
            mistakes.append("witnessed_logs 的每一项应为日志的公钥，不是 \(text)")
        }
        if witnessedLogs.isEmpty != witnessKeyPath.isEmpty {
            mistakes.append("witness_key 和 witnessed_logs 要一起设置")
        }
    }

    private static func witness(_ text: String) -> RemoteWitness? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let url = URL(string: String(parts[0])), url.host() != nil,
            ["http", "https"].contains(url.scheme), let key = try? NoteKey(String(parts[1])).verifier()
        else { return nil }
        return RemoteWitness(
            url: String(parts[0].hasSuffix("/") ? parts[0].dropLast() : parts[0]), verifier: key)
    }
}

/// What the settings lead to.
extension JournalSettings {
    /// Who cosigns our checkpoints; nil when nobody does.
    func remoteWitnesses() -> RemoteWitnesses? {
        witnesses.isEmpty ? nil : RemoteWitnesses(witnesses.compactMap(Self.witness))
    }

    /// The key of the witness that this installation is; nil when it is none. Throws `KeyFileFault`.
    func cosignerKey() throws -> CosignerKey? {
        witnessKeyPath.isEmpty ? nil : try KeyFile(witnessKeyPath).cosignerKey()
    }

    /// The keys of the logs that this installation cosigns.
    var logsToWitness: [any NoteVerifier] { witnessedLogs.compactMap { try? NoteKey($0).verifier() } }

    /// Where the keys of the log lie; nil on PostgreSQL when none is named.
    func keyFile(in configuration: Configuration) -> KeyFile? {
        if !keyPath.isEmpty { return KeyFile(keyPath) }
        guard configuration.database.isEmpty else { return nil }
        return KeyFile(
            URL(fileURLWithPath: configuration.dataDirectory).appending(path: "journal.key").path)
    }

    /// What this node remembers of the log lies where it may write.
    func memory(in configuration: Configuration) -> CheckpointMemory {
        let folder = URL(fileURLWithPath: configuration.dataDirectory)
        return CheckpointMemory(folder.appending(path: "journal.checkpoint").path)
    }

    /// The keys of the log; on SQLite they are made at the first start.
    ///
    /// - Throws: `KeyFileFault`, or a ``ConfigurationError`` when the log has another name than it should.
    func keys(for configuration: Configuration) throws -> JournalKeys? {
        guard let file = keyFile(in: configuration) else { return nil }
        if !file.exists, keyPath.isEmpty {
            let name = origin.isEmpty ? Self.origin(at: configuration.publicURL) : origin
            try file.create([Ed25519Signer(name: name).secret])
        }
        let keys = try file.journalKeys()
        guard origin.isEmpty || origin == keys.origin else {
            throw ConfigurationError(mistakes: [
                "journal_origin 是 \(origin)，密钥文件 \(file.path) 却属于 \(keys.origin)"
            ])
        }
        return keys
    }

    /// The log is called after the public address.
    static func origin(at publicURL: String) -> String {
        let url = URL(string: publicURL)
        let host = url?.host() ?? "localhost"
        return url?.port.map { "\(host):\($0)/journal" } ?? "\(host)/journal"
    }
}

/// The journal's log as one node has it.
struct NodeLog: Sendable {
    /// What it signs and verifies with; nil: there is no log here.
    let keys: JournalKeys?
    /// What it remembers beside the database.
    let memory: CheckpointMemory?

    /// What the settings say, with keys made at the first start on SQLite.
    init(_ configuration: Configuration) throws {
        keys = try configuration.journal.keys(for: configuration)
        memory = configuration.journal.memory(in: configuration)
    }

    /// A log with a key of its own that nobody will ever see: for tests, and for looking at the routes.
    init(ephemeral name: String) throws {
        let signer = try Ed25519Signer(name: name)
        keys = try JournalKeys(signers: [signer], verifiers: [signer.key.verifier()])
        memory = nil
    }
}
