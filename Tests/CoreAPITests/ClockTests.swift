import Cases
import Codes
import Testing

@Suite("Clocks")
struct ClockTests {
    @Test("before acceptance no clock can be stopped or put off")
    func tooEarly() async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            let pause = #"{"reason":"hearing","note":"听证","expected_days":10}"#
            #expect(
                try await client.post("/cases/\(number)/suspensions", pause, as: "officer-scjg").status == 409
            )
            let extend = try await client.post(
                "/cases/\(number)/extensions", #"{"reason":"案情复杂"}"#, as: "head-scjg")
            #expect(extend.status == 409)
            #expect(try await client.post("/cases/\(number)/resumptions", as: "officer-scjg").status == 409)
        }
    }

    @Test("a clock stops for the reasons the law knows, and runs on")
    func suspension() async throws {
        try await accepted { client, number async throws in
            let path = "/cases/\(number)/suspensions"
            let idle = try await client.post(
                path, #"{"reason":"holiday","note":"休假","expected_days":3}"#, as: "officer-scjg")
            #expect(idle.status == 422)
            #expect(idle.detail.contains("hearing（听证）"))
            for days in ["0", "181", "-1", "9223372036854775808"] {
                let body = #"{"reason":"hearing","note":"听证","expected_days":\#(days)}"#
                #expect(try await client.post(path, body, as: "officer-scjg").status == 422, "\(days)")
            }
            let pause = #"{"reason":"hearing","note":"邻居要求听证","expected_days":10}"#
            let paused = try await client.post(path, pause, as: "officer-scjg")
            #expect(paused.status == 201)
            #expect(paused.json["paused"] as? Bool == true)
            #expect(paused.objects("clocks").contains { $0["state"] as? String == "paused" })
            #expect(try await client.post(path, pause, as: "officer-scjg").status == 409)
            let resumed = try await client.post("/cases/\(number)/resumptions", as: "officer-scjg")
            #expect(resumed.json["paused"] as? Bool == false)
        }
    }

    @Test("the decision is put off once, by the head of the organ alone")
    func extending() async throws {
        try await accepted { client, number async throws in
            let path = "/cases/\(number)/extensions"
            let officer = try await client.post(path, #"{"reason":"案情复杂"}"#, as: "officer-scjg")
            #expect(officer.status == 403)
            #expect(officer.detail.contains("第四十二条第一款"))
            let head = try await client.post(path, #"{"reason":"案情复杂"}"#, as: "head-scjg")
            #expect(head.status == 201)
            let legal = try #require(head.objects("clocks").first { $0["name"] as? String == "legal" })
            #expect((legal["extensions"] as? [Any])?.count == 1)
            #expect(try await client.post(path, #"{"reason":"还要"}"#, as: "head-scjg").status == 409)
        }
    }

    /// A case whose decision clocks run.
    private func accepted(_ story: @escaping @Sendable (Client, String) async throws -> Void) async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            let task = try await client.openTask(of: "clerk")
            let answer = try await client.post(
                "/tasks/\(task)/completion", #"{"outcome":"accept"}"#, as: "clerk")
            #expect(answer.status == 201)
            try await story(client, number)
        }
    }
}
