import Cases
import Codes
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web

/// 查进度: whoever holds the receipt may ask, without an account.
///
/// The code travels in the body, so that it stays out of addresses, histories and logs.
struct PublicProgressPages: Sendable {
    let cases: Cases
    let database: Database
    /// How things stand with a kind of matter that is no application for a service, in words of its own.
    let words: @Sendable (Case) -> WhatNow?

    var routes: [Route] {
        [
            .get(ApplicantPath.publicProgress, .anyone, "查进度") { request, _ in
                .page(PublicProgressForm(number: request.query("number") ?? "").page(token: request.csrf))
            },
            .post(ApplicantPath.publicProgress, .anyone, journal: "case.progress_read", "凭回执查进度") {
                request, _ in try await look(request)
            },
        ]
    }

    private func look(_ request: WebRequest) async throws -> WebResponse {
        let form = PublicProgressForm(try await request.form())
        do {
            let (number, code) = try form.read()
            let view = try await cases.progress(number, code: code)
            try await journal(view, request)
            return .page(PublicProgressPage(view: view, words: words(view.subject)).page).header(
                "Cache-Control", "no-store")
        } catch DomainError.invalid(let errors) {
            return .page(form.page(token: request.csrf, errors: errors), status: .unprocessableContent)
        } catch DomainError.notFound(let sentence) {
            let errors = [FieldError("code", sentence)]
            return .page(form.page(token: request.csrf, errors: errors), status: .unprocessableContent)
        }
    }

    private func journal(_ view: CaseView, _ request: WebRequest) async throws {
        // Of whose name the matter does not tell, it does not tell either from where they look.
        let address = view.subject.applicant.pseudonym == nil ? request.address : ""
        let holder = Actor(
            accountID: 0, name: "持回执人", channel: request.channel.rawValue, address: address)
        let entry = JournalEntry(
            at: view.now, actor: holder, action: "case.progress_read", subject: view.subject.number.text,
            sentence: "有人凭回执查询了进度。")
        try await database.write { _ = try Journal.append(entry, in: $0) }
    }
}
