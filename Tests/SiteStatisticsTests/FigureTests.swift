import HTTPTypes
import HummingbirdTesting
import Storage
import Testing
import Web
import WorkingTime

@testable import SiteStatistics

@Suite("What was read, written down")
struct FigureTests {
    @Test("what is told of a page that nobody opened makes no row")
    func madeUp() async throws {
        let house = try await StatisticsHouse()
        try await house.open { client async throws in
            _ = try await client.look("/reading?depth=4&page=/sites/a/b/999999")
        }
        try await house.statistics.write(at: house.places)
        #expect(try await house.pages().isEmpty)
        #expect(try await house.days().map(\.counts.known) == [0, 0])
    }

    @Test("what cannot be written is kept, and written the next time")
    func keptForNextTime() async throws {
        let house = try await StatisticsHouse(isHandedOn: false)
        house.statistics.counter(Sample.visit(Sample.article))
        try await house.database.write {
            _ = try $0.execute("ALTER TABLE statistics_column RENAME TO away")
        }
        await #expect(throws: (any Error).self) { try await house.statistics.write(at: house.places) }
        try await house.database.write {
            _ = try $0.execute("ALTER TABLE away RENAME TO statistics_column")
        }
        try await house.statistics.write(at: house.places)
        #expect(try await house.pages()[Sample.article]?.visits == 1)
    }

    @Test("two nodes add up, by page, by column and all together")
    func twoNodes() async throws {
        let house = try await StatisticsHouse()
        let other = try SiteStatistics(database: house.database)
        try await house.count(Sample.visit(Sample.article), Sample.visit("/sites/duanzhou/dynamics/18"))
        other.counter(Sample.visit(Sample.article))
        other.counter(Sample.visit("/search?q=x", route: "/search"))
        other.counter(Sample.visit("/openness/file", route: "/openness/file", isFile: true))
        try await other.write(at: house.places)
        #expect(try await house.pages()[Sample.article]?.visits == 2)
        let all = try #require(try await house.days().last?.counts)
        #expect(all.visits == 4 && all.searches == 1 && all.downloads == 1)
        let day = Sample.noon.day
        let columns = try await house.database.read {
            try FigureStore.columns(from: day, through: day, in: $0)
        }
        #expect(
            columns.map { "\($0.site)/\($0.column) \($0.counts.visits)" } == ["duanzhou/dynamics 3", "/ 1"])
    }

    @Test("days of single pages are forgotten after a good year, months stay")
    func forgotten() async throws {
        let house = try await StatisticsHouse()
        try await house.count(Sample.visit(Sample.article))
        let later = Sample.noon.adding(seconds: 500 * 86_400)
        try await house.database.write { try CountStore.forget(before: later, in: $0) }
        let day = Sample.noon.day
        let days = try await house.database.read {
            try FigureStore.days(of: Sample.article, from: day, through: day, in: $0)
        }
        #expect(days.map(\.counts.visits) == [0])
        #expect(try await house.pages()[Sample.article]?.visits == 1)
    }

    @Test("through the door: pages and files are counted, refusals, heads and the desk are not")
    func door() async throws {
        let house = try await StatisticsHouse()
        try await house.open { client async throws in
            _ = try await client.look(Sample.article)
            _ = try await client.look(Sample.article, agent: "Googlebot/2.1")
            _ = try await client.look(Sample.article, method: .head)
            _ = try await client.look("/progress/441202202611210001230")
            _ = try await client.look("/openness/file")
            _ = try await client.look("/desk/x")
            _ = try await client.look("/no-such-page")
            #expect(try await client.look("/reading?depth=3&page=\(Sample.article)").status == .noContent)
            #expect(try await client.look("/reading?depth=x").status == .noContent)
        }
        try await house.statistics.write(at: house.places)
        let pages = try await house.pages()
        #expect(Set(pages.keys) == [Sample.article, "/progress/*", "/openness/file"])
        #expect(pages[Sample.article]?.visits == 1 && pages[Sample.article]?.depths == [0, 0, 1, 0])
        #expect(pages["/openness/file"]?.downloads == 1)
    }
}

@Suite("统计的页面")
struct StatisticsPageTests {
    @Test("办事岗位和管理员看不到统计", arguments: ["officer-scjg", "sysadmin", "zhangwei"])
    func others(_ name: String) async throws {
        let house = try await StatisticsHouse()
        try await house.open(as: name) { client async throws in
            for path in ["/desk/statistics", "/desk/statistics.csv", "/desk/statistics/page?path=/"] {
                #expect(try await client.look(path).status == .forbidden)
            }
        }
    }

    @Test("没有访问时页面说明没有，写错的时间当作三十天")
    func empty() async throws {
        let house = try await StatisticsHouse()
        try await house.open(as: "editor") { client async throws in
            for path in ["/desk/statistics", "/desk/statistics?days=abc&month=2026-13"] {
                let page = try await client.look(path)
                #expect(page.status == .ok && page.text.contains("这段时间还没有访问"))
            }
            #expect(try await client.look("/desk/statistics/page").status == .notFound)
        }
    }

    @Test("图、表和文件说的是同样的数，像公式的标题在文件里只是文字")
    func figures() async throws {
        let house = try await StatisticsHouse()
        try await house.count(Sample.visit(Sample.article), Sample.visit(Sample.article))
        try await house.open(as: "editor") { client async throws in
            let page = try await client.look("/desk/statistics").text
            #expect(page.contains("2 次") && page.contains("<rect") && page.contains("=长者饭堂开餐"))
            let file = try await client.look("/desk/statistics.csv?of=pages")
            #expect(file.text.contains("\"\t=长者饭堂开餐\",\"\(Sample.article)\",\"2\""))
            for kind in ["days", "columns"] {
                let file = try await client.look("/desk/statistics.csv?of=\(kind)&days=7")
                #expect(file.status == .ok && file.text.contains("\"2\""))
            }
            let one = try await client.look("/desk/statistics/page?path=\(Sample.article)").text
            #expect(one.contains("=长者饭堂开餐") && one.contains("最高 2 次"))
        }
    }
}
