import CSV
import Codes
import Files
import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import Jobs
import Journal
import NIOCore
import Storage
import Testing
import WorkingTime

@testable import Operations

/// The administrator's office with the sample district, in which files of enterprises are imported.
struct RegisterOffice: Sendable {
    let office: Office
    var database: Database { office.database }

    init() async throws {
        office = try await Office()
        try await Government.seed(into: database)
        try await database.write { [now = office.now] tx in
            try tx.execute(
                """
                INSERT INTO account (id, name, display_name, password_hash, totp_last_step, created_at, disabled)
                VALUES (\(Office.accountID), 'sysadmin', '戴启明', '', 0, \(now), 0)
                """)
            try tx.execute(
                "INSERT INTO account_post (account_id, organ, role) VALUES (\(Office.accountID), 'zwfw', 'sysadmin')"
            )
        }
    }

    /// A job that works so many rows off a step.
    func work(rowsPerStep: Int = 2) -> EnterpriseImport {
        EnterpriseImport(
            files: office.files, ids: database.ids, clock: { [now = office.now] in now },
            rowsPerStep: rowsPerStep)
    }

    func runner(_ handler: any JobHandler) -> QueueRunner {
        QueueRunner(database: database, handlers: [handler], clock: { [now = office.now] in now })
    }

    /// Sends a file and gives the address of its import.
    func send(_ bytes: [UInt8], named name: String = "企业.csv") async throws -> TestResponse {
        try await withResponse { try await $0.upload(bytes, named: name) }
    }

    /// Imports a file to its end and gives the page and the list of wrong lines.
    func imported(_ text: String, rowsPerStep: Int = 2) async throws -> (page: String, wrong: [String]) {
        let place = try #require(try await send(Array(text.utf8)).headers[.location])
        await runner(work(rowsPerStep: rowsPerStep)).workOff()
        let page = try await look(place)
        let list = try await look("\(place)/wrong-lines")
        return (page, list.split(separator: "\r\n").map(String.init))
    }

    func look(_ path: String) async throws -> String {
        let response = try await withResponse { client in
            try await client.execute(uri: path, method: .get, headers: [:], body: nil)
        }
        return String(buffer: response.body)
    }

    /// What the journal has of the latest import.
    func entries() async throws -> [StoredEntry] {
        try await database.read { tx in
            let latest = try JobQueue.jobs(of: EnterpriseImport.kind, limit: 1, in: tx).items.first
            return try Journal.entries(
                subject: "job/\(latest?.id ?? 0)", onlyPublic: false, limit: 9, in: tx)
        }
    }

    func entity(_ code: String) async throws -> LegalEntity? {
        try await database.read { try Directory.entity(CreditCode(code), in: $0) }
    }

    func job(at place: String) async throws -> QueuedJob {
        let id = try #require(Int64(place.split(separator: "/").last ?? ""))
        return try await office.job(id)
    }

    private func withResponse(
        _ ask: @escaping @Sendable (any TestClientProtocol) async throws -> TestResponse
    ) async throws -> TestResponse {
        let (stream, continuation) = AsyncStream.makeStream(of: TestResponse.self)
        try await office.visit(as: .sysadmin) { continuation.yield(try await ask($0)) }
        continuation.finish()
        for await response in stream { return response }
        throw StorageError.serialization
    }
}

/// Rows of the tests.
enum Rows {
    static let head = EnterpriseColumn.template
    static let xinghu = "91441202MA4W12346L"
    static let fresh = "91441202MA9Y000715"

    static func row(
        code: String, name: String = "肇庆市新开业商贸有限公司", kind: String = "企业", head: String = "莫小兰",
        phone: String = "0758-0000299", division: String = "441202001901", day: String = "2024-03-01",
        scope: String = "日用百货销售。"
    ) -> String {
        CSVLine.text([code, name, kind, head, phone, division, "端州区天宁北路1号", day, scope])
    }

    /// A well-formed code by its number.
    static func code(_ number: Int) throws -> String {
        try CreditCode.checked(body17: "91441202MA8" + String(format6(number))).text
    }

    private static func format6(_ number: Int) -> String {
        String(repeating: "0", count: max(0, 6 - String(number).count)) + String(number)
    }
}

extension TestClientProtocol {
    func upload(_ bytes: [UInt8], named name: String) async throws -> TestResponse {
        let page = try await execute(uri: OperationsPath.imports, method: .get, headers: [:], body: nil)
        let token = String(buffer: page.body).firstMatch(of: /name="_csrf" value="([^"]+)"/)
        var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=minben"]
        headers[.cookie] = page.headers[.setCookie]?.split(separator: ";").first.map(String.init)
        var body = ByteBuffer(
            string:
                "--minben\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n\(token?.output.1 ?? "")\r\n"
        )
        body.writeString(
            "--minben\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
                + "Content-Type: text/csv\r\n\r\n")
        body.writeBytes(bytes)
        body.writeString("\r\n--minben--\r\n")
        return try await execute(uri: OperationsPath.imports, method: .post, headers: headers, body: body)
    }
}
