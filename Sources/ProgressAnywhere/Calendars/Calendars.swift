import Cases
import Codes
import Foundation
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// The calendars of an installation: the days of one matter as a file, and those of all that somebody may see under a
/// secret address.
struct Calendars: Sendable {
    /// How many matters of one person are looked at.
    private static let mostMatters = 30
    /// How long a matter that is over is still told to be, in days: programs ask every six hours.
    private static let tellsEndDays = 30

    let database: Database
    let cases: Cases
    let publicAddress: String

    /// The days of one matter.
    ///
    /// - Throws: `notFound` for one the viewer may not see.
    func calendar(of number: String, for viewer: Viewer, at now: Instant) async throws -> CalendarText {
        let view = try await cases.view(number, for: viewer)
        return text("办件 \(number.suffix(4))", days(view, path: ProgressPath.matters), at: now)
    }

    /// The days of somebody's own matters and of those they follow.
    ///
    /// - Throws: `notFound` for a token that is none, or was withdrawn.
    func calendar(token: String, at now: Instant) async throws -> CalendarText {
        let (account, follows) = try await open(token, at: now)
        var events: [CalendarText.Event] = []
        for view in try await told(account.ownMatters, at: now) {
            events += days(view, path: ProgressPath.matters)
        }
        for (follow, owner) in follows {
            for view in try await told(owner.ownMatters, at: now)
            where follow.reaches([view.subject.number.text], on: now.day) {
                events += days(view, path: ProgressPath.followed(String(follow.id)), whose: "〔亲友〕")
            }
        }
        return text("我的办件", events, at: now)
    }

    /// Makes an address, and returns its token: it is shown once.
    ///
    /// - Throws: what ``CalendarSubscription/make(_:for:besides:token:id:at:)`` refuses.
    func subscribe(_ name: String, by account: Account, _ actor: Actor, at now: Instant) async throws
        -> String
    {
        let token = try CalendarSubscription.newToken()
        try await database.write { tx in
            try tx.lock("account", id: account.id)
            let made = try CalendarSubscription.make(
                name, for: account.id, besides: CalendarStore.open(of: account.id, in: tx), token: token,
                id: tx.ids.next(), at: now)
            try CalendarStore.insert(made, in: tx)
            try Self.record(
                "calendar.subscribed", "\(account.displayName)生成了日历订阅地址。", account, actor, at: now, in: tx)
        }
        return token
    }

    /// Withdraws an address.
    ///
    /// - Throws: what ``CalendarSubscription/withdraw(by:at:)`` refuses.
    func withdraw(_ id: Int64, by account: Account, _ actor: Actor, at now: Instant) async throws {
        try await database.write { tx in
            try tx.lock("calendar_subscription", id: id)
            guard var found = try CalendarStore.find(id, in: tx) else {
                throw CalendarSubscription.unknown
            }
            try found.withdraw(by: account.id, at: now)
            try CalendarStore.end(found, in: tx)
            try Self.record(
                "calendar.withdrawn", "\(account.displayName)停用了日历订阅地址。", account, actor, at: now, in: tx)
        }
    }

    private func open(_ token: String, at now: Instant) async throws -> (Account, [(Follow, Account)]) {
        guard CalendarSubscription.isToken(token) else { throw CalendarSubscription.unknown }
        let digest = CalendarSubscription.digest(of: token)
        return try await database.write { tx in
            guard let found = try CalendarStore.open(digest: digest, in: tx),
                let account = try Accounts.account(found.accountID, on: now.day, in: tx)
            else { throw CalendarSubscription.unknown }
            if found.lastReadOn != now.day { try CalendarStore.read(found.id, on: now.day, in: tx) }
            let follows = try FollowStore.inForce(for: account.id, on: now.day, in: tx)
            let owners = try follows.map { follow in
                try Accounts.account(follow.owner.accountID, on: now.day, in: tx).map { (follow, $0) }
            }
            return (account, owners.compactMap(\.self))
        }
    }

    /// The newest matters that are not over, and those that have ended of late: a program that kept an entry strikes it.
    private func told(_ viewer: Viewer, at now: Instant) async throws -> [CaseView] {
        var filter = CaseFilter()
        filter.rootsOnly = true
        let listed = try await cases.list(filter, for: viewer, after: nil).items
        let earliest = now.adding(seconds: -Self.tellsEndDays * 86_400)
        var views: [CaseView] = []
        for matter in listed.filter({ !$0.phase.isFinal }).prefix(Self.mostMatters) {
            views.append(try await cases.view(matter.number, for: viewer))
        }
        for matter in listed.filter(\.phase.isFinal).prefix(Self.mostMatters) {
            let view = try await cases.view(matter.number, for: viewer)
            if view.subject.closedAt.map({ $0 > earliest }) ?? false { views.append(view) }
        }
        return views
    }

    private func days(_ view: CaseView, path: String, whose: String = "") -> [CalendarText.Event] {
        CaseDays(view: view, site: publicAddress, path: path, whose: whose).events
    }

    private func text(_ name: String, _ events: [CalendarText.Event], at now: Instant) -> CalendarText {
        let host = URL(string: publicAddress)?.host() ?? "localhost"
        return CalendarText(name: name, host: host, events: events, madeAt: now)
    }

    private static func record(
        _ action: String, _ sentence: Sentence, _ account: Account, _ actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "account:\(account.id)",
                sentence: sentence), in: tx)
    }
}
