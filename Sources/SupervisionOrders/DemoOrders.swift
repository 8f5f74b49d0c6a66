import Cases
import Codes
import Government
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

extension SupervisionOrders {
    /// Two orders under way, for the sample district; may run again at any time.
    public static func seedDemo(into database: Database, cases: Cases, directory: Directory) async throws {
        let now = cases.now
        let (isSeeded, supervisor) = try await database.read { tx in
            (
                try OrderStore.newest(OrderFilter(), after: nil, in: tx).items.isEmpty == false,
                try Accounts.account(named: "supervisor", on: now.day, in: tx)
            )
        }
        guard !isSeeded, let supervisor else { return }
        let organs = try await directory.organs()
        let actor = supervisor.actor(channel: "demo", address: "")
        for form in forms {
            guard let lead = organs.first(where: { $0.key == form.lead }), let body = actor.organ else {
                continue
            }
            let filing = OrderPlan.filing(form, lead: lead, supervising: body, channel: "page")
            try await cases.file(filing, by: actor) { matter, tx in
                let id = tx.ids.next()
                try OrderStore.insert(
                    form, id: id, case: matter.root.number.text,
                    due: matter.root.governingClock?.dueAt,
                    by: actor.accountID, name: actor.name, at: now, in: tx)
                guard form.source == .meeting else { return }
                try OrderStore.circulate(circular, of: id, at: now, in: tx)
            }
        }
    }

    private static let circular = "城东、城西两个街道已经列出清单，进展较快；其他街道请在月底前列出。"

    private static let forms = [
        OrderForm(
            title: "老旧小区消防通道整治", source: .meeting, reference: "区政府常务会议第 12 次",
            words: "年底前打通全部被占用的消防通道，逐个小区列出清单。", lead: "zjj", duty: "牵头制定整治方案，协调物业清理占用。",
            assisting: [.init(organ: "xfjy", duty: "检查消防通道，列出问题清单。")], limitDays: 20),
        OrderForm(
            title: "群众反映餐饮油烟扰民", source: .complaint, reference: "12345 工单", words: "核实油烟排放情况，答复反映人。",
            lead: "scjg",
            duty: "现场核实，督促整改。", assisting: [], limitDays: 1),
    ]
}
