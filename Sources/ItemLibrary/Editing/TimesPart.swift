import Refusals
import Services
import Web
import WorkingTime

/// 办理时限.
enum LimitsPart: ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field] {
        [Field.words("handling_kind", "办件类型", HandlingKind.self, item.elements?.handlingKind)]
            + Field.limit("legal", "法定办结时限", item.limits.legal, hint: "法律没有规定的不填；0 表示当日办结。")
            + Field.limit("promised", "承诺办结时限", item.limits.promised, hint: "不能长于法定办结时限。")
            + [
                Field(
                    "note", "时限说明", hint: "例如哪些时间不计算在内。", isRequired: false,
                    value: item.limits.note ?? "")
            ]
    }

    static func apply(_ entry: inout ItemEntry, to item: inout ServiceItem) {
        let kind = entry.word("handling_kind", as: HandlingKind.self)
        item.detail { $0.handlingKind = kind }
        item.limits = Limits(
            legal: entry.limit("legal"), promised: entry.limit("promised"), note: entry.optional("note"))
    }
}

/// 办理流程.
enum StepsPart: ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field] {
        [
            Field(
                "process", "业务流程", .choice, hint: "办件按它流转。", value: item.process, options: choices.processes),
            Field(
                "steps", "办理环节", .table, hint: "各环节时限之和不能超过承诺办结时限。清空一行即删除。", columns: columns,
                rows: item.steps.map(row)),
        ]
    }

    static func apply(_ entry: inout ItemEntry, to item: inout ServiceItem) {
        item.process = entry.text("process", most: 80)
        if item.process.isEmpty { entry.refuse("process", "请选择业务流程。") }
        let rows = entry.rows("steps", columns.map(\.name)).filter { row in
            columns.contains { $0.name != "unit" && !(row[$0.name] ?? "").isEmpty }
        }
        item.steps = rows.enumerated().map { index, row in
            let unit = row["unit"].flatMap(LimitUnit.init(rawValue:)) ?? .workingDay
            let value = row["value"].flatMap { Int($0) } ?? -1
            if !TimeLimit.values.contains(value) { entry.refuse("steps", "第 \(index + 1) 行：请写明时限。") }
            if (row["name"] ?? "").isEmpty { entry.refuse("steps", "第 \(index + 1) 行：请写明环节名称。") }
            return Step(
                name: row["name"] ?? "", actor: row["actor"] ?? "",
                limit: TimeLimit(value: max(0, value), unit: unit), standard: row["standard"] ?? "",
                result: row["result"] ?? "")
        }
    }

    private static let columns = [
        Field("name", "环节"), Field("actor", "办理人员"), Field("value", "时限", .integer),
        Field("unit", "单位", .choice, options: LimitUnit.options), Field("standard", "审查标准"),
        Field("result", "办理结果"),
    ]

    private static func row(_ step: Step) -> [String: String] {
        [
            "name": step.name, "actor": step.actor, "value": String(step.limit.value),
            "unit": step.limit.unit.rawValue, "standard": step.standard, "result": step.result,
        ]
    }
}
