import Refusals
import Storage
import Web
import WorkingTime

/// The certificates of whoever is signed in; mounted only where there is a gateway for them.
struct CertificatePages: Sendable {
    let security: AccountSecurity
    let gateways: CertificateGateways

    var routes: [Route] {
        [
            .get(SecurityPath.certificates, .holder.fresh, "数字证书") { request, holder in
                try await list(request, holder)
            },
            .post(SecurityPath.certificates, .holder.fresh, journal: "certificate.enrolled", "绑定数字证书") {
                request, holder in
                guard case .good(let certificate) = gateways.presented(in: request) else {
                    throw DomainError.conflict("没有读到数字证书。请插入证书介质（USB Key），重新打开浏览器后再试。")
                }
                let token = try await security.change(holder, request) {
                    try CertificateSignIn.bind(certificate, $0)
                }
                return security.cookie(token, on: .redirect(to: SecurityPath.certificates))
            },
            .post(
                SecurityPath.certificateRemoval, .signedIn.fresh, journal: "certificate.removed", "解除数字证书"
            ) { request, holder in
                guard let id = Int64(try request.parameter("id")) else {
                    throw DomainError.notFound("没有找到这张数字证书。")
                }
                let settings = security.settings
                try await security.change(holder, request) { try CertificateSignIn.remove(id, settings, $0) }
                return .redirect(to: SecurityPath.certificates)
            },
        ]
    }

    private func list(_ request: WebRequest, _ holder: any SessionHolder) async throws -> WebResponse {
        let id = holder.account.id
        let bound = try await security.database.read { try CertificateStore.certificates(of: id, in: $0) }
        let body: HTML = """
            <h1>数字证书</h1>
            <p class="lead">用证书介质（USB Key）登录，不用密码。</p>
            \(bound.isEmpty ? EmptyState("还没有绑定数字证书").html : "<ul class=\"links\">\(each: bound, { item($0, request) })</ul>")
            \(here(request, bound))
            """
        return .page(SecurityPage(holder: holder).page("数字证书", body: body))
    }

    private func here(_ request: WebRequest, _ bound: [BoundCertificate]) -> HTML {
        guard case .good(let certificate) = gateways.presented(in: request) else {
            return "<p class=\"hint\">现在没有读到数字证书。插入证书介质并重新打开浏览器后，可以在这里绑定。</p>"
        }
        guard !bound.contains(where: { $0.certificate == certificate }) else {
            return "<p class=\"hint\">现在插着的证书已经绑定。</p>"
        }
        return """
            <h2>现在插着的证书</h2>
            \(SummaryList([.init("持有人", "\(certificate.subject)"), .init("序列号", "<span class=\"code\">\(certificate.serial)</span>")]).html)
            \(PostButton("绑定这张证书", action: SecurityPath.certificates, token: request.csrf, tone: .primary).html)
            """
    }

    private func item(_ bound: BoundCertificate, _ request: WebRequest) -> HTML {
        let path = SecurityPath.of(bound.id, SecurityPath.certificateRemoval)
        return """
            <li><div>\(bound.certificate.subject)<p class="hint">序列号 <span class="code">\(bound.certificate.serial)</span>，\
            \(bound.createdAt.shortChinese)绑定</p></div>\(PostButton("解除", action: path, token: request.csrf).html)</li>
            """
    }
}
