extension ServiceItem {
    /// An item of which nothing is known but its name: what a draft of a new one begins with.
    ///
    /// - Parameters:
    ///   - slug: its name in addresses.
    ///   - organ: the key of the organ that decides.
    ///   - position: where it stands in lists.
    public static func blank(slug: String, name: String, organ: String, position: Int) -> ServiceItem {
        let nowhere = Remedies.Body(name: "", address: "", phone: "")
        return ServiceItem(
            slug: slug, basicCode: nil, level: 4, jointCode: nil, position: position, demo: false, name: name,
            summary: "", description: "", organ: organ, coOrgans: [], audiences: [], lifeEvents: [],
            keywords: [], process: "single-organ", children: [], conditions: [], materials: [], pages: [],
            limits: Limits(legal: nil, promised: nil, note: nil), steps: [],
            fee: Fee(charged: false, text: "不收费"), legalBasis: [],
            output: Output(
                kind: .licence, name: "", validityMonths: nil, certificateType: nil, printed: nil),
            remedies: Remedies(review: nowhere, litigation: nowhere),
            counter: Counter(name: "", address: "", hours: "", phone: ""), assurance: nil, proxy: nil,
            visits: 0,
            questions: [], elements: nil)
    }
}
