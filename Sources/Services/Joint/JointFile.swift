import WorkingTime

/// A joint service as it is delivered: what people say of it, and the design. Everything else follows from its items.
struct JointFile: Decodable {
    let slug: String
    let code: String
    let position: Int
    let name: String
    let summary: String
    let description: String
    let audiences: [Audience]
    let lifeEvents: [String]
    let keywords: [String]
    let children: [String]
    let conditions: [String]
    /// What the law allows for all of it together, where it says so; the promise follows from the items.
    let legal: TimeLimit?
    let joint: JointDesign
    let questions: [Question]

    enum CodingKeys: String, CodingKey {
        case slug, code, position, name, summary, description, audiences, keywords, children, conditions
        case legal, joint, questions
        case lifeEvents = "life_events"
    }

    /// The whole item.
    ///
    /// - Throws: `conflict` when the design cannot be carried out.
    func item(of single: [ServiceItem]) throws -> ServiceItem {
        var item = ServiceItem.blank(slug: slug, name: name, organ: "", position: position)
        (item.jointCode, item.demo) = (code, true)
        (item.summary, item.description) = (summary, description)
        (item.audiences, item.lifeEvents, item.keywords) = (audiences, lifeEvents, keywords)
        (item.children, item.conditions) = (children, conditions)
        (item.joint, item.questions) = (joint, questions)
        item.limits.legal = legal
        return try item.composed(of: single)
    }
}
