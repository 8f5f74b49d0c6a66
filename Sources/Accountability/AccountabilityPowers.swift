import Web

/// What accountability asks for. Whoever it is about needs no power: it is shown to them by who they are.
extension Power {
    static let readInquiries = Power("accountability.read", "查看全区的行政问责", .matters, isSight: true)
    static let readOwnInquiries = Power("accountability.read_own", "查看本部门人员受到的问责", .matters)
    static let handleInquiries = Power("accountability.handle", "提出、核实、送达和撤回问责", .matters)
    static let decideInquiries = Power("accountability.decide", "决定问责，复核申诉", .matters)
    static let setAccountabilityRules = Power("accountability.set_rules", "规定问责的措施", .system)
}

/// Where the pages stand.
public enum AccountabilityPath {
    /// All that one may see.
    public static let inquiries = "/desk/accountability"
    /// Where one is proposed; `source` and `reference` say from what.
    public static let new = "/desk/accountability-new"
    static let rules = "/desk/accountability-rules"
    static let api = "/api/v1/accountability"

    /// Those about officials of one organ.
    static func organ(_ organ: String) -> String { "/desk/accountability-of/\(organ)" }
    static func inquiry(_ id: String) -> String { "\(inquiries)/\(id)" }
    /// What is done with one: `finding`, `statement`, `decision`, `service`, `appeal`, `review`, `withdrawal`.
    static func act(_ id: String, _ act: String) -> String { "\(inquiry(id))/\(act)" }
}
