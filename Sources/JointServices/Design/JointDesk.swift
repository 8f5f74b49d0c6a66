import Government
import Identity
import Refusals
import Services
import Storage
import Web

/// What the pages of the designer work with.
struct JointDesk: Sendable {
    let drafts: ItemDrafts
    let library: ServiceLibrary
    let directory: Directory

    /// Everything that is offered, as it is kept: without the divisions that are the district's own.
    var offered: [ServiceItem] {
        library.catalogue.services.map { $0.item.offering(streets: [], districts: []) }
    }

    /// A joint service as it is being designed, or as it is offered where nobody designs.
    ///
    /// - Throws: `notFound` for what is neither offered nor drawn, or is a single item.
    func subject(_ slug: String) async throws -> JointSubject {
        if let open = try await drafts.open(of: slug), open.purpose == .publish, open.item.isJoint {
            let (draft, check) = try await drafts.find(open.id)
            return JointSubject(
                item: draft.item, draft: draft, findings: check.findings, offered: offered,
                organs: try await organNames())
        }
        let item = try library.service(slug).item.offering(streets: [], districts: [])
        guard item.isJoint else { throw DomainError.notFound("“\(item.name)”是单个事项，不是一件事。") }
        return JointSubject(
            item: item, draft: nil, findings: [], offered: offered, organs: try await organNames())
    }

    /// The short names of organs by key.
    func organNames() async throws -> [String: String] {
        Dictionary(try await directory.organs().map { ($0.key, $0.name) }) { first, _ in first }
    }

    /// The officer as somebody who works on drafts: on those of their own organs, and in the bureau that runs the hall on
    /// those of every organ.
    func editor(_ officer: OfficerContext, _ request: WebRequest) async throws -> DraftEditor {
        let own = officer.account.organs(for: .designJoint)
        let halls = try await directory.organs().filter { $0.kind == .hall }.map(\.key)
        let reachesAll = officer.account.reachesDistrict(with: .designJoint) || !own.isDisjoint(with: halls)
        return DraftEditor(actor: officer.actor(request), organs: reachesAll ? nil : own)
    }

    /// Begins the next version; one that was drawn by hand until now gets a design.
    ///
    /// - Throws: `conflict` when the items cannot be composed.
    func begin(_ slug: String, by editor: DraftEditor, _ request: WebRequest) async throws {
        let id = try await drafts.begin(slug, by: editor, at: request.now)
        let (draft, _) = try await drafts.find(id)
        guard draft.state.isWritable, draft.item.isJoint, draft.item.joint == nil else { return }
        let offered = offered
        try await drafts.write(id, seen: draft.revision, by: editor, at: request.now) {
            try $0.beginDesign(of: offered)
        }
    }

    /// Changes the design that is being made.
    ///
    /// - Throws: `conflict` when nothing is being designed, or somebody else has saved since; what the change throws.
    func edit(
        _ request: WebRequest, _ officer: OfficerContext, _ form: FormData,
        _ change: @escaping @Sendable (inout ServiceItem, [ServiceItem]) throws -> Void
    ) async throws {
        let slug = try request.parameter("slug")
        guard let draft = try await drafts.open(of: slug), draft.purpose == .publish, draft.item.joint != nil
        else { throw DomainError.conflict("这件事还没有开始修改，请先点“修改这件事”。") }
        let offered = offered
        try await drafts.write(
            draft.id, seen: form["seen"].flatMap { Int($0) } ?? -1, by: editor(officer, request),
            at: request.now
        ) { try change(&$0, offered) }
    }
}

/// A joint service, and how far its next version is.
struct JointSubject: Sendable {
    let item: ServiceItem
    /// The draft; nil while nobody designs.
    let draft: ItemDraft?
    let findings: [ItemFinding]
    let offered: [ServiceItem]
    let organs: [String: String]

    /// Whether it can be changed now.
    var isWritable: Bool { draft?.state.isWritable == true }

    /// The name of one of the items.
    func name(of slug: String) -> String { offered.first { $0.slug == slug }?.name ?? slug }

    /// What may still be taken in.
    var others: [ServiceItem] { offered.filter { !$0.isJoint && !item.children.contains($0.slug) } }
}
