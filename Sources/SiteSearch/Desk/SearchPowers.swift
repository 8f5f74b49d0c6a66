import Web

/// What is asked for on the desk of the search.
extension Power {
    static let editSearch = Power("search.edit", "维护同义词和推荐结果", .matters)
    static let rebuildSearch = Power("search.rebuild", "重建搜索索引", .system)
}
