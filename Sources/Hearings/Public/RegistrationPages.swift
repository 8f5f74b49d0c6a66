import HTTPTypes
import Identity
import Refusals
import Storage
import Web

/// Registering, giving up, and signing.
struct RegistrationPages: Sendable {
    let office: HearingOffice
    let registering: Registering

    var routes: [Route] {
        [
            .post(
                HearingPath.part("{id}", "registration"), .signedIn, journal: "public_hearing.registered",
                "报名参加听证会"
            ) { try await register($0, $1) },
            .post(
                HearingPath.part("{id}", "withdrawal"), .signedIn,
                journal: "public_hearing.registration_withdrawn", "撤回听证会报名"
            ) { request, caller in
                let id = try request.id(HearingOffice.missing)
                try await registering.withdraw(
                    from: id, as: caller.account, by: caller.actor(request), at: request.now)
                return .redirect(to: HearingPath.one(String(id)))
            },
            .post(
                HearingPath.part("{id}", "signature"), .signedIn, journal: "public_hearing.signed", "签听证笔录"
            ) {
                request, caller in
                let (id, form) = (try request.id(HearingOffice.missing), try await request.form())
                try await registering.sign(
                    id, seen: form["digest"], as: caller.account, by: caller.actor(request), at: request.now)
                return .redirect(to: HearingPath.part(String(id), "record"))
            },
        ]
    }

    private func register(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let (id, form) = (try request.id(HearingOffice.missing), try await request.form())
        do {
            _ = try await registering.register(
                role: form["role"] ?? "", view: form["view"] ?? "", for: id, as: caller.account,
                by: caller.actor(request), at: request.now)
            return .redirect(to: HearingPath.one(String(id)))
        } catch DomainError.invalid(let errors) {
            let page = try await HearingPages(office: office).show(request, entered: form, errors: errors)
            return .page(page, status: .unprocessableContent)
        }
    }
}
