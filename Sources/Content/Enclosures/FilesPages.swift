import Files
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The attachments and images of an edition on the desk.
struct FilesPages: Sendable {
    let editions: Editions

    private static let missing: Sentence = "没有这篇稿件，或者您无权查看。"

    var routes: [Route] {
        [
            .get(ContentPath.files("{id}"), .may(.readContent), "附件和图片") { try await show($0, $1) },
            .post(ContentPath.files("{id}"), .may(.writeContent), journal: "edition.file_added", "添加附件或图片") {
                try await add($0, $1)
            },
            .post(
                ContentPath.fileRemoval("{id}", "{file}"), .may(.writeContent),
                journal: "edition.file_removed",
                "移除附件或图片"
            ) { request, officer in
                let (id, seat) = (try request.id(Self.missing), Seat(officer, request))
                try await editions.removeFile(
                    try Self.file(request), from: id, by: seat, at: request.now)
                return .redirect(to: ContentPath.files(String(id)))
            },
        ]
    }

    private static func file(_ request: WebRequest) throws -> Int64 {
        guard let id = Int64(try request.parameter("file")) else { throw EnclosureStore.missing }
        return id
    }

    private func add(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, seat) = (try request.id(Self.missing), Seat(officer, request))
        try await editions.requireWritable(id, by: seat)
        let form = try await FilesForm.read(request, into: editions.files, owner: seat.actor.accountID)
        do {
            guard form.errors.isEmpty else { throw DomainError.invalid(form.errors) }
            try await take(form, into: id, by: seat, at: request.now)
            return .redirect(to: ContentPath.files(String(id)))
        } catch DomainError.invalid(let errors) {
            // What is wrong with a file is said at the field it was chosen in.
            let field = form.picture == nil ? "attachment" : "picture"
            return try await show(
                request, officer, alt: form.alt,
                errors: errors.map { $0.field == "file" ? FieldError(field, $0.sentence) : $0 })
        }
    }

    private func take(_ form: FilesForm, into id: Int64, by seat: Seat, at now: Instant) async throws {
        if let picture = form.picture {
            try await editions.addImage(picture, alt: form.alt, to: id, by: seat, at: now)
        } else if let attachment = form.attachment {
            try await editions.attach(attachment, to: id, by: seat, at: now)
        } else {
            throw DomainError.invalid(form.alt.isEmpty ? "attachment" : "picture", "请选择文件。")
        }
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, alt: String = "", errors: [FieldError] = []
    ) async throws -> WebResponse {
        let (id, seat) = (try request.id(Self.missing), Seat(officer, request))
        let page = try await editions.database.read { tx in
            let edition = try EditionStore.edition(id, for: seat.viewer, in: tx)
            let roles = try SiteStore.roles(of: seat.actor.accountID, in: edition.columnID, tx)
            let held = try editions.hold(edition, roles.intersection(seat.roles), in: tx)
            let unread = try EnclosureStore.words(of: id, in: tx).filter { $0.words == nil }.map(\.name)
            return FilesPage(
                edition: edition, files: try EnclosureStore.files(of: id, in: tx), unread: Set(unread),
                mayWrite: held.step == .draft && held.roles.contains(.editor), alt: alt, errors: errors,
                token: request.csrf)
        }
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }
}
