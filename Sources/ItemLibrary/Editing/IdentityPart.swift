import Refusals
import Services
import Web

/// 名称和说明.
enum IdentityPart: ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field] {
        [
            Field("name", "事项名称", value: item.name),
            Field("summary", "一句话说明", hint: "在列表和搜索结果里看到的话。", value: item.summary),
            Field("description", "事项说明", .longText, value: item.description),
            Field(
                "keywords", "搜索词", hint: "群众会怎么说，用“、”隔开。", isRequired: false,
                value: item.keywords.joined(separator: "、")),
            Field("position", "列表位置", .integer, hint: "数字小的在前。", value: String(item.position)),
        ]
    }

    static func apply(_ entry: inout ItemEntry, to item: inout ServiceItem) {
        item.name = entry.text("name", most: 100)
        if item.name.isEmpty { entry.refuse("name", "请写明事项名称。") }
        item.summary = entry.text("summary", most: 200)
        item.description = entry.text("description")
        item.keywords = entry.list("keywords", separators: ["、", "，", ",", "\n", "；"])
        item.position = entry.number("position", in: 0...99_999) ?? item.position
    }
}

/// 编码和机构.
enum CodePart: ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field] {
        [
            Field(
                "basic_code", "基本编码", hint: "12 位数字，第 3、4 位是事项类型。实施编码由实施主体代码、行使层级和基本编码组成。",
                isRequired: false, value: item.basicCode ?? "", autocomplete: "off"),
            Field(
                "level", "行使层级", .choice, value: String(item.level),
                options: [.init("3", "市级"), .init("4", "县（区）级"), .init("5", "镇（街）级"), .init("6", "村（社区）级")]),
            Field("organ", "实施主体", .choice, value: item.organ, options: choices.organs),
            Field(
                "co_organs", "联办机构", .table, hint: "在决定前提出意见的部门。不要的一行选“请选择”即删除。", isRequired: false,
                columns: [Field("organ", "部门", .choice, options: choices.organs)],
                rows: item.coOrgans.map { ["organ": $0] }),
            Field(
                "business_items", "业务办理项", .table, hint: "两位顺序号接在 31 位实施编码后面，组成 33 位业务办理项编码。",
                isRequired: false, columns: [Field("suffix", "顺序号"), Field("name", "名称")],
                rows: (item.elements?.businessItems ?? []).map { ["suffix": $0.suffix, "name": $0.name] }),
        ]
    }

    static func apply(_ entry: inout ItemEntry, to item: inout ServiceItem) {
        item.basicCode = entry.optional("basic_code", most: 12)
        item.level = entry.number("level", in: 1...6) ?? item.level
        item.organ = entry.text("organ", most: 60)
        if item.organ.isEmpty { entry.refuse("organ", "请选择实施主体。") }
        item.coOrgans = entry.rows("co_organs", ["organ"]).compactMap { $0["organ"] }
        let rows = entry.rows("business_items", ["suffix", "name"])
        let ways = rows.map { BusinessItem(suffix: $0["suffix"] ?? "", name: $0["name"] ?? "") }
        if ways.contains(where: { $0.suffix.wholeMatch(of: /[0-9]{2}/) == nil || $0.name.isEmpty }) {
            entry.refuse("business_items", "每个业务办理项应有两位数字的顺序号和名称。")
        }
        if Set(ways.map(\.suffix)).count < ways.count { entry.refuse("business_items", "业务办理项的顺序号不能重复。") }
        item.detail { $0.businessItems = ways.isEmpty ? nil : ways }
    }
}

/// 一件事所含事项, where its drawing was made by hand.
enum ChildrenPart: ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field] {
        [
            Field(
                "children", "所含事项", .table, hint: "第一个是牵头事项。不要的一行选“请选择”即删除。业务流程图要有同样的事项。",
                columns: [Field("item", "事项", .choice, options: choices.items)],
                rows: item.children.map { ["item": $0] })
        ]
    }

    static func apply(_ entry: inout ItemEntry, to item: inout ServiceItem) {
        let children = entry.rows("children", ["item"]).compactMap { $0["item"] }
        if children.count < 2 { entry.refuse("children", "一件事至少由两个事项组成。") }
        if Set(children).count < children.count { entry.refuse("children", "同一个事项不能写两次。") }
        if item.isJoint { item.children = children }
    }
}

extension ServiceItem {
    /// Changes the elements of the national list, of which there may be none yet.
    mutating func detail(_ change: (inout ItemElements) -> Void) {
        var all = elements ?? ItemElements()
        change(&all)
        elements = all
    }
}
