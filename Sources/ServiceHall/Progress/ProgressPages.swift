import Cases
import Codes
import HTTPTypes
import Identity
import Messaging
import Refusals
import Services
import Storage
import Web

/// A matter as its applicant sees it: how it stands, the receipt, and what they thought of it.
struct ProgressPages: Sendable {
    let cases: Cases
    let library: ServiceLibrary
    let database: Database
    let provesFilings: Bool
    /// Where visitors reach the site, for the code on the receipt.
    let publicAddress: String
    /// What is printed at the foot of every paper.
    let remark: String?
    /// The page of a kind of matter that has one of its own.
    let elsewhere: @Sendable (Case) -> String?

    var routes: [Route] {
        [
            .get(ApplicantPath.progress("{number}"), .signedIn, "办件进度") { try await show($0, $1) },
            .get(ApplicantPath.receipt("{number}"), .signedIn, "收件回执") { try await receipt($0, $1) },
            .get(ApplicantPath.receiptPaper("{number}"), .signedIn, "收件回执（PDF）") {
                try await receiptPaper($0, $1)
            },
            .post(ApplicantPath.urgings("{number}"), .signedIn, journal: "case.urged", "催办") {
                try await urge($0, $1)
            },
            .post(ApplicantPath.ratings("{number}"), .signedIn, journal: "case.rated", "评价办件") {
                try await rate($0, $1)
            },
        ]
    }

    private func show(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let number = try request.parameter("number")
        let view = try await cases.view(number, for: caller.viewer)
        if caller.isStaff { return .redirect(to: ApplicantPath.desk(number)) }
        if let page = elsewhere(view.subject) { return .redirect(to: page) }
        // Who reads the matter has read what the messages say about it.
        if caller.unread > 0 {
            let subject = (view.parent ?? view.subject).number.text
            try await database.write {
                _ = try Inbox(of: caller.accountID).markAllRead(about: subject, at: view.now, in: $0)
            }
        }
        return .page(try await page(view, RatingForm(), request, caller))
    }

    private func receipt(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let view = try await cases.view(try request.parameter("number"), for: caller.viewer)
        if let parent = view.parent { return .redirect(to: ApplicantPath.receipt(parent.number.text)) }
        // This one speaks of the licensing law, and its code opens the answer: of other matters only whoever said it is told.
        if let page = elsewhere(view.subject) {
            return .redirect(
                to: caller.isStaff ? ApplicantPath.desk(view.subject.number.text) : page)
        }
        return .page(
            ReceiptPage(
                view: view, isStaff: caller.isStaff, provesFilings: provesFilings,
                publicAddress: publicAddress
            ).page)
    }

    private func urge(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let number = try request.parameter("number")
        try await cases.change(number, by: caller.actor(request), as: caller.viewer) {
            try $0.urge(number, on: $1)
        }
        return .redirect(to: "\(ApplicantPath.progress(number))?done=\(ProgressPage.Done.urged.rawValue)")
    }

    private func rate(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let number = try request.parameter("number")
        let rating = RatingForm(try await request.form())
        do {
            try await cases.change(number, by: caller.actor(request), as: caller.viewer) {
                try $0.rate(
                    number, grade: rating.grade ?? 0, comment: rating.commentOrNil, reasons: rating.reasons,
                    on: $1)
            }
        } catch DomainError.invalid(let errors) {
            let view = try await cases.view(number, for: caller.viewer)
            let page = try await page(view, rating.refused(errors), request, caller)
            return .page(page, status: .unprocessableContent)
        }
        return .redirect(to: "\(ApplicantPath.progress(number))?done=\(ProgressPage.Done.rated.rawValue)")
    }

    private func page(
        _ view: CaseView, _ rating: RatingForm, _ request: WebRequest, _ caller: SignedIn
    ) async throws -> Page {
        let plan = view.subject.plan
        let actor = caller.actor(request)
        return ProgressPage(
            view: view, item: try? await library.service(plan.code, version: plan.version).item,
            isApplicant: view.subject.isApplicant(actor),
            isRepresentative: view.subject.isRepresented(by: actor), mayRate: view.subject.isOwn(of: actor),
            done: request.query("done").flatMap(ProgressPage.Done.init(rawValue:)), rating: rating,
            provesFilings: provesFilings, token: request.csrf
        ).page
    }
}
