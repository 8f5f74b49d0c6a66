import HTTPTypes
import HummingbirdTesting
import Testing

@Suite("服务目录和办事指南")
struct CatalogueTests {
    @Test("没有结果时说明没有，并给出别的办法")
    func nothingFound() async throws {
        try await TestHall.open().visit { client in
            let page = try await Person(nil, client).get("/services?q=%E6%9C%88%E7%90%83").text
            #expect(page.contains("没有找到与“月球”有关的事项"))
            #expect(page.contains("人生大事") && page.contains("value=\"月球\""))
        }
    }

    @Test("不存在的事项是 404，改动过的游标是 400")
    func unknown() async throws {
        try await TestHall.open().visit { client in
            let person = Person(nil, client)
            let unknown = try await person.get("/services/nope")
            let broken = try await person.get("/services?after=x")
            #expect(unknown.status == .notFound && broken.status == .badRequest)
        }
    }

    @Test("按编码和按短名是同一份指南，规范地址是短名")
    func canonical() async throws {
        try await TestHall.open().visit { client in
            for path in ["/services/kbcyd", "/services/YJS441202001"] {
                let response = try await Person(nil, client).get(path)
                #expect(response.status == .ok)
                #expect(response.header("Link") == "</services/kbcyd>; rel=\"canonical\"")
                #expect(response.text.contains("：系统自动调取营业执照信息"))
                #expect(response.text.contains("演示数据") && response.text.contains("<svg"))
            }
        }
    }

    @Test("未登录的人从「开始办理」去登录，登录后回到指南")
    func signInFirst() async throws {
        try await TestHall.open().visit { client in
            let page = try await Person(nil, client).get("/services/kbcyd").text
            #expect(page.contains("href=\"/sign-in?next=/services/kbcyd\""))
        }
    }

    @Test("个人和企业都能办的事项，企业办事人选择以谁的名义")
    func inWhoseName() async throws {
        try await TestHall.open().visit { client in
            let page = try await Person("chenjing", client).get("/services/real-estate-registration").text
            #expect(page.contains("以谁的名义办理") && page.contains("肇庆端州星湖餐饮有限公司"))
        }
    }
}
