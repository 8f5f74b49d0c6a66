import Refusals

/// What is known of a draft besides itself: everything that is wrong with it, and whether the item has moved on.
public struct DraftCheck: Sendable, Hashable {
    /// What is wrong with the item, by itself and together with the others that are offered.
    public let findings: [ItemFinding]
    /// The row of the version that is offered now; nil when none is.
    public let current: Int64?
    /// Whether it says the same as what is offered now.
    public let isUnchanged: Bool

    /// - Throws: `conflict` with what stands against publishing the draft.
    func requireSound(_ draft: ItemDraft) throws {
        guard draft.basedOn == current else {
            throw DomainError.conflict("起草以后，这个事项的现行版变了。请撤回这份草稿，从现行版重新起草。")
        }
        guard draft.purpose == .publish else { return }
        guard !isUnchanged || draft.endsOn != nil else {
            throw DomainError.conflict("与现行版没有不同，不需要提交。")
        }
        guard findings.isEmpty else {
            throw DomainError.conflict("还有 \(findings.count) 处问题，改好后才能提交：\(findings[0].message)")
        }
    }
}

extension ServiceItem {
    /// What is wrong with this item were it offered among the others.
    ///
    /// A joint service is made of items: a change of one may leave the joint service with a question too few.
    func findings(among others: [ServiceItem], known: KnownNames) -> [ItemFinding] {
        let rest = others.filter { $0.slug != slug }
        let all = rest + [self]
        let joint = rest.filter { $0.children.contains(slug) }.flatMap { parent in
            let before = Set(parent.jointFindings(children: others))
            return parent.jointFindings(children: all).filter { !before.contains($0) }.map {
                ItemFinding(item: $0.item, path: $0.path, message: "一件事“\(parent.name)”：\($0.message)")
            }
        }
        return findings(known: known) + jointFindings(children: all) + repeated(among: rest) + joint
    }

    /// Two items may share neither code nor place.
    private func repeated(among rest: [ServiceItem]) -> [ItemFinding] {
        rest.flatMap { other -> [ItemFinding] in
            var found: [ItemFinding] = []
            if let basicCode, basicCode == other.basicCode, level == other.level, organ == other.organ {
                found.append(finding("basic_code", "与“\(other.name)”相同"))
            }
            if let jointCode, jointCode == other.jointCode {
                found.append(finding("joint_code", "与“\(other.name)”相同"))
            }
            return found
        }
    }
}
