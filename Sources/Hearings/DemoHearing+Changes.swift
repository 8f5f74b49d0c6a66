import Files
import Foundation
import Identity
import NIOCore
import Storage
import WorkingTime

/// Hearings that went otherwise than announced.
extension DemoHearing {
    /// There is a list; one of those on it cannot come, and the first in reserve has moved up.
    func drawn(in tx: Transaction) throws {
        var one = try announced(
            "调整巡游出租汽车运价听证会", "起步价由 8 元（2 公里）调为 9 元（2.5 公里），夜间加收二成由 23 时改为 22 时开始，听取乘客和司机的意见。",
            at: "区政务服务中心三楼", daysAhead: 6, announcedAgo: 40, consumers: 2, in: tx)
        try register(0..<people.count, for: one, in: tx)
        try publish(
            "运价方案和成本调查", "抽查 60 辆出租车一年的收支：车均每月成本 7,240 元，营收 9,860 元。方案测算乘客每次平均多付 0.6 元。", &one, ago: 15,
            in: tx)
        let list = try Registering.draw(&one, at: now.adding(seconds: -5 * 86_400), in: tx)
        let consumers = list.filter { $0.role == "consumer" }
        if let gone = consumers.first(where: { $0.state == .chosen }),
            let next = consumers.next(for: gone.role)
        {
            try RegistrationStore.leave(gone.id, why: "出差，电话告知", in: tx)
            try RegistrationStore.moveUp(next.id, in: tx)
        }
        try HearingStore.update(one, in: tx)
    }

    /// Will not be held, and everybody reads why.
    func cancelled(in tx: Transaction) throws {
        var one = try announced(
            "调整城区生活垃圾处理费听证会", "居民每户每月由 8 元调为 10 元，低保和特困家庭免交。", at: "区政府第二会议室",
            daysAhead: 18, announcedAgo: 20, in: tx)
        try register(0..<3, for: one, in: tx)
        try one.cancel(why: "全市正在制定统一的收费办法，本方案撤回。重新拟订以后另行公告，需要重新报名。", on: now.day.adding(days: -3))
        try HearingStore.update(one, in: tx)
    }
}

/// The table that comes with a material.
enum DemoTable {
    /// Takes it in once; nil when there are hearings already, or nobody to own it.
    static func receive(into files: FileStore, of database: Database, at now: Instant) async throws
        -> StoredFile?
    {
        let owner = try await database.read { tx -> Int64? in
            guard try HearingStore.list(after: nil, in: tx).items.isEmpty else { return nil }
            return try Accounts.account(named: "officer-fgj", on: now.day, in: tx)?.id
        }
        guard let owner else { return nil }
        let address = Bundle.module.bundleURL.appending(path: "Resources/Demo/cost-table.xlsx")
        let bytes = ByteBuffer(bytes: try Data(contentsOf: address))
        let chunks = AsyncStream { stream in
            stream.yield(bytes)
            stream.finish()
        }
        return try await files.receive(name: "成本监审附表.xlsx", chunks: chunks, owner: owner, now: now)
    }
}
