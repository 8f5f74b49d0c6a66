import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Hearings
@testable import Identity

@Suite("The pages of hearings")
struct HearingPageTests {
    @Test(
        "prepared, announced, registered for, drawn, held, signed, published and decided: the whole way through the pages"
    )
    func wholeWay() async throws {
        let house = try await HearingHouse()
        let facts = HearingHouse.facts
        let entry =
            "title=<script>alert(1)</script>&matter=居民用气第一档由 3.45 元调为 3.68 元&place=二楼&starts_on=\(facts.startsAt.day.iso)&starts_at=09:30&register_by=\(facts.registerBy.iso)&seats.consumer=1"
        let path = try await house.visit(as: "officer-fgj") { client async throws in
            let wrong = try await client.press(HearingPath.new, "title=x&starts_at=25:00")
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("请填写举行的日期和时间"))
            let path = try #require(try await client.press(HearingPath.new, entry).headers[.location])
            #expect(try await client.press(path, entry + "&seen=1").status == .seeOther)
            #expect(try await client.press("\(path)/announcement").status == .forbidden)
            #expect(try await client.look(HearingPath.desk).text.contains("筹备中"))
            return path
        }
        let open = "\(HearingPath.all)/\(path.split(separator: "/").last ?? "")"
        let hidden = try await house.visit { try await $0.look(open).status }
        let other = try await house.visit(as: "head-scjg") { try await $0.look(path).status }
        #expect(hidden == .notFound && other == .notFound)
        try await house.visit(as: "head-fgj") { client async throws in
            #expect(try await client.press("\(path)/announcement").status == .seeOther)
            #expect(try await client.press("\(path)/drawing").status == .conflict)
            let material = "material_title=成本监审报告&material_words=核定单位配气成本 0.62 元。"
            #expect(try await client.press("\(path)/materials", material).status == .seeOther)
            #expect(try await client.press("\(path)/materials").status == .unprocessableContent)
        }
        for name in ["zhangwei", "chenjing"] {
            try await house.visit(as: name) { client async throws in
                #expect(!(try await client.look(open).text.contains("<script>alert")))
                let empty = try await client.press("\(open)/registration", "role=consumer")
                #expect(empty.status == .unprocessableContent)
                let done = try await client.press("\(open)/registration", "role=consumer&view=希望设封顶价")
                #expect(done.status == .seeOther)
                #expect(try await client.look(open).text.contains("您已报名：消费者"))
            }
        }
        try await house.visit(as: "head-fgj", at: noon.adding(seconds: 22 * 86_400)) { client async throws in
            #expect(try await client.press("\(path)/drawing").status == .seeOther)
            #expect(try await client.press("\(path)/record").status == .conflict)
        }
        let chosen = try await house.visit { client async throws in
            let page = try await client.look(open).text
            #expect(page.contains("参加人名单") && page.contains("怎样重算抽签"))
            #expect(try await client.look("\(open)/record").status == .notFound)
            let file = try await client.look("\(open)/participants.csv").text
            #expect(file.components(separatedBy: "\r\n").count == 4)
            return file.components(separatedBy: "\r\n")[1].contains("\"consumer\",\"1\"")
                ? "zhangwei" : "chenjing"
        }
        try await house.visit(as: "officer-fgj", at: HearingHouse.there) { client async throws in
            #expect(
                try await client.press("\(path)/lines", "kind=speech&speaker=a&words=早了").status == .conflict)
            #expect(try await client.press("\(path)/record").status == .seeOther)
            #expect(try await client.press("\(path)/lines", "kind=question").status == .unprocessableContent)
            #expect(try await client.press("\(path)/record-closing").status == .conflict)
            let line = "kind=speech&speaker=消费者参加人&words=希望<b>封顶"
            #expect(try await client.press("\(path)/lines", line).status == .seeOther)
        }
        try await house.visit(as: "liuyuxin", at: HearingHouse.there) { client async throws in
            #expect(try await client.look("\(open)/record").text.contains("希望&lt;b&gt;封顶"))
            #expect(try await client.press("\(open)/questions", "words=").status == .unprocessableContent)
            for _ in 0..<3 {
                let asked = try await client.press("\(open)/questions", "words=补贴从哪里来？13800001234")
                #expect(asked.status == .seeOther)
            }
            #expect(try await client.press("\(open)/questions", "words=还有一个问题吗").status == .conflict)
            let record = try await client.look("\(open)/record").text
            #expect(record.contains("公众 刘**") && record.contains("138****1234"))
            #expect(try await client.press("\(open)/signature").status == .conflict)
        }
        try await house.visit(as: "head-fgj", at: HearingHouse.there) { client async throws in
            #expect(try await client.press("\(path)/record-closing").status == .seeOther)
            let early = try await client.press("\(path)/publication")
            #expect(early.status == .conflict && early.text.contains("还有 1 位参加人没有签字"))
            let forged = try await client.press("\(path)/signatures", "number=1&signature=signed&reason=代签")
            #expect(forged.status == .unprocessableContent)
        }
        let stranger = try await house.visit(as: "liuyuxin", at: HearingHouse.there) {
            try await $0.press("\(open)/signature").status
        }
        #expect(stranger == .forbidden)
        try await house.visit(as: chosen, at: HearingHouse.there) { client async throws in
            #expect(try await client.look("\(open)/record").text.contains("请您签字"))
            #expect(try await client.press("\(open)/signature").status == .seeOther)
            #expect(try await client.press("\(open)/signature").status == .conflict)
        }
        try await house.visit(as: "head-fgj", at: HearingHouse.there) { client async throws in
            #expect(try await client.press("\(path)/publication").status == .seeOther)
            let bare = try await client.press("\(path)/decision", "title=调价通知&taken=知道了")
            #expect(bare.status == .unprocessableContent && bare.text.contains("决定必须引用听证笔录"))
            let whole = "title=调价通知&lines=1&taken=采纳第 1 条，设封顶价二十元；没有采纳不涨价的意见，因为成本已经上涨。"
            #expect(try await client.press("\(path)/decision", whole).status == .seeOther)
        }
        let page = try await house.visit(at: HearingHouse.there) { try await $0.look(open).text }
        #expect(page.contains("听证以后的决定") && page.contains("已签字"))
    }

    @Test("who is absent or will not sign is noted with a reason, and whoever puts it off says why")
    func notes() async throws {
        let house = try await HearingHouse()
        let one = try await house.open()
        _ = try await house.register("zhangwei", for: one)
        let path = HearingPath.edit(String(one.id))
        try await house.visit(as: "head-fgj") { client async throws in
            let bare = try await client.press("\(path)/postponement", "starts_on=2030-01-01&starts_at=9:30")
            #expect(bare.status == .unprocessableContent)
            let done = try await client.press(
                "\(path)/postponement", "starts_on=2030-01-01&starts_at=9:30&reason=会场维修需要延期")
            #expect(done.status == .seeOther)
            #expect(try await client.look(HearingPath.one(String(one.id))).text.contains("改期通知"))
        }
        try await house.database.write { tx in
            var hearing = try HearingStore.hearing(one.id, in: tx)
            _ = try Registering.draw(&hearing, at: noon.adding(seconds: 21 * 86_400), in: tx)
            hearing.state = .recorded
            try HearingStore.update(hearing, in: tx)
        }
        try await house.visit(as: "officer-fgj") { client async throws in
            let bare = try await client.press("\(path)/signatures", "number=1&signature=absent")
            #expect(bare.status == .unprocessableContent)
            let noted = try await client.press("\(path)/signatures", "number=1&signature=absent&reason=因病请假")
            #expect(noted.status == .seeOther)
            #expect(try await client.look(path).text.contains("缺席（因病请假）"))
        }
    }

    @Test("programs list, read and register by the same rules; the same key registers once")
    func programs() async throws {
        let house = try await HearingHouse()
        let one = try await house.open()
        let path = "\(HearingPath.api)/\(one.id)"
        try await house.visit(as: "zhangwei") { client async throws in
            #expect(try await client.look(HearingPath.api).text.contains("\"state\":\"announced\""))
            let text = try await client.look(path).text
            #expect(text.contains("seed_digest") && !text.contains("\"seed\":"))
            #expect(try await client.look("\(HearingPath.api)/1").status == .notFound)
            for _ in 0..<2 {
                var headers: HTTPFields = [.contentType: "application/json"]
                headers[try #require(.init("Idempotency-Key"))] = "k1"
                let done = try await client.execute(
                    uri: "\(path)/registrations", method: .post, headers: headers,
                    body: ByteBuffer(string: #"{"role": "consumer", "view": "希望设封顶价"}"#))
                #expect(done.status == .created && done.text == #"{"number":1}"#)
            }
        }
    }

    @Test("what people think of the matter and the seed are sealed until they may be read")
    func sealed() async throws {
        let house = try await HearingHouse()
        let one = try await house.open()
        _ = try await house.register("zhangwei", for: one)
        let text = try await house.visit(as: "zhangwei") {
            try await $0.look(HearingPath.one(String(one.id))).text
        }
        #expect(text.contains(Draw.digest(of: "seed")) && !text.contains("希望听听各方意见"))
        let path = HearingPath.act(String(one.id), "views")
        let views = try await house.visit(as: "officer-fgj") { try await $0.look(path).text }
        #expect(views.contains("报名号 1 · 张*") && views.contains("希望听听各方意见"))
        let other = try await house.visit(as: "officer-scjg") { try await $0.look(path).status }
        #expect(other == .notFound)
        let read = try await house.database.read {
            try $0.count(
                "SELECT count(*) FROM journal_entry WHERE action = 'public_hearing.views_read' /* all */")
        }
        #expect(read == 1)
    }

    @Test("the administrator changes the rules, and the sample district is seeded once")
    func rulesAndSample() async throws {
        let house = try await HearingHouse()
        try await house.visit(as: "sysadmin") { client async throws in
            #expect(try await client.press(HearingPath.rules, "roles=x").status == .unprocessableContent)
            let right =
                "announce_days=20&register_days=8&materials_days=7&questions_each=2&roles=consumer 消费者%0Aexpert 专家"
            #expect(try await client.press(HearingPath.rules, right).status == .seeOther)
            #expect(try await client.look(HearingPath.rules).text.contains("value=\"20\""))
        }
        for _ in 0..<2 {
            try await Hearings.seedDemo(into: house.database, files: house.office.files, at: noon)
        }
        let page = try await house.visit { try await $0.look(HearingPath.all).text }
        #expect(page.contains("调整管道燃气销售价格听证会") && page.contains("正在举行"))
        #expect(page.components(separatedBy: "公园停车收费").count == 2)
        #expect(page.contains("已取消") && page.contains("调整巡游出租汽车运价听证会"))
        let hearings = try await house.database.read { try HearingStore.list(after: nil, in: $0).items }
        let drawn = try #require(hearings.first { $0.state == .drawn })
        let list = try await house.visit { try await $0.look(HearingPath.one(String(drawn.id))).text }
        #expect(list.contains("不能到场（出差，电话告知）") && list.contains("参加（递补）"))
        let coming = try #require(hearings.first { $0.state == .announced })
        let materials = try await house.database.read { try HearingMaterial.all(of: coming.id, in: $0) }
        let path = HearingPath.material(String(coming.id), String(materials.first?.id ?? 0))
        let file = try await house.visit { try await $0.look(path) }
        #expect(file.status == .ok && file.headers[.contentType]?.contains("spreadsheet") == true)
    }
}
