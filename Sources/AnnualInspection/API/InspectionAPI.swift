import Codes
import Government
import HTTPTypes
import Identity
import Modules
import Services
import Storage
import Web
import WorkingTime

/// The annual inspection for programs of enterprises, by the rules of the pages.
struct InspectionAPI: Sendable {
    static let mine = "/api/v1/inspections"
    private static let one = "\(mine)/{year}/{code}"

    let desk: InspectionDesk

    var routes: [Route] {
        [
            .get(Self.mine, .signedIn, "我的年检", api: InspectionSchemas.mine) { request, caller in
                let rows = try await desk.duties(of: caller.account)
                let lines = rows.map { InspectionJSON($0, on: request.now.day) }
                return try .json(ListDocument(lines))
            },
            .get(Self.one, .signedIn, "联合年检申报", api: InspectionSchemas.sheet) { request, caller in
                try await sheet(request, try await desk.entity(request, caller))
            },
            .post(
                Self.one, .signedIn, journal: "annual_inspection.filed", "申报联合年检",
                api: InspectionSchemas.filing
            ) { try await file($0, $1) },
            .post(
                "\(Self.one)/corrections", .signedIn, journal: "annual_inspection.corrected", "提交整改说明",
                api: InspectionSchemas.correction
            ) { try await correct($0, $1) },
        ]
    }

    private func sheet(_ request: WebRequest, _ entity: LegalEntity, isNew: Bool = false) async throws
        -> WebResponse
    {
        let sheet = try await desk.sheet(request, of: entity)
        let json = InspectionSheetJSON(
            sheet, of: entity, organs: try await desk.organNames(), on: request.now.day)
        return try .json(json, status: isNew ? .created : .ok).header("Cache-Control", "no-store")
    }

    private func file(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let entity = try await desk.entity(request, caller)
        let entry = try await request.json(InspectionEntryJSON.self)
        try await desk.file(
            entry.answers, confirmed: Set(entry.confirmed ?? []), for: entity, by: caller.actor(request),
            once: try caller.account.once(request, "POST \(request.path)", entry), request)
        return try await sheet(request, entity, isNew: true)
    }

    private func correct(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let entity = try await desk.entity(request, caller)
        let entry = try await request.json(CorrectionJSON.self)
        try await desk.correct(
            entry.words, to: entry.organ, for: entity, by: caller.actor(request),
            once: try caller.account.once(request, "POST \(request.path)", entry), request)
        return try await sheet(request, entity, isNew: true)
    }
}
