import HTTPTypes
import Journal
import Modules
import Refusals
import Storage
import Synchronization
import TestSupport
import Testing
import WorkingTime

@testable import Jobs
@testable import Messaging

@Suite("The delivery of a message by the district's gateway")
struct MessageDeliveryTests {
    @Test("is not asked for when there is no gateway")
    func noGateway() async throws {
        let post = try await Post()
        let id = try await post.tell(Outbox())
        #expect(try await post.job(of: id) == nil)
    }

    @Test("is not asked for when the change it tells about did not happen")
    func undone() async throws {
        let post = try await Post()
        await #expect(throws: Died.self) {
            try await post.database.write { tx in
                try Outbox(isForwarding: true).enqueue(
                    to: 1_001, about: "A", "您的申请已受理。", at: post.now, in: tx)
                throw Died()
            }
        }
        let waiting = try await post.database.read { try JobQueue.jobs(.waiting, in: $0) }
        #expect(waiting.isEmpty)
    }

    @Test(
        "is set aside at once when the gateway refuses the message, and no personal data is kept",
        arguments: [400, 401, 422])
    func refused(_ status: Int) async throws {
        let post = try await Post()
        let id = try await post.tell()
        let stub = StubGateway(.init(status: .init(code: status), text: "陈静 13800005678 unknown"))
        try await stub.serve { gateway in
            await post.runner(gateway).workOff()
            let job = try #require(try await post.job(of: id))
            #expect(job.state == .setAside && job.attempts == 1)
            #expect(job.lastError == "消息网关不接受这条消息（HTTP \(status)），请核对网关的设置和记录后重新执行。")
            // Put right at the gateway, and put back here: it is the same message to it.
            try await post.database.write {
                try JobQueue.putBack(job.id, by: .system, at: post.now, in: $0)
            }
            await post.runner(gateway).workOff()
        }
        #expect(Set(stub.calls.map(\.key)).count == 1 && stub.calls.count == 2)
    }

    @Test(
        "is tried again later, under the same key, while the gateway is away or has too much to do",
        arguments: [500, 503, 429, 408, 302])
    func away(_ status: Int) async throws {
        let post = try await Post()
        let id = try await post.tell()
        let stub = StubGateway(
            .init(status: .init(code: status)), .init(status: .init(code: status)),
            .init(status: .accepted, text: "{\"id\": 4711}"))
        try await stub.serve { gateway in
            for _ in 1...3 {
                await post.runner(gateway).workOff()
                let job = try await post.job(of: id)
                #expect(job?.state != .setAside)
                post.pass(seconds: 40)
            }
        }
        #expect(try await post.forwarding(of: id)?.id == "4711")
        #expect(stub.calls.count == 3 && Set(stub.calls.map(\.key)).count == 1)
    }

    @Test("is tried again when nobody listens, and the gateway is left in peace for a while")
    func unreachable() async throws {
        let post = try await Post()
        let (first, second) = (try await post.tell(), try await post.tell())
        let gateway = MessageGateway(url: "http://127.0.0.1:9/messages", secret: "nobody-may-see-this")
        await post.runner(gateway).workOff()
        try await gateway.close()
        #expect(try await post.job(of: first)?.lastError == "消息网关没有应答。")
        #expect(try await post.job(of: second)?.lastError == "消息网关刚才没有应答，稍后再试。")
        #expect(try await post.forwarding(of: first) == nil)
    }

    @Test("is repeated under the same key after a crash between the gateway's answer and its record")
    func crash() async throws {
        let post = try await Post()
        let id = try await post.tell()
        let stub = StubGateway(.init(status: .created, text: "{\"id\":\"sms-1\"}"))
        try await stub.serve { gateway in
            let held = try #require(try await post.runner(gateway).claim())
            await #expect(throws: Died.self) { try await Dying(work: post.delivery(gateway)).advance(held) }
            #expect(try await post.forwarding(of: id) == nil)
            #expect(try await post.delivery(gateway).advance(held) == nil)
        }
        let job = try #require(try await post.job(of: id))
        #expect(stub.calls.map(\.key) == ["job-\(job.id)-0", "job-\(job.id)-0"])
        #expect(job.state == .done)
        #expect(try await post.forwarding(of: id)?.id == "sms-1")
    }

    @Test("sends nothing to somebody without a number")
    func nobody() async throws {
        let post = try await Post()
        let id = try await post.tell(account: 1_003)
        let stub = StubGateway(.init(status: .ok))
        try await stub.serve { await post.runner($0).workOff() }
        #expect(stub.calls.isEmpty)
        #expect(try await post.job(of: id)?.state == .done)
    }

    @Test(
        "gives the gateway what it needs, and takes no name for the message that is none",
        arguments: ["", "[]", "{\"id\":\"a\\nb\"}"])
    func dispatch(_ answer: String) async throws {
        let post = try await Post()
        let id = try await post.tell()
        let stub = StubGateway(.init(status: .ok, text: answer))
        try await stub.serve { await post.runner($0).workOff() }
        let call = try #require(stub.calls.first)
        #expect(call.authorization == "Bearer nobody-may-see-this")
        #expect(
            call.body == """
                {"id":"\(id)","link":"https://zwfw.example/cases/A","recipient":{"name":"陈静","number":"13800005678"},\
                "subject":"A","text":"您的申请已受理，受理号 7。"}
                """)
        let forwarding = try #require(try await post.forwarding(of: id))
        #expect(forwarding.id == nil && forwarding.at == post.now)
    }
}

/// What kills a node in a test.
struct Died: Error {}

/// The same work on a node that dies before it records anything.
private struct Dying: Errand {
    let work: MessageDelivery
    var kind: JobKind { work.kind }

    func prepare(_ job: QueuedJob, in tx: Transaction) throws -> MessageDelivery.Dispatch? {
        try work.prepare(job, in: tx)
    }

    func act(_ dispatch: MessageDelivery.Dispatch, key: String) async throws -> MessageGateway.Receipt {
        try await work.act(dispatch, key: key)
    }

    func record(_ receipt: MessageGateway.Receipt, of job: QueuedJob, in tx: Transaction) throws -> JobStep {
        throw Died()
    }
}
