/// What the national implementation list (实施清单) says of an item beyond what an applicant must know.
///
/// Every element may be missing: an item that says nothing of it stays as it is, and the statistics of the library tell
/// which are missing.
public struct ItemElements: Codable, Sendable, Hashable {
    /// 办件类型.
    public var handlingKind: HandlingKind?
    /// 办理形式: the ways in which an application is taken.
    public var handlingForms: [HandlingForm]?
    /// 到办事现场原因: why the applicant must appear, where `visits` is more than 0.
    public var visitReason: String?
    /// 通办范围.
    public var area: HandlingArea?
    /// 数量限制, in words; nil where there is none.
    public var quantityLimit: String?
    /// 中介服务, in words; nil where none is needed.
    public var intermediary: String?
    /// 权力来源.
    public var powerSource: PowerSource?
    /// 实施主体性质.
    public var organNature: OrganNature?
    /// 委托部门: who entrusted the organ; only where the power was entrusted.
    public var entrustedBy: String?
    /// 监督投诉电话.
    public var supervisionPhone: String?
    /// 业务办理项.
    public var businessItems: [BusinessItem]?
    /// Whether somebody has looked and 告知承诺 is not offered; nil while nobody has said.
    public var withoutCommitment: Bool?

    enum CodingKeys: String, CodingKey {
        case area, intermediary
        case handlingKind = "handling_kind"
        case handlingForms = "handling_forms"
        case visitReason = "visit_reason"
        case quantityLimit = "quantity_limit"
        case powerSource = "power_source"
        case organNature = "organ_nature"
        case entrustedBy = "entrusted_by"
        case supervisionPhone = "supervision_phone"
        case businessItems = "business_items"
        case withoutCommitment = "without_commitment"
    }

    /// Nothing said yet.
    public init() {}

    /// Whether nothing is said: then the item has none, so that its body stays what it was.
    public var isEmpty: Bool { self == ItemElements() }
}

/// One of the ways in which an item is asked for (业务办理项), such as 新办、变更、延续.
public struct BusinessItem: Codable, Sendable, Hashable {
    /// Its two digits, `01` …
    public var suffix: String
    /// Its name.
    public var name: String

    /// A way to ask for an item.
    public init(suffix: String, name: String) { (self.suffix, self.name) = (suffix, name) }

    /// 业务办理项编码: the 31 characters of the item and its two digits.
    public func code(itemCode: String) -> String { itemCode + suffix }
}
