import Refusals
import Storage

extension Journal {
    static func insert(_ stored: StoredEntry, in transaction: Transaction) throws {
        let entry = stored.entry
        let actor = entry.actor
        try transaction.execute(
            """
            INSERT INTO journal_entry
                (id, at, actor_id, actor_name, actor_organ, actor_roles, action, subject, outcome, channel,
                 address, before_digest, after_digest, template, parameters, is_public, detail, salt, leaf_hash)
            VALUES (\(stored.id), \(entry.at), \(actor.accountID), \(actor.name), \(actor.organ),
                \(encodeJSON(actor.roles)), \(entry.action), \(entry.subject), \(entry.outcome),
                \(actor.channel), \(actor.address), \(entry.beforeDigest), \(entry.afterDigest),
                \(entry.sentence.template), \(encodeJSON(entry.sentence.parameters)), \(entry.isPublic),
                \(encodeJSON(entry.detail)), \(stored.salt), \(stored.leafHash))
            """)
    }
}

extension StoredEntry {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), entry: try JournalEntry(row), salt: try row.text("salt"),
            leafHash: try row.text("leaf_hash"), leafIndex: try row.optionalID("leaf_index"))
    }
}

extension JournalEntry {
    fileprivate init(_ row: Row) throws {
        self.init(
            at: try row.instant("at"), actor: try Actor(row), action: try row.text("action"),
            subject: try row.text("subject"), outcome: try row.value("outcome"),
            sentence: Sentence(template: try row.text("template"), parameters: try row.json("parameters")),
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
