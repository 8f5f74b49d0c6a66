import Web

extension Power {
    /// Looking at the health of sites as an inspector does.
    static let inspectSites = Power("site.inspect", "查看栏目保障和站点考核", .matters)
    /// Recording what a person found where no table knows.
    static let recordFindings = Power("site.find", "登记人工检查结果", .matters)
    /// Changing the rules of inspection.
    static let setInspectionRules = Power("inspection.set_rules", "维护网站检查规则", .system)
}
