import Crypto
import Foundation
import HTTPTypes
import Refusals
import Testing
import WorkingTime

@testable import Messaging

@Suite("A gateway over HTTP")
struct GatewayTests {
    private let dispatch = Dispatch(
        id: "7", name: "陈静", address: "13800005678", subject: "A", text: "您的申请已受理。",
        link: "https://zwfw.example/cases/A")

    @Test(
        "a final no is a refusal; everything else that is not a yes may pass",
        arguments: [
            (400, true), (401, true), (422, true), (302, false), (408, false), (429, false), (500, false),
            (503, false),
        ])
    func answers(_ status: Int, _ isRefusal: Bool) async throws {
        let stub = StubGateway(.init(status: .init(code: status)))
        try await stub.serve { gateway in
            do {
                _ = try await gateway.send(dispatch, key: "k")
                Issue.record("it was taken")
            } catch is CarrierRefusal { #expect(isRefusal) } catch is CarrierOutage { #expect(!isRefusal) }
        }
        #expect(stub.calls.count == 1)
    }

    @Test("nobody who listens is an outage")
    func unreachable() async throws {
        let gateway = MessageGateway(name: "sms-1", url: "http://127.0.0.1:9/messages", secret: "s")
        await #expect(throws: CarrierOutage.self) { try await gateway.send(dispatch, key: "k") }
        try await gateway.close()
    }

    @Test(
        "it gets what it needs, and no name for the message that is none",
        arguments: ["", "[]", "{\"id\":\"a\\nb\"}", "{\"id\":\"sms-1\"}", "{\"id\":12}"])
    func call(_ answer: String) async throws {
        let stub = StubGateway(.init(status: .ok, text: answer))
        try await stub.serve { gateway in
            let receipt = try await gateway.send(dispatch, key: "delivery-7")
            let known = ["{\"id\":\"sms-1\"}": "sms-1", "{\"id\":12}": "12"]
            #expect(receipt.reference == known[answer] && !receipt.isDelivered)
        }
        let call = try #require(stub.calls.first)
        #expect(call.authorization == "Bearer nobody-may-see-this" && call.key == "delivery-7")
        #expect(
            call.body == """
                {"id":"7","link":"https://zwfw.example/cases/A","recipient":{"name":"陈静","number":"13800005678"},\
                "subject":"A","text":"您的申请已受理。"}
                """)
    }

    @Test("a receipt without the right signature, or an old one, is not believed")
    func signatures() throws {
        let (now, body) = (Post.morning, Array("{\"id\":\"sms-1\"}".utf8))
        let timestamp = String(now.milliseconds / 1_000)
        func sign(_ secret: String) -> String {
            let code = HMAC<SHA256>.authenticationCode(
                for: Data("\(timestamp).".utf8) + Data(body), using: SymmetricKey(data: Data(secret.utf8)))
            return "sha256=" + code.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        }
        let good = sign("s")
        try ReceiptSignature.check(good, timestamp: timestamp, body: body, secret: "s", at: now)
        let wrong: [(String?, String?, [UInt8], String?, Instant)] = [
            (nil, timestamp, body, "s", now), (good, nil, body, "s", now), (good, timestamp, [], "s", now),
            (sign("t"), timestamp, body, "s", now), (good, timestamp, body, nil, now),
            (good, timestamp, body, "s", now.adding(seconds: 301)), (good, "1", body, "s", now),
            ("sha256=zz", timestamp, body, "s", now), (good, "x", body, "s", now),
        ]
        for (signature, stamp, body, secret, at) in wrong {
            #expect(throws: DomainError.self) {
                try ReceiptSignature.check(signature, timestamp: stamp, body: body, secret: secret, at: at)
            }
        }
    }
}
