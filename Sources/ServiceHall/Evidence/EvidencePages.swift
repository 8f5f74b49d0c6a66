import Cases
import Codes
import Files
import HTTPTypes
import Identity
import Refusals
import Storage
import Web

/// 补正: everything that is missing in one list, all files in one form.
struct EvidencePages: Sendable {
    /// How many files of the largest size one form may carry.
    private static let filesPerForm = 5

    let cases: Cases
    let files: FileStore
    let database: Database

    var routes: [Route] {
        [
            .get(ApplicantPath.evidence("{number}"), .signedIn, "补正材料") { try await show($0, $1) },
            .post(ApplicantPath.evidence("{number}"), .signedIn, journal: "case.evidence_supplied", "提交补正") {
                try await supply($0, $1)
            },
        ]
    }

    private func show(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let view = try await whole(request, caller)
        guard let demand = EvidenceDemand(view) else {
            return .redirect(to: ApplicantPath.progress(view.subject.number.text))
        }
        return .page(page(view, demand, EvidenceUpload(), [], request))
    }

    private func supply(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let view = try await whole(request, caller)
        let number = view.subject.number.text
        guard let demand = EvidenceDemand(view) else { throw DomainError.conflict("目前没有需要您补正的材料。") }
        let limitBytes = files.limitBytes * Self.filesPerForm
        var upload = try await EvidenceUpload.read(
            request.multipart(limitBytes: limitBytes), into: files, owner: caller.accountID, now: request.now)
        upload.add(try await kept(upload, owner: caller.accountID))
        let errors = upload.errors + demand.errors(brought: upload.answered, note: upload.note)
        guard errors.isEmpty else {
            return .page(page(view, demand, upload, errors, request), status: .unprocessableContent)
        }
        return try await hand(in: upload, to: number, demand, view, request, caller)
    }

    private func hand(
        in upload: EvidenceUpload, to number: String, _ demand: EvidenceDemand, _ view: CaseView,
        _ request: WebRequest, _ caller: SignedIn
    ) async throws -> WebResponse {
        do {
            try await cases.change(number, by: caller.actor(request), as: caller.viewer) { matter, occasion in
                let materials = upload.received.map {
                    FiledMaterial(
                        requirement: $0.requirement, fileID: $0.fileID, name: $0.name, filedAt: occasion.now)
                }
                try matter.supplyEvidence(number, materials: materials, note: upload.note, on: occasion)
            }
        } catch DomainError.invalid(let errors) {
            return .page(page(view, demand, upload, errors, request), status: .unprocessableContent)
        }
        return .redirect(to: "\(ApplicantPath.progress(number))?done=\(ProgressPage.Done.supplied.rawValue)")
    }

    /// It is the whole application that is supplemented, whichever of its items was opened.
    private func whole(_ request: WebRequest, _ caller: SignedIn) async throws -> CaseView {
        let view = try await cases.view(try request.parameter("number"), for: caller.viewer)
        guard let parent = view.parent else { return view }
        return try await cases.view(parent.number.text, for: caller.viewer)
    }

    /// Files of an earlier try that are still the caller's own; others are passed over.
    private func kept(_ upload: EvidenceUpload, owner: Int64) async throws -> [EvidenceUpload.Received] {
        let wanted = upload.kept
        return try await database.read { [files] tx in
            wanted.compactMap { requirement, id in
                (try? files.file(id, for: .owner(accountID: owner), in: tx)).map {
                    EvidenceUpload.Received(requirement: requirement, fileID: id, name: $0.file.name)
                }
            }
        }
    }

    private func page(
        _ view: CaseView, _ demand: EvidenceDemand, _ upload: EvidenceUpload, _ errors: [FieldError],
        _ request: WebRequest
    ) -> Page {
        EvidencePage(
            subject: view.subject, demand: demand, upload: upload, errors: errors, token: request.csrf,
            limitMegabytes: files.limitBytes >> 20
        ).page
    }
}
