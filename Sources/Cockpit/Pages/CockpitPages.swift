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
        let (street, after, sources) = (request.query("street"), request.query("after"), sources)
        let asked = try CaseQuestion(request)
        let (slice, figures, at) = try await database.read { tx in
            let figures = try FigureStore.figures(in: tx)
            var filter = asked.filter(figures, try Directory.calendar(in: tx))
            let at = filter.at
            guard let street else {
                return (try CaseOutlook.cases(filter, after: after, in: tx), figures, at)
            }
            // Somebody else knows which cases are about a street: a page of theirs is a page of ours.
            let start = try after.map { try Cursor($0).id } ?? 0
            let overdue = filter.figure == .overdue ? filter.at : nil
            let ids = try sources.streetCases(street, overdue, start, CaseOutlook.page + 1, tx)
            let shown = Array(ids.prefix(CaseOutlook.page))
            (filter.figure, filter.ids) = (.open, shown)
            let page = try CaseOutlook.cases(filter, after: nil, in: tx)
            let next = ids.count > shown.count ? shown.last.map { Cursor(key: $0, id: $0).text } : nil
            return (Slice(items: page.items, next: next), figures, at)
        }
        let names = try await directory.organs().namesByKey
        return CaseListPage(
            slice: slice, title: asked.title(figures, names, street: street), names: names,
            at: at, pager: Pager(next: slice.next, of: request)
        ).page
    }
}
