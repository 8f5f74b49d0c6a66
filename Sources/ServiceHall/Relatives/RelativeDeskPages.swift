import Codes
import Desk
import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The counter of 代亲友办事: consent that is given face to face, and guardianship on papers.
struct RelativeDeskPages: Sendable {
    let mandates: PersonalMandates
    let database: Database

    var routes: [Route] {
        [
            .get(RelativePath.desk, .may(.recordMandates), RelativeDeskPage.title) { request, _ in
                .page(RelativeDeskPage(entry: .new(on: request.now.day), token: request.csrf).page)
            },
            .post(RelativePath.desk, .may(.recordMandates), journal: "relative_mandate.recorded", "登记代办或监护") {
                try await record($0, $1)
            },
            .post(RelativePath.lookUp, .may(.recordMandates), journal: "person.looked_up", "查询代办登记") {
                try await lookUp($0, $1)
            },
            .post(
                RelativePath.deskEnding("{id}"), .may(.recordMandates), journal: "relative_mandate.ended",
                "结束代办或监护"
            ) { try await end($0, $1) },
        ]
    }

    private func record(_ request: WebRequest, _ clerk: OfficerContext) async throws -> WebResponse {
        let entry = RelativeForm(try await request.form())
        var page = RelativeDeskPage(entry: entry, token: request.csrf)
        do {
            try await mandates.record(
                entry.counterEntry(), by: clerk.account, clerk.actor(request), at: request.now)
        } catch DomainError.invalid(let errors) {
            page.errors = errors
            return .page(page.page, status: .unprocessableContent)
        } catch DomainError.conflict(let sentence) {
            page.refusal = sentence
            return .page(page.page, status: .conflict)
        }
        return .page(try await shown(entry.number("identity"), "已经登记。双方都会收到消息。", request, clerk))
    }

    private func lookUp(_ request: WebRequest, _ clerk: OfficerContext) async throws -> WebResponse {
        let number = RelativeForm(try await request.form()).number("identity")
        do {
            return .page(try await shown(number, nil, request, clerk))
        } catch DomainError.invalid(let errors) {
            var page = RelativeDeskPage(entry: .new(on: request.now.day), token: request.csrf)
            page.errors = errors
            return .page(page.page, status: .unprocessableContent)
        }
    }

    private func end(_ request: WebRequest, _ clerk: OfficerContext) async throws -> WebResponse {
        let form = RelativeForm(try await request.form())
        do {
            try await mandates.end(
                request.id(PersonalMandate.unknown.sentence), because: form.trimmed("reason"),
                by: clerk.account, clerk.actor(request), at: request.now)
        } catch DomainError.invalid(let errors) {
            var page = try await desk(form.number("identity"), nil, request, clerk)
            page.errors = errors
            return .page(page.page, status: .unprocessableContent)
        }
        return .page(try await shown(form.number("identity"), "已经结束。双方都会收到消息。", request, clerk))
    }

    private func shown(
        _ identity: String, _ done: String?, _ request: WebRequest, _ clerk: OfficerContext
    ) async throws -> Page { try await desk(identity, done, request, clerk).page }

    /// Looks somebody up. The entry about the read is durable before what was read leaves the house
    /// (个人信息保护法 art. 51).
    private func desk(
        _ identity: String, _ done: String?, _ request: WebRequest, _ clerk: OfficerContext
    ) async throws -> RelativeDeskPage {
        guard let number = try? IdentityNumber(identity) else {
            throw DomainError.invalid("identity", "身份证号码不对，请核对。")
        }
        let actor = clerk.actor(request)
        let person = try await database.read { try Directory.person(identityNumber: number, in: $0) }
        guard let person else { throw DomainError.invalid("identity", "人口库中没有这个身份证号码，请核对。") }
        let entry = JournalEntry(
            at: request.now, actor: actor, action: Journal.lookUpAction,
            subject: Journal.readings(ofPerson: person.id),
            sentence: "\(actor.name)在窗口查询了\(number.masked)的代办登记。")
        try await database.write { _ = try Journal.append(entry, in: $0) }
        var page = RelativeDeskPage(entry: .new(on: request.now.day), token: request.csrf)
        (page.found, page.identity, page.done) = (
            try await mandates.given(byPerson: person.id), number.text, done
        )
        page.today = request.now.day
        return page
    }
}
