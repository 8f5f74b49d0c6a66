import Identity
import Journal
import Storage
import WorkingTime

extension Bulletins {
    /// Last month's bulletin, published, and the draft of the last quarter, for the sample district; may run again at any
    /// time.
    public func seedDemo(at now: Instant) async throws {
        let (month, quarter) = (
            BulletinPeriod(.month, of: now.day).previous, BulletinPeriod(.quarter, of: now.day).previous
        )
        let office = office
        try await office.database.write { tx in
            try tx.exclude("demo-bulletins")
            guard try BulletinStore.find(month, in: tx) == nil,
                let editor = try Accounts.account(named: "supervisor", on: now.day, in: tx),
                let leader = try Accounts.account(named: "leader", on: now.day, in: tx)
            else { return }
            let (writer, approver) = (
                editor.actor(channel: "demo", address: ""), leader.actor(channel: "demo", address: "")
            )
            if try BulletinStore.find(quarter, in: tx) == nil {
                try office.generate(quarter, by: .system, at: now, in: tx)
            }
            try office.generate(month, by: .system, at: now, in: tx)
            let drafted = try BulletinStore.bulletin(month, in: tx)
            if let section = drafted.sections.last {
                try office.change(month, "bulletin.edited", "修改", by: writer, at: now, in: tx) {
                    try $0.edit(
                        section.key, "\(section.text)各部门的整改情况，下一期通报。", seen: drafted.revision, by: writer)
                }
            }
            try office.change(month, "bulletin.approved", "审定", by: approver, at: now, in: tx) {
                try $0.approve(by: approver)
            }
            try office.publish(month, by: approver, at: now, in: tx)
        }
    }
}
