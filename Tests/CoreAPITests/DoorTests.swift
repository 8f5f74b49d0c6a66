import Cases
import Codes
import Foundation
import HTTPTypes
import NIOCore
import Testing
import Web

@testable import CoreAPI

@Suite("Who may call what")
struct DoorTests {
    @Test("without a token nothing but the progress of a receipt is answered")
    func strangers() async throws {
        let house = try await House()
        try await house.visit { client async throws in
            for route in house.routes where route.policy != "anyone" {
                let path = route.path.replacing("/api/v1", with: "").replacing(/\{[a-z]+\}/, with: "1")
                let answer = try await client.send(
                    route.method, path, as: nil, headers: [:], body: ByteBuffer())
                #expect(answer.status == 401, "\(route.path)")
                #expect(answer.contentType == "application/problem+json")
            }
        }
    }

    @Test("a citizen is told that officers do this")
    func wrongRole() async throws {
        try await House().visit { client async throws in
            for path in [
                "/cases/1/suspensions", "/cases/1/resumptions", "/cases/1/extensions",
                "/cases/1/evidence-requests",
                "/tasks/1/claim", "/tasks/1/release", "/tasks/1/transfer", "/tasks/1/return",
                "/tasks/1/consultations",
            ] {
                #expect(try await client.post(path, "{}", as: "chenjing").status == 403)
            }
        }
    }

    @Test("a case of others is not there, whatever one tries", arguments: ["zhangwei", "officer-jyj"])
    func invisibleCase(_ account: String) async throws {
        let house = try await House()
        let number = try await house.file().number.text
        try await house.visit { client async throws in
            let task = try await client.openTask(of: "clerk")
            #expect(try await client.get("/cases/\(number)", as: account).status == 404)
            #expect(try await client.get("/tasks/\(task)", as: account).status == 404)
            #expect(try await client.get("/cases", as: account).list.isEmpty)
            let changes = ["evidence": #"{"note":"补"}"#, "withdrawal": "{}", "ratings": #"{"grade":5}"#]
            for (name, body) in changes {
                #expect(try await client.post("/cases/\(number)/\(name)", body, as: account).status == 404)
            }
            let completion = try await client.post(
                "/tasks/\(task)/completion", #"{"outcome":"accept"}"#, as: account)
            #expect(completion.status == 404)
        }
    }

    @Test(
        "what is no number names nothing", arguments: ["x", "-1", "+1", "1e3", "99999999999999999999", "%20"])
    func notANumber(_ id: String) async throws {
        try await House().visit { client async throws in
            for path in ["/tasks/\(id)", "/files/\(id)", "/cases/\(id)"] {
                #expect(try await client.get(path, as: "clerk").status == 404)
            }
        }
    }

    @Test("an unknown word of the query is refused with those that are allowed")
    func unknownWords() async throws {
        try await House().visit { client async throws in
            let state = try await client.get("/cases?state=foo", as: "clerk")
            #expect(state.status == 422)
            #expect(state.detail.contains("submitted") && state.detail.contains("withdrawn"))
            #expect(try await client.get("/cases?overdue=maybe", as: "clerk").status == 422)
            #expect(
                try await client.get("/tasks?state=foo", as: "clerk").detail == "state 只能是：open、completed。")
        }
    }

    @Test("a cursor that we never gave is refused", arguments: ["/cases", "/tasks", "/messages"])
    func brokenCursor(_ path: String) async throws {
        try await House().visit { client async throws in
            #expect(try await client.get("\(path)?after=abc", as: "clerk").status == 400)
        }
    }
}
