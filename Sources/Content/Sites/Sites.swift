import Government
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Makes sites and columns, and says who works in them.
struct Sites: Sendable {
    let database: Database
    let cache: PageCache
    let hosts: SiteHosts

    /// Makes a site from a template; whoever makes it publishes in all its columns.
    ///
    /// - Throws: `invalid` for what was entered, a code that is taken among it.
    func make(_ draft: SiteDraft, isPortal: Bool = false, by actor: Actor, at now: Instant) async throws
        -> Int64
    {
        try draft.check()
        let id = try await database.write { tx in
            try tx.exclude("content sites")
            try requireFree(draft, in: tx)
            let id = tx.ids.next()
            try tx.execute(
                """
                INSERT INTO content_site (id, code, name, motto, organ, accent, host, is_portal)
                VALUES (\(id), \(draft.code), \(draft.name), \(draft.motto), \(draft.organ), \(draft.accent),
                    \(draft.host), \(isPortal ? 1 : 0))
                """)
            for column in draft.template?.columns ?? [] { try insert(column, into: id, by: actor, in: tx) }
            try record("site.created", id, "\(actor.name)建立站点「\(draft.name)」。", by: actor, at: now, in: tx)
            try tx.announce(ContentTopic.sites)
            return id
        }
        cache.drop(ContentTopic.sites)
        try await followHosts()
        return id
    }

    /// Tells the door which hosts have a site of their own.
    func followHosts() async throws {
        let sites = try await database.read { try SiteStore.sites(in: $0) }
        let pairs = sites.compactMap { site in site.host.map { ($0, ContentPath.site(site.code)) } }
        hosts.set(Dictionary(pairs) { first, _ in first })
    }

    /// Adds a column at the end.
    func add(_ draft: ColumnDraft, to site: Int64, by actor: Actor, at now: Instant) async throws {
        try draft.check()
        try await database.write { tx in
            try tx.lock("content_site", id: site)
            let name = try SiteStore.site(site, in: tx).name
            guard try !SiteStore.columns(of: site, in: tx).contains(where: { $0.code == draft.code }) else {
                throw DomainError.invalid("code", "这个站点已经有网址代码为「\(draft.code)」的栏目。")
            }
            try insert(draft, into: site, by: actor, in: tx)
            try record(
                "column.created", site, "\(actor.name)在「\(name)」增加栏目「\(draft.name)」。", by: actor, at: now,
                in: tx)
            try tx.announce(ContentTopic.frame(site))
        }
        cache.drop(ContentTopic.frame(site))
    }

    /// Gives somebody a place in a column, or takes it.
    ///
    /// - Throws: `invalid` when they do not hold the role in any organ.
    func post(
        _ login: String, as role: Role, in column: Int64, isGiven: Bool, by actor: Actor, at now: Instant
    ) async throws {
        try await database.write { tx in
            let column = try SiteStore.column(column, in: tx)
            guard let account = try Accounts.account(named: login, on: now.day, in: tx) else {
                throw DomainError.invalid("account", "没有登录名为「\(login)」的账号。")
            }
            if isGiven {
                guard account.roles.contains(role) else {
                    throw DomainError.invalid(
                        "account", "\(account.displayName)没有\(role.chinese)岗位，请先由安全管理员授予。")
                }
                try tx.execute(
                    """
                    INSERT INTO content_post (column_id, account_id, role)
                    VALUES (\(column.id), \(account.id), \(role)) ON CONFLICT (column_id, account_id, role) DO NOTHING
                    """)
            } else {
                try tx.execute(
                    """
                    DELETE FROM content_post
                    WHERE column_id = \(column.id) AND account_id = \(account.id) AND role = \(role)
                    """)
            }
            let verb = isGiven ? "安排" : "撤下"
            try record(
                "column.post_changed", column.siteID,
                "\(actor.name)\(verb)\(account.displayName)在「\(column.name)」的\(role.chinese)岗位。", by: actor,
                at: now,
                in: tx)
        }
    }
}

extension Sites {
    private func requireFree(_ draft: SiteDraft, in tx: Transaction) throws {
        let sites = try SiteStore.sites(in: tx)
        guard !sites.contains(where: { $0.code == draft.code }) else {
            throw DomainError.invalid("code", "网址代码「\(draft.code)」已被别的站点使用。")
        }
        guard draft.host == nil || !sites.contains(where: { $0.host == draft.host }) else {
            throw DomainError.invalid("host", "这个域名已被别的站点使用。")
        }
    }

    private func insert(_ draft: ColumnDraft, into site: Int64, by actor: Actor, in tx: Transaction) throws {
        let id = tx.ids.next()
        let place = try tx.count(
            "SELECT coalesce(max(position), 0) + 1 FROM content_column WHERE site_id = \(site)")
        try tx.execute(
            """
            INSERT INTO content_column (id, site_id, code, name, intro, kind, update_days, position)
            VALUES (\(id), \(site), \(draft.code), \(draft.name), \(draft.intro), \(draft.kind), \(draft.updateDays),
                \(place))
            """)
        guard actor != .system else { return }
        try tx.execute(
            "INSERT INTO content_post (column_id, account_id, role) VALUES (\(id), \(actor.accountID), 'publisher')"
        )
    }

    private func record(
        _ action: String, _ site: Int64, _ sentence: Sentence, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(at: now, actor: actor, action: action, subject: "site \(site)", sentence: sentence),
            in: tx)
    }
}
