import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Testing

@testable import ProcessDesk

@Suite("Running cases are changed only as somebody has said")
struct MigrationPageTests {
    private let address = ProcessDeskPath.migration(of: "single-organ")

    @Test(
        "No version is guessed where cases change",
        arguments: ["reason=x", "from=1&reason=x", "from=99&to=1&reason=x", "from=1&to=01&reason=x"])
    func guessed(_ form: String) async throws {
        try await Office().visit(as: .sysadmin) { client in
            let answer = try await client.press(address, form, from: ProcessDeskPath.upload)
            #expect(answer.status == .notFound)
        }
    }

    @Test("From a version to itself there is nothing to change")
    func same() async throws {
        try await Office().visit(as: .sysadmin) { client in
            let answer = try await client.press(address, "from=1&to=1&reason=x", from: ProcessDeskPath.upload)
            #expect(answer.status == .unprocessableContent)
            #expect(String(buffer: answer.body).contains("请选择另外一版"))
        }
    }

    @Test(
        "A version that does not exist is not compared with another", arguments: ["from=2", "to=0", "to=x"])
    func compared(_ query: String) async throws {
        let path = "\(ProcessDeskPath.comparison(of: "single-organ"))?\(query)"
        try await Office().visit(as: .officer) { client in
            let answer = try await client.execute(uri: path, method: .get, headers: [:], body: nil)
            #expect(answer.status == .notFound)
        }
    }
}
