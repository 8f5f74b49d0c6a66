import Storage
import WorkingTime

/// The SQL of templates.
enum PaperStore {
    static func inForce(in tx: Transaction) throws -> [PaperVersion] {
        try tx.rows(
            """
            SELECT p.* FROM paper_template p WHERE p.state = 'published' AND p.version =
                (SELECT max(m.version) FROM paper_template m WHERE m.form = p.form AND m.state = 'published')
            ORDER BY p.form LIMIT 100
            """
        ).compactMap(PaperVersion.init)
    }

    /// The versions of a form, the newest first.
    static func versions(of form: PaperForm, in tx: Transaction) throws -> [PaperVersion] {
        try tx.rows("SELECT * FROM paper_template WHERE form = \(form) ORDER BY version DESC LIMIT 100")
            .compactMap(PaperVersion.init)
    }

    /// Every draft there is: at most one of each form.
    static func drafts(in tx: Transaction) throws -> [PaperVersion] {
        try tx.rows("SELECT * FROM paper_template WHERE state = 'draft' ORDER BY form LIMIT 100")
            .compactMap(PaperVersion.init)
    }

    static func insert(_ version: PaperVersion, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO paper_template (form, version, state, title, body, revision, edited_by, edited_by_name,
                edited_at)
            VALUES (\(version.template.form), \(version.version), \(version.state), \(version.template.title),
                \(version.template.words), \(version.revision), \(version.editedBy.accountID),
                \(version.editedBy.name), \(version.editedAt))
            """)
    }

    static func update(_ version: PaperVersion, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE paper_template
            SET state = \(version.state), title = \(version.template.title), body = \(version.template.words),
                revision = \(version.revision), edited_by = \(version.editedBy.accountID),
                edited_by_name = \(version.editedBy.name), edited_at = \(version.editedAt),
                published_by = \(version.publishedBy?.accountID),
                published_by_name = \(version.publishedBy?.name), published_at = \(version.publishedAt)
            WHERE form = \(version.template.form) AND version = \(version.version)
            """)
    }
}

extension PaperVersion {
    /// `nil` for a form that a newer program knows and this one does not.
    init?(_ row: Row) throws {
        guard let form = PaperForm(rawValue: try row.text("form")) else { return nil }
        let publisher = try row.optionalID("published_by")
        let publisherName = try row.optionalText("published_by_name") ?? ""
        self.init(
            template: PaperTemplate(form: form, title: try row.text("title"), text: try row.text("body")),
            version: try row.int("version"), state: try row.value("state"),
            revision: try row.int("revision"),
            editedBy: Signatory(accountID: try row.id("edited_by"), name: try row.text("edited_by_name")),
            editedAt: try row.instant("edited_at"),
            publishedBy: publisher.map { Signatory(accountID: $0, name: publisherName) },
            publishedAt: try row.optionalInstant("published_at"))
    }
}
