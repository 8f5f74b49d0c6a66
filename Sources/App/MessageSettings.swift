import Codes
import Desk
import Foundation
import Government
import Identity
import Messaging
import ServiceLifecycle
import WorkingTime

/// The gateway by which messages leave the house; without one they stay in the inboxes here.
public struct MessageSettings: Sendable, Hashable {
    private var url = ""
    private var secret = ""

    /// No gateway.
    public init() {}

    static let names = ["message_gateway", "message_gateway_secret"]

    mutating func set(_ name: String, _ value: String) {
        if name == "message_gateway" { url = value } else { secret = value }
    }

    /// What stands in the settings is not repeated: it may hold a password in the wrong place.
    func check(_ mistakes: inout [String]) {
        guard !url.isEmpty || !secret.isEmpty else { return }
        let parts = URLComponents(string: url)
        if url.isEmpty {
            mistakes.append("message_gateway_secret 只与 message_gateway 一起使用")
        } else if parts == nil || !["http", "https"].contains(parts?.scheme) || (parts?.host ?? "").isEmpty
            || parts?.user != nil || parts?.password != nil || parts?.fragment != nil
        {
            mistakes.append("message_gateway 应为 http:// 或 https:// 开头的地址，密钥另设")
        }
        if !url.isEmpty, secret.isEmpty || !secret.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
            mistakes.append("message_gateway 要与 message_gateway_secret 一起设置，密钥只能有不带空格的 ASCII 字符")
        }
    }

    /// The gateway, when there is one.
    func gateway() -> MessageGateway? {
        url.isEmpty ? nil : MessageGateway(url: url, secret: secret)
    }
}

/// The secret is never printed, also where a whole configuration is.
extension MessageSettings: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Whether there is a gateway.
    public var description: String { url.isEmpty ? "no gateway" : "a gateway" }
    /// The same.
    public var debugDescription: String { description }
    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension MessageDelivery {
    /// Delivery to the telephones of registered persons, with a link to the matter on this site.
    init(by gateway: MessageGateway, site: String, clock: @escaping @Sendable () -> Instant) {
        self.init(gateway: gateway, clock: clock) { accountID, tx in
            let account = try Accounts.account(accountID, on: clock().day, in: tx)
            guard let person = try account?.personID.flatMap({ try Directory.person($0, in: tx) }),
                !person.phone.isEmpty
            else { return nil }
            return Recipient(name: person.name, number: person.phone)
        } link: { message in
            let number = try? CaseNumber(message.subject)
            if message.subject.hasPrefix("/desk/") { return site + message.subject }
            return site + (number.map { CasePath.progress($0.text) } ?? "/my/messages")
        }
    }
}

/// Ends the connections to the gateway, once nothing is sent any more.
struct GatewayClosing: Service {
    let gateway: MessageGateway

    func run() async throws {
        try? await gracefulShutdown()
        try await gateway.close()
    }
}
