/// One thing an item says, in words: what versions are compared by.
public struct ItemFact: Sendable, Hashable, Identifiable {
    /// What it is about, the same in every version: `materials.floor-plan`.
    public let key: String
    /// What it is called.
    public let label: String
    /// What it says; empty where nothing is said.
    public let words: String
    /// Whether it touches those who apply: what they bring, answer, pay, wait for.
    public let concernsApplicants: Bool

    /// What it is about.
    public var id: String { key }

    init(_ key: String, _ label: String, _ words: String?, forApplicants: Bool = false) {
        (self.key, self.label, self.words) = (key, label, words ?? "")
        concernsApplicants = forApplicants
    }
}

/// One thing that two versions do not say alike.
public struct ItemChange: Sendable, Hashable, Identifiable {
    /// What it is about.
    public let key: String
    /// What it is called.
    public let label: String
    /// What the earlier version says; empty where it says nothing.
    public let before: String
    /// What the later version says; empty where it says nothing.
    public let after: String
    /// Whether it touches those who apply.
    public let concernsApplicants: Bool

    /// What it is about.
    public var id: String { key }

    /// 新增, 删除 or 修改.
    public var kind: String { before.isEmpty ? "新增" : after.isEmpty ? "删除" : "修改" }

    /// The change in a sentence: `材料“经营场所平面布局图”：删除`.
    public var sentence: String {
        if before.isEmpty { return "新增\(label)" }
        if after.isEmpty { return "不再需要\(label)" }
        return "\(label)由“\(before.shortened)”改为“\(after.shortened)”"
    }
}

extension ServiceItem {
    /// What this version says otherwise than an earlier one, in the order of the guide.
    ///
    /// - Parameter organ: the name of an organ by its key.
    public func changes(since earlier: ServiceItem, organ: (String) -> String = { $0 }) -> [ItemChange] {
        let (old, new) = (earlier.facts(organ: organ), facts(organ: organ))
        let before = Dictionary(old.map { ($0.key, $0) }) { first, _ in first }
        let after = Dictionary(new.map { ($0.key, $0) }) { first, _ in first }
        let all = new + old.filter { after[$0.key] == nil }
        return all.compactMap { fact in
            let (was, becomes) = (before[fact.key]?.words ?? "", after[fact.key]?.words ?? "")
            guard was != becomes else { return nil }
            return ItemChange(
                key: fact.key, label: fact.label, before: was, after: becomes,
                concernsApplicants: fact.concernsApplicants)
        }
    }
}

extension String {
    fileprivate var shortened: String { count > 60 ? prefix(60) + "…" : self }
}
