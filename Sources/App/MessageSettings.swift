import Foundation
import Messaging
import WorkingTime

/// The gateways and the mail server by which messages leave the house; without any they stay in the inboxes here.
public struct MessageSettings: Sendable, Hashable {
    private struct Gateway: Sendable, Hashable {
        var url = ""
        var secret = ""
    }

    /// In the order in which they are asked.
    private var gateways = [Gateway(), Gateway(), Gateway()]
    private var mail = MailSettings()

    /// No gateway and no mail server.
    public init() {}

    private static let gatewayNames = ["message_gateway", "message_gateway_2", "message_gateway_3"]
    static let names = gatewayNames + gatewayNames.map { "\($0)_secret" } + MailSettings.names

    mutating func set(_ name: String, _ value: String) {
        if let place = Self.gatewayNames.firstIndex(of: name) {
            gateways[place].url = value
        } else if let place = Self.gatewayNames.firstIndex(where: { "\($0)_secret" == name }) {
            gateways[place].secret = value
        } else {
            mail.set(name, value)
        }
    }

    /// What stands in the settings is not repeated: it may hold a password in the wrong place.
    func check(_ mistakes: inout [String]) {
        for (name, gateway) in zip(Self.gatewayNames, gateways) { check(name, gateway, &mistakes) }
        mail.check(&mistakes)
    }

    private func check(_ name: String, _ gateway: Gateway, _ mistakes: inout [String]) {
        guard !gateway.url.isEmpty || !gateway.secret.isEmpty else { return }
        let parts = URLComponents(string: gateway.url)
        if gateway.url.isEmpty {
            mistakes.append("\(name)_secret 只与 \(name) 一起使用")
        } else if parts == nil || !["http", "https"].contains(parts?.scheme) || (parts?.host ?? "").isEmpty
            || parts?.user != nil || parts?.password != nil || parts?.fragment != nil
        {
            mistakes.append("\(name) 应为 http:// 或 https:// 开头的地址，密钥另设")
        }
        let isSecret =
            !gateway.secret.isEmpty && gateway.secret.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        if !gateway.url.isEmpty, !isSecret {
            mistakes.append("\(name) 要与 \(name)_secret 一起设置，密钥只能有不带空格的 ASCII 字符")
        }
    }

    /// The ways out of the house.
    ///
    /// - Parameter isDemo: then what has no carrier goes to one that sends nothing.
    func lines(isDemo: Bool, clock: @escaping @Sendable () -> Instant) -> [OutwardChannel: CarrierLine] {
        var carriers: [OutwardChannel: [any MessageCarrier]] = [:]
        carriers[.sms] = gateways.enumerated().filter { !$1.url.isEmpty }.map { place, gateway in
            MessageGateway(name: "sms-\(place + 1)", url: gateway.url, secret: gateway.secret)
        }
        carriers[.mail] = mail.server(clock: clock).map { [$0] } ?? []
        for way in OutwardChannel.allCases where carriers[way]?.isEmpty != false && isDemo {
            carriers[way] = [SampleCarrier(name: "demo-\(way.rawValue)")]
        }
        return carriers.filter { !$0.value.isEmpty }.mapValues { CarrierLine($0, clock: clock) }
    }

    /// The secrets by which gateways sign their receipts, by the gateway's name.
    var secrets: [String: String] {
        gateways.enumerated().filter { !$1.url.isEmpty }.reduce(into: [:]) {
            $0["sms-\($1.offset + 1)"] = $1.element.secret
        }
    }
}

/// The secret is never printed, also where a whole configuration is.
extension MessageSettings: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Whether there is a way out.
    public var description: String { self == MessageSettings() ? "no gateway" : "a gateway" }
    /// The same.
    public var debugDescription: String { description }
    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
