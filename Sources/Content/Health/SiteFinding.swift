import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// What a person found where no table knows: so many faults, or none.
struct SiteFinding: Sendable, Hashable {
    let code: String
    let faults: Int
    let words: String
    let foundOn: CivilDate
    let foundByName: String

    /// Who, when and what.
    var note: String {
        let result = faults == 0 ? "没有发现问题" : "\(faults) 处"
        return "\(foundByName)，\(foundOn.written)检查：\(result)\(words.isEmpty ? "" : "。\(words)")"
    }

    /// - Throws: `invalid` with everything that is wrong.
    static func check(_ code: String, faults: String, words: String, rules: InspectionRules) throws -> Int {
        var errors: [FieldError] = []
        if !rules.manualCodes.contains(code) { errors.append(FieldError("code", "请选择要检查的条目。")) }
        let number = Int(faults)
        if number.map({ !(0...999).contains($0) }) ?? true {
            errors.append(FieldError("faults", "请写发现几处，没有发现写 0。"))
        }
        if let number, number > 0, words.isEmpty { errors.append(FieldError("words", "请写明发现了什么、在哪里。")) }
        if words.count > 1_000 { errors.append(FieldError("words", "说明最多 1000 字。")) }
        guard errors.isEmpty, let number else { throw DomainError.invalid(errors) }
        return number
    }
}

/// The SQL of findings.
enum FindingStore {
    private static let most = 500

    /// What was found of a site in a quarter, the newest first.
    static func findings(of site: Int64, in quarter: Quarter, _ tx: Transaction) throws -> [SiteFinding] {
        try tx.rows(
            """
            SELECT * FROM content_finding
            WHERE site_id = \(site) AND found_on >= \(quarter.first) AND found_on <= \(quarter.last)
            ORDER BY found_on DESC, id DESC LIMIT \(most)
            """
        ).map {
            SiteFinding(
                code: try $0.text("code"), faults: try $0.int("faults"), words: try $0.text("words"),
                foundOn: try $0.day("found_on"), foundByName: try $0.text("found_by_name"))
        }
    }

    static func insert(
        _ code: String, faults: Int, words: String, of site: ContentSite, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO content_finding (id, site_id, code, faults, words, found_on, found_at, found_by, found_by_name)
            VALUES (\(tx.ids.next()), \(site.id), \(code), \(faults), \(words), \(now.day), \(now), \(actor.accountID),
                \(actor.name))
            """)
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: "inspection.found", subject: "site \(site.id)",
                sentence: "\(actor.name)检查「\(site.name)」的 \(code)：\(faults) 处。"), in: tx)
    }
}
