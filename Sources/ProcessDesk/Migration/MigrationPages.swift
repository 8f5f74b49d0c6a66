import BusinessProcess
import Cases
import HTTPTypes
import Identity
import Journal
import Refusals
import Services
import Storage
import Web

/// Running cases that go on by another version of their process. Numbers and steps are shown, not who applied.
struct MigrationPages: Sendable {
    let published: PublishedProcesses
    let cases: Cases
    let services: ServiceLibrary
    let database: Database

    var routes: [Route] {
        [
            .get(ProcessDeskPath.migration(of: "{process}"), .may(.reviewProcesses), "办件换版本") {
                request, officer in
                let query = { (name: String) in request.query(name) }
                return .page(try await page(request, officer, query))
            },
            .post(
                ProcessDeskPath.migration(of: "{process}"), .may(.editProcesses),
                journal: "process.version_change_requested", "办件换版本"
            ) { request, officer in try await start(request, officer) },
        ]
    }

    private func start(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        // Which versions are meant is never guessed where cases change: what is not named is not there.
        let named = { (name: String) in form[name] ?? "" }
        let choice = try await choice(request, named)
        let reason = form["reason"] ?? ""
        do {
            let change = choice.change(reason: reason)
            let slugs = services.catalogue.slugs(runningOn: change.process)
            let (actor, now) = (officer.actor(request), request.now)
            try await database.write { tx in
                let codes = try ServiceLibrary.everyCode(of: slugs, in: tx)
                let job = try Cases.ask(change, services: codes, by: actor, at: now, in: tx)
                try Journal.append(
                    JournalEntry(
                        at: now, actor: actor, action: "process.version_change_requested",
                        subject: "process/\(change.process)",
                        sentence: """
                            \(actor.name)让流程「\(choice.old.name)」第 \(change.from) 版的办件改按第 \(change.to) 版办理：\(reason)
                            """, detail: ["job": String(job)]), in: tx)
            }
            return .redirect(to: "/desk/jobs")
        } catch DomainError.invalid(let errors) {
            let page = try await page(request, officer, named, reason: reason, errors: errors)
            return .page(page, status: .unprocessableContent)
        }
    }

    private func page(
        _ request: WebRequest, _ officer: OfficerContext, _ value: (String) -> String?, reason: String = "",
        errors: [FieldError] = []
    ) async throws -> Page {
        let choice = try await choice(request, value)
        let outlooks = try await cases.outlooks(
            choice.change(reason: reason), services: try await codes(of: choice.old.id),
            after: request.query("after"))
        return MigrationPage(
            choice: choice, outlooks: outlooks,
            pager: Pager(next: outlooks.next, of: request), reason: reason, errors: errors,
            mayChange: officer.may(.editProcesses), token: request.csrf
        ).page
    }

    private func choice(_ request: WebRequest, _ value: (String) -> String?) async throws -> MigrationChoice {
        let pair = try VersionPair(of: try await published.versions(request), value)
        guard let before = published.processes.definition(pair.old.key),
            let after = published.processes.definition(pair.new.key)
        else { throw PublishedProcesses.missing }
        let mapping = before.elements.keys.reduce(into: [String: String]()) { mapping, element in
            mapping[element] = value(MigrationChoice.field(element)).flatMap { $0.isEmpty ? nil : $0 }
        }
        return MigrationChoice(pair: pair, old: before, new: after, mapping: mapping)
    }

    private func codes(of process: String) async throws -> [String] {
        let slugs = services.catalogue.slugs(runningOn: process)
        return try await database.read { try ServiceLibrary.everyCode(of: slugs, in: $0) }
    }
}
