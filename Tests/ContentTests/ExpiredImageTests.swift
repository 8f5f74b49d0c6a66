import Cases
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Content

@Suite("Images of pages that end")
struct ExpiredImageTests {
    @Test("after the last day of its page an image is for nobody, and no other page can borrow it")
    func expired() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["notices"])
        let id = try await house.editions.begin(
            in: column.id, Samples.article("展览"), by: house.seat("editor"), at: house.clock.now)
        try await house.visit(as: "editor") { client async throws in
            let path = ContentPath.files(String(id))
            #expect(
                try await client.upload(path, "picture", named: "图.png", Samples.png, ["alt": "海报"]).status
                    == .seeOther)
        }
        let image = try #require(
            try await house.database.read { try EnclosureStore.files(of: id, in: $0) }.first)
        try await house.editions.submit(id, by: house.seat("editor"), at: house.clock.now)
        try await house.editions.clear(
            id, isConfirmed: true, opinion: nil, by: house.seat("reviewer"), at: house.clock.now)
        try await house.editions.publish(
            id, plan: ReleasePlan(lastDay: house.clock.now.day), by: house.seat("publisher"),
            at: house.clock.now)
        let (path, number) = ("/images/\(image.fileID)", String(image.fileID))
        try await house.visit { client async throws in
            #expect(try await client.look(path).status == .ok)
        }
        house.clock.now = house.clock.now.adding(seconds: 86_400)
        _ = try await house.editions.followPlans(at: house.clock.now)
        try await house.visit { client async throws in
            for address in [path, ContentPath.smallImage(number), ContentPath.attachment(number)] {
                #expect(try await client.look(address).status == .notFound, "\(address)")
            }
        }
        // Another text cannot bring it back by its number.
        let thief = try await house.editions.begin(
            in: column.id, Samples.article("借图", body: "![海报](image:\(number))"), by: house.seat("editor"),
            at: house.clock.now)
        await #expect(throws: DomainError.self) {
            try await house.editions.submit(thief, by: house.seat("editor"), at: house.clock.now)
        }
    }
}
