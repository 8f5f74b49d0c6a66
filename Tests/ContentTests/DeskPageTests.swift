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

@Suite("The desk of the office")
struct DeskPageTests {
    @Test("editor, reviewer, publisher, visitor: the whole way through the pages")
    func wholeWay() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let begin = ContentPath.begin(String(column.id))
        let edition = try await house.visit(as: "editor") { client async throws in
            #expect(try await client.look(begin).status == .ok)
            let wrong = try await client.press(begin, ["title": "", "body": "正文"])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("请写标题。"))
            let made = try await client.press(begin, ["title": "长者饭堂", "body": "## 开餐", "source": "区民政局"])
            let path = try #require(made.headers[.location])
            #expect(try await client.look(path).text.contains("保存并送审"))
            #expect(try await client.look("\(path)/preview").text.contains("<h2>开餐</h2>"))
            let saved = try await client.press(
                "\(path)/text",
                ["title": "长者饭堂开餐", "body": "## 开餐", "source": "区民政局", "revision": "1", "then": "submission"])
            #expect(saved.status == .seeOther)
            #expect(try await client.look("\(path)/versions").text.contains("<ins>"))
            #expect(try await client.press("\(path)/clearance").status == .forbidden)
            return path
        }
        try await house.visit(as: "reviewer") { client async throws in
            #expect(try await client.look("/desk/content").text.contains("等您：待审核"))
            let unconfirmed = try await client.press("\(edition)/clearance")
            #expect(unconfirmed.status == .unprocessableContent && unconfirmed.text.contains("先审查、后公开"))
            #expect(try await client.press("\(edition)/clearance", ["cleared": "yes"]).status == .seeOther)
        }
        try await house.visit(as: "publisher") { client async throws in
            #expect(try await client.look(edition).text.contains("公开的日期"))
            #expect(try await client.press("\(edition)/publication").status == .seeOther)
            #expect(try await client.press("\(edition)/publication").status == .conflict)
        }
        try await house.visit { client async throws in
            let list = try await client.look("/sites/duanzhou/dynamics").text
            let path = try #require(list.firstMatch(of: /\/sites\/duanzhou\/dynamics\/[0-9]+/)).output
            #expect(try await client.look(String(path)).text.contains("<h1>长者饭堂开餐</h1>"))
        }
    }

    @Test("whoever saves second sees their own words again, and that somebody was first")
    func conflict() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let id = try await house.editions.begin(
            in: column.id, Samples.article("标题"), by: house.seat("editor"), at: house.clock.now)
        try await house.editions.save(
            Samples.article("先存"), over: 1, of: id, by: house.seat("editor"), at: house.clock.now)
        try await house.visit(as: "editor") { client async throws in
            let late = try await client.press(
                "/desk/content/editions/\(id)/text",
                ["title": "后存的标题", "body": "我的话", "source": "区民政局", "revision": "1"])
            #expect(late.status == .conflict)
            #expect(late.text.contains("我的话") && late.text.contains("已经改过这一稿"))
        }
    }

    @Test("a place in another column opens nothing here")
    func otherColumn() async throws {
        let house = try await EditorialHouse()
        let columns = try await house.portal()
        let (notices, news) = (try #require(columns["notices"]), try #require(columns["dynamics"]))
        try await house.sites.post(
            "reviewer", as: .reviewer, in: notices.id, isGiven: false, by: .system, at: house.clock.now)
        let id = try await house.editions.begin(
            in: notices.id, Samples.article("通知"), by: house.seat("editor"), at: house.clock.now)
        try await house.visit(as: "reviewer") { client async throws in
            for page in ["", "/preview", "/versions"] {
                #expect(try await client.look("/desk/content/editions/\(id)\(page)").status == .notFound)
            }
            #expect(
                try await client.press("/desk/content/editions/\(id)/clearance", ["cleared": "yes"]).status
                    == .notFound)
            #expect(try await client.look("/desk/content/columns/\(notices.id)").status == .notFound)
            #expect(try await client.look("/desk/content/columns/\(news.id)").status == .ok)
            #expect(try await !client.look("/desk/content").text.contains("通知</b>"))
        }
    }

    @Test(
        "a sub-site is made from a template, gets a column and people, and stands at once under its address and host"
    )
    func subSite() async throws {
        let house = try await EditorialHouse()
        _ = try await house.portal()
        let site = [
            "name": "区教育局", "code": "education", "organ": "jyj", "template": "department", "accent": "green",
            "host": "Edu.Example.gov.cn",
        ]
        try await house.visit(as: "publisher") { client async throws in
            let taken = try await client.press("/desk/sites", site.merging(["code": "duanzhou"]) { $1 })
            #expect(taken.status == .unprocessableContent && taken.text.contains("已被别的站点使用"))
            let made = try await client.press("/desk/sites", site)
            let path = try #require(made.headers[.location])
            let post = ["account": "editor", "role": "editor", "column": "all", "act": "give"]
            #expect(try await client.press("\(path)/posts", post).status == .seeOther)
            let wrong = try await client.press("\(path)/posts", post.merging(["role": "reviewer"]) { $1 })
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("没有信息审核岗位"))
            #expect(
                try await client.press(
                    "\(path)/columns", ["name": "招生", "code": "admission", "kind": "notice", "update": "30"]
                ).status == .seeOther)
            #expect(try await client.look(path).text.contains("招生"))
        }
        try await house.visit { client async throws in
            #expect(try await client.look("/sites/education").text.contains("招生"))
        }
        #expect(house.settings.hosts.home(of: "edu.example.gov.cn:8443") == "/sites/education")
        #expect(house.settings.hosts.home(of: "evil.example") == nil)
    }
}
