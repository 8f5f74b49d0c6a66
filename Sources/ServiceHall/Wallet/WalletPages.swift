import Cases
import HTTPTypes
import Identity
import Licences
import Refusals
import Web
import WorkingTime

/// 我的证照: the licences of a person and of their enterprises, each with its paper, its signed file, where it was used,
/// and a code to show it by.
struct WalletPages: Sendable {
    let licences: Licences
    let printer: DocumentPrinter
    let publicAddress: String

    var routes: [Route] {
        [
            .get(LicencePath.wallet, .signedIn, "我的证照") { request, caller in
                let held = try await licences.wallet(of: caller.account)
                return .page(MyLicencesPage(licences: held, today: request.now.day).page())
            },
            .get(LicencePath.held("{id}"), .signedIn, "我的证照：查看") { request, caller in
                let held = try await held(request, caller)
                return .page(HeldLicencePage(held: held, now: request.now, token: request.csrf).page).own
            },
            .get(LicencePath.pdf("{id}"), .signedIn, "我的证照（PDF）") { request, caller in
                let document = try await held(request, caller).licence.document
                return WebResponse.file(
                    try await printer.pdf(of: document), name: "\(document.title).pdf",
                    contentType: "application/pdf", disposition: .inline
                ).own
            },
            .get(LicencePath.file("{id}"), .signedIn, "我的证照（签名文件）") { request, caller in
                let held = try await held(request, caller)
                return WebResponse.file(
                    Array(held.signed.utf8), name: "\(held.licence.name).json",
                    contentType: "application/json"
                ).own
            },
            .post(LicencePath.showings("{id}"), .signedIn, journal: "licence.shown", "出示证照") {
                request, caller in try await show(request, caller)
            },
            .get(LicencePath.shown("{code}"), .anyone, "核验出示的证照") { request, _ in
                let licence = try await licences.shown(
                    by: try request.parameter("code"), at: request.now)
                return .page(LicenceVerificationPage(licence: licence, now: request.now).page).unlisted
            },
        ]
    }

    private func held(_ request: WebRequest, _ caller: SignedIn) async throws -> HeldLicence {
        try await licences.held(request.id("没有找到这份证照，或者您无权查看。"), by: caller.account)
    }

    private func show(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let id = try request.id("没有找到这份证照，或者您无权查看。")
        let showing = try await licences.show(
            id, of: caller.account, by: caller.actor(request), at: request.now)
        let licence = try await held(request, caller).licence
        let address = publicAddress + LicencePath.shown(showing.code)
        return .page(try ShowingPage(licence: licence, showing: showing, address: address).page).own
    }
}

extension WebResponse {
    /// For its holder alone.
    fileprivate var own: WebResponse { header("Cache-Control", "private, no-store") }
}
