import Cases
import Codes
import Storage
import Testing
import WorkingTime

@Suite("Backdated entries")
struct BackdatingTests {
    @Test("a program that dates its decision back is not heard: it happens when it comes")
    func decision() async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            let task = try await client.openTask(of: "clerk")
            let earlier = "2026-11-01T09:00:00+08:00"
            let answer = try await client.post(
                "/tasks/\(task)/completion",
                #"{"outcome":"accept","at":"\#(earlier)","completed_at":"\#(earlier)"}"#, as: "clerk")
            #expect(answer.status == 201, "\(answer.text)")
            let subject = try await client.get("/cases/\(number)", as: "clerk").text
            #expect(!subject.contains("2026-11-01"))
        }
        let moments = try await house.database.read { tx in
            try tx.rows("SELECT completed_at AS moment FROM case_task WHERE state = 'completed' /* all */")
                + tx.rows("SELECT at AS moment FROM journal_entry WHERE subject = \(number)")
        }
        #expect(moments.count > 1)
        #expect(try moments.allSatisfy { try $0.instant("moment") == House.now })
    }

    @Test("a suspension begins when it is told, not when somebody says it began")
    func suspension() async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            let task = try await client.openTask(of: "clerk")
            _ = try await client.post("/tasks/\(task)/completion", #"{"outcome":"accept"}"#, as: "clerk")
            let answer = try await client.post(
                "/cases/\(number)/suspensions",
                #"{"reason":"expert_review","note":"专家评审","expected_days":5,"from":"2026-11-01T09:00:00+08:00"}"#,
                as: "officer-scjg")
            #expect(answer.status == 201, "\(answer.text)")
            #expect(
                !(try await client.get("/cases/\(number)", as: "officer-scjg").text.contains("2026-11-01")))
        }
    }
}
