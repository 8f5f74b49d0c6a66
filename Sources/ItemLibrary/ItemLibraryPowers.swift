import Web

/// What is asked for on the pages of the item library.
extension Power {
    static let readItems = Power("item.read", "查看事项库", .matters)
    static let editItems = Power("item.edit", "起草、导入和提请注销事项", .matters)
    static let reviewItems = Power("item.review", "审核事项", .matters)
    static let editItemTypes = Power("item.types", "维护事项类型", .system)
    static let importRegions = Power("region.import", "导入全国行政区划", .system)
}
