import CSV
import Refusals

/// The columns of an enterprise file, in the order of the template; their titles are the header row.
enum EnterpriseColumn: String, CaseIterable, Codable, Sendable {
    case creditCode = "统一社会信用代码"
    case name = "名称"
    case kind = "类型"
    case legalRepresentative = "法定代表人"
    case phone = "联系电话"
    case division = "行政区划代码"
    case address = "住所"
    case registeredOn = "成立日期"
    case scope = "经营范围"

    /// How many characters a cell may have.
    var limit: Int {
        switch self {
        case .creditCode, .kind, .division, .registeredOn: 40
        case .phone: 30
        case .legalRepresentative: 60
        case .name: 120
        case .address: 200
        case .scope: 3_000
        }
    }

    /// Whether every enterprise has it.
    var isRequired: Bool { self != .phone && self != .scope }

    /// The columns with which ``WrongLines`` begins: a corrected file may keep them.
    static let remarks = ["行号", "原因"]

    /// The template: the header row and nothing else.
    static let template = CSVLine.mark + CSVLine.text(allCases.map(\.rawValue))

    /// Which column each cell of a row belongs to, by the header row; nil for remarks.
    ///
    /// - Throws: `invalid` for columns that are missing, unknown or there twice.
    static func columns(of header: [String]) throws -> [EnterpriseColumn?] {
        var titles = header
        while titles.last == "" { titles.removeLast() }
        let missing = allCases.map(\.rawValue).filter { !titles.contains($0) }
        guard missing.count < allCases.count else {
            throw refusal("第一行没有表头。请用模板中的列名，另存为 CSV 后再上传。")
        }
        guard missing.isEmpty else { throw refusal("表头缺少“\(missing.joined(separator: "”“"))”，请补上后再上传。") }
        for (place, title) in titles.enumerated() {
            guard allCases.contains(where: { $0.rawValue == title }) || remarks.contains(title) else {
                throw refusal("表头里有不认识的列“\(String(title.prefix(30)))”（第 \(place + 1) 列），请改名或删去。")
            }
            guard titles.firstIndex(of: title) == place else { throw refusal("表头里“\(title)”出现了两次，请删去一列。") }
        }
        return titles.map(EnterpriseColumn.init)
    }

    private static func refusal(_ sentence: Sentence) -> DomainError { .invalid("file", sentence) }
}
