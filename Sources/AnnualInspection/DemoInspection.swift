import Codes
import Foundation
import Government
import Identity
import Journal
import Services
import Storage
import WorkingTime

extension AnnualInspection {
    /// A year that is over and one that is open, for the sample district; may run again at any time.
    public static func seedDemo(into database: Database, at now: Instant) async throws {
        try await database.write { tx in
            try tx.exclude("inspection-plan")
            guard try InspectionStore.plans(in: tx).isEmpty,
                let writer = try Accounts.account(named: "officer-scjg", on: now.day, in: tx),
                let head = try Accounts.account(named: "head-scjg", on: now.day, in: tx)
            else { return }
            let demo = DemoInspection(writer: writer, head: head, now: now)
            let before = try demo.plan(now.day.year - 1, from: -430, to: -340, in: tx)
            let open = try demo.plan(now.day.year, from: -45, to: 33, in: tx)
            try demo.file("chenjing", in: before, isPassed: true, tx)
            try demo.file("zhengguodong", in: open, isPassed: false, tx)
        }
    }
}

/// What the sample district's annual inspections are made of.
private struct DemoInspection {
    let writer: Account
    let head: Account
    let now: Instant

    private static let lines = """
        【市场监督管理局】
        年末从业人数｜整数｜人
        主营业务收入｜金额
        经营项目有没有变化｜单选｜没有变化、有变化
        食品安全管理制度是否落实｜是否

        【人力资源和社会保障局】
        签订劳动合同的职工人数｜整数｜人
        是否按时足额发放工资｜是否

        【消防救援大队】
        消防设施最近一次检测日期｜日期
        疏散通道和安全出口情况｜单选｜保持畅通、有过占用，已清理
        """

    private static let codes = [
        "91441202MA4W12346L", "91441202MA9Y00020W", "92441202MA9Y00039N", "91441202MA9Y00047L",
        "91441202MA9Y00055F",
    ]

    private static let answers: [String: FormValue] = [
        "scjg_1": .number(18), "scjg_2": .number(2_860_000), "scjg_3": "没有变化", "scjg_4": .bool(true),
        "rsj_1": .number(16), "rsj_2": .bool(true), "xfjy_1": "2025-08-20", "xfjy_2": "保持畅通",
    ]

    func plan(_ year: Int, from: Int, to: Int, in tx: Transaction) throws -> InspectionPlan {
        let names = try Directory.organs(in: tx).map { ($0.key, $0.name) }
        let parts = try PlanLines.parts(
            of: Self.lines, organs: Dictionary(names) { first, _ in first })
        let entry = InspectionPlan.Entry(
            opensOn: now.day.adding(days: from), closesOn: now.day.adding(days: to), parts: parts)
        let published = now.adding(seconds: (from - 1) * 86_400)
        var plan = try InspectionPlan.begin(
            id: tx.ids.next(), year: year, lead: "scjg", entry,
            by: writer.actor(channel: "page", address: ""), today: now.day)
        try plan.publish(by: head.actor(channel: "page", address: ""), at: published)
        try InspectionStore.save(plan, in: tx)
        for code in try Self.codes.map({ try CreditCode($0) }) {
            guard let entity = try Directory.entity(code, in: tx) else { continue }
            _ = try InspectionStore.oblige(code.text, entity.name, in: plan.id, tx)
        }
        return plan
    }

    /// What the enterprise of an account said.
    func file(_ login: String, in plan: InspectionPlan, isPassed: Bool, _ tx: Transaction)
        throws
    {
        guard let account = try Accounts.account(named: login, on: now.day, in: tx),
            let code = try account.entities.first.map({ try CreditCode($0) }),
            let entity = try Directory.entity(code, in: tx)
        else { return }
        let filedAt = Instant(day: plan.opensOn.adding(days: 12), hour: 10, minute: 20)
        var filing = InspectionFiling(
            id: tx.ids.next(), planID: plan.id, year: plan.year, code: code.text, name: entity.name,
            accountID: account.id, filedBy: account.displayName, filedAt: filedAt,
            answers: Self.answers, carried: [],
            parts: plan.parts.map { InspectionPart(organ: $0.organ) })
        if isPassed {
            for organ in plan.parts.map(\.organ) {
                guard let officer = try Accounts.account(named: "officer-\(organ)", on: now.day, in: tx)
                else {
                    continue
                }
                let actor = officer.actor(channel: "page", address: "", organ: organ)
                try filing.change(organ) { try $0.pass(by: actor, at: filedAt.adding(seconds: 3 * 86_400)) }
            }
        }
        try FilingStore.insert(filing, in: tx)
    }
}
