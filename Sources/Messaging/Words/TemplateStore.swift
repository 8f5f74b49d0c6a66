import Refusals
import Storage
import WorkingTime

/// The versions of templates.
public enum TemplateStore {
    /// Whose the house's own templates are.
    public static let house: Int64 = 0
    /// How many templates one owner may have.
    static let limit = 500

    /// What somebody publishes.
    public struct Draft: Sendable {
        let key: String
        let programID: Int64
        let channel: OutwardChannel?
        let name: String
        let texts: TemplateTexts

        /// A version about to be published.
        public init(
            key: String, programID: Int64 = TemplateStore.house, channel: OutwardChannel? = nil, name: String,
            texts: TemplateTexts
        ) {
            (self.key, self.programID, self.channel) = (key, programID, channel)
            (self.name, self.texts) = (name, texts)
        }
    }

    /// What is in force of one owner, by key.
    public static func current(of programID: Int64, in tx: Transaction) throws -> [TemplateVersion] {
        try tx.rows(
            """
            SELECT * FROM message_template WHERE program_id = \(programID) AND is_current = 1
            ORDER BY key LIMIT \(limit)
            """
        ).map(TemplateVersion.init)
    }

    /// One version; nil for the version means the one in force.
    public static func version(
        _ version: Int?, of key: String, programID: Int64, in tx: Transaction
    ) throws -> TemplateVersion? {
        let which: SQL = version.map { "version = \($0)" } ?? "is_current = 1"
        return try tx.row(
            "SELECT * FROM message_template WHERE program_id = \(programID) AND key = \(key) AND \(which)"
        ).map(TemplateVersion.init)
    }

    /// All versions of one template, the newest first.
    public static func versions(of key: String, programID: Int64, in tx: Transaction) throws
        -> [TemplateVersion]
    {
        try tx.rows(
            """
            SELECT * FROM message_template WHERE program_id = \(programID) AND key = \(key)
            ORDER BY version DESC LIMIT 50
            """
        ).map(TemplateVersion.init)
    }

    /// Publishes the next version and takes back the one before.
    ///
    /// - Returns: the version's number.
    /// - Throws: `conflict` when the owner has too many templates.
    public static func publish(
        _ draft: Draft, by account: Int64, _ publisher: String, at now: Instant, in tx: Transaction
    ) throws -> Int {
        try tx.exclude("message-template")
        let last = try versions(of: draft.key, programID: draft.programID, in: tx).first?.version ?? 0
        if last == 0, try current(of: draft.programID, in: tx).count >= limit {
            throw DomainError.conflict("模板已满 \(limit) 个，不能再增加。")
        }
        try retire(draft.key, programID: draft.programID, in: tx)
        try tx.execute(
            """
            INSERT INTO message_template (id, key, version, program_id, channel, name, in_site, sms, mail_subject,
                mail, published_at, published_by, publisher, is_current)
            VALUES (\(tx.ids.next()), \(draft.key), \(last + 1), \(draft.programID), \(draft.channel), \(draft.name),
                \(draft.texts.inSite.text), \(draft.texts.sms.text), \(draft.texts.mailSubject.text),
                \(draft.texts.mail.text), \(now), \(account), \(publisher), 1)
            """)
        try tx.announce(TemplateBook.topic)
        return last + 1
    }

    /// Takes the version in force back: a sentence of the house then says again what was delivered.
    public static func retire(_ key: String, programID: Int64 = house, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE message_template SET is_current = 0
            WHERE program_id = \(programID) AND key = \(key) AND is_current = 1
            """)
        try tx.announce(TemplateBook.topic)
    }
}

extension TemplateVersion {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), key: try row.text("key"), version: try row.int("version"),
            programID: try row.id("program_id"),
            channel: try row.optionalText("channel").flatMap(OutwardChannel.init),
            name: try row.text("name"),
            texts: TemplateTexts(
                inSite: try row.text("in_site"), sms: try row.text("sms"),
                mailSubject: try row.text("mail_subject"), mail: try row.text("mail")),
            publishedAt: try row.instant("published_at"), publisher: try row.text("publisher"),
            isCurrent: try row.bool("is_current"))
    }
}
