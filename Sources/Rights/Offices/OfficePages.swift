import Government
import HTTPTypes
import Identity
import Refusals
import Web
import WorkingTime

/// The offices of organs (科室): which there are and were, and how they come, change their names and go.
struct OfficePages: Sendable {
    let offices: Offices
    let directory: Directory

    var routes: [Route] {
        [
            .get(RightsPath.offices, .may(.readPosts), "科室") { request, officer in
                try await list(request, officer)
            },
            .post(RightsPath.offices, .may(.editOffices), journal: "office.opened", "设立科室") {
                request, officer in try await open(request, officer)
            },
            .get(RightsPath.office("{key}"), .may(.readPosts), "科室的岗位和历史") { request, officer in
                try await show(request, officer)
            },
            .post(
                RightsPath.officeAct("{key}", "name"), .may(.editOffices), journal: "office.renamed", "科室更名"
            ) { request, officer in
                try await act(request, officer) { key, form in
                    try await offices.rename(
                        key, to: form["name"] ?? "", by: officer.actor(request), at: request.now)
                }
            },
            .post(
                RightsPath.officeAct("{key}", "closure"), .may(.editOffices), journal: "office.closed", "撤销科室"
            ) { request, officer in
                try await act(request, officer) { key, form in
                    let last = try PostForm.day(form["until"] ?? "", "until") ?? request.now.day
                    let heir = form["heir"].flatMap { $0.isEmpty ? nil : $0 }
                    try await offices.close(
                        key, on: last, to: heir, by: officer.actor(request), at: request.now)
                }
            },
        ]
    }

    private func open(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        do {
            let office = try await offices.open(
                form["name"] ?? "", in: form["organ"] ?? "", from: PostForm.day(form["from"] ?? "", "from"),
                by: officer.actor(request), at: request.now)
            return .redirect(to: "\(RightsPath.offices)?organ=\(office.organ)")
        } catch let refusal as DomainError {
            return try await list(request, officer, entry: form, refusal: refusal)
        }
    }

    /// Says on the page of the office why something was refused.
    private func act(
        _ request: WebRequest, _ officer: OfficerContext,
        _ rule: (String, FormData) async throws -> Void
    ) async throws -> WebResponse {
        let (key, form) = (try request.parameter("key"), try await request.form())
        do { try await rule(key, form) } catch let refusal as DomainError {
            if case .notFound = refusal { throw refusal }
            return try await show(request, officer, entry: form, refusal: refusal)
        }
        return .redirect(to: RightsPath.office(key))
    }

    private func list(
        _ request: WebRequest, _ officer: OfficerContext, entry: FormData = FormData([]),
        refusal: DomainError? = nil
    ) async throws -> WebResponse {
        let (organs, known) = (try await directory.organs(), try await directory.everyOffice())
        let first = known.first { one in organs.contains { $0.key == one.organ } }?.organ ?? organs.first?.key
        let wish = [entry["organ"], request.query("organ"), first].compactMap(\.self).first { !$0.isEmpty }
        guard let organ = try await directory.organ(wish ?? "") else {
            throw DomainError.notFound("没有这个部门，可能链接不完整。")
        }
        let page = OfficeListPage(
            organ: organ, lines: try await offices.offices(of: organ.key), organs: OrganNames(organs),
            entry: entry, refusal: OfficeRefusal(refusal), mayEdit: officer.may(.editOffices),
            today: request.now.day, token: request.csrf)
        return .page(page.page, status: OfficeRefusal(refusal).status)
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entry: FormData = FormData([]),
        refusal: DomainError? = nil
    ) async throws -> WebResponse {
        let (office, others, seats) = try await offices.office(request.parameter("key"))
        let page = OfficePage(
            office: office, organ: try await directory.organ(office.organ)?.name ?? office.organ,
            others: others, seats: seats, entry: entry, refusal: OfficeRefusal(refusal),
            mayEdit: officer.may(.editOffices), today: request.now.day, token: request.csrf)
        return .page(page.page, status: OfficeRefusal(refusal).status)
    }
}

/// What stood in the way: at the fields, or as a whole.
struct OfficeRefusal {
    let errors: [FieldError]
    let sentence: Sentence?

    init(_ refusal: DomainError?) {
        if case .invalid(let errors)? = refusal {
            (self.errors, sentence) = (errors, nil)
        } else {
            (errors, sentence) = ([], refusal?.sentence)
        }
    }

    var status: HTTPResponse.Status {
        errors.isEmpty ? (sentence == nil ? .ok : .conflict) : .unprocessableContent
    }

    /// What stands at the head of the page.
    var html: HTML {
        let notice = sentence.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html }
        return "\(ErrorSummary(errors).html)\(notice)"
    }
}
