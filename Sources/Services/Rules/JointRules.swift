import WorkingTime

extension ServiceItem {
    /// What is wrong with a joint service, given the items it is made of; empty for a single item.
    ///
    /// The parent only composes: whatever a child asks for must have been asked once, and the parent may not
    /// promise more than its slowest child can keep.
    public func jointFindings(children items: [ServiceItem]) -> [ItemFinding] {
        let bySlug = Dictionary(items.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
        return children.flatMap { slug -> [ItemFinding] in
            guard let child = bySlug[slug] else { return [finding("children", "没有名为“\(slug)”的事项")] }
            if child.isJoint { return [finding("children", "一件事不能包含另一件事")] }
            return promiseFindings(child) + questionFindings(child) + evidenceFindings(child)
        }
    }

    private func promiseFindings(_ child: ServiceItem) -> [ItemFinding] {
        guard let whole = limits.promised, let part = child.limits.promised ?? child.limits.legal,
            part.approximateDays > whole.approximateDays
        else { return [] }
        return [finding("limits", "承诺时限短于“\(child.name)”的\(part.chinese)")]
    }

    private func questionFindings(_ child: ServiceItem) -> [ItemFinding] {
        child.fields.compactMap { asked in
            guard let mine = field(asked.name) else {
                return asked.required ? finding("pages", "少了“\(child.name)”必问的“\(asked.label)”") : nil
            }
            let same =
                mine.kind == asked.kind && mine.options == asked.options && mine.columns == asked.columns
                && mine.calculated == asked.calculated
            return same ? nil : finding("pages.\(asked.name)", "与“\(child.name)”的同名问题答法不同")
        }
    }

    private func evidenceFindings(_ child: ServiceItem) -> [ItemFinding] {
        child.materials.compactMap { needed in
            let mine = materials.first { $0.id == needed.id && $0.neededBy?.contains(child.slug) == true }
            if mine == nil { return finding("materials", "少了“\(child.name)”需要的“\(needed.name)”") }
            return needed.isRequired && mine?.isRequired != true
                ? finding("materials.\(needed.id)", "“\(child.name)”必须有这份材料") : nil
        }
    }
}

extension ServiceItem {
    /// The answers a child case of this joint service starts with: those to the questions the child asks too.
    public func answers(for child: ServiceItem, from form: FormAnswers) -> FormAnswers {
        let asked = Set(child.fields.map(\.name))
        return form.filter { asked.contains($0.key) }
    }

    /// The materials that a child case of this joint service needs.
    public func materials(for child: ServiceItem) -> [Material] {
        materials.filter { $0.neededBy?.contains(child.slug) == true }
    }
}
