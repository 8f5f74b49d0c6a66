import Refusals

/// The columns of a file of items, in the order of the export; their titles are the header row.
///
/// The words are those of the implementation list (实施清单); exports of other systems name some of them otherwise.
enum ItemColumn: String, CaseIterable, Codable, Sendable {
    case name = "事项名称"
    case basicCode = "基本编码"
    case code = "实施编码"
    case organ = "实施主体"
    case organNature = "实施主体性质"
    case entrustedBy = "委托部门"
    case coOrgans = "联办机构"
    case type = "事项类型"
    case level = "行使层级"
    case powerSource = "权力来源"
    case legalBasis = "设定依据"
    case summary = "一句话说明"
    case details = "事项说明"
    case audiences = "服务对象"
    case area = "通办范围"
    case conditions = "受理条件"
    case quantityLimit = "数量限制"
    case intermediary = "中介服务"
    case materials = "申请材料"
    case handlingKind = "办件类型"
    case legalLimit = "法定办结时限"
    case promisedLimit = "承诺办结时限"
    case handlingForms = "办理形式"
    case visits = "到办事现场次数"
    case visitReason = "必须现场办理原因"
    case fee = "收费情况"
    case outcomeKind = "结果类型"
    case outcome = "结果名称"
    case counter = "办理地点"
    case hours = "办理时间"
    case phone = "咨询电话"
    case supervisionPhone = "监督投诉电话"
    case businessItems = "业务办理项"
    case deferralLimit = "容缺补交期限"
    case deferrable = "容缺后补的材料"
    case decidesBefore = "补齐前能否准予"
    case commits = "告知承诺"
    case told = "告知的内容"
    case replaces = "承诺代替的材料"
    case method = "核查方式"
    case verification = "核查期限"
    case consequence = "承诺不实的后果"
    case assurance = "实名要求"
    case lifeEvents = "主题"
    case keywords = "搜索词"
    case jointCode = "一件事编码"
    case children = "所含事项"
    case order = "前后顺序"

    /// What is said of an item.
    static let ofItems = allCases.filter { ![.jointCode, .children, .order].contains($0) }

    /// What is said of a joint service (一件事); the rest follows from its items.
    static let ofJointServices: [ItemColumn] = [
        .name, .jointCode, .children, .order, .promisedLimit, .summary, .details, .audiences, .lifeEvents,
        .keywords, .conditions, .legalBasis, .counter, .hours, .phone,
    ]

    /// What other systems call it.
    private static let otherTitles: [String: ItemColumn] = [
        "主项名称": .name, "事项编码": .code, "实施主体名称": .organ, "实施部门": .organ, "申请条件": .conditions,
        "咨询方式": .phone, "监督投诉方式": .supervisionPhone, "监督投诉渠道": .supervisionPhone, "是否收费": .fee,
        "办结结果": .outcome, "审批结果名称": .outcome, "审批结果类型": .outcomeKind, "办理地址": .counter,
        "到现场次数": .visits, "法定时限": .legalLimit, "承诺时限": .promisedLimit, "材料名称": .materials,
        "是否告知承诺制": .commits,
    ]

    /// No cell is longer, in characters.
    static let mostCharacters = 4_000

    /// Which column each cell belongs to, by the header row; nil for columns that are passed over.
    ///
    /// - Throws: `invalid` when the columns are missing by which an item is known.
    static func columns(of header: [String]) throws -> [ItemColumn?] {
        let columns = header.map { title in
            let bare = title.trimmed.replacing("*", with: "")
            return ItemColumn(rawValue: bare) ?? otherTitles[bare]
        }
        let isJoint = columns.contains(.jointCode) && !columns.contains(.basicCode)
        let keys: [ItemColumn] = isJoint ? [.name, .jointCode, .children] : [.name, .basicCode, .organ]
        for needed in keys where !columns.contains(needed) {
            throw DomainError.invalid("file", "表头缺少“\(needed.rawValue)”。请用模板中的列名，表头放在第一行。")
        }
        for column in allCases where columns.filter({ $0 == column }).count > 1 {
            throw DomainError.invalid("file", "表头里“\(column.rawValue)”出现了两次，请删去一列。")
        }
        return columns
    }
}
