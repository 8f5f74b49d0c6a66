import Cases
import Codes
import Files
import HTTPTypes
import Identity
import Refusals
import Web
import WorkingTime

/// 容缺受理: bringing what was promised, one file for each material.
struct PromisedPages: Sendable {
    /// How many files of the largest size one form may carry.
    private static let filesPerForm = 5

    let cases: Cases
    let files: FileStore

    var routes: [Route] {
        [
            .get(ApplicantPath.promised("{number}"), .signedIn, "补交承诺的材料") { request, caller in
                let view = try await whole(request, caller)
                guard view.subject.deferral?.isComplete == false else {
                    return .redirect(to: ApplicantPath.progress(view.subject.number.text))
                }
                return .page(page(view, [], request))
            },
            .post(
                ApplicantPath.promised("{number}"), .signedIn, journal: "case.promised_supplied", "补交承诺的材料"
            ) { try await supply($0, $1) },
        ]
    }

    private func supply(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let view = try await whole(request, caller)
        let number = view.subject.number.text
        let upload = try await EvidenceUpload.read(
            request.multipart(limitBytes: files.limitBytes * Self.filesPerForm), into: files,
            owner: caller.accountID, now: request.now)
        guard upload.errors.isEmpty else {
            return .page(page(view, upload.errors, request), status: .unprocessableContent)
        }
        do {
            try await cases.change(number, by: caller.actor(request), as: caller.viewer) { matter, occasion in
                let materials = upload.received.map {
                    FiledMaterial(
                        requirement: $0.requirement, fileID: $0.fileID, name: $0.name, filedAt: occasion.now)
                }
                try matter.supplyPromised(number, materials: materials, on: occasion)
            }
        } catch DomainError.invalid(let errors) {
            return .page(page(view, errors, request), status: .unprocessableContent)
        }
        return .redirect(to: "\(ApplicantPath.progress(number))?done=\(ProgressPage.Done.promised.rawValue)")
    }

    /// It was the whole application that was accepted, whichever of its items was opened.
    private func whole(_ request: WebRequest, _ caller: SignedIn) async throws -> CaseView {
        let view = try await cases.view(try request.parameter("number"), for: caller.viewer)
        guard let parent = view.parent else { return view }
        return try await cases.view(parent.number.text, for: caller.viewer)
    }

    private func page(_ view: CaseView, _ errors: [FieldError], _ request: WebRequest) -> Page {
        PromisedPage(
            subject: view.subject, errors: errors, token: request.csrf, limitMegabytes: files.limitBytes >> 20
        ).page
    }
}
