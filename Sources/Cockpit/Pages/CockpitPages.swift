import Cases
import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import StreetMaps
import Web
import WorkingTime

/// The figures on the desk, the cases behind each, and who wants the brief.
struct CockpitPages: Sendable {
    let database: Database
    let directory: Directory
    let sources: CockpitSources
    let map: StreetMap

    var routes: [Route] {
        [
            .get(CockpitPath.cockpit, .may(.readCockpit), CockpitPage.title) { request, officer in
                .page(try await show(request, officer))
            },
            .get(CockpitPath.cases, .may(.readCockpit), "数字背后的办件") { request, _ in
                .page(try await cases(request))
            },
            .post(CockpitPath.brief, .may(.readCockpit), journal: "cockpit.brief_chosen", "每日简报") {
                try await choose($0, $1)
            },
        ]
    }

    private func show(_ request: WebRequest, _ officer: OfficerContext, errors: [FieldError] = [])
        async throws -> Page
    {
        let account = officer.account.id
        let (figures, brief) = try await database.read { tx in
            (try FigureStore.figures(in: tx), try BriefStore.minute(of: account, in: tx))
        }
        return CockpitPage(
            figures: figures, map: map, sources: sources, brief: brief, errors: errors, now: request.now,
            token: request.csrf
        ).page
    }

    private func choose(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        do {
            let minute = try BriefTime.minute(form["at"] ?? "")
            let (actor, now) = (officer.actor(request), request.now)
            try await database.write { tx in
                try BriefStore.put(minute, of: actor.accountID, today: now.day, tx)
                try Journal.append(
                    JournalEntry(
                        at: now, actor: actor, action: "cockpit.brief_chosen",
                        subject: "account:\(actor.accountID)",
                        sentence: "\(actor.name)\(minute == nil ? "停收" : "订阅")每日简报。"), in: tx)
            }
            return .redirect(to: "\(CockpitPath.cockpit)#brief")
        } catch DomainError.invalid(let errors) {
            return .page(try await show(request, officer, errors: errors), status: .unprocessableContent)
        }
    }

    /// The cases that a number counts, by the moment it was counted at.
    private func cases(_ request: WebRequest) async throws -> Page {
        let (street, after, now, sources) = (
            request.query("street"), request.query("after"), request.now, sources
        )
        let asked = try CaseQuestion(request)
        let (slice, figures) = try await database.read { tx in
            let figures = try FigureStore.figures(in: tx)
            var filter = asked.filter(figures, now)
            guard let street else { return (try CaseOutlook.cases(filter, after: after, in: tx), figures) }
            // Somebody else knows which cases are about a street: a page of theirs is a page of ours.
            let start = try after.map { try Cursor($0).id } ?? 0
            let overdue = filter.figure == .overdue ? filter.at : nil
            let ids = try sources.streetCases(street, overdue, start, CaseOutlook.page + 1, tx)
            let shown = Array(ids.prefix(CaseOutlook.page))
            (filter.figure, filter.ids) = (.open, shown)
            let page = try CaseOutlook.cases(filter, after: nil, in: tx)
            let next = ids.count > shown.count ? shown.last.map { Cursor(key: $0, id: $0).text } : nil
            return (Slice(items: page.items, next: next), figures)
        }
        let names = try await directory.organs().namesByKey
        return CaseListPage(
            slice: slice, title: asked.title(figures, names, street: street), names: names,
            at: figures?.at ?? now,
            pager: Pager(next: slice.next, of: request)
        ).page
    }
}

/// Which number was followed.
struct CaseQuestion: Sendable {
    let figure: CaseOutlook.Filter.Figure
    let organ: String?
    let topic: String?
    let from: CivilDate?
    let until: CivilDate?

    init(_ request: WebRequest) throws {
        guard let figure = CaseOutlook.Filter.Figure(rawValue: request.query("figure") ?? "open") else {
            throw DomainError.notFound("没有这个数字。")
        }
        func text(_ name: String) -> String? { request.query(name).flatMap { $0.isEmpty ? nil : $0 } }
        (self.figure, organ, topic) = (figure, text("organ"), text("topic"))
        (from, until) = (
            text("from").flatMap { CivilDate(iso: $0) }, text("until").flatMap { CivilDate(iso: $0) }
        )
    }

    func filter(_ figures: CockpitFigures?, _ now: Instant) -> CaseOutlook.Filter {
        let at = figures?.at ?? now
        let start = (from ?? now.day.adding(days: -30)).startOfDay
        let end = max((until ?? now.day).adding(days: 1).startOfDay, start)
        return CaseOutlook.Filter(
            figure, at: at, near: figures?.near ?? at, organ: organ, subject: topic, stretch: start..<end)
    }

    /// What is listed, in words.
    func title(_ figures: CockpitFigures?, _ names: [String: String], street: String?) -> String {
        let words =
            switch figure {
            case .open: "在办的办件"
            case .overdue: "超期未办结的办件"
            case .near: "即将到期的办件"
            case .orders: "超期的督办事项"
            case .filed: "收到的办件"
            case .decided: "办结的办件"
            case .late: "超过承诺时限才办结的办件"
            }
        let scope = [
            organ.map { names[$0] ?? $0 },
            topic.map { key in
                (figures?.topics.first { $0.key == key }?.name) ?? figures?.rises.first { $0.key == key }?
                    .name ?? key
            },
            street.map { key in "关于\(figures?.streets.first { $0.key == key }?.name ?? key)" },
            from.map { first in
                until.map { $0 == first ? "\(first.chinese)" : "\(first.chinese)至\($0.chinese)" }
                    ?? "\(first.chinese)以来"
            },
        ].compactMap(\.self)
        return (scope + [words]).joined(separator: " · ")
    }
}
