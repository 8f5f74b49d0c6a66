import Refusals
import Storage

extension Journal {
    static let columns: [StaticString] = [
        "id", "at", "actor_id", "actor_name", "actor_organ", "actor_roles", "action", "subject", "outcome",
        "channel", "address", "before_digest", "after_digest", "template", "parameters", "is_public",
        "detail",
        "salt", "leaf_hash",
    ]

    private static let columnList = SQL.joined(columns.map { SQL(stringLiteral: $0) }, ", ")

    static func insert(_ entries: [StoredEntry], in transaction: Transaction) throws {
        try transaction.send(
            "INSERT INTO journal_entry (\(columnList)) VALUES",
            rows: entries.map { "\(list: try values(of: $0))" })
    }

    /// The values of an entry's columns, in their order.
    static func values(of stored: StoredEntry) throws -> [SQLValue] {
        let entry = stored.entry
        let actor = entry.actor
        let values: [(any SQLConvertible)?] = [
            stored.id, entry.at, actor.accountID, actor.name, actor.organ, try encodeJSON(actor.roles),
            entry.action, entry.subject, entry.outcome.rawValue, actor.channel, actor.address,
            entry.beforeDigest, entry.afterDigest, entry.sentence.template,
            try encodeJSON(entry.sentence.parameters), entry.isPublic, try encodeJSON(entry.detail),
            stored.salt, stored.leafHash,
        ]
        return values.map { $0?.sqlValue ?? .null }
    }
}

extension StoredEntry {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), entry: try JournalEntry(row), salt: try row.text("salt"),
            leafHash: try row.text("leaf_hash"), leafIndex: try row.optionalID("leaf_index"),
            erasedAt: try row.optionalInstant("erased_at"))
    }
}

extension JournalEntry {
    /// What stands in place of a sentence whose parameters were erased.
    static let erasedSentence: Sentence = "这条记录中的个人信息已依法删除。"

    fileprivate init(_ row: Row) throws {
        let isErased = try row.optionalID("erased_at") != nil
        self.init(
            at: try row.instant("at"), actor: try Actor(row), action: try row.text("action"),
            subject: try row.text("subject"), outcome: try row.value("outcome"),
            sentence: isErased
                ? Self.erasedSentence
                : Sentence(template: try row.text("template"), parameters: try row.json("parameters")),
            isPublic: try row.bool("is_public"), beforeDigest: try row.optionalText("before_digest"),
            afterDigest: try row.optionalText("after_digest"), detail: try row.json("detail"))
    }
}

extension Actor {
    fileprivate init(_ row: Row) throws {
        self.init(
            accountID: try row.id("actor_id"), name: try row.text("actor_name"),
            organ: try row.optionalText("actor_organ"), roles: try row.json("actor_roles"),
            channel: try row.text("channel"), address: try row.text("address"))
    }
}
