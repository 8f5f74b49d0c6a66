import HTTPTypes
import Identity
import Refusals
import Services
import Web

/// Taking a scan for a material or as the answer to a question, and throwing one away: `/applications/{id}/scans`.
extension ApplicationPages {
    var scans: [Route] {
        [
            .post(ApplicationPath.scansRoute, .signedIn, journal: "application.saved", "选用扫描件") {
                try await takeScan($0, $1)
            },
            .post(ApplicationPath.scanRemoval, .signedIn, journal: "application.saved", "删除扫描件") {
                try await throwAway($0, $1)
            },
        ]
    }

    /// What lies in the tray; only at the counter is there one.
    func tray(of wizard: Wizard, for account: Int64) async throws -> [TrayFile] {
        wizard.draft.isAtCounter ? try await tray.waiting(account) : []
    }

    private func takeScan(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        try await door.open(request, caller) { wizard in
            let form = try await request.form()
            guard wizard.draft.isAtCounter,
                let material = wizard.item.askedMaterials.first(where: { $0.id == form["material"] })
            else { throw DomainError.notFound("这份申请没有这份材料。") }
            let field = TrayForm.name(of: material)
            do {
                try await take(form[field], for: material, wizard, request, caller)
            } catch DomainError.invalid(let errors) {
                let placed = errors.map { FieldError(field, $0.sentence) }
                return .page(
                    try await materialsPage(wizard, request, caller, placed), status: .unprocessableContent)
            }
            return .redirect(
                to: "\(ApplicationPath.materials(wizard.draft.id))#f-\(Wizard.inputName(of: material))")
        }
    }

    private func take(
        _ chosen: String?, for material: Material, _ wizard: Wizard, _ request: WebRequest,
        _ caller: SignedIn
    ) async throws {
        let file = try await scan(chosen, before: caller)
        let upload = DraftMaterial(
            requirement: material.id, fileID: file.id, name: file.name, size: file.size)
        try await door.drafts.add(
            upload, to: wizard.draft, by: caller.actor(request), at: request.now
        ) { [tray] tx in try tray.take(file.id, caller.accountID, tx) }
    }

    private func scan(_ chosen: String?, before caller: SignedIn) async throws -> TrayFile {
        let waiting = try await tray.waiting(caller.accountID)
        guard let file = waiting.first(where: { String($0.id) == chosen }) else {
            throw DomainError.invalid("scan", "请选择一份扫描件；已经取用的不能再选。")
        }
        return file
    }

    /// The scan that was chosen on a page of questions, where no file came with it.
    func takeScan(
        answering field: FormField, of wizard: Wizard, into entry: inout PageEntry, _ request: WebRequest,
        _ caller: SignedIn
    ) async throws {
        let chosen = entry.form[TrayChoice.name(of: field)] ?? ""
        guard wizard.draft.isAtCounter, !chosen.isEmpty else { return }
        do {
            let file = try await scan(chosen, before: caller)
            let upload = DraftMaterial(
                requirement: field.inputName, fileID: file.id, name: file.name, size: file.size)
            try await door.drafts.replace(
                upload, in: wizard.draft, by: caller.actor(request), at: request.now
            ) { [tray] tx in try tray.take(file.id, caller.accountID, tx) }
            entry.uploads[field.name] = .string(String(file.id))
        } catch let refusal as DomainError {
            entry.errors += try refusal.errors(at: field.inputName)
        }
    }

    /// A scan that came out wrong goes at once; the others of the day go at night.
    private func throwAway(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        try await door.open(request, caller) { wizard in
            guard wizard.draft.isAtCounter,
                let file = try await tray.waiting(caller.accountID).first(where: {
                    String($0.id) == (try? request.parameter("file"))
                })
            else { throw DomainError.notFound("这份扫描件已经不在了。") }
            try await door.drafts.change(
                wizard.draft, "application.saved", by: caller.actor(request), at: request.now,
                "删除了扫描件\(file.name)。"
            ) { [tray] tx in try tray.take(file.id, caller.accountID, tx) }
            return .redirect(to: ApplicationPath.materials(wizard.draft.id))
        }
    }
}
