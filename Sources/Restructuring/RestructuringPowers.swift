import Web

/// What is asked for on the pages of restructurings.
extension Power {
    static let readPlans = Power("restructuring.read", "查看机构改革方案", .administration)
    static let editPlans = Power("restructuring.edit", "起草和撤回机构改革方案", .system)
    static let approvePlans = Power("restructuring.approve", "批准机构改革方案", .security)
    static let executePlans = Power("restructuring.execute", "执行机构改革方案", .administration)
}
