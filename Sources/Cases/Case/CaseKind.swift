/// What brings a matter about, and so which rules of law it stands under.
///
/// A new kind is a case here and the services its process asks for; tables, tasks, history and desks are the same.
public enum CaseKind: String, Codable, Sendable, CaseIterable {
    /// Somebody applied (依申请): acceptance, limits, decision, delivery, remedies.
    case application
    /// An organ publishes something of its own accord (信息发布): nobody applied, so nothing is accepted or delivered,
    /// and no limit of the 行政许可法 runs.
    case publication
    /// A supervisor or a leader gives organs something to do (督查督办): there is a limit, and no applicant.
    case supervisionOrder = "supervision_order"
    /// Whether an official is held to account (行政问责): nobody but those concerned knows of it.
    case accountability

    /// Whether it waits at the desk of a feature, which says who may see it: no list, search or figure of cases shows it.
    var standsApart: Bool { self == .publication || self == .accountability }
}

extension CasePlan {
    /// The kind of the matter; plans of older cases do not say it, for there was one kind.
    public var matterKind: CaseKind { kind ?? .application }
}

extension CaseTask {
    /// What the organ of a task begins with when it waits at a desk that a feature keeps, `desk:content:7`, and not at
    /// that of an organ. Who sits there the feature knows; lists of organs and of officers do not show it.
    public static let featureDesk = "desk:"
}
