/// The form of a joint service: what several items ask is asked once.
///
/// Two questions are the same when they have the same name, or the same words, and the same kind of answer. People may see
/// it otherwise, and say so in the design.
struct JointForm {
    let children: [ServiceItem]
    private(set) var design: JointDesign
    private(set) var questions: [JointQuestion] = []

    init(_ children: [ServiceItem], _ design: JointDesign) {
        (self.children, self.design) = (children, design)
        for (place, child) in children.enumerated() {
            for field in child.fields { add(field, of: child, at: place) }
        }
    }

    /// Where a name was taken by another question of another kind, the later one gets the number of its item.
    private mutating func add(_ field: FormField, of child: ServiceItem, at place: Int) {
        let name = name(for: field, of: child, at: place)
        if name != field.name { design.answers[child.slug, default: [:]][field.name] = name }
        let asked = JointQuestion.Asked(item: child.slug, itemName: child.name, field: field)
        if let known = questions.firstIndex(where: { $0.id == name }) {
            questions[known].field = questions[known].field.joined(with: field)
            questions[known].asked.append(asked)
        } else {
            var renamed = field
            renamed.name = name
            questions.append(JointQuestion(field: renamed, asked: [asked]))
        }
    }

    private func name(for field: FormField, of child: ServiceItem, at place: Int) -> String {
        if let chosen = design.answers[child.slug]?[field.name] { return chosen }
        if child.isBound(field.name) { return field.name }
        if let same = questions.first(where: { $0.id == field.name }) {
            return same.field.takesAnswers(of: field) ? field.name : Self.own(field.name, place)
        }
        let alike = questions.first { $0.field.label == field.label && $0.field.takesAnswers(of: field) }
        return alike?.id ?? field.name
    }

    /// A name for the question of one item alone.
    static func own(_ name: String, _ place: Int) -> String { "\(name.prefix(36))_\(place + 1)" }

    /// What several items ask first, then what each asks alone, then how the results are delivered.
    var pages: [FormPage] {
        let shared = questions.filter(\.isMerged).map(\.field)
        let common = FormPage(id: "common", title: "共同信息", fields: shared)
        let own = children.map { child in
            FormPage(
                id: child.slug, title: child.name,
                fields: questions.filter { !$0.isMerged && $0.asked[0].item == child.slug }.map(\.field))
        }
        let delivery = FormPage(id: "delivery", title: "结果领取", fields: JointDesign.deliveryQuestions)
        return ([common] + own + [delivery]).filter { !$0.fields.isEmpty }
    }
}
