import Foundation
import HTTPTypes
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Files

@Suite("A bucket whose store fails")
struct S3FaultTests {
    private let content = Content(sha256: String(repeating: "a", count: 64), sizeBytes: 3)
    private let removal = Removal(id: 7, sha256: String(repeating: "a", count: 64))
    private let slowDown = StubStore.Answer(
        status: .serviceUnavailable, text: "<Error><Code>SlowDown</Code></Error>")

    @Test("that is out of reach refuses an upload in words, and nothing of it stays")
    func unreachable() async throws {
        let bucket = try StubStore.bucket(atPort: Loopback.unusedPort())
        try await withFileStore(around: { _ in bucket }) { store, database, root in
            let refusal = await #expect(throws: ContentUnavailable.self) {
                try await store.receive(Sample.pdf, named: "执照.pdf")
            }
            let failure: (any TemporaryFailure)? = refusal
            #expect(failure?.sentence == "文件存储暂时不可用，请稍后再试。")
            #expect(refusal?.description.contains("nobody-may-see-this") == false)
            let rows = try await database.read { try $0.count("SELECT count(*) FROM file_object /* all */") }
            #expect(rows == 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: root.path + "/incoming").isEmpty)
        }
    }

    @Test("is asked again after a 5xx answer, with the whole content")
    func again() async throws {
        let store = StubStore([slowDown, .init(status: .internalServerError), .init(status: .ok)])
        try await store.serve { bucket in
            try await withFileStore(around: { _ in bucket }) { store, _, _ in
                _ = try await store.receive(Sample.pdf, named: "执照.pdf")
            }
        }
        #expect(store.requests.count == 3)
        #expect(Set(store.requests).count == 1)
        #expect(store.requests.first?.hasSuffix(" \(Sample.pdf.count)") == true)
    }

    @Test("is asked four times, and then whoever waits is told")
    func exhausted() async throws {
        let store = StubStore([slowDown])
        try await store.serve { [content] bucket in
            let refusal = await #expect(throws: ContentUnavailable.self) {
                _ = try await bucket.open(content)
            }
            #expect(refusal?.description.contains("SlowDown") == true)
        }
        #expect(store.requests.count == 4)
    }

    @Test("is not asked again when it has refused")
    func refused() async throws {
        let store = StubStore([.init(status: .forbidden, text: "<Error><Code>AccessDenied</Code></Error>")])
        try await store.serve { [removal] bucket in
            await #expect(throws: ContentUnavailable.self) { try await bucket.discard(removal) }
        }
        #expect(store.requests.count == 1)
    }

    @Test("takes nothing out of its place before the copy aside is there")
    func copyFailsInDisguise() async throws {
        let disguised = StubStore.Answer(status: .ok, text: "<Error><Code>InternalError</Code></Error>")
        let store = StubStore([disguised])
        try await store.serve { [removal] bucket in
            await #expect(throws: ContentUnavailable.self) { try await bucket.putAside(removal) }
        }
        #expect(store.requests.count == 4)
        #expect(store.requests.allSatisfy { $0.hasPrefix("PUT /minben/trash/") })
    }

    @Test(
        "refuses to send what is not there, or not whole",
        arguments: [StubStore.Answer(status: .notFound), .init(status: .ok, text: "too long")])
    func missing(answer: StubStore.Answer) async throws {
        let store = StubStore([answer])
        try await store.serve { [content] bucket in
            let refusal = await #expect(throws: ContentUnavailable.self) {
                _ = try await bucket.open(content)
            }
            #expect(refusal?.sentence == "这个文件暂时无法读取，请稍后再试。")
        }
    }

    @Test(
        "is told at the start what is wrong",
        arguments: [
            (.notFound, "没有这个存储桶"), (.forbidden, "密钥不被接受"), (.movedPermanently, "endpoint 或 region"),
            (.badGateway, "没有正常应答"),
        ] as [(HTTPResponse.Status, String)])
    func probed(status: HTTPResponse.Status, words: String) async throws {
        try await StubStore([.init(status: status)]).serve { bucket in
            let mistake = await #expect(throws: UnusableStore.self) { try await bucket.probe() }
            #expect(mistake?.description.contains(words) == true)
            #expect(mistake?.description.contains("s3://minben") == true)
        }
    }
}
