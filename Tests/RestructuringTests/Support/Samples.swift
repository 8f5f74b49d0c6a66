import Cases
import Codes
import Government
import Identity
import Journal
import Testing
import WorkingTime

@testable import Restructuring

/// A small district for the pure rules.
enum Samples {
    static let now = Instant(day: day("2026-11-09"))
    static let drafter = Actor(
        accountID: 1, name: "罗志明", organ: "zwfw", roles: ["sysadmin"], channel: "page", address: "")
    static let approver = Actor(
        accountID: 2, name: "曹丽华", organ: "zwfw", roles: ["secadmin"], channel: "page", address: "")

    static func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? .first }

    static func organ(_ key: String, _ name: String, _ place: Int, kind: Organ.Kind = .bureau) -> Organ {
        let body = "11441202MB9D0\(String(place + 1000))"
        let code = try? CreditCode.checked(body17: body)
        #expect(code != nil)
        return Organ(
            key: key, name: name, fullName: "肇庆市端州区\(name)",
            code: code ?? Samples.anyCode, kind: kind, divisionCode: nil, phone: "", address: "")
    }

    /// Never used: every sample has a code of its own.
    private static let anyCode: CreditCode = {
        do { return try CreditCode("11441202MB9D000170") } catch { return organ("zfb", "", 999).code }
    }()

    static let organs = [
        organ("scjg", "市场监督管理局", 1), organ("wsjk", "卫生健康局", 2), organ("zjj", "住房和城乡建设局", 3),
        organ("xfjy", "消防救援大队", 4), organ("zwfw", "政务服务局", 5, kind: .hall),
        organ("cd", "城东街道", 6, kind: .street),
    ]

    static func seat(_ id: Int64, _ login: String, _ organ: String, _ role: Role) -> HeldSeat {
        HeldSeat(
            accountID: id, login: login, name: login, post: Post(organ: organ, role: role), term: .unlimited)
    }

    static let facts = PlanFacts(
        organs: organs,
        items: [
            .init(code: "food", name: "食品经营许可", organ: "scjg", coOrgans: []),
            .init(code: "company", name: "企业设立登记", organ: "scjg", coOrgans: []),
            .init(code: "road", name: "临时占道", organ: "zjj", coOrgans: ["scjg"]),
        ],
        seats: [
            seat(11, "officer-scjg", "scjg", .officer), seat(12, "head-scjg", "scjg", .head),
            seat(13, "officer-wsjk", "wsjk", .officer), seat(14, "officer-zjj", "zjj", .officer),
        ],
        workload: [
            Workload(organ: "scjg", role: "officer", item: "food", count: 3),
            Workload(organ: "scjg", role: "leader", item: "company", count: 1),
        ])

    static func plan(_ steps: RestructuringStep...) throws -> RestructuringPlan {
        var plan = try RestructuringPlan.draft(
            "第一批", basis: "端府〔2026〕1号", effectiveOn: day("2026-12-01"), id: 7, by: drafter, at: now)
        for step in steps { try plan.add(step, by: drafter, at: now) }
        return plan
    }

    static let newOrgan = RestructuringStep.NewOrgan(
        key: "xksp", name: "行政许可局", fullName: "肇庆市端州区行政许可局",
        code: organ("xksp", "行政许可局", 77).code.text, phone: "", address: "")
}
