import HTTPTypes
import HummingbirdTesting
import Journal
import Messaging
import Modules
import NIOCore
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import AdministrativeHall

extension TestResponse {
    /// Where a redirect leads.
    fileprivate var location: String { headers[.location] ?? "" }
}

@Suite("大厅的页面")
struct PageTests {
    private let ten = Instant(day: morning.day, hour: 10)

    @Test("没有登记过的机器不能取号")
    func strangeMachine() async throws {
        let house = try await HallHouse()
        let elsewhere = AdministrativeHall(
            database: house.database, outbox: Outbox(), kiosks: [:], site: "", files: house.files,
            applicant: { _, _ in nil },
            clock: { morning })
        #expect(try elsewhere.module().routes.count == house.module.routes.count)
        let pages = KioskPages(tickets: house.halls.tickets, kiosks: [:])
        let (hall, group) = (house.hall, house.groups["A"] ?? 0)
        try await house.visit(routes: pages.routes) { client in
            let shown = try await client.look("/halls/\(hall)/kiosk?group=\(group)")
            #expect(shown.status == .notFound)
        }
    }

    @Test("自助机取号：证件号错了指出来，取到的号可以打印、扫码、发给自己")
    func kiosk() async throws {
        let house = try await HallHouse()
        let (hall, group) = (house.hall, house.groups["A"] ?? 0)
        let address = try await house.visit { client in
            #expect(try await client.look("/halls/\(hall)/kiosk").text.contains("我有预约"))
            let wrong = try await client.fill(
                "/halls/\(hall)/kiosk?group=\(group)", "/halls/\(hall)/tickets",
                "group=\(group)&identity=4412")
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("身份证号码不对"))
            let unknown = try await client.fill(
                "/halls/\(hall)/kiosk?group=\(group)", "/halls/\(hall)/tickets", "code=ABCD2345")
            #expect(unknown.status == .unprocessableContent && unknown.text.contains("没有这个预约码"))
            let taken = try await client.fill(
                "/halls/\(hall)/kiosk?group=\(group)", "/halls/\(hall)/tickets",
                "group=\(group)&identity=441299194110030029")
            #expect(taken.status == .seeOther)
            return try #require(taken.headers[.location])
        }
        let path = String(address.prefix { $0 != "?" })
        try await house.visit { client in
            let shown = try await client.look(address).text
            #expect(shown.contains("A001") && shown.contains("老年人优先") && shown.contains("打印小票"))
            #expect(shown.contains("打印机不出纸？"))
            #expect(!shown.contains("梁秀英") && !shown.contains("441299194110030029"))
            #expect(try await client.look("/tickets/ABCD2345").status == .notFound)
        }
        try await house.visit(as: "zhangwei") { client in
            let sent = try await client.press("\(path)/message")
            #expect(sent.status == .seeOther)
        }
        #expect(try await house.told("zhangwei").first?.contains("A001") == true)
    }

    @Test("预约：约满的时段写明，约到的在“我的预约”，可以取消")
    func booking() async throws {
        let house = try await HallHouse(capacity: 1)
        let afternoon = Instant(day: morning.day, hour: 15)
        _ = try await house.book("chenjing", at: ten)
        let (hall, group, full) = (house.hall, house.groups["A"] ?? 0, ten.milliseconds)
        try await house.visit(as: "zhangwei") { client in
            let address = "/halls/\(hall)/appointments"
            #expect(try await client.look("\(address)?group=\(group)").text.contains("10:00 约满"))
            let late = try await client.press(address, "group=\(group)&start=\(full)")
            #expect(late.status == .conflict && late.text.contains("已经约满，请另选时段。"))
            let booked = try await client.press(address, "group=\(group)&start=\(afternoon.milliseconds)")
            #expect(booked.headers[.location] == "/my/appointments?done=booked")
            let mine = try await client.look("/my/appointments").text
            let cancel = try #require(mine.firstMatch(of: /\/my\/appointments\/\d+\/cancellation/)?.output)
            #expect(try await client.press(String(cancel)).status == .seeOther)
            #expect(try await client.look("/my/appointments").text.contains("已取消"))
        }
    }

    @Test("窗口：叫号、办理、到窗口代办写入日志，办结")
    func window() async throws {
        let house = try await HallHouse()
        _ = try await house.take("A", identity: "441299194110030029")
        let address = "/desk/windows/\(try house.window(1))"
        try await house.visit(as: "clerk") { client in
            let refused = try await client.press("\(address)/calls")
            #expect(refused.status == .conflict && refused.text.contains("请先开始值守。"))
            #expect(try await client.press("\(address)/shift").status == .seeOther)
            #expect(try await client.press("\(address)/calls").status == .seeOther)
            #expect(try await client.press("\(address)/applicant").status == .conflict)
            #expect(try await client.press("\(address)/service").status == .seeOther)
            let known = try await client.press("\(address)/applicant")
            #expect(known.status == .ok && known.text.contains("梁**"))
            #expect(known.text.contains("action=\"/desk/counter\""))
            #expect(try await client.press("\(address)/completion").status == .seeOther)
            #expect(
                try await client.press("\(address)/calls").headers[.location]?.hasSuffix("nobody") == true)
        }
        let entries = try await house.database.read {
            try $0.count("SELECT count(*) FROM journal_entry WHERE action = 'person.looked_up' /* all */")
        }
        #expect(entries == 1)
    }

    @Test("大屏只有号码和窗口，没有人名")
    func screen() async throws {
        let house = try await HallHouse()
        _ = try await house.take("A", identity: "441299194110030029")
        try await house.open(1, by: "clerk")
        _ = try await house.callNext(1, by: "clerk")
        let hall = house.hall
        try await house.visit { client in
            let shown = try await client.look("/halls/\(hall)/screen").text
            #expect(shown.contains("A001") && shown.contains("1 号") && !shown.contains("梁"))
            #expect(shown.contains("http-equiv=\"refresh\""))
            #expect(try await client.look("/halls/17/screen/events").status == .notFound)
        }
        let event = try await house.database.read { tx in
            try CallingScreen(scene: HallScene(hall, at: morning, in: tx)).event
        }
        #expect(event.data.contains("请 A 0 0 1 号，到 1 号窗口。"))
    }

    @Test("设置：写错的指出来，写对的生效；数据可以下载")
    func setup() async throws {
        let house = try await HallHouse()
        let hall = house.hall
        _ = try await house.take("A")
        try await house.visit(as: "sysadmin") { client in
            let address = "/desk/halls/\(hall)/setup"
            #expect(try await client.look(address).text.contains("满多少周岁优先"))
            let wrong = try await client.press("\(address)/windows", "windows.0.number=1&windows.0.serves=Z")
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("没有字头为“Z”的业务类别。"))
            let right = try await client.press("\(address)/windows", "windows.0.number=9&windows.0.serves=A")
            #expect(right.status == .seeOther)
            #expect(try await client.look(address).text.contains("value=\"9\""))
            let clerk = try await client.press(
                "\(address)/clerks", "clerks.0.account=zhangwei&clerks.0.skills=A")
            #expect(clerk.text.contains("不是窗口人员的账号"))
            let nameless = try await client.press("\(address)/place", "name=&address=x")
            #expect(nameless.status == .unprocessableContent && nameless.text.contains("请填写大厅的名称。"))
            #expect(!nameless.text.contains("应为 50 到 100 的整数"), "别的部分不受牵连")
            let young = try await client.press(
                "\(address)/queue",
                "priority_age=20&priority_minutes=30&appointment_minutes=30&service_minutes=10")
            #expect(young.status == .unprocessableContent && young.text.contains("应为 50 到 100 的整数"))
            #expect(!young.text.contains("请填写大厅的名称。"))
            let hours = try await client.press("\(address)/hours", "working_hours=09:00-12:00&rest_hours=")
            #expect(hours.location == "\(address)?done=hours")
            let kept = try await client.look(address).text
            #expect(kept.contains("value=\"09:00-12:00\"") && kept.contains("value=\"65\""))
            #expect(try await client.look("/desk/halls/\(hall)/figures").status == .forbidden)
        }
        try await house.visit(as: "clerk") { client in
            #expect(try await client.look("/desk/halls/\(hall)/figures").text.contains("市场准入"))
            let file = try await client.look("/desk/halls/\(hall)/figures.csv").text
            #expect(file.contains("\"市场准入\",\"1\",\"0\",\"0\",\"0\""))
            #expect(try await client.look("/desk/halls/\(hall)/setup").status == .forbidden)
        }
    }

    @Test("从办事指南来预约：按事项选好业务类别；没有的、不约的说明白；不认得的事项到大厅列表")
    func bookingAnItem() async throws {
        let house = try await HallHouse()
        @Sendable func item(_ slug: String) -> HallItem? {
            ["food": "scjg", "water": "zjj"][slug].map { HallItem(slug: slug, name: "事项\(slug)", organ: $0) }
        }
        let routes = BookingPages(appointments: house.halls.appointments, item: item).routes
        try await house.visit(as: "zhangwei", routes: routes) { client in
            let unknown = try await client.look("/appointments?item=nope")
            #expect(unknown.location == "/halls")
            let none = try await client.look("/appointments?item=water")
            #expect(none.status == .ok && none.text.contains("这个事项现在不能预约"))
            let address = "/halls/\(house.hall)/appointments?item=food"
            #expect(try await client.look("/appointments?item=food").location == address)
            let page = try await client.look(address).text
            #expect(page.contains("您要办「事项food」") && page.contains("<b>市场准入</b>"))
            // The item stays with whoever chooses a day.
            let days = page.matches(of: /href="([^"]*&amp;day=[^"]*)"/).map { $0.output.1 }
            #expect(!days.isEmpty && days.allSatisfy { $0.hasSuffix("&amp;item=food") }, "\(days)")
            let other = try await client.look("/halls/\(house.hall)/appointments?item=water").text
            #expect(other.contains("没有专门的业务类别") && other.contains("办什么？"))
        }
    }

    @Test("别的部门的窗口人员看不到这个大厅，也不能在这里代办")
    func otherOrgan() async throws {
        let house = try await HallHouse()
        let (hall, group) = (house.hall, house.groups["B"] ?? 0)
        try await house.visit(as: "clerk-cd") { client in
            let desk = "/desk/halls/\(hall)"
            #expect(!(try await client.look("/desk/halls").text.contains("\(desk)/appointments")))
            for path in [desk, "\(desk)/appointments"] {
                #expect(try await client.look(path).status == .notFound)
            }
            for path in ["\(desk)/tickets", "\(desk)/appointments", "\(desk)/readmissions"] {
                let answer = try await client.press(path, "group=\(group)&label=A001")
                #expect(answer.status == .notFound)
            }
        }
    }

    @Test("窗口代人预约：没有登记的人说清怎么办")
    func deskBooking() async throws {
        let house = try await HallHouse()
        let (hall, group) = (house.hall, house.groups["B"] ?? 0)
        try await house.visit(as: "clerk") { client in
            let address = "/desk/halls/\(hall)/appointments"
            let form = "group=\(group)&day=2026-12-01&time=09:30"
            let nobody = try await client.press(address, "identity=441299195001011217&\(form)")
            #expect(nobody.status == .unprocessableContent)
            let booked = try await client.press(address, "identity=441299194110030029&\(form)")
            #expect(booked.status == .seeOther)
            let day = try await client.look("\(address)?day=2026-12-01").text
            #expect(day.contains("梁**") && !day.contains("梁秀英"))
            #expect(
                try await client.press(address, "identity=441299194110030029&\(form)").text.contains("已有预约"))
        }
    }
}
