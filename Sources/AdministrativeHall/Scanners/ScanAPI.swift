import Files
import HTTPTypes
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Where scanner programs put their files: `POST /api/v1/scans`.
struct ScanAPI: Sendable {
    let database: Database
    let files: FileStore
    /// A page a second, and a stack at once.
    private let pace = RateLimit(burst: 60, perMinute: 60)

    init(database: Database, files: FileStore) { (self.database, self.files) = (database, files) }

    var routes: [Route] {
        [
            .post(HallPath.scans, .scanner, journal: "scan.received", "扫描件送到窗口", api: Self.operation) {
                try await receive($0, $1)
            }
        ]
    }

    private func receive(_ request: WebRequest, _ caller: ScannerCaller) async throws -> WebResponse {
        let (scanner, now) = (caller.scanner, request.now)
        try pace.admit("scanner:\(scanner.id)", at: now)
        let (window, clerk) = try await database.read { tx in
            let window = try HallStore.window(scanner.windowID, in: tx)
            let waiting = try window.clerkID.map { try ScanStore.waiting(for: $0, in: tx).count } ?? 0
            return (window, try Scan.receiver(at: window, waiting: waiting))
        }
        let file = try await file(request, for: clerk)
        let scan = Scan(id: file.id, name: file.name, size: file.size, receivedAt: now)
        let actor = caller.actor(request)
        try await database.write { tx in
            try ScanStore.insert(scan, at: window.id, for: clerk, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "scan.received", subject: "window:\(window.id)",
                    sentence: "\(actor.name)把一份扫描件送到\(window.name)。"), in: tx)
        }
        return try .json(ScanJSON(scan), status: .created)
    }

    /// Sniffed and limited like every upload. It belongs to whoever sits at the window.
    private func file(_ request: WebRequest, for clerk: Int64) async throws -> StoredFile {
        guard request.header("Content-Type")?.lowercased().hasPrefix("multipart/form-data") == true else {
            guard let name = try request.filename() else { throw Self.nameless }
            return try await files.receive(
                name: name, chunks: request.stream(limitBytes: files.limitBytes), owner: clerk,
                now: request.now)
        }
        let form = try await request.multipart(limitBytes: files.limitBytes + Self.formBytes)
        while let part = try await form.nextPart() {
            guard part.name == "file" else { continue }
            guard let name = part.filename else { throw Self.nameless }
            return try await files.receive(name: name, chunks: part.chunks, owner: clerk, now: request.now)
        }
        throw DomainError.invalid("file", "请在 file 字段里上传文件。")
    }

    /// What boundaries and other fields of the form may add to the file, in bytes.
    private static let formBytes = 64 << 10
    private static let nameless = DomainError.invalid(
        "file", "请写明文件名：表单里用 filename，或在 Content-Disposition 里用 filename。")

    private static let operation = APIOperation(
        id: "receiveScan", tag: "办事大厅",
        parameters: [.header("Content-Disposition", "直接上传内容时写明文件名：attachment; filename*=UTF-8''…")],
        body: .file(field: "file"),
        responses: [
            201: .object([.init("id", .text), .init("name", .text), .init("size", .integer, "字节")])
        ])
}

/// What the scanner is told.
private struct ScanJSON: Encodable {
    let id: String
    let name: String
    let size: Int

    init(_ scan: Scan) { (id, name, size) = (String(scan.id), scan.name, scan.size) }
}
