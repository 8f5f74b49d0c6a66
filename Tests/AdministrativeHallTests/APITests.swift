import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import TestSupport
import Testing
import WorkingTime

@testable import AdministrativeHall

@Suite("Halls for programs")
struct HallAPITests {
    private func send(
        _ client: any TestClientProtocol, _ path: String, _ json: String, key: String? = nil
    ) async throws -> TestResponse {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let key, let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        return try await client.execute(
            uri: path, method: .post, headers: headers, body: ByteBuffer(string: json))
    }

    @Test("what is no group, no time or full is refused as on the page, and the same key books once")
    func booking() async throws {
        let house = try await HallHouse(capacity: 1)
        _ = try await house.book("chenjing", at: Instant(day: morning.day, hour: 10))
        let (hall, group) = (house.hall, house.groups["A"] ?? 0)
        try await house.visit(as: "zhangwei") { client in
            let path = "/api/v1/halls/\(hall)/appointments"
            let full = "{\"group\":\"\(group)\",\"start\":\"2026-11-30T10:00:00+08:00\"}"
            let free = "{\"group\":\"\(group)\",\"start\":\"2026-11-30T15:00:00+08:00\"}"
            let wrong = try await send(client, path, "{\"group\":\"x\",\"start\":\"tomorrow\"}")
            #expect(wrong.status == .unprocessableContent)
            let late = try await send(client, path, full)
            #expect(late.status == .conflict && late.text.contains("已经约满"))
            let first = try await send(client, path, free, key: "k")
            let again = try await send(client, path, free, key: "k")
            #expect(first.status == .created && again.status == .created && first.text == again.text)
            let twice = try await send(client, path, free)
            #expect(twice.status == .conflict)
            let mine = try await client.look("/api/v1/appointments").text
            #expect(mine.matches(of: /"state":"booked"/).count == 1)
            let id = try #require(first.text.firstMatch(of: /"id":"(\d+)"/)?.output.1)
            let path2 = "/api/v1/appointments/\(id)"
            let gone = try await client.execute(uri: path2, method: .delete)
            #expect(gone.status == .noContent)
        }
    }

    @Test("anybody sees the halls, their queues and what is free")
    func reading() async throws {
        let house = try await HallHouse(capacity: 1)
        _ = try await house.book("chenjing", at: Instant(day: morning.day, hour: 10))
        _ = try await house.take("A")
        let (hall, group) = (house.hall, house.groups["A"] ?? 0)
        try await house.visit { client in
            let halls = try await client.look("/api/v1/halls").text
            #expect(halls.contains("\"waiting\":1") && halls.contains("\"is_open\":true"))
            let slots = try await client.look("/api/v1/halls/\(hall)/slots?group=\(group)").text
            #expect(slots.contains("{\"left\":0,\"start\":\"2026-11-30T10:00:00+08:00\"}"))
            #expect(try await client.look("/api/v1/halls/\(hall)/slots?group=17").status == .notFound)
            #expect(try await client.look("/api/v1/halls/\(hall)/slots").status == .unprocessableContent)
        }
    }
}
