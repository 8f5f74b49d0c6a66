import Foundation
import Messaging
import WorkingTime

/// The mail server of the district. A part of ``MessageSettings``, which never prints it.
struct MailSettings: Sendable, Hashable {
    private var address = ""
    private var user = ""
    private var password = ""
    private var sender = ""
    private var name = "政务服务"
    private var authorities = ""

    static let names = [
        "mail_server", "mail_user", "mail_password", "mail_from", "mail_from_name", "mail_authorities",
    ]

    mutating func set(_ setting: String, _ value: String) {
        switch setting {
        case "mail_server": address = value
        case "mail_user": user = value
        case "mail_password": password = value
        case "mail_from": sender = value
        case "mail_authorities": authorities = value
        default: name = value
        }
    }

    /// What stands in the settings is not repeated: it may hold a password in the wrong place.
    func check(_ mistakes: inout [String]) {
        guard !address.isEmpty else {
            let isAlone = !(user + password + sender).isEmpty
            if isAlone { mistakes.append("mail_user、mail_password 和 mail_from 只与 mail_server 一起使用") }
            return
        }
        let parts = URLComponents(string: address)
        if parts == nil || !["smtp", "smtps"].contains(parts?.scheme) || (parts?.host ?? "").isEmpty
            || parts?.user != nil || parts?.password != nil || !["", "/"].contains(parts?.path)
        {
            mistakes.append("mail_server 应为 smtp:// 或 smtps:// 开头的地址，用户和密码另设")
        }
        if (try? MailAddress.checked(sender)) == nil { mistakes.append("mail_from 应为发件人的邮箱地址") }
        if !authorities.isEmpty, !FileManager.default.isReadableFile(atPath: authorities) {
            mistakes.append("mail_authorities 指的文件读不到")
        }
        if user.isEmpty != password.isEmpty { mistakes.append("mail_user 和 mail_password 要一起设置") }
    }

    /// The server, when there is one. Without TLS mail is handed over on this machine alone.
    func server(clock: @escaping @Sendable () -> Instant) -> MailServer? {
        guard !address.isEmpty, let parts = URLComponents(string: address) else { return nil }
        let isHere = ["localhost", "127.0.0.1", "[::1]", "::1"].contains(parts.host ?? "")
        let security: MailServer.Security = parts.scheme == "smtps" ? .tls : isHere ? .none : .startTLS
        return MailServer(
            name: "mail-1",
            settings: .init(
                address: address, security: security, user: user, password: password,
                sender: MailSender(name: name, address: sender),
                authorities: authorities.isEmpty ? nil : authorities), clock: clock)
    }
}
