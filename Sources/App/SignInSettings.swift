import Foundation
import Identity
import WebAuthn

/// What an installation decides about how people sign in.
public struct SignInSettings: Sendable, Hashable {
    private var staffIdleMinutes = SessionRules.standard.staffIdleSeconds / 60
    private var citizenIdleMinutes = SessionRules.standard.citizenIdleSeconds / 60
    private var sessionHours = SessionRules.standard.absoluteSeconds / 3_600
    private var areLimitsSet = false
    private var breachedPasswords = ""
    private var certificateGateways: Set<String> = []
    private var certificateHeaders: [String: String] = [:]
    private var kiosks: [String: String] = [:]

    /// The defaults.
    public init() {}

    private static let headerNames = [
        "certificate_verified_header", "certificate_subject_header", "certificate_serial_header",
        "certificate_issuer_header",
    ]

    static let names =
        [
            "staff_idle_minutes", "citizen_idle_minutes", "session_hours", "breached_passwords",
            "certificate_gateways", "kiosks",
        ] + headerNames

    mutating func set(_ name: String, _ value: String, _ mistakes: inout [String]) {
        switch name {
        case "staff_idle_minutes": setLimit(\.staffIdleMinutes, name, value, 1...480, &mistakes)
        case "citizen_idle_minutes": setLimit(\.citizenIdleMinutes, name, value, 1...1_440, &mistakes)
        case "session_hours": setLimit(\.sessionHours, name, value, 1...24, &mistakes)
        case "breached_passwords": breachedPasswords = value
        case "certificate_gateways":
            certificateGateways = Set(value.split(separator: ",").map(String.init))
        case "kiosks": setKiosks(value, &mistakes)
        default:
            let isToken = !value.isEmpty && value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != 0x3a }
            guard isToken else { return mistakes.append("\(name) 应为一个请求头的名称") }
            certificateHeaders[name] = value
        }
    }

    private mutating func setLimit(
        _ path: WritableKeyPath<SignInSettings, Int>, _ name: String, _ value: String,
        _ range: ClosedRange<Int>, _ mistakes: inout [String]
    ) {
        guard let number = Int(value), range.contains(number) else {
            let words = "\(range.lowerBound) 到 \(range.upperBound)"
            return mistakes.append("\(name) 应为 \(words) 的整数，不是 \(value)")
        }
        self[keyPath: path] = number
        areLimitsSet = true
    }

    /// `192.0.2.7=政务大厅一号终端`, several with commas.
    private mutating func setKiosks(_ value: String, _ mistakes: inout [String]) {
        for entry in value.split(separator: ",") {
            let parts = entry.split(separator: "=", maxSplits: 1).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                mistakes.append("kiosks 的每一项应为“地址=名称”，不是 \(entry)")
                continue
            }
            kiosks[parts[0]] = parts[1]
        }
    }

    /// What `Identity` is told.
    func identity(_ configuration: Configuration, site: String, secret: [UInt8]) -> IdentitySettings {
        var settings = IdentitySettings(
            isDemo: configuration.isDemo, isHTTPS: configuration.isHTTPS, sessions: sessions)
        settings.siteName = site
        settings.publicAddress = configuration.publicAddress
        settings.secret = secret
        settings.relyingParty = Self.relyingParty(configuration.publicAddress, name: site)
        settings.breachedPasswordsPath = breachedPasswords.isEmpty ? nil : breachedPasswords
        settings.certificates = certificateGateways.isEmpty ? nil : gateways
        settings.kiosks = kiosks
        settings.kioskDoors = Self.kioskDoors
        if configuration.isDemo, kiosks.isEmpty { settings.kiosks = ["127.0.0.1": "演示自助终端"] }
        return settings
    }

    private var sessions: SessionRules? {
        guard areLimitsSet else { return nil }
        return SessionRules(
            staffIdleSeconds: staffIdleMinutes * 60, citizenIdleSeconds: citizenIdleMinutes * 60,
            absoluteSeconds: sessionHours * 3_600)
    }

    private var gateways: CertificateGateways {
        var gateways = CertificateGateways(addresses: certificateGateways)
        gateways.verified = certificateHeaders["certificate_verified_header"] ?? gateways.verified
        gateways.subject = certificateHeaders["certificate_subject_header"] ?? gateways.subject
        gateways.serial = certificateHeaders["certificate_serial_header"] ?? gateways.serial
        gateways.issuer = certificateHeaders["certificate_issuer_header"] ?? gateways.issuer
        return gateways
    }

    /// Passkeys need a name: browsers make none for a site that has only a number.
    private static func relyingParty(_ address: String, name: String) -> RelyingParty? {
        guard let parts = URLComponents(string: address), let scheme = parts.scheme, let host = parts.host,
            !host.contains(":"), !host.allSatisfy({ $0.isNumber || $0 == "." })
        else { return nil }
        let port = parts.port.map { ":\($0)" } ?? ""
        return RelyingParty(id: host, name: name, origins: ["\(scheme)://\(host)\(port)"])
    }
}

extension SignInSettings {
    /// What the machines in public halls offer, each a page of its own feature.
    private static let kioskDoors = [
        KioskDoor("找服务、办事", "找到事项，填写并提交", "/services"),
        KioskDoor("我的办件", "用手机登录，查看、补正、打印回执、领证照", "/kiosk/sign-in"),
        KioskDoor("查进度", "凭编号和查询码，可以打印", "/progress"),
        KioskDoor("反映问题", "咨询、投诉、建议，有关单位答复", "/requests/form"),
        KioskDoor("评价", "凭评价码评价这次办事", "/rate"),
        KioskDoor("核验证照", "查证照是真是假", "/verify"),
    ]
}
