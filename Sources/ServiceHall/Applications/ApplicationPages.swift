import Cases
import Files
import Identity
import Licences
import Refusals
import Services
import Web
import WorkingTime

/// Applying: begin, answer page by page, bring the materials, check, hand in.
struct ApplicationPages: Sendable {
    let door: DraftDoor
    let applicants: Applicants
    let filings: Filings
    let files: FileStore
    let reuse: LicenceReuse
    let tray: CounterTray

    var routes: [Route] {
        beginnings + questions + materials + scans + licenceUses + confirmation + submission
    }

    private var beginnings: [Route] {
        [
            .post(ApplicationPath.start, .signedIn, journal: "application.started", "开始办理") {
                try await begin($0, $1)
            },
            .get(ApplicationPath.draft, .signedIn, "继续填写") { request, caller in
                try await door.open(request, caller) { .redirect(to: $0.path) }
            },
            .post(ApplicationPath.removal, .signedIn, journal: "application.removed", "删除申请草稿") {
                try await remove($0, $1)
            },
        ]
    }

    private func begin(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let form = try await request.form()
        let service = try door.library.service(
            form.required("service", "请先在服务目录里选择要办的事项。"))
        let start = try await draft(
            of: service, for: form["applicant"], by: caller.account, on: request.now.day)
        if let earlier = try await door.drafts.unfinished(start, of: caller.accountID) {
            return .redirect(to: ApplicationPath.resumption(earlier))
        }
        let id = try await door.drafts.begin(start, by: caller.actor(request), at: request.now)
        return .redirect(to: ApplicationPath.page(id, 1))
    }

    /// A clerk who names somebody files at the counter; everybody else files for themselves.
    private func draft(
        of service: PublicService, for code: String?, by account: Account, on day: CivilDate
    ) async throws -> DraftStart {
        try applicants.admit(account, to: service.item)
        guard let code, !code.isEmpty else {
            let own = try await applicants.own(of: account, for: service.item)
            return try await start(service, own, agent: account, channel: "page", on: day)
        }
        let applicant = try await applicants.named(code, by: account, for: service.item)
        return account.isStaff
            ? try await start(service, applicant, agent: nil, channel: FilingRecord.counter, on: day)
            : try await start(service, applicant, agent: account, channel: "page", on: day)
    }

    private func start(
        _ service: PublicService, _ applicant: Applicant, agent: Account?, channel: String, on day: CivilDate
    ) async throws -> DraftStart {
        var prefilling = try await applicants.prefilling(for: applicant, agent: agent)
        if service.item.asksLicences { prefilling.licences = try await reuse.facts(of: applicant, on: day) }
        return DraftStart(
            service: service, applicant: applicant, channel: channel,
            known: prefilling.answers(for: service.item))
    }

    private func remove(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let draft = try await door.draft(request, caller)
        if let number = draft.submittedNumber { return .redirect(to: ApplicationPath.receipt(number)) }
        try await door.drafts.remove(draft, by: caller.actor(request), at: request.now)
        return .redirect(to: draft.isAtCounter ? CounterPath.counter : ApplicationPath.my)
    }
}
