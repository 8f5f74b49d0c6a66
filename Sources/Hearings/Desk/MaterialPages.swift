import Files
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Materials: published on the desk, with a file or without, and downloaded by everybody.
struct MaterialPages: Sendable {
    let office: HearingOffice
    private static let action = "public_hearing.materials_published"

    init(office: HearingOffice) { self.office = office }

    var routes: [Route] {
        [
            .post(
                HearingPath.act("{id}", "materials"), .may(.editHearings), journal: Self.action, "公布听证材料"
            ) { try await publish($0, $1) },
            .get(HearingPath.material("{id}", "{material}"), .anyone, "听证材料的文件") { request, _ in
                try await send(request)
            },
        ]
    }

    private func publish(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let sent = try await UploadedForm.read(
            request, into: office.files, owner: officer.account.id, atMost: 1)
        let (form, now) = (sent.form, request.now)
        let file = sent.file(in: "material_file").map {
            HearingMaterial.Enclosed(id: $0.id, name: $0.name, size: $0.size)
        }
        do {
            guard sent.errors.isEmpty else { throw DomainError.invalid(sent.errors) }
            let material = HearingMaterial(
                title: form["material_title"] ?? "", words: form["material_words"] ?? "", publishedAt: now,
                file: file)
            try material.check()
            try await office.change(request, officer, .editHearings, Self.action, "公布材料，") {
                [files = office.files] one, actor, tx in
                try one.publishMaterials(on: now.day, HearingRules.current(in: tx))
                try material.insert(of: one.id, in: tx)
                guard let file else { return }
                try files.attach(
                    file.id, toCase: HearingMaterial.subject(of: one.id), owner: actor.accountID, in: tx)
            }
            return .redirect(to: HearingPath.edit(String(try request.id(HearingOffice.missing))))
        } catch DomainError.invalid(let errors) {
            let page = try await DeskPages(office: office).show(
                request, officer, entered: form, errors: errors)
            return .page(page, status: .unprocessableContent)
        }
    }

    /// - Throws: `notFound` for a material without a file, and for that of a draft.
    private func send(_ request: WebRequest) async throws -> WebResponse {
        let id = try request.id(HearingOffice.missing)
        let material = Int64(try request.parameter("material")) ?? 0
        let readable = try await office.database.read { [files = office.files] tx in
            let hearing = try HearingStore.announced(id, in: tx)
            guard let file = try HearingMaterial.one(material, of: hearing.id, in: tx).file else {
                throw DomainError.notFound("没有这份材料。")
            }
            return try files.file(
                file.id, for: .caseFile(number: HearingMaterial.subject(of: id)), in: tx)
        }
        let content = try await readable.open()
        return .file(
            content.pieces, sizeBytes: content.sizeBytes, name: readable.file.name,
            contentType: readable.file.mediaType.rawValue
        ).header("Cache-Control", "public, max-age=3600")
    }
}
