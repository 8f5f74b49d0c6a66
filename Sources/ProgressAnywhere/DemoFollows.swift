import Codes
import Government
import Identity
import Storage
import WorkingTime

extension ProgressAnywhere {
    /// Old 梁秀英 lets 张伟 follow her matters, and asks 陈静 too; may run again at any time.
    public static func seedDemo(into database: Database, at now: Instant) async throws {
        try await database.write { tx in
            try tx.exclude("demo-follows")
            guard let owner = try Accounts.account(named: "liangxiuying", on: now.day, in: tx),
                try FollowStore.open(of: owner.id, on: now.day, in: tx).isEmpty
            else { return }
            for (login, relation) in [("zhangwei", Follow.Relation.child), ("chenjing", .other)] {
                guard let other = try Accounts.account(named: login, on: now.day, in: tx) else { continue }
                var follow = try Follow.invite(
                    .init(accountID: other.id, name: other.displayName),
                    by: .init(accountID: owner.id, name: owner.displayName), relation, .everything,
                    until: now.day.adding(days: 180), id: tx.ids.next(), at: now)
                try FollowStore.insert(follow, in: tx)
                guard relation == .child else { continue }
                try follow.accept(by: other.id, at: now)
                try FollowStore.update(follow, in: tx)
            }
        }
    }
}
