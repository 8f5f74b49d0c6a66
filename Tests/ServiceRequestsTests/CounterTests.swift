import Cases
import Codes
import Desk
import HTTPTypes
import HummingbirdTesting
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import ServiceRequests

@Suite("来电、来访、来信：代为登记")
struct CounterTests {
    private static let path = "/desk/service-requests-intake"
    private static let words =
        "category=roads&kind=help&title=城东街道文明路路灯不亮&content=三盏路灯不亮，请尽快修。&division=441202001"

    private func press(_ house: House, _ form: String, at path: String = path) async throws -> TestResponse {
        try await house.visit(as: "hotline") { try await $0.press(path, form) }
    }

    private func newest(_ house: House) async throws -> Case {
        let number = try await house.database.read { tx in
            try tx.row("SELECT number FROM service_request ORDER BY id DESC LIMIT 1")?.text("number")
        }
        return try await house.subject(try #require(number))
    }

    @Test("来信写明哪天收到，期限从那天算；以后的日子、读不出来的日子不行")
    func letters() async throws {
        let house = try await House()
        let letter = "\(Self.words)&name=何秀英&phone=07582000001&channel=letter"
        for day in ["2026-09-19", "昨天"] {
            let said = try await press(house, "\(letter)&received=\(day)")
            #expect(said.status == .unprocessableContent && said.text.contains("请填写收到来信的日期"))
        }
        #expect(try await press(house, "\(letter)&received=2026-09-15").status == .created)
        let subject = try await newest(house)
        #expect(subject.filing.channel == "letter")
        #expect(subject.filing.receivedAt?.day.iso == "2026-09-15")
        try await house.assign(subject.number.text, to: "cgj", isFinal: true)
        let promised = try await newest(house).clock(.promised)
        #expect(promised?.startedAt.day.iso == "2026-09-15")
        let page = try await house.visit(as: "hotline") {
            try await $0.look("/desk/service-requests/\(subject.number.text)").text
        }
        #expect(page.contains("来信，2026-09-15 收到"))
    }

    @Test("信访来信：受理期限从收到来信算，办理期限还是从受理算")
    func petitionByPost() async throws {
        let house = try await House()
        let number = try await house.enter(by: "officer-xfj", channel: "letter") {
            ($0.category, $0.kind, $0.received) = ("land", "complaint", "2026-09-10")
        }
        #expect(try await house.subject(number).clock(.acceptance)?.startedAt.day.iso == "2026-09-10")
        try await house.assign(number, to: "zrzy", isFinal: true, by: "officer-xfj")
        #expect(try await house.subject(number).clock(.legal)?.startedAt == house.clock.now)
    }

    @Test("登记完给出编号和查询码；按了两次只有一件，换了内容的是另一件；加两次的是一个人")
    func receipt() async throws {
        let house = try await House()
        let form = "\(Self.words)&name=何秀英&phone=07582000001&channel=call&once=f1"
        let taken = try await press(house, form)
        let subject = try await newest(house)
        #expect(taken.status == .created && taken.text.contains(subject.number.text), "\(taken.text)")
        #expect(taken.text.contains(QueryCode.grouped(subject.queryCode)) && taken.text.contains("打开这件诉求"))
        #expect(try await press(house, form).text.contains(subject.number.text))
        #expect(try await newest(house).number == subject.number)
        let other = form.replacing("三盏", with: "四盏")
        #expect(try await press(house, other).text.contains(subject.number.text) == false)
        let desk = try await house.visit(as: "hotline") {
            try await $0.look("/desk/service-requests/\(subject.number.text)").text
        }
        #expect(!desk.contains(subject.queryCode))
        for _ in 1...2 {
            let path = "\(Self.path)/\(subject.number.text)/joining"
            let joined = try await press(house, "name=梁叔&phone=07582000002", at: path)
            #expect(joined.status == .created && joined.text.contains("已经加上"), "\(joined.text)")
        }
        #expect(try await house.office.background(of: subject).supporters == 1)
    }

    @Test("不署名的也给出编号和查询码，登记的人打不开；一开始就能选不署名，没有填姓名的不能加上别人的")
    func unnamed() async throws {
        let house = try await House()
        let first = try await house.visit(as: "hotline") { try await $0.look(Self.path).text }
        #expect(first.contains("name=\"is_anonymous\""))
        let form = Self.words.replacing("roads", with: "conduct").replacing("help", with: "report")
        let taken = try await press(house, "\(form)&is_anonymous=yes&channel=call")
        #expect(taken.status == .created && taken.text.contains("查询码"), "\(taken.text)")
        #expect(!taken.text.contains("打开这件诉求"))
        _ = try await house.say()
        let looked = try await press(house, "\(Self.words)&channel=call&step=look")
        #expect(looked.text.contains("填好姓名和电话") && !looked.text.contains("加上这位反映人</button>"))
    }

    @Test("先看有没有同样的：看得到、加得上，答复以后知道给谁回电话；没有留电话的加不上")
    func joining() async throws {
        let house = try await House()
        let number = try await house.say()
        let looked = try await press(house, "\(Self.words)&name=何秀英&phone=07582000001&channel=call&step=look")
        #expect(looked.status == .ok && looked.text.contains("加上这位反映人"))
        let path = "\(Self.path)/\(number)/joining"
        #expect(try await press(house, "name=何秀英", at: path).status == .unprocessableContent)
        #expect(try await press(house, "name=何秀英&phone=07582000001", at: path).status == .created)
        #expect(try await house.office.background(of: house.subject(number)).supporters == 1)
        try await house.answer(number)
        let page = try await house.visit(as: "hotline") {
            try await $0.look("/desk/service-requests-callbacks/\(number)").text
        }
        #expect(page.contains("何秀英 07582000001"))
        let kept = try await house.database.read { tx in
            try tx.rows("SELECT * FROM service_request_joiner /* all */").map { try $0.text("name") }
        }
        #expect(kept.count == 1 && kept.first != "何秀英")
        #expect(try await press(house, "name=何秀英&phone=07582000001", at: path).status == .conflict)
    }
}
