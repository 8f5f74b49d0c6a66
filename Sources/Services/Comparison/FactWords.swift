extension Material {
    /// The material as one fact.
    var fact: ItemFact {
        ItemFact("materials.\(id)", "材料“\(name)”", words, forApplicants: true)
    }

    private var words: String {
        [
            name, necessity.chinese, source.chinese, issuer ?? "", format.chinese,
            copies > 1 ? "\(copies) 份" : "", note ?? "", waivedBy?.explanation ?? "",
            licence.map { "可以用电子证照代替（\($0)）" } ?? "", rank?.chinese ?? "",
            (neededBy ?? []).joined(separator: "、"),
        ].listed
    }
}

extension Material.Necessity: ListWord {
    /// 必要, 非必要.
    public var chinese: String {
        switch self {
        case .required: "必要"
        case .optional: "非必要"
        }
    }
}

extension Material.Source: ListWord {
    /// 申请人自备, 政府部门核发.
    public var chinese: String {
        switch self {
        case .applicant: "申请人自备"
        case .government: "政府部门核发"
        }
    }
}

extension Material.Format: ListWord {
    /// 电子, 纸质, 纸质或电子.
    public var chinese: String {
        switch self {
        case .electronic: "电子"
        case .paper: "纸质"
        case .both: "纸质或电子"
        }
    }
}

extension Output.Kind: ListWord {
    /// 许可证, 批复, 登记证照, 款项, 证明.
    public var chinese: String {
        switch self {
        case .licence: "许可证"
        case .approval: "批复"
        case .registration: "登记证照"
        case .payment: "款项"
        case .certificate: "证明"
        }
    }
}

extension FormPage {
    /// The questions of the page, a fact each.
    var facts: [ItemFact] {
        fields.map {
            ItemFact("pages.\($0.name)", "问题“\($0.label)”", $0.words(on: title), forApplicants: true)
        }
    }
}

extension FormField {
    fileprivate func words(on page: String) -> String {
        [
            page, label, kind.rawValue, required ? "必填" : "选填", hint ?? "", unit ?? "",
            kind == .division || kind == .region ? "" : options.map(\.label).joined(separator: "、"),
            min.map { "不小于 \($0)" } ?? "", max.map { "不大于 \($0)" } ?? "",
            maxLength.map { "至多 \($0) 字" } ?? "", visibleWhen.map { "条件 \($0)" } ?? "",
            prefill.map { "预填 \($0.rawValue)" } ?? "", licence.map { "预填 \($0.chinese)" } ?? "",
            affirm ? "必须同意" : "", inWords ? "金额大写" : "",
            group.map { "归入 \($0)" } ?? "", calculated.map { "计算 \($0)" } ?? "",
            rules.map { "要求 \($0.holds)" }.joined(separator: "、"),
            columns.map { $0.words(on: "") }.joined(separator: "、"),
        ].listed
    }
}
