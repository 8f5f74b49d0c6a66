import CCurl
import NIOPosix
import WorkingTime

/// The district's mail server, reached over SMTP (RFC 5321) by libcurl, which keeps up with what servers want of TLS and
/// of signing in. It hands over on a thread of its own: libcurl waits.
public final class MailServer: MessageCarrier {
    /// How the connection is kept from eavesdroppers.
    public enum Security: Sendable, Hashable {
        /// TLS from the first byte (`smtps://`).
        case tls
        /// STARTTLS, without which nothing is sent (RFC 3207).
        case startTLS
        /// None: for a server on the same machine.
        case none
    }

    /// What it is told about the server.
    public struct Settings: Sendable, Hashable {
        let address: String
        let security: Security
        let user: String
        let password: String
        let sender: MailSender
        let authorities: String?

        /// - Parameters:
        ///   - address: `smtp://host:port` or `smtps://host:port`.
        ///   - authorities: a PEM file of those whose certificates are believed, in place of the system's.
        public init(
            address: String, security: Security, user: String, password: String, sender: MailSender,
            authorities: String? = nil
        ) {
            (self.address, self.security, self.authorities) = (address, security, authorities)
            (self.user, self.password, self.sender) = (user, password, sender)
        }
    }

    /// How long one mail may take, in seconds; well within a job's lease.
    private static let limitSeconds = 12
    private static let connectSeconds = 4
    private static let isStarted = ccurl_start() == CURLE_OK

    /// Its name in the list of carriers.
    public let name: String
    private let settings: Settings
    private let clock: @Sendable () -> Instant

    /// A server; nothing is asked of it before the first mail.
    public init(name: String, settings: Settings, clock: @escaping @Sendable () -> Instant) {
        (self.name, self.settings, self.clock) = (name, settings, clock)
    }

    /// Each mail has its own connection.
    public func close() async throws {}

    /// Hands a mail over.
    public func send(_ dispatch: Dispatch, key: String) async throws -> CarrierReceipt {
        let host = settings.sender.address.split(separator: "@").last.map(String.init) ?? "localhost"
        let letter = MailLetter(
            from: settings.sender, to: dispatch.address, subject: dispatch.subject,
            text: dispatch.link.isEmpty ? dispatch.text : "\(dispatch.text)\n\n\(dispatch.link)\n",
            messageID: "\(key)@\(host)", sentAt: clock())
        let (settings, recipient) = (settings, dispatch.address)
        guard Self.isStarted else { throw CarrierOutage("邮件组件没有启动") }
        let (code, status) = try await NIOThreadPool.singleton.runIfActive {
            Self.hand(over: letter.bytes, to: recipient, settings)
        }
        try Self.judge(code, status)
        return CarrierReceipt(reference: letter.messageID)
    }

    /// A final word of the server about this mail is a refusal; that it does not let us in is not about the mail.
    private static func judge(_ code: CURLcode, _ status: Int) throws {
        guard code != CURLE_OK else { return }
        if let outage = outages[code.rawValue] { throw CarrierOutage(outage) }
        if (500..<600).contains(status) { throw CarrierRefusal(status: status) }
        throw CarrierOutage(status == 0 ? "没有应答" : "暂时不能接收（\(status)）")
    }

    /// What keeps us out, in words for whoever looks after the server.
    private static let outages: [UInt32: String] = [
        CURLE_LOGIN_DENIED.rawValue: "邮件服务器不接受用户名或密码",
        CURLE_COULDNT_CONNECT.rawValue: "连不上邮件服务器",
        CURLE_COULDNT_RESOLVE_HOST.rawValue: "找不到邮件服务器的地址",
        CURLE_OPERATION_TIMEDOUT.rawValue: "邮件服务器没有应答",
        CURLE_USE_SSL_FAILED.rawValue: "邮件服务器不提供加密，没有发送",
        CURLE_SSL_CONNECT_ERROR.rawValue: "与邮件服务器的加密连接没有建立",
        CURLE_PEER_FAILED_VERIFICATION.rawValue: "邮件服务器的证书不可信，没有发送",
    ]

    private static func hand(over bytes: [UInt8], to recipient: String, _ settings: Settings) -> (
        CURLcode, Int
    ) {
        guard let handle = curl_easy_init() else { return (CURLE_FAILED_INIT, 0) }
        defer { curl_easy_cleanup(handle) }
        let recipients = curl_slist_append(nil, "<\(recipient)>")
        defer { curl_slist_free_all(recipients) }
        prepare(handle, settings)
        _ = ccurl_set_list(handle, CURLOPT_MAIL_RCPT, recipients)
        let code = bytes.withUnsafeBytes { content in
            var source = ccurl_source(
                bytes: content.baseAddress?.assumingMemoryBound(to: CChar.self), count: bytes.count,
                position: 0)
            return withUnsafeMutablePointer(to: &source) { source in
                _ = ccurl_set_source(handle, source)
                return curl_easy_perform(handle)
            }
        }
        return (code, ccurl_response_code(handle))
    }

    private static func prepare(_ handle: UnsafeMutableRawPointer, _ settings: Settings) {
        _ = ccurl_set_text(handle, CURLOPT_URL, settings.address)
        _ = ccurl_set_text(handle, CURLOPT_MAIL_FROM, "<\(settings.sender.address)>")
        _ = ccurl_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        _ = ccurl_set_long(handle, CURLOPT_UPLOAD, 1)
        _ = ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        _ = ccurl_set_long(handle, CURLOPT_TIMEOUT, limitSeconds)
        _ = ccurl_set_long(handle, CURLOPT_CONNECTTIMEOUT, connectSeconds)
        let wanted = settings.security == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
        _ = ccurl_set_long(handle, CURLOPT_USE_SSL, Int(wanted.rawValue))
        if let authorities = settings.authorities {
            _ = ccurl_set_text(handle, CURLOPT_CAINFO, authorities)
        }
        guard !settings.user.isEmpty else { return }
        _ = ccurl_set_text(handle, CURLOPT_USERNAME, settings.user)
        _ = ccurl_set_text(handle, CURLOPT_PASSWORD, settings.password)
    }
}
