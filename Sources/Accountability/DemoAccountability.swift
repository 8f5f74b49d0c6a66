import Cases
import Government
import Identity
import Storage
import WorkingTime

extension Accountability {
    /// One inquiry under way, from a complaint, in which the person may state their case; may run again at any time.
    public func seedDemo(at now: Instant) async throws {
        let (isSeeded, accounts) = try await desk.database.read { tx in
            let names = ["supervisor", "supervisor-2", "officer-cgj"]
            let accounts = try names.compactMap { try Accounts.account(named: $0, on: now.day, in: tx) }
            return (
                try tx.row("SELECT id FROM accountability_inquiry ORDER BY id LIMIT 1") != nil, accounts
            )
        }
        guard !isSeeded, accounts.count == 3 else { return }
        let proposal = Proposal(
            source: .complaint, reference: "群众来信", organ: "cgj", person: accounts[2].id,
            facts: "对同一处占道经营的三次反映都答复“已处理”，现场核查没有处理过的痕迹。")
        let demo = InquiryDesk(
            database: desk.database, cases: desk.cases, directory: desk.directory, outbox: desk.outbox,
            grounds: .demo, book: desk.book)
        let id = try await demo.propose(
            proposal, InquiryFilter(accounts[0]), accounts[0].actor(channel: "demo", address: ""), at: now)
        try await demo.take(
            .finding(isFounded: true, "调取了三次答复和现场照片，答复与现场不符。"), id: id, InquiryFilter(accounts[1]),
            accounts[1].actor(channel: "demo", address: ""), at: now)
    }
}

extension InquiryGrounds {
    fileprivate static let demo = InquiryGrounds(
        signal: { _, _, _ in nil }, order: { _, _, _ in nil },
        complaint: { _, _, _ in InquiryGround(title: "群众投诉工作人员", organ: nil, facts: []) },
        places: { _, _ in nil })
}
