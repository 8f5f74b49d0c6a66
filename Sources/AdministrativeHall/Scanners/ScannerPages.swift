import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The scanners of a hall's windows: their tokens are given out and taken back here.
struct ScannerPages: Sendable {
    let database: Database

    var routes: [Route] {
        [
            .get(HallPath.scanners("{id}"), .may(.editHalls), "窗口扫描设备") { request, _ in
                try await show(request)
            },
            .post(
                HallPath.scanners("{id}"), .may(.editHalls), journal: "hall.scanner_issued", "领取扫描设备的令牌"
            ) { request, officer in try await issue(request, officer) },
            .post(
                HallPath.scannerRevocation("{id}", "{scanner}"), .may(.editHalls),
                journal: "hall.scanner_revoked", "停用扫描设备的令牌"
            ) { request, officer in try await revoke(request, officer) },
        ]
    }

    private func show(
        _ request: WebRequest, token: ScannerToken? = nil, errors: [FieldError] = [],
        entered: FormData? = nil
    ) async throws -> WebResponse {
        let id = try request.number("id")
        let page = try await database.read { tx in
            ScannersPage(
                hall: try HallStore.hall(id, in: tx), windows: try HallStore.windows(of: id, in: tx),
                scanners: try ScannerStore.scanners(in: id, tx), shown: token, errors: errors,
                entered: entered, token: request.csrf)
        }
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
            .header("Cache-Control", "no-store")
    }

    /// The token stands in this one answer and nowhere else.
    private func issue(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, form, actor, now) = (
            try request.number("id"), try await request.form(), officer.actor(request), request.now
        )
        let token = ScannerToken.random()
        do {
            guard let wanted = form["window"].flatMap({ Int64($0) }) else {
                throw DomainError.invalid("window", "请选择窗口。")
            }
            try await database.write { tx in
                let hall = try HallStore.locked(id, in: tx)
                guard let window = try HallStore.windows(of: id, in: tx).first(where: { $0.id == wanted })
                else { throw DomainError.invalid("window", "请选择窗口。") }
                let others = try ScannerStore.scanners(in: id, tx).filter {
                    $0.windowID == wanted && $0.revokedAt == nil
                }
                let scanner = try WindowScanner.issue(
                    id: tx.ids.next(), at: window, name: form["name"] ?? "", beside: others, by: actor,
                    at: now)
                try ScannerStore.insert(scanner, token, in: tx)
                try HallSetup.record(
                    "hall.scanner_issued", hall, "\(actor.name)为\(window.name)的「\(scanner.name)」领取了令牌。",
                    by: actor, at: now, in: tx)
            }
            return try await show(request, token: token)
        } catch DomainError.invalid(let errors) {
            return try await show(request, errors: errors, entered: form)
        } catch DomainError.conflict(let sentence) {
            return try await show(request, errors: [FieldError("window", sentence)], entered: form)
        }
    }

    private func revoke(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, scanner) = (try request.number("id"), try request.number("scanner"))
        let (actor, now) = (officer.actor(request), request.now)
        try await database.write { tx in
            let hall = try HallStore.locked(id, in: tx)
            var revoked = try ScannerStore.locked(scanner, of: id, in: tx)
            try revoked.revoke(at: now)
            try ScannerStore.save(revoked, in: tx)
            try HallSetup.record(
                "hall.scanner_revoked", hall, "\(actor.name)停用了「\(revoked.name)」的令牌。", by: actor, at: now,
                in: tx)
        }
        return .redirect(to: HallPath.scanners(String(id)))
    }
}
