import Files
import Identity
import Refusals
import Storage
import WorkingTime

/// The SQL of the files of editions.
enum EnclosureStore {
    static let missing = DomainError.notFound("没有找到这个文件，可能已经撤下。")

    /// The files of an edition, the oldest first.
    static func files(of edition: Int64, in tx: Transaction) throws -> [Enclosure] {
        try tx.rows(
            "SELECT * FROM content_file WHERE edition_id = \(edition) ORDER BY file_id LIMIT 100"
        ).map(Enclosure.init)
    }

    /// The files of what everybody reads of a document, the oldest first.
    static func published(of document: Int64) -> SQL {
        """
        SELECT f.* FROM content_document d JOIN content_file f ON f.edition_id = d.live_edition_id
        WHERE d.id = \(document) ORDER BY f.file_id LIMIT 100
        """
    }

    static func insert(_ file: Enclosure, of edition: Int64, words: String?, in tx: Transaction) throws {
        let image = file.image
        let makers: String? = file.makers.isEmpty ? nil : file.makers.joined(separator: "\n")
        try tx.execute(
            """
            INSERT INTO content_file (edition_id, file_id, kind, case_number, name, media_type, size, alt, width, height,
                small_id, small_width, makers, added_by, added_at)
            VALUES (\(edition), \(file.fileID), \(file.kind), \(file.caseNumber), \(file.name), \(file.mediaType),
                \(file.size), \(image?.alt), \(image?.width), \(image?.height), \(image?.small?.fileID),
                \(image?.small?.width), \(makers), \(file.addedBy), \(file.addedAt))
            """)
        guard let words else { return }
        try tx.execute("INSERT INTO content_file_words (file_id, words) VALUES (\(file.fileID), \(words))")
    }

    /// Gives an edition the files of the one it begins from.
    static func copy(from earlier: Int64, to edition: Int64, by account: Int64, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO content_file (edition_id, file_id, kind, case_number, name, media_type, size, alt, width, height,
                small_id, small_width, makers, added_by, added_at)
            SELECT CAST(\(edition) AS BIGINT), file_id, kind, case_number, name, media_type, size, alt, width, height,
                small_id, small_width, makers, CAST(\(account) AS BIGINT), added_at
            FROM content_file WHERE edition_id = \(earlier)
            """)
    }

    /// Takes a file out of an edition. Throws `notFound`.
    static func remove(_ file: Int64, from edition: Int64, in tx: Transaction) throws -> Enclosure {
        let row = try tx.row(
            "DELETE FROM content_file WHERE edition_id = \(edition) AND file_id = \(file) RETURNING *")
        guard let row else { throw missing }
        return try Enclosure(row)
    }

    static func forgetWords(of file: Int64, in tx: Transaction) throws {
        try tx.execute("DELETE FROM content_file_words WHERE file_id = \(file)")
    }

    /// The words of the attachments of an edition, by their names; nil where none could be read.
    static func words(of edition: Int64, in tx: Transaction) throws -> [(name: String, words: String?)] {
        try tx.rows(
            """
            SELECT f.name, w.words FROM content_file f LEFT JOIN content_file_words w ON w.file_id = f.file_id
            WHERE f.edition_id = \(edition) AND f.kind = 'attachment' ORDER BY f.file_id LIMIT 100
            """
        ).map { (try $0.text("name"), try $0.optionalText("words")) }
    }

    /// A file of a document that is out. Throws `notFound`.
    static func published(_ file: Int64, _ kind: Enclosure.Kind, in tx: Transaction) throws -> Enclosure {
        let row = try tx.row(
            """
            SELECT f.* FROM content_file f JOIN content_edition e ON e.id = f.edition_id
            JOIN content_document d ON d.id = e.document_id AND d.live_edition_id = e.id
            WHERE f.file_id = \(file) AND f.kind = \(kind) LIMIT 1
            """)
        guard let row else { throw missing }
        return try Enclosure(row)
    }

    /// A file of an edition the viewer may see. Throws `notFound`.
    static func file(_ id: Int64, _ kind: Enclosure.Kind, for viewer: Viewer, in tx: Transaction) throws
        -> Enclosure
    {
        let row = try tx.row(
            """
            SELECT f.* FROM content_file f JOIN content_edition e ON e.id = f.edition_id
            WHERE f.file_id = \(id) AND f.kind = \(kind) AND \(viewer.mayReadEdition) LIMIT 1
            """)
        guard let row else { throw missing }
        return try Enclosure(row)
    }
}

extension Enclosure {
    init(_ row: Row) throws {
        var image: Image?
        if let alt = try row.optionalText("alt") {
            var small: Image.Small?
            if let id = try row.optionalID("small_id"), let width = try row.optionalInt("small_width") {
                small = Image.Small(fileID: id, width: width)
            }
            image = Image(alt: alt, width: try row.int("width"), height: try row.int("height"), small: small)
        }
        self.init(
            fileID: try row.id("file_id"), caseNumber: try row.text("case_number"),
            name: try row.text("name"),
            mediaType: try row.value("media_type"), size: try row.int("size"), image: image,
            makers: try row.optionalText("makers").map { $0.split(separator: "\n").map(String.init) } ?? [],
            addedBy: try row.id("added_by"), addedAt: try row.instant("added_at"))
    }
}
