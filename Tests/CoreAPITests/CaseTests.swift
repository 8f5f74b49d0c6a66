import Cases
import Codes
import Testing

@Suite("Cases")
struct CaseTests {
    @Test("progress needs the code of the receipt, and shows no more than how far it is")
    func progress() async throws {
        let house = try await House()
        let filed = try await house.file()
        try await house.visit { client async throws in
            let path = "/cases/\(filed.number.text)/progress"
            #expect(try await client.get("\(path)?code=WRONG").status == 404)
            #expect(try await client.get(path).status == 404)
            let answer = try await client.get("\(path)?code=\(filed.queryCode)")
            #expect(answer.status == 200)
            #expect(answer["state"] == "submitted")
            #expect(answer.object("applicant")["name"] as? String == "陈*")
            #expect(!answer.text.contains("陈静") && !answer.text.contains("星湖餐饮"))
            #expect(!answer.text.contains("441299198511152041") && !answer.text.contains("13800005678"))
            #expect(!answer.text.contains(filed.queryCode))
        }
    }

    @Test("whoever only oversees the case does not see whose it is")
    func supervision() async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            for path in ["/cases/\(number)", "/cases"] {
                let answer = try await client.get(path, as: "supervisor")
                #expect(answer.status == 200)
                #expect(!answer.text.contains("陈静") && !answer.text.contains("星湖餐饮"))
            }
        }
    }

    @Test(
        "who handles the case sees the form and whose it is",
        arguments: ["clerk", "officer-scjg", "chenjing"])
    func whole(_ account: String) async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            let answer = try await client.get("/cases/\(number)", as: account)
            #expect(answer.object("applicant")["name"] as? String == "陈静")
            #expect(answer.object("form")["shop_name"] as? String == "星湖餐饮")
            #expect(answer.objects("clocks").first?["remaining"] as? Int == 5)
            #expect((answer["query_code"] != nil) == (account == "chenjing"))
        }
    }

    @Test("a list is filtered by state, organ and words")
    func filters() async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            for query in ["", "?state=submitted", "?organ=scjg", "?q=食品", "?q=\(number)", "?overdue=false"] {
                let encoded = query.replacing("食品", with: "%E9%A3%9F%E5%93%81")
                #expect(try await client.get("/cases\(encoded)", as: "chenjing").list.count == 1, "\(query)")
            }
            for query in ["?state=closed", "?organ=jyj", "?q=%25", "?overdue=true"] {
                let answer = try await client.get("/cases\(query)", as: "chenjing")
                #expect(answer.list.isEmpty, "\(query)")
                #expect(answer.text.contains(#""next":null"#))
            }
        }
    }

    @Test("a rating waits for the end, and has five grades")
    func rating() async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            let path = "/cases/\(number)/ratings"
            #expect(try await client.post(path, #"{"grade":5}"#, as: "chenjing").detail == "办结以后才能评价。")
            let taken = try await client.post("/cases/\(number)/withdrawal", as: "chenjing")
            #expect(taken.status == 201)
            #expect(taken["state"] == "withdrawn")
            for grade in ["0", "6", "4.5", "1e99", "null", "\"5\""] {
                #expect(try await client.post(path, #"{"grade":\#(grade)}"#, as: "chenjing").status == 422)
            }
            let rated = try await client.post(path, #"{"grade":5,"comment":"很快"}"#, as: "chenjing")
            #expect(rated.object("rating")["label"] as? String == "非常满意")
            #expect(try await client.post(path, #"{"grade":1}"#, as: "chenjing").status == 409)
        }
    }
}
