import Codes
import Foundation
import Government
import Modules
import Refusals
import Services
import Storage
import TestSupport
import Testing
import WorkingTime

@Suite("The library in the database")
struct ServiceLibraryTests {
    let now = Instant(milliseconds: 1_795_000_000_000)

    @Test("An unknown code is not found")
    func unknown() async throws {
        let library = try await Self.library()
        let refusal = #expect(throws: DomainError.self) { try library.service("44") }
        #expect(refusal?.sentence.chinese == "没有编码为“44”的事项，请从服务目录里选择。")
        await #expect(throws: DomainError.self) { try await library.service("44", version: 1) }
    }

    @Test("Loading twice publishes once")
    func idempotent() async throws {
        let library = try await Self.library()
        #expect(try await library.seed(at: now) == 46)
        #expect(try await library.seed(at: now) == 0)
        #expect(library.catalogue.services.count == 46)
    }

    @Test("Codes come from the organs, and the district's streets can be picked")
    func published() async throws {
        let library = try await Self.library()
        try await library.seed(at: now)
        let food = try library.service("11441202007185204J4440131013000")
        #expect(food.item.slug == "food-business-licence")
        #expect(food.version == 1 && food.publishedAt == now)
        #expect(try library.service("old-age-allowance").item.field("division")?.options.count == 4)
        #expect(food.item.field("division")?.options.map(\.label).contains("端州区") == true)
    }

    @Test("Changed content becomes a new version; running cases still find the old one")
    func versions() async throws {
        let library = try await Self.library()
        try await library.seed(at: now)
        let old = try library.service("drainage-permit")
        let changed = try District.item("drainage-permit") { $0["summary"] = "改过的一句话。" }
        #expect(try await library.publish([changed], at: now) == 1)
        let new = try library.service("drainage-permit")
        #expect(new.version == 2 && new.item.summary == "改过的一句话。")
        #expect(try await library.service(old.code, version: 1).item.summary == old.item.summary)
    }

    @Test("What one node publishes, another is told of and reads")
    func nodes() async throws {
        let database = try await Self.database()
        let (here, there) = (ServiceLibrary(database), ServiceLibrary(database))
        let (topics, heard) = AsyncStream.makeStream(of: String?.self)
        database.observe { heard.yield($0) }
        try await here.seed(at: now)
        #expect(there.catalogue.services.isEmpty)
        #expect(await topics.first { $0 == ServiceLibrary.topic } != nil)
        try await there.refresh()
        #expect(there.catalogue.services == here.catalogue.services)
    }

    @Test("One item with a mistake stops the whole publication")
    func mistake() async throws {
        let library = try await Self.library()
        let good = try District.item("drainage-permit")
        let bad = try District.item("food-business-licence") { $0["organ"] = "gongshang" }
        await #expect(throws: ItemFindings.self) { try await library.publish([good, bad], at: now) }
        #expect(library.catalogue.services.isEmpty)
    }

    static func library() async throws -> ServiceLibrary {
        ServiceLibrary(try await database())
    }

    static func database() async throws -> Database {
        let database = try await TestDatabase.make()
        let modules = [try Module.government(), try Module.services(ServiceLibrary(database))]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        return database
    }
}
