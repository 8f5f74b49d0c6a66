import WorkingTime

/// How the items of a joint service (一件事) belong together: which waits for which, and what is asked once for several.
///
/// Slugs of items are the keys. What is not mentioned is as it stands in the item itself: it waits for nothing, and its
/// questions and materials keep their names.
public struct JointDesign: Codable, Sendable, Hashable {
    /// For each item those that must have been granted before it begins (前后顺序); items without are begun at once.
    public var needs: [String: [String]]
    /// For each item the question of the joint form that answers one of its own, where that has another name.
    public var answers: [String: [String: String]]
    /// For each item the material of the joint service that serves as one of its own, where that has another id.
    public var evidence: [String: [String: String]]
    /// A promise longer than the longest way through the items; nil for just as long as that.
    public var promise: TimeLimit?

    /// A design in which everything is side by side and nothing is asked twice.
    public init(
        needs: [String: [String]] = [:], answers: [String: [String: String]] = [:],
        evidence: [String: [String: String]] = [:], promise: TimeLimit? = nil
    ) {
        (self.needs, self.answers, self.evidence, self.promise) = (needs, answers, evidence, promise)
    }

    /// Reads one; what is left out is empty.
    public init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        needs = try box.decodeIfPresent([String: [String]].self, forKey: .needs) ?? [:]
        answers = try box.decodeIfPresent([String: [String: String]].self, forKey: .answers) ?? [:]
        evidence = try box.decodeIfPresent([String: [String: String]].self, forKey: .evidence) ?? [:]
        promise = try box.decodeIfPresent(TimeLimit.self, forKey: .promise)
    }

    /// The name in the joint form of a question of an item.
    public func question(_ name: String, of item: String) -> String { answers[item]?[name] ?? name }

    /// The id in the joint service of a material of an item.
    public func material(_ id: String, of item: String) -> String { evidence[item]?[id] ?? id }

    /// The question to which every application for a joint service answers: one delivery, one way.
    static var deliveryQuestions: [FormField] {
        var way = FormField("delivery_way", "结果领取方式", .choice, required: true)
        way.options = [
            FormOption(value: "hall", label: "到政务服务中心一次领取"), FormOption(value: "post", label: "邮寄到家"),
        ]
        way.hint = "全部结果一起送达，只选一种方式。"
        var address = FormField("delivery_address", "邮寄地址", .address, required: true)
        address.visibleWhen = "delivery_way = \"post\""
        return [way, address]
    }
}

extension ServiceItem {
    /// The id of the process that is drawn from a joint service's design.
    public var drawnProcess: String { "joint-\(slug)" }

    /// Whether its process is drawn from its design, and not by hand.
    public var isDrawn: Bool { joint != nil && process == drawnProcess }

    /// What each item of a designed joint service must wait for; empty elsewhere.
    public var order: JointOrder { JointOrder(children, needs: joint?.needs ?? [:]) }
}
