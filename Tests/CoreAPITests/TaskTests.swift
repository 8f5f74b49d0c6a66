import Cases
import Codes
import Testing

@Suite("Tasks")
struct TaskTests {
    @Test("whoever comes second is told who was first")
    func secondComesLate() async throws {
        let house = try await House()
        try await house.file()
        try await house.visit { client async throws in
            let task = try await client.openTask(of: "clerk")
            let path = "/tasks/\(task)/completion"
            #expect(try await client.post(path, #"{"outcome":"accept"}"#, as: "two-posts").status == 201)
            let late = try await client.post(path, #"{"outcome":"accept"}"#, as: "clerk")
            #expect(late.status == 409)
            #expect(late.detail.contains("任立新"))
        }
    }

    @Test("an outcome must be one of the task's, with reasons where they are owed")
    func outcomes() async throws {
        let house = try await House()
        try await house.file()
        try await house.visit { client async throws in
            let path = "/tasks/\(try await client.openTask(of: "clerk"))/completion"
            for body in [
                #"{"outcome":"x"}"#, #"{"outcome":"refuse"}"#, #"{"outcome":"refuse","opinion":" "}"#, "{}",
                #"{"outcome":7}"#, #"{"outcome":"accept","form":{"a":1}}"#,
                #"{"outcome":"supplement","opinion":"缺图","missing":["nothing"]}"#,
            ] {
                #expect(try await client.post(path, body, as: "clerk").status == 422, "\(body)")
            }
        }
    }

    @Test("the desk shows what waits for one's post, the favourable outcome first")
    func desk() async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            #expect(try await client.get("/tasks", as: "officer-scjg").list.isEmpty)
            let line = try #require(try await client.get("/tasks?state=open", as: "clerk").list.first)
            #expect(line["case"] as? String == number)
            #expect(line["name"] as? String == "受理")
            #expect(line["due_at"] as? String == "2026-11-30T23:59:59.999+08:00")
            let outcomes = try #require(line["outcomes"] as? [[String: Any]])
            #expect(outcomes.map { $0["code"] as? String } == ["accept", "supplement", "refuse"])
            #expect(outcomes.map { $0["needs_opinion"] as? Bool } == [false, true, true])
        }
    }

    @Test("what is finished leaves the desk and is found again among what one has done")
    func finished() async throws {
        let house = try await House()
        try await house.file()
        try await house.visit { client async throws in
            let task = try await client.openTask(of: "clerk")
            let answer = try await client.post(
                "/tasks/\(task)/completion", #"{"outcome":"accept"}"#, as: "clerk")
            #expect(answer["state"] == "completed")
            #expect(answer["case_state"] == "accepted")
            #expect(try await client.get("/tasks", as: "clerk").list.isEmpty)
            #expect(try await client.get("/tasks?state=completed", as: "clerk").list.count == 1)
            #expect(try await client.get("/tasks", as: "officer-scjg").list.count == 1)
        }
    }

    @Test("a task goes to a colleague of the organ, and to nobody else")
    func transfer() async throws {
        let house = try await House()
        try await house.file()
        try await house.register("window-1", id: 31, organ: "zwfw", role: "clerk")
        try await house.visit { client async throws in
            let task = try await client.openTask(of: "clerk")
            let colleagues = try await client.get("/tasks/\(task)/colleagues", as: "clerk").list
            #expect(colleagues.map { $0["id"] as? String } == ["31"])
            let stranger = #"{"colleague":"4","reason":"请协助"}"#
            #expect(try await client.post("/tasks/\(task)/transfer", stranger, as: "clerk").status == 422)
            let silent = #"{"colleague":"31","reason":""}"#
            #expect(try await client.post("/tasks/\(task)/transfer", silent, as: "clerk").status == 422)
            let handed = try await client.post(
                "/tasks/\(task)/transfer", #"{"colleague":"31","reason":"我去开会"}"#, as: "clerk")
            #expect(handed["holder"] == "window-1")
            let late = try await client.post(
                "/tasks/\(task)/completion", #"{"outcome":"accept"}"#, as: "clerk")
            #expect(late.status == 409)
        }
    }

    @Test("a colleague is asked beside the process")
    func consultation() async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.register("window-1", id: 31, organ: "zwfw", role: "clerk")
        try await house.visit { client async throws in
            let task = try await client.openTask(of: "clerk")
            let question = #"{"colleague":"31","question":"平面图够清楚吗？"}"#
            #expect(
                try await client.post("/tasks/\(task)/consultations", question, as: "clerk").status == 201)
            let seen = try await client.get("/cases/\(number)", as: "clerk").objects("tasks")
            #expect(seen.contains { $0["question"] as? String == "平面图够清楚吗？" })
            // The applicant does not read what officers ask one another.
            let own = try await client.get("/cases/\(number)", as: "chenjing").objects("tasks")
            #expect(own.map { $0["act"] as? String } == ["accept"])
        }
    }

    @Test("before acceptance there is no step to go back to")
    func sendBack() async throws {
        let house = try await House()
        try await house.file()
        try await house.visit { client async throws in
            let task = try await client.openTask(of: "clerk")
            let answer = try await client.post("/tasks/\(task)/return", #"{"reason":"重做"}"#, as: "clerk")
            #expect(answer.status == 409)
        }
    }
}
