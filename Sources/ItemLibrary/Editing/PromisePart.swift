import Cases
import Refusals
import Services
import Web

/// 容缺受理: on which terms secondary materials may come later.
enum DeferralPart: ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field] {
        Field.limit(
            "deferral", "补交的期限", item.deferral?.limit,
            hint: "从受理起算。在“申请材料”里标为次要材料的可以后补；没有次要材料的不填。")
            + [
                Field(
                    "decides_before", "补齐以前能否准予", .boolean, isRequired: false,
                    value: item.deferral.map { $0.decidesBefore ? "true" : "false" } ?? "")
            ]
    }

    static func apply(_ entry: inout ItemEntry, to item: inout ServiceItem) {
        let decidesBefore = entry.form["decides_before"] == "true"
        item.deferral = entry.limit("deferral").map { DeferralTerms(limit: $0, decidesBefore: decidesBefore) }
    }
}

/// 告知承诺: what may be promised instead of proved.
enum CommitmentPart: ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field] {
        let terms = item.commitment
        return [
            Field(
                "commits", "是否实行告知承诺", .choice, isRequired: false,
                value: terms != nil ? "yes" : item.elements?.withoutCommitment == true ? "no" : "",
                options: [.init("yes", "实行，由申请人自己选择"), .init("no", "不实行")]),
            Field(
                "told", "告知的内容", .longText, hint: "条件和要求，一行一条。不实行的以下都不填。", isRequired: false,
                value: (terms?.conditions ?? []).joined(separator: "\n")),
            Field(
                "replaces", "承诺代替的材料", .choices, isRequired: false, values: terms?.replaces ?? [],
                options: replaceable(of: item)),
            Field("method", "核查方式", .longText, isRequired: false, value: terms?.method ?? ""),
        ] + Field.limit("verification", "核查的期限", terms?.limit, hint: "从开始核查起算。") + [
            Field("consequence", "承诺不实的后果", .longText, isRequired: false, value: terms?.consequence ?? "")
        ]
    }

    static func apply(_ entry: inout ItemEntry, to item: inout ServiceItem) {
        let commits = entry.optional("commits")
        let (told, method, consequence) = (
            entry.list("told"), entry.text("method"), entry.text("consequence")
        )
        let (limit, chosen) = (entry.limit("verification"), entry.form.all("replaces").filter { !$0.isEmpty })
        if !Set(chosen).isSubset(of: replaceable(of: item).map(\.value)) {
            entry.refuse("replaces", "请从列出的选项里选择。")
        }
        item.detail { $0.withoutCommitment = commits == "no" ? true : nil }
        guard commits == "yes" else {
            let isEmpty = told.isEmpty && method.isEmpty && consequence.isEmpty && chosen.isEmpty
            if commits == nil, !isEmpty { entry.refuse("commits", "请选择是否实行告知承诺。") }
            item.commitment = nil
            return
        }
        guard let limit else { return entry.refuse("verification_value", "请写明核查的期限。") }
        // Those that stood there keep their order.
        let before = (item.commitment?.replaces ?? []).filter(chosen.contains)
        item.commitment = CommitmentTerms(
            conditions: told, replaces: before + chosen.filter { !before.contains($0) }, method: method,
            limit: limit, consequence: consequence)
    }

    private static func replaceable(of item: ServiceItem) -> [Field.Option] {
        let required = item.materials.filter(\.isRequired)
        let gone = (item.commitment?.replaces ?? []).filter { id in !required.contains { $0.id == id } }
        return required.map { Field.Option($0.id, $0.name) } + gone.map { Field.Option($0, $0) }
    }
}
