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

@Suite("What documents say of each other")
struct StandingTests {
    @Test(
        "an original says that it was amended until the amendment is gone; explanation and document lead to each other"
    )
    func bothWays() async throws {
        let house = try await EditorialHouse()
        let columns = try await house.portal()
        let (policies, news) = (try #require(columns["policies"]), try #require(columns["dynamics"]))
        let old = try await house.publish(Samples.policy("原办法"), in: policies)
        let amendment = try await house.publish(
            Samples.policy("修改决定", links: [DocumentLink(relation: .amends, documentID: old)]), in: policies)
        var explanation = Samples.article("一图读懂")
        explanation.links = [DocumentLink(relation: .interprets, documentID: old)]
        let told = try await house.publish(explanation, in: news)
        try await house.visit { client async throws in
            let page = try await client.look("/sites/duanzhou/policies/\(old)").text
            #expect(page.contains("本文件的部分内容已被修改") && page.contains("有效，部分内容已修改"))
            #expect(page.contains("政策解读") && page.contains("/sites/duanzhou/dynamics/\(told)"))
            #expect(try await client.look("/sites/duanzhou/policies/\(amendment)").text.contains("修改的文件"))
            #expect(
                try await client.look("/sites/duanzhou/dynamics/\(told)").text.contains(
                    "/sites/duanzhou/policies/\(old)"))
        }
        try await house.editions.takeOff(
            amendment, reason: "误发", by: house.seat("publisher"), at: house.clock.now)
        try await house.visit { client async throws in
            #expect(try await !client.look("/sites/duanzhou/policies/\(old)").text.contains("已被修改"))
        }
    }

    @Test("what is being written is shown as its page and kept nowhere; to who may not see it, not at all")
    func preview() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let id = try await house.editions.begin(
            in: column.id, Samples.article("存下的"), by: house.seat("editor"), at: house.clock.now)
        let path = "/desk/content/editions/\(id)/preview"
        let form = ["title": "正在写", "body": "## 小标题\n<script>alert(1)</script>", "source": "来源"]
        for (login, status) in [
            ("reviewer", HTTPResponse.Status.forbidden), ("officer-scjg", .forbidden),
            ("zhangwei", .forbidden),
        ] {
            try await house.visit(as: login) { client async throws in
                #expect(try await client.press(path, form).status == status, "\(login)")
            }
        }
        try await house.visit(as: "editor") { client async throws in
            let page = try await client.press(path, form).text
            #expect(
                page.contains("<h1>正在写</h1>") && page.contains("<h2>小标题</h2>")
                    && !page.contains("<script>alert"))
            #expect(try await client.press(path, ["title": "", "body": ""]).status == .ok)
            #expect(try await client.press("/desk/content/editions/42/preview", form).status == .notFound)
        }
        #expect(try await house.edition(id).manuscript.title == "存下的")
        #expect(try await house.edition(id).revision == 1)
    }
}
