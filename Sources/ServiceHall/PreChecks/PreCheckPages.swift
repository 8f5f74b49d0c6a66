import Cases
import Files
import Foundation
import HTTPTypes
import Identity
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// 预审 at the desk of the hall: what waits, one application as it would be handed in, and the answer.
struct PreCheckPages: Sendable {
    let prechecks: PreChecks
    let library: ServiceLibrary
    let files: FileStore
    let database: Database

    var routes: [Route] {
        [
            .get(PreCheckPath.list, .may(.fileAtCounter), "预审") { request, officer in
                let slice = try await prechecks.waiting(
                    in: officer.organs.sorted(), after: request.query("after"))
                return .page(PreCheckListPage(slice: slice).page(request))
            },
            .get(PreCheckPath.one, .may(.fileAtCounter), "预审申请") { request, officer in
                .page(try await page(request, officer).page)
            },
            .get(PreCheckPath.file, .may(.fileAtCounter), "预审的材料") { try await send($0, $1) },
            .post(
                PreCheckPath.one, .may(.fileAtCounter), journal: "application.precheck_answered", "答复预审"
            ) { try await answer($0, $1) },
        ]
    }

    private func open(_ request: WebRequest, _ officer: OfficerContext) async throws -> (PreCheck, Wizard) {
        guard let id = Int64(try request.parameter("id")) else { throw PreChecks.missing }
        let (check, draft) = try await prechecks.open(
            id, in: officer.organs.sorted(), by: officer.actor(request), at: request.now)
        return (check, Wizard(draft: draft, service: try library.service(draft.itemCode)))
    }

    private func page(
        _ request: WebRequest, _ officer: OfficerContext
    ) async throws -> PreCheckPage {
        let (check, wizard) = try await open(request, officer)
        return PreCheckPage(check: check, wizard: wizard, token: request.csrf)
    }

    private func answer(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (opened, wizard) = try await open(request, officer)
        var check = opened
        let (form, actor) = (try await request.form(), officer.actor(request))
        let entry = PreCheckEntry(form)
        do {
            try check.answer(
                isPassed: try entry.isPassed(), words: entry.words, missing: entry.missing,
                materials: Set(wizard.item.askedMaterials.map(\.id)), by: actor, at: request.now)
        } catch DomainError.invalid(let errors) {
            return .page(
                PreCheckPage(check: check, wizard: wizard, entry: entry, errors: errors, token: request.csrf)
                    .page, status: .unprocessableContent)
        }
        try await prechecks.answer(check, by: actor, at: request.now)
        return .redirect(to: PreCheckPath.list)
    }

    /// An upload of a draft that waits: the journal has had the reading since it was opened.
    private func send(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (check, wizard) = try await open(request, officer)
        guard let id = Int64(try request.parameter("file")),
            wizard.draft.materials.contains(where: { $0.fileID == id })
        else { throw DomainError.notFound("没有找到这个文件。") }
        let readable = try await database.read { [files] tx in
            try files.file(id, for: .owner(accountID: check.accountID), in: tx)
        }
        let (type, content) = (readable.file.mediaType, try await readable.open())
        return .file(
            content.pieces, sizeBytes: content.sizeBytes, name: readable.file.name,
            contentType: type.rawValue, disposition: type.isShownInline ? .inline : .attachment
        ).header("Cache-Control", "private, no-store")
    }
}

/// What was entered as an answer.
struct PreCheckEntry: Sendable {
    var result = ""
    var words = ""
    var missing: [String] = []
}

extension PreCheckEntry {
    init(_ form: FormData) {
        self.init(
            result: form["result"] ?? "", words: form["words"] ?? "",
            missing: form.all("missing").filter { !$0.isEmpty })
    }

    /// - Throws: `invalid` when neither was chosen.
    func isPassed() throws -> Bool {
        switch result {
        case "pass": true
        case "correct": false
        default: throw DomainError.invalid("result", "请选择预审的结果。")
        }
    }
}
