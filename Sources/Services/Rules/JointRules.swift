import Refusals
import WorkingTime

extension ServiceItem {
    /// What is wrong with a joint service, given the items it is made of; empty for a single item.
    ///
    /// The parent only composes: whatever a child asks for must have been asked once, and the parent may not
    /// promise more than its slowest child can keep.
    public func jointFindings(children items: [ServiceItem]) -> [ItemFinding] {
        let bySlug = Dictionary(items.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
        return orderFindings(bySlug)
            + children.flatMap { slug -> [ItemFinding] in
                guard let child = bySlug[slug] else { return [finding("children", "没有名为“\(slug)”的事项")] }
                if child.isJoint { return [finding("children", "一件事不能包含另一件事")] }
                return promiseFindings(child) + questionFindings(child) + evidenceFindings(child, bySlug)
            }
    }

    /// A design has an order in which everything gets its turn, and promises no less than its longest way takes.
    private func orderFindings(_ items: [String: ServiceItem]) -> [ItemFinding] {
        guard joint != nil else { return [] }
        if children.count < 2 { return [finding("children", "一件事至少由两个事项组成")] }
        if let circle = order.circle { return [finding("joint", Self.circleWords(circle, items).chinese)] }
        let promise = JointPromise(order, items)
        guard let whole = limits.promised, whole.approximateDays < promise.limit.approximateDays else {
            return []
        }
        return [finding("limits", promise.reason.chinese)]
    }

    /// `A → B → A`: why nobody can begin.
    static func circleWords(_ circle: [String], _ items: [String: ServiceItem]) -> Sentence {
        let names = (circle + circle.prefix(1)).map { "“\(items[$0]?.name ?? $0)”" }
        return "前后顺序绕成了一圈，谁也不能先办：\(names.joined(separator: "要等"))。请去掉其中一个。"
    }

    private func promiseFindings(_ child: ServiceItem) -> [ItemFinding] {
        guard joint == nil, let whole = limits.promised,
            let part = child.limits.promised ?? child.limits.legal,
            part.approximateDays > whole.approximateDays
        else { return [] }
        return [finding("limits", "承诺时限短于“\(child.name)”的\(part.chinese)")]
    }

    private func questionFindings(_ child: ServiceItem) -> [ItemFinding] {
        child.fields.compactMap { asked in
            let name = joint?.question(asked.name, of: child.slug) ?? asked.name
            guard let mine = field(name) else {
                return asked.required ? finding("pages", "少了“\(child.name)”必问的“\(asked.label)”") : nil
            }
            return mine.takesAnswers(of: asked)
                ? nil : finding("pages.\(name)", "与“\(child.name)”的同名问题答法不同")
        }
    }

    private func evidenceFindings(_ child: ServiceItem, _ items: [String: ServiceItem]) -> [ItemFinding] {
        let given = Set(joint.map { _ in evidenceFromWithin(for: child, among: items).map(\.id) } ?? [])
        return child.materials.filter { !given.contains($0.id) }.compactMap { needed in
            let id = joint?.material(needed.id, of: child.slug) ?? needed.id
            let mine = materials.first { $0.id == id && $0.neededBy?.contains(child.slug) == true }
            if mine == nil { return finding("materials", "少了“\(child.name)”需要的“\(needed.name)”") }
            return needed.isRequired && mine?.isRequired != true
                ? finding("materials.\(id)", "“\(child.name)”必须有这份材料") : nil
        }
    }
}

extension ServiceItem {
    /// The answers a child case of this joint service starts with: those to the questions the child asks too.
    public func answers(for child: ServiceItem, from form: FormAnswers) -> FormAnswers {
        child.fields.reduce(into: [:]) { answers, field in
            answers[field.name] = form[joint?.question(field.name, of: child.slug) ?? field.name]
        }
    }

    /// The materials that a child case of this joint service needs.
    public func materials(for child: ServiceItem) -> [Material] {
        materials.filter { $0.neededBy?.contains(child.slug) == true }
    }
}
