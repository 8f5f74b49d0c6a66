import Identity
import Services
import Storage
import WorkingTime

/// The sample district's drafts of items, one at each stage of the library: being written, waiting for a second person,
/// sent back, approved for a day to come; and an item that is new.
struct DemoItems: Sendable {
    let drafts: ItemDrafts
    let database: Database
    let now: Instant

    /// Begins them, each once: whoever has a draft of an item keeps theirs.
    func live() async throws {
        try await written()
        try await waiting()
        try await sentBack()
        try await approved()
        try await new()
    }

    private func written() async throws {
        _ = try await draft("medical-institution-practice", by: "officer-wsjk", "补上监督投诉电话") { item in
            var more = item.elements ?? ItemElements()
            more.supervisionPhone = "12345"
            item.elements = more
        }
    }

    private func waiting() async throws {
        let id = try await draft("fire-safety-inspection", by: "officer-xfjy", "周六上午可以预约现场检查") {
            $0.counter.hours += "；周六上午可以预约"
        }
        try await submit(id, by: "officer-xfjy", inDays: 7)
    }

    private func sentBack() async throws {
        let id = try await draft("internet-cafe-licence", by: "officer-wgl", "条件里写明消防要求") {
            $0.conditions.append("场所通过消防安全检查")
        }
        try await submit(id, by: "officer-wgl", inDays: 3)
        guard let id, let head = try await editor("head-wgl") else { return }
        try await drafts.sendBack(id, because: "消防要求已经在第三条，请核对依据，不要重复写。", by: head, at: now)
    }

    private func approved() async throws {
        let id = try await draft("temporary-road-occupation", by: "officer-cgj", "全市任一大厅都能申请") { item in
            var more = item.elements ?? ItemElements()
            more.area = .district
            item.elements = more
        }
        try await submit(id, by: "officer-cgj", inDays: 14)
        guard let id, let head = try await editor("head-cgj") else { return }
        try await drafts.approve(id, by: head, at: now)
    }

    private func new() async throws {
        guard try await drafts.drafts(of: "stall-record").isEmpty,
            let editor = try await editor("officer-cgj")
        else { return }
        let item = ServiceItem.blank(slug: "stall-record", name: "便民摊点备案", organ: "cgj", position: 900)
        _ = try await drafts.begin(new: item, note: "新设事项，正在补齐要素", by: editor, at: now)
    }

    /// - Returns: nil where somebody has begun a draft of the item already.
    private func draft(
        _ slug: String, by account: String, _ note: String,
        _ change: @escaping @Sendable (inout ServiceItem) -> Void
    ) async throws -> Int64? {
        guard try await drafts.drafts(of: slug).isEmpty, let editor = try await editor(account) else {
            return nil
        }
        let id = try await drafts.begin(slug, by: editor, at: now)
        try await drafts.write(id, seen: 0, note: note, by: editor, at: now, change)
        return id
    }

    private func submit(_ id: Int64?, by account: String, inDays days: Int) async throws {
        guard let id, let editor = try await editor(account) else { return }
        try await drafts.submit(
            id, effectiveOn: now.day.adding(days: days), endsOn: nil, by: editor, at: now)
    }

    private func editor(_ name: String) async throws -> DraftEditor? {
        let account = try await database.read { try Accounts.account(named: name, on: now.day, in: $0) }
        guard let account else { return nil }
        return DraftEditor(
            actor: account.actor(channel: "system", address: ""), organs: Set(account.posts.map(\.organ)))
    }
}

extension Installation {
    /// The drafts of the sample district's items.
    func draftItems(at now: Instant) async throws {
        try await DemoItems(
            drafts: ItemDrafts(library: library, database: database), database: database, now: now
        ).live()
    }
}
