import HTTPTypes
import Identity
import Refusals
import Services
import Web

/// The pages of questions: `/applications/{id}/pages/{page}`.
extension ApplicationPages {
    var questions: [Route] {
        [
            .get(ApplicationPath.page, .signedIn, "填写申请") { try await show($0, $1) },
            .post(ApplicationPath.page, .signedIn, journal: "application.saved", "保存申请") {
                try await save($0, $1)
            },
        ]
    }

    private func show(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        try await door.open(request, caller) { wizard in
            let number = Int(try request.parameter("page")) ?? 0
            return .page(
                QuestionsPage(
                    wizard: wizard, number: number, questions: try wizard.page(number), answers: wizard.form,
                    remark: request.remark, isReturning: request.isReturning,
                    scans: try await tray(of: wizard, for: caller.accountID), token: request.csrf
                ).page)
        }
    }

    private func save(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        try await door.open(request, caller) { wizard in
            let number = Int(try request.parameter("page")) ?? 0
            let page = try wizard.page(number)
            let entry = try await entry(on: page, request, of: wizard, by: caller)
            let sent = SentPage(page, entry, of: wizard)
            try await door.drafts.save(
                sent.reading.answers, ofPage: sent.page, of: wizard.draft,
                standingFor: wizard.stale.names(on: page), by: caller.actor(request), at: request.now)
            try await takeDrawingsAway(entry, on: page, wizard, request, caller)
            if entry.form["then"] == "later" { return .redirect(to: ApplicationPath.my) }
            guard entry.rowChange == nil, sent.mistakes.isEmpty else {
                let draft = try await door.drafts.draft(wizard.draft.id, of: caller.accountID)
                let now = Wizard(draft: draft, service: wizard.service, changes: wizard.changes)
                return again(
                    sent, entry, number, now, try await tray(of: wizard, for: caller.accountID), request)
            }
            if let question = sent.raised.first {
                return .redirect(to: request.address(ofMore: number, in: wizard, at: question))
            }
            return .redirect(
                to: request.isReturning
                    ? ApplicationPath.check(wizard.draft.id) : wizard.path(ofStep: number))
        }
    }

    /// A drawn signature goes when its box is ticked and no other one came with the page.
    private func takeDrawingsAway(
        _ entry: PageEntry, on page: FormPage, _ wizard: Wizard, _ request: WebRequest, _ caller: SignedIn
    ) async throws {
        for field in page.fields where field.kind == .signature {
            guard entry.form["\(field.inputName).\(Field.drawingRemoval)"] == "true",
                let drawn = wizard.upload(answering: field),
                try await door.drafts.draft(wizard.draft.id, of: caller.accountID).materials.contains(drawn)
            else { continue }
            try await door.drafts.remove(
                drawn, from: wizard.draft, by: caller.actor(request), at: request.now)
        }
    }

    /// The same page with what was typed: with one row more or less, or with what is wrong.
    private func again(
        _ sent: SentPage, _ entry: PageEntry, _ number: Int, _ wizard: Wizard, _ scans: [TrayFile],
        _ request: WebRequest
    ) -> WebResponse {
        let isRowChange = entry.rowChange != nil
        return .page(
            QuestionsPage(
                wizard: wizard, number: number, questions: sent.page, answers: sent.answers,
                errors: isRowChange ? [] : sent.mistakes, growing: entry.rowChange?.growing,
                isReturning: request.isReturning, scans: scans, token: request.csrf
            ).page, status: isRowChange ? .ok : .unprocessableContent)
    }
}

/// The answers that were sent for one page, read.
struct SentPage {
    let page: FormPage
    /// The answers of the whole form, with this page's as they were typed.
    let answers: FormAnswers
    let reading: FormReading
    private let shown: Set<String>
    private let asked: Set<String>
    private let refusedUploads: [FieldError]

    init(_ page: FormPage, _ entry: PageEntry, of wizard: Wizard) {
        self.page = page
        refusedUploads = entry.errors
        shown = wizard.item.visibleNames(in: wizard.form)
        let others = wizard.form.filter { answer in !page.fields.contains { $0.name == answer.key } }
        let typed = entry.answers(to: page, before: wizard.form)
        answers = wizard.item.completed(others.merging(typed) { $1 })
        asked = wizard.item.visibleNames(in: answers)
        reading = wizard.item.read(page, of: answers, signedBy: wizard.signatories)
    }

    /// What is wrong with what was asked. A question that only these answers raise is not wrong, but open.
    var mistakes: [FieldError] {
        let refused = Set(refusedUploads.map(\.field))
        return refusedUploads
            + reading.errors.filter { error in
                !refused.contains(error.field) && !raised.contains { $0.inputName == error.field }
            }
    }

    /// The questions that appear only because of these answers and have none yet.
    var raised: [FormField] {
        page.fields.filter {
            !shown.contains($0.name) && answers[$0.name] == nil && $0.calculated == nil
                && asked.contains($0.name)
        }
    }
}

extension WebRequest {
    /// Whether the page was opened from the check page and leads back there.
    fileprivate var isReturning: Bool { query("return") == "check" }

    fileprivate var remark: QuestionsPage.Remark? {
        if query("more") != nil { return .asksMore }
        return query("resumed") == nil ? nil : .isResumed
    }

    fileprivate func address(ofMore number: Int, in wizard: Wizard, at field: FormField) -> String {
        let path = ApplicationPath.page(wizard.draft.id, number, returning: isReturning)
        return "\(path)\(isReturning ? "&" : "?")more=1#f-\(field.inputName)"
    }
}
