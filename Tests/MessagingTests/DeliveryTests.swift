import Refusals
import Storage
import Testing
import WorkingTime

@testable import Jobs
@testable import Messaging

@Suite("A message that leaves the house")
struct DeliveryTests {
    @Test("without a way out nothing is asked for")
    func noWay() async throws {
        let post = try await Post()
        let id = try await post.tell(isForwarding: false)
        #expect(try await post.deliveries(of: id).isEmpty)
        let job = try await post.database.read {
            try JobQueue.job(MessageRouting.kind, key: String(id), in: $0)
        }
        #expect(job == nil)
    }

    @Test("somebody without a number is sent nothing, and everybody sees why")
    func nobody() async throws {
        let post = try await Post()
        let (id, carrier) = (try await post.tell(account: 1_003), StubCarrier("a"))
        await post.runner(sms: post.line(carrier)).workOff()
        let delivery = try #require(try await post.deliveries(of: id).first)
        #expect(carrier.keys.isEmpty && delivery.state == .skipped && delivery.failure == "没有登记手机号")
    }

    @Test("what a carrier will never take goes to the next one, and is refused when none takes it")
    func refused() async throws {
        let post = try await Post()
        let id = try await post.tell()
        let first = StubCarrier("a") { _ in throw CarrierRefusal(status: 422) }
        let second = StubCarrier("b") { _ in throw CarrierRefusal(status: 400) }
        await post.runner(sms: post.line(first, second)).workOff()
        let delivery = try #require(try await post.deliveries(of: id).first)
        #expect(delivery.state == .refused && delivery.attempts == 1)
        #expect(delivery.failure == "不接受这条消息（400）")
        #expect(try await post.attempts(of: delivery.id).map(\.carrier) == ["a", "b"])
        let job = try await post.database.read { try JobQueue.jobs(.setAside, in: $0) }
        #expect(job.isEmpty)
    }

    @Test("a carrier that is away is passed over, and the message goes by the next one")
    func failover() async throws {
        let post = try await Post()
        let id = try await post.tell()
        let first = StubCarrier("a") { _ in throw CarrierOutage("没有应答") }
        let second = StubCarrier("b") { _ in CarrierReceipt(reference: "b-1") }
        await post.runner(sms: post.line(first, second)).workOff()
        let delivery = try #require(try await post.deliveries(of: id).first)
        #expect(delivery.state == .sent && delivery.carrier == "b" && delivery.carrierReference == "b-1")
        #expect(first.keys == second.keys && first.keys == ["delivery-\(delivery.id)"])
        let attempts = try await post.attempts(of: delivery.id)
        #expect(attempts.map(\.outcome) == [.failed, .accepted] && attempts[0].reason == "没有应答")
    }

    @Test("is tried eight times with longer and longer pauses, then given up")
    func exhausted() async throws {
        let post = try await Post()
        let id = try await post.tell()
        // The breaker rests between the tries; a line of its own for each try leaves that out.
        for _ in 0..<10 {
            let carrier = StubCarrier("a") { _ in throw CarrierOutage("没有应答") }
            await post.runner(sms: post.line(carrier)).workOff()
            post.pass(seconds: 30_000)
        }
        let delivery = try #require(try await post.deliveries(of: id).first)
        #expect(delivery.state == .exhausted && delivery.attempts == Backoff.attemptLimit)
    }

    @Test("while every carrier is at rest nothing is claimed and no try counts")
    func rest() async throws {
        let post = try await Post()
        let carrier = StubCarrier("a") { _ in throw CarrierOutage("没有应答") }
        let line = post.line(carrier)
        var ids: [Int64] = []
        for _ in 0..<5 { ids.append(try await post.tell()) }
        await post.runner(sms: line).workOff()
        #expect(carrier.keys.count == 3)
        var tried = 0
        for id in ids { tried += try await post.deliveries(of: id).first?.attempts ?? 0 }
        #expect(tried == 3)
        #expect(!post.errand(by: line).isReady(at: post.now))
    }

    @Test("an hour of answers that take too long goes by the other gateway after three messages")
    func slowHour() async throws {
        let post = try await Post()
        let slow = StubCarrier("slow") { [post] _ in
            post.pass(seconds: 9)
            return CarrierReceipt()
        }
        let (quick, count) = (StubCarrier("quick"), 40)
        for _ in 0..<count { _ = try await post.tell() }
        await post.runner(sms: post.line(slow, quick)).workOff()
        #expect(slow.keys.count == 3 && quick.keys.count == count - 3)
    }

    @Test("is repeated under the same key after a crash between the carrier's answer and its record")
    func crash() async throws {
        let post = try await Post()
        let id = try await post.tell()
        let carrier = StubCarrier("a")
        let errand = post.errand(by: post.line(carrier))
        await post.runner(sms: post.line()).workOff(QueueRunner.commonLane)
        let runner = post.runner(sms: post.line(carrier))
        let held = try #require(try await runner.claim(errand.lane))
        let (_, order) = try await held.look { try errand.prepare($0, in: $1) }
        _ = try await errand.act(try #require(order), key: held.job.stepKey)
        #expect(try await post.deliveries(of: id).first?.state == .waiting)
        #expect(try await errand.advance(held) == nil)
        #expect(carrier.keys.count == 2 && Set(carrier.keys).count == 1)
        #expect(try await post.deliveries(of: id).first?.state == .sent)
    }

    @Test("what went is not sent again, and what did not go is sent when somebody says so")
    func again() async throws {
        let post = try await Post()
        let (id, now) = (try await post.tell(), post.now)
        let refusing = StubCarrier("a") { _ in throw CarrierRefusal(status: 400) }
        await post.runner(sms: post.line(refusing)).workOff()
        let delivery = try #require(try await post.deliveries(of: id).first)
        let taking = StubCarrier("a")
        _ = try await post.database.write { try Deliveries.resend(delivery.id, at: now, in: $0) }
        await post.runner(sms: post.line(taking)).workOff()
        #expect(taking.keys.count == 1)
        await #expect(throws: DomainError.conflict("只有没有送到的消息可以重新发送。")) {
            try await post.database.write { try Deliveries.resend(delivery.id, at: now, in: $0) }
        }
    }

    @Test("a receipt ends it once; one that comes twice, late or from another carrier changes nothing")
    func receipts() async throws {
        let post = try await Post()
        let (id, now) = (try await post.tell(), post.now)
        let carrier = StubCarrier("a") { _ in CarrierReceipt(reference: "r") }
        await post.runner(sms: post.line(carrier)).workOff()
        func receive(_ carrier: String, _ arrived: Bool) async throws -> Bool {
            try await post.database.write {
                try Deliveries.receive("r", from: carrier, arrived: arrived, reason: "空号", at: now, in: $0)
            }
        }
        #expect(try await !receive("b", true))
        #expect(try await receive("a", false))
        #expect(try await receive("a", true))
        let delivery = try #require(try await post.deliveries(of: id).first)
        #expect(delivery.state == .undelivered && delivery.failure == "空号")
    }
}
