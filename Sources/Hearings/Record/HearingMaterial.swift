import Files
import Refusals
import Storage
import WorkingTime

/// A material of a hearing: words, a file, or both.
struct HearingMaterial: Sendable, Hashable {
    /// What is published as it was uploaded.
    struct Enclosed: Sendable, Hashable {
        let id: Int64
        let name: String
        let size: Int
    }

    /// 0 before it is kept.
    var id: Int64 = 0
    let title: String
    let words: String
    let publishedAt: Instant
    var file: Enclosed?

    /// - Throws: `invalid` at the fields.
    func check() throws {
        var errors: [FieldError] = []
        if !(2...80).contains(title.count) {
            errors.append(FieldError("material_title", "请写明材料名称，2 到 80 字。"))
        }
        if !((file == nil ? 10 : 0)...30_000).contains(words.count) {
            errors.append(FieldError("material_words", "请写明材料内容，10 到 30000 字，或者附上文件。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }

    func insert(of hearing: Int64, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO hearing_material (id, hearing_id, title, words, published_at, file_id, file_name, file_size)
            VALUES (\(tx.ids.next()), \(hearing), \(title), \(words), \(publishedAt), \(file?.id), \(file?.name),
                \(file?.size))
            """)
    }

    static func all(of hearing: Int64, in tx: Transaction) throws -> [HearingMaterial] {
        try tx.rows(
            "SELECT * FROM hearing_material WHERE hearing_id = \(hearing) ORDER BY id LIMIT 50"
        ).map(HearingMaterial.init)
    }

    /// Throws `notFound`.
    static func one(_ id: Int64, of hearing: Int64, in tx: Transaction) throws -> HearingMaterial {
        let row = try tx.row(
            "SELECT * FROM hearing_material WHERE id = \(id) AND hearing_id = \(hearing)")
        guard let row else { throw DomainError.notFound("没有这份材料。") }
        return try HearingMaterial(row)
    }
}

extension HearingMaterial {
    /// What its file is attached to: it stays as long as the hearing.
    static func subject(of hearing: Int64) -> String { "public_hearing:\(hearing)" }

    fileprivate init(_ row: Row) throws {
        let file = try row.optionalID("file_id").map {
            Enclosed(id: $0, name: try row.text("file_name"), size: try row.int("file_size"))
        }
        self.init(
            id: try row.id("id"), title: try row.text("title"), words: try row.text("words"),
            publishedAt: try row.instant("published_at"), file: file)
    }
}
