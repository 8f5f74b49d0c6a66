import Cases
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The licences of one's organ: found, read, and what is done with them.
struct LicenceDeskPages: Sendable {
    let licences: Licences

    var routes: [Route] {
        [
            .get(LicencePath.desk, .may(.readLicences), "本部门的证照") { try await list($0, $1) },
            .get(LicencePath.kept("{id}"), .may(.readLicences), "证照") { request, officer in
                try await show(request, officer)
            },
        ]
            + DeskAct.allCases.map { act in
                .post(LicencePath.act("{id}", act), .may(act.power), journal: act.journal, act.title) {
                    request, officer in try await perform(act, request, officer)
                }
            }
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let asked = (request.query("q") ?? "").uppercased().filter { !$0.isWhitespace }
        let organs = officer.account.organs(for: .readLicences)
        if !asked.isEmpty, let found = try await licences.numbered(asked, of: organs) {
            return .redirect(to: LicencePath.kept(String(found.id)))
        }
        let page = LicenceListPage(
            licences: try await licences.issued(
                by: organs, to: asked.isEmpty ? nil : asked, after: request.query("after")),
            asked: asked, request: request)
        return .page(page.page)
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, refusal: DomainError? = nil, act: DeskAct? = nil,
        form: FormData = FormData([])
    ) async throws -> WebResponse {
        let id = try request.id("没有找到这份证照，或者您无权查看。")
        let organs = officer.account.organs(for: .readLicences)
        let kept = try await licences.kept(
            id, of: organs, by: { officer.actor(request, organ: $0) }, at: request.now)
        let page = LicenceDeskPage(
            kept: kept, officer: officer, refusal: refusal, act: act, form: form, request: request)
        return .page(page.page, status: refusal == nil ? .ok : .unprocessableContent)
    }

    private func perform(
        _ act: DeskAct, _ request: WebRequest, _ officer: OfficerContext
    ) async throws -> WebResponse {
        let id = try request.id("没有找到这份证照，或者您无权查看。")
        let form = try await request.form()
        let organs = officer.account.organs(for: act.power)
        let posts = officer.organs
        do {
            let now = request.now
            let organ = try await licences.organ(of: id, among: organs)
            let actor = officer.actor(request, organ: posts.contains(organ) ? organ : nil)
            try await licences.change(id, of: organs, by: actor, at: now) {
                try act.perform(on: &$0, form, by: actor, at: now)
            }
            return .redirect(to: LicencePath.kept(String(id)))
        } catch let refusal as DomainError {
            if case .notFound = refusal { throw refusal }
            return try await show(request, officer, refusal: refusal, act: act, form: form)
        }
    }
}

extension Licences {
    /// The licences of organs, the newest first.
    func issued(by organs: Set<String>, to holder: String?, after: String?) async throws -> Slice<Licence> {
        try await database.read { try LicenceStore.issued(by: organs, to: holder, after: after, in: $0) }
    }

    /// A licence of these organs by its national identifier; nil when there is none.
    func numbered(_ number: String, of organs: Set<String>) async throws -> Licence? {
        let licence = try await database.read { try LicenceStore.licence(number: number, in: $0) }
        return licence.flatMap { organs.contains($0.organ) ? $0 : nil }
    }

    func organ(of id: Int64, among organs: Set<String>) async throws -> String {
        try await database.read { try LicenceStore.issued(id, by: organs, in: $0).organ }
    }

    /// A licence with its history. That somebody looked at a person's is in the journal before it is shown.
    func kept(
        _ id: Int64, of organs: Set<String>, by actor: @escaping @Sendable (String) -> Actor, at now: Instant
    ) async throws -> KeptLicence {
        try await database.write { tx in
            let licence = try LicenceStore.issued(id, by: organs, in: tx)
            let kept = KeptLicence(
                licence: licence, acts: try LicenceStore.acts(of: id, in: tx),
                uses: try LicenceUses.uses(of: id, in: tx))
            guard licence.holder.kind == .person else { return kept }
            let actor = actor(licence.organ)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "licence.read", subject: "licence/\(id)",
                    sentence: "\(actor.name)查看了证照「\(licence.name)」（\(licence.number)）。"), in: tx)
            return kept
        }
    }
}

/// A licence as it lies on the desk.
struct KeptLicence: Sendable {
    let licence: Licence
    let acts: [LicenceAct]
    let uses: [LicenceUse]
}
