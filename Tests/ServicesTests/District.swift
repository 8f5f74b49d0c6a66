import Foundation
import Services
import Testing

/// The names that items of the sample district may refer to, and its items ready to be answered.
enum District {
    static let known = KnownNames(
        organs: [
            "scjg", "wsjk", "mzj", "jyj", "zjj", "xfjy", "yjj", "wgl", "rsj", "gaj", "zrzy", "nyj", "cgj",
            "cl", "shuiwu",
        ],
        processes: [
            "on-the-spot", "single-organ", "street-then-bureau", "multi-organ-parallel",
            "notification-commitment", "with-inspection", "open-restaurant",
        ],
        lifeEvents: Set((try? ItemFiles.lifeEvents().map(\.key)) ?? []))

    /// Read once: a debug build takes its time over seven thousand lines of YAML.
    static let files = Result { try ItemFiles.items() }

    static func items() throws -> [ServiceItem] {
        try files.get().map {
            $0.offering(
                streets: [FormOption(value: "441202001", label: "城东街道")],
                districts: [FormOption(value: "441202", label: "端州区")],
                communities: [FormOption(value: "441202001901", label: "东门社区")])
        }
    }

    static func item(_ slug: String) throws -> ServiceItem {
        let found = try items().first { $0.slug == slug }
        return try #require(found)
    }

    /// The item with one part of its JSON changed, as an editor's slip would change it.
    static func item(_ slug: String, changing: (inout [String: Any]) -> Void) throws -> ServiceItem {
        let data = try JSONEncoder().encode(item(slug))
        var json = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        changing(&json)
        return try JSONDecoder().decode(ServiceItem.self, from: JSONSerialization.data(withJSONObject: json))
    }

    /// What a careful applicant answers to a question of this kind.
    static func answer(_ field: FormField) -> FormValue {
        switch field.kind {
        case .text, .longText, .address: "演示"
        case .integer, .number, .money: 1
        case .date: "2026-11-21"
        case .boolean: true
        case .phone: "13800005678"
        case .email: "chenjing@example.com"
        case .identityNumber: "441299198511152041"
        case .creditCode: "91441202MA4W12346L"
        case .division, .choice: .string(field.options.first?.value ?? "")
        case .choices: .list(field.options.map(\.value))
        case .file: "1"
        case .bankAccount: "6222000000000000012"
        case .signature: "张伟"
        case .mapPoint: "112.472100,23.051500"
        case .region: .string(field.options.last?.value ?? "")
        case .table: .table([Dictionary(uniqueKeysWithValues: field.columns.map { ($0.name, answer($0)) })])
        }
    }

    static func answers(_ item: ServiceItem) -> FormAnswers {
        Dictionary(uniqueKeysWithValues: item.fields.map { ($0.name, answer($0)) })
    }
}
