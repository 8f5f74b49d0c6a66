import Cases
import Codes
import HTTPTypes
import NIOCore
import Testing

@Suite("Hostile bodies")
struct HostileTests {
    /// What a stranger may send, by what is wrong with it.
    private static let bodies: KeyValuePairs = [
        "nothing": "", "null": "null", "a list": "[]", "a text": "\"\"", "a number": "0", "half": "{",
        "no value": "{\"a\":}", "two documents": "{}{}", "a byte order mark": "\u{FEFF}{}",
        "endless lists": String(repeating: "[", count: 100_000),
        "endless objects": String(repeating: #"{"form":"#, count: 5_000) + "1"
            + String(repeating: "}", count: 5_000),
        "a NUL": #"{"outcome":"\u0000","reason":"\u0000","note":"\u0000","items":[{"reason":"\u0000"}]}"#,
        "half a surrogate pair": #"{"outcome":"\ud800","reason":"\ud800","note":"\ud800"}"#,
        "other types": #"{"outcome":[],"grade":{},"reason":[],"items":{},"materials":{}}"#,
        "numbers without end": #"{"grade":1e400,"expected_days":99999999999999999999,"outcome":1}"#,
        "nulls": #"{"items":[null],"materials":[null],"outcome":null,"reason":null,"grade":null}"#,
        "ten megabytes": String(repeating: " ", count: 10 << 20),
    ]

    @Test("are refused, never a fault")
    func refused() async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            let task = try await client.openTask(of: "clerk")
            let officers = [
                "/tasks/\(task)/completion", "/tasks/\(task)/return", "/tasks/\(task)/transfer",
                "/cases/\(number)/extensions", "/cases/\(number)/evidence-requests",
                "/cases/\(number)/suspensions",
            ]
            for (wrong, body) in Self.bodies {
                for path in officers {
                    expectRefusal(try await client.post(path, body, as: "clerk"), "\(wrong) to \(path)")
                }
                for path in ["/cases/\(number)/evidence", "/cases/\(number)/ratings"] {
                    expectRefusal(try await client.post(path, body, as: "chenjing"), "\(wrong) to \(path)")
                }
            }
        }
    }

    private func expectRefusal(_ answer: Answer, _ what: String) {
        #expect((400..<500).contains(answer.status), "\(what): \(answer.text.prefix(200))")
        #expect(answer.contentType == "application/problem+json")
    }

    @Test("a body that is not UTF-8, or not JSON by its own word, is refused")
    func encodings() async throws {
        try await House().visit { client async throws in
            let bytes = ByteBuffer(bytes: [0x7B, 0xFF, 0x7D])
            let broken = try await client.send(
                .post, "/tasks/1/completion", as: "clerk", headers: [.contentType: "application/json"],
                body: bytes)
            #expect(broken.status == 400)
            let xml = try await client.send(
                .post, "/tasks/1/completion", as: "clerk", headers: [.contentType: "application/xml"],
                body: ByteBuffer(string: "<a/>"))
            #expect(xml.status == 400)
        }
    }
}
