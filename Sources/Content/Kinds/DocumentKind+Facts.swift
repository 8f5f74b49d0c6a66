import Web

/// What each kind asks for. A new kind is a case and its list here.
extension DocumentKind {
    /// The facts of the kind, in the order of the form and of the page.
    var facts: [FactField] {
        switch self {
        case .leader: Self.leaderFacts
        case .organ: Self.organFacts
        case .project: Self.projectFacts
        case .article, .notice, .policy, .faq, .topic, .gallery: []
        }
    }

    private static let leaderFacts = [
        FactField(name: "post", label: "职务", hint: "例如：区委副书记、区长。", isTranslated: true),
        FactField(
            name: "order", label: "排序", kind: .integer, hint: "小的在前。", longest: 6, isShown: false),
    ]

    private static let organFacts = [
        FactField(
            name: "organ", label: "机构", kind: .choice, hint: "地址和电话取自机构目录，目录改了页面跟着改。", isShown: false),
        FactField(
            name: "hours", label: "办公时间", hint: "例如：周一至周五 8:30—12:00，14:30—17:30。", longest: 120,
            isTranslated: true),
        FactField(name: "head", label: "负责人", isRequired: false, isTranslated: true),
        FactField(
            name: "order", label: "排序", kind: .integer, hint: "小的在前。", longest: 6, isShown: false),
    ]

    private static let projectFacts = [
        FactField(name: "industry", label: "行业", kind: .choice, options: industries),
        FactField(name: "place", label: "地点", longest: 80, isTranslated: true),
        FactField(
            name: "amount", label: "投资额", kind: .integer, hint: "单位是万元。", longest: 9),
        FactField(name: "cooperation", label: "合作方式", kind: .choice, options: cooperations),
        FactField(name: "stage", label: "进展", kind: .choice, options: stages),
        FactField(name: "contact", label: "联系人", isTranslated: true),
        FactField(name: "phone", label: "联系电话", kind: .phone, longest: 30),
    ]

    private static let industries: [Field.Option] = [
        .init("manufacturing", "先进制造"), .init("electronics", "电子信息"), .init("tourism", "文化旅游"),
        .init("health", "医疗健康"), .init("commerce", "商贸物流"), .init("renewal", "城市更新"),
    ]

    private static let cooperations: [Field.Option] = [
        .init("sole", "独资"), .init("joint", "合资"), .init("partnership", "合作"), .init("lease", "租赁"),
        .init("ppp", "政府和社会资本合作"),
    ]

    private static let stages: [Field.Option] = [
        .init("open", "招商中"), .init("talks", "洽谈中"), .init("signed", "已签约"), .init("building", "建设中"),
        .init("running", "已投产"),
    ]

    /// What a list of the kind is narrowed by.
    var filters: [FactField] {
        facts.filter { self == .project && ["industry", "cooperation", "stage"].contains($0.name) }
    }
}
