import Web

/// What supervision asks for.
extension Power {
    static let readSignals = Power("supervision.read", "查看全区的监察信号", .matters, isSight: true)
    static let answerSignals = Power("supervision.answer", "查看本部门的监察信号，说明和申诉", .matters)
    static let decideSignals = Power("supervision.decide", "裁定申诉、撤销监察信号", .matters)
    static let readRules = Power("supervision.read_rules", "查看和试算监察规则", .matters)
    static let writeRules = Power("supervision.write_rules", "起草监察规则", .matters)
    static let feedMatters = Power("supervision.feed", "报送处罚、采购、项目、检查等监察数据", .matters)
    static let writeKinds = Power("supervision.write_kinds", "规定报送的监察事项种类", .matters)
    static let switchRules = Power("supervision.switch_rules", "启用和停用监察规则", .matters)
}

/// Where the pages stand.
public enum SupervisionPath {
    /// What was noticed.
    public static let signals = "/desk/supervision"
    /// The rules.
    public static let rules = "/desk/supervision/rules"
    /// What is shown, as a file.
    static let file = "/desk/supervision.csv"
    static let newRule = "/desk/supervision/rules-new"
    static let api = "/api/v1/signals"
    static let rulesAPI = "/api/v1/supervision-rules"
    /// What rules publish, for everybody.
    public static let published = "/supervision/signals"
    static let publishedFile = "/supervision/signals.csv"
    static let publishedAPI = "/api/v1/published-signals"
    /// What is done elsewhere and supervised here.
    public static let kinds = "/desk/supervised-kinds"
    static let newKind = "/desk/supervised-kinds-new"
    static let kindsAPI = "/api/v1/supervised-kinds"
    static let mattersAPI = "/api/v1/supervised-matters"

    /// One signal.
    public static func signal(_ id: String) -> String { "\(signals)/signals/\(id)" }
    /// Where something is done with it: `statements`, `appeal`, `decision`, `withdrawal`.
    static func act(_ id: String, _ act: String) -> String { "\(signal(id))/\(act)" }
    /// The entries of the journal that a signal rests on.
    static func proof(_ id: String) -> String { "\(signal(id))/proof" }
    /// The proof file of one of them.
    static func proofFile(_ id: String, _ entry: String) -> String { "\(signal(id))/proofs/\(entry)" }
    static func kind(_ key: String) -> String { "\(kinds)/\(key)" }
    static func kindAct(_ key: String, _ act: String) -> String { "\(kind(key))/\(act)" }
    /// One matter as it was reported.
    static func matter(_ id: String) -> String { "/desk/supervised-matters/\(id)" }
    static func rule(_ id: String) -> String { "\(rules)/\(id)" }
    /// What is done with a rule: `activation`, `deactivation`, `versions`, `trial`, `recall`.
    static func ruleAct(_ id: String, _ act: String) -> String { "\(rule(id))/\(act)" }
}
