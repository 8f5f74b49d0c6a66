import CSV
import Refusals

/// The columns of a file of cases, in the order of the template.
enum MatterColumn: String, CaseIterable, Sendable, Codable {
    case reference = "原系统编号"
    case item = "事项"
    case applicant = "申请人"
    case code = "证件号码"
    case phone = "联系电话"
    case division = "行政区划代码"
    case state = "状态"
    case filedAt = "收件时间"
    case acceptedAt = "受理时间"
    case pauses = "暂停计时"
    case answers = "申请内容"
    case history = "办理记录"
    case extensions = "延长"
    case outcome = "办理结果"
    case decidedAt = "决定时间"
    case reason = "决定说明"
    case closedAt = "办结时间"
    case materials = "材料"

    /// Whether every case has it.
    var isRequired: Bool { [.reference, .item, .applicant, .code, .state, .filedAt].contains(self) }

    /// What to write into it.
    var hint: String {
        switch self {
        case .reference: "原系统里的办件编号，最多 60 字；同一个系统里不能重复"
        case .item: "事项的实施编码、基本编码或者名称"
        case .applicant: "姓名或者单位名称"
        case .code: "身份证号码或者统一社会信用代码"
        case .phone: "可以不填"
        case .division: "由街道受理的事项要填：街道或者社区的代码"
        case .state: "待受理、办理中 或者 已办结"
        case .filedAt: "例如 2026-10-12 09:30"
        case .acceptedAt: "办理中的要填；已办结的，受理过就要填"
        case .pauses: "例如 2026-10-20～2026-11-02 听证；还没有恢复的只写开始"
        case .answers: "例如 店铺名称=星湖小馆；经营面积=120"
        case .history: "一条一行，或者用 ｜ 隔开"
        case .extensions: "例如 2026-10-25 10个工作日 案情复杂；最多一次"
        case .outcome: "已办结的要填：准予、不予许可、不予受理、申请人撤回 或者 终止办理"
        case .decidedAt: "已办结的要填"
        case .reason: "没有准予的要写理由"
        case .closedAt: "不填就是决定的时间"
        case .materials: "例如 营业执照=0301/营业执照.pdf；等号后面是一起上传的文件名，或者压缩包里的路径"
        }
    }

    /// How many characters a cell may have.
    var limit: Int {
        switch self {
        case .answers, .history: 8_000
        case .materials: 4_000
        case .pauses, .reason: 1_000
        default: 200
        }
    }

    /// The template: the header row and nothing else.
    static let template = CSVLine.mark + CSVLine.text(allCases.map(\.rawValue))

    /// Which column each cell of a row belongs to, by the header row.
    ///
    /// - Throws: `invalid` at the field `files` for columns that are missing, unknown or there twice.
    static func columns(of header: [String]) throws -> [MatterColumn] {
        var titles = header
        while titles.last == "" { titles.removeLast() }
        let missing = allCases.filter { $0.isRequired && !titles.contains($0.rawValue) }.map(\.rawValue)
        guard missing.isEmpty else {
            throw UploadedTables.refusal("表头缺少“\(missing.joined(separator: "”“"))”，请按模板的列名补上。")
        }
        return try titles.enumerated().map { place, title in
            guard let column = MatterColumn(rawValue: title), titles.firstIndex(of: title) == place else {
                throw UploadedTables.refusal("表头第 \(place + 1) 列“\(String(title.prefix(30)))”不认识或者重复，请核对。")
            }
            return column
        }
    }
}
