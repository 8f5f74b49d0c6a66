import Cases
import Codes
import Foundation
import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// What is known about me, and a copy of it to take along, for whoever has just proved who they are.
struct MyDataPages: Sendable {
    let database: Database
    let cases: Cases
    let library: ServiceLibrary
    let consents: String?

    var routes: [Route] {
        [
            .get(PersonPath.data, .signedIn, "我的信息") { request, caller in
                if caller.isStaff { return .redirect(to: "/desk") }
                let (person, numbers) = try await known(caller.account)
                return .page(
                    MyDataPage(
                        account: caller.account, person: person, caseCount: numbers.count, consents: consents,
                        token: request.csrf
                    ).page)
            },
            .post(PersonPath.copies, .signedIn.fresh, journal: "person.copied", "下载我的信息") {
                try await copy($0, $1)
            },
        ]
    }

    private func known(_ account: Account) async throws -> (Person?, [String]) {
        try await database.read { tx in
            (
                try account.personID.flatMap { try Directory.person($0, in: tx) },
                try Cases.personalNumbers(of: account, limit: PersonalCopy.mostCases, in: tx)
            )
        }
    }

    private func copy(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let isPage = try await request.form()["format"] == "page"
        let (person, numbers) = try await known(caller.account)
        var views: [CaseView] = []
        for number in numbers { views.append(try await cases.view(number, for: caller.viewer)) }
        let copy = PersonalCopy(caller.account, person, views, at: request.now)
        let (actor, now) = (caller.actor(request), request.now)
        try await database.write { tx in
            _ = try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "person.copied", subject: "account:\(actor.accountID)",
                    sentence: "\(actor.name)下载了自己的信息。"), in: tx)
        }
        if isPage {
            let page = PersonalCopyPage(copy: copy, items: try await items(of: views)).page
            return WebResponse.page(page).header("Cache-Control", "no-store")
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return WebResponse.file(
            Array(try encoder.encode(copy)), name: "我的信息-\(now.day.iso).json",
            contentType: "application/json"
        ).header("Cache-Control", "no-store")
    }

    /// The items of the cases as they stood, by case number; they know what the questions were called.
    private func items(of views: [CaseView]) async throws -> [String: ServiceItem] {
        var items: [String: ServiceItem] = [:]
        for subject in views.map(\.subject) {
            do {
                let service = try await library.service(subject.plan.code, version: subject.plan.version)
                items[subject.number.text] = service.item
            } catch DomainError.notFound { continue }
        }
        return items
    }
}
