import Codes
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Government

@Suite("An office of an organ")
struct OrganOfficeTests {
    private static let today = CivilDate(iso: "2026-11-24") ?? .first
    private static let licensing = OrganOffice(organ: "scjg", position: 1, name: "登记许可科")
    private static let food = OrganOffice(organ: "scjg", position: 2, name: "食品安全监管科")

    private static func organ(from: String? = nil, until: String? = nil) throws -> Organ {
        Organ(
            key: "scjg", name: "市场监督管理局", fullName: "肇庆市端州区市场监督管理局",
            code: try CreditCode("11441202MB9D000170"), kind: .bureau, divisionCode: nil, phone: "",
            address: "",
            validFrom: from.flatMap { CivilDate(iso: $0) }, validUntil: until.flatMap { CivilDate(iso: $0) })
    }

    private static func open(
        _ name: String, in organ: Organ, from day: String = "2026-11-24",
        beside known: [OrganOffice] = [licensing]
    ) throws -> OrganOffice {
        try .open(name, in: organ, beside: known, from: CivilDate(iso: day) ?? today, today: today)
    }

    private func day(_ days: Int) -> CivilDate { Self.today.adding(days: days) }

    @Test("is not opened in an organ that is gone, before the organ was there, or for a day to come")
    func wrongOrgan() throws {
        let (gone, young) = (try Self.organ(until: "2026-10-31"), try Self.organ(from: "2026-06-01"))
        #expect(throws: DomainError.conflict("\("市场监督管理局")已经撤并，不能再设科室。")) {
            try Self.open("法规科", in: gone)
        }
        #expect(throws: DomainError.invalid("from", "设立日期不能早于\("市场监督管理局")组建的日期。")) {
            try Self.open("法规科", in: young, from: "2026-05-31")
        }
        #expect(throws: DomainError.invalid("from", "设立日期不能晚于今天。")) {
            try Self.open("法规科", in: young, from: "2026-11-25")
        }
    }

    @Test("has a name, and one that no other open office of the organ has")
    func names() throws {
        let organ = try Self.organ()
        #expect(throws: DomainError.invalid("name", "请写明科室的名称。")) { try Self.open(" ", in: organ) }
        #expect(throws: DomainError.invalid("name", "已经有「\("登记许可科")」，同一部门的科室不能同名。")) {
            try Self.open("登记许可科", in: organ)
        }
        #expect(throws: DomainError.self) { try Self.open(String(repeating: "科", count: 31), in: organ) }
        var closed = Self.licensing
        try closed.close(on: Self.today, posts: 0, to: nil, today: Self.today)
        let again = try Self.open("登记许可科", in: organ, beside: [closed, Self.food])
        #expect(again.key == "scjg-3" && again.validFrom == Self.today)
    }

    @Test("keeps the name it had for the days on which it had it")
    func renamed() throws {
        var office = Self.licensing
        #expect(throws: DomainError.invalid("name", "名称没有变。")) {
            try office.rename("登记许可科", beside: [Self.licensing, Self.food], today: Self.today)
        }
        #expect(throws: DomainError.self) {
            try office.rename("食品安全监管科", beside: [Self.licensing, Self.food], today: Self.today)
        }
        try office.rename("登记注册科", beside: [Self.licensing, Self.food], today: Self.today)
        // A slip of the pen that is put right on the same day was nobody's name.
        try office.rename("登记注册审批科", beside: [office, Self.food], today: Self.today)
        #expect(office.name(on: day(-1)) == "登记许可科" && office.name(on: Self.today) == "登记注册审批科")
        #expect(office.earlierNames.map(\.name) == ["登记许可科"])
        var young = OrganOffice(organ: "scjg", position: 3, name: "法规科", validFrom: Self.today)
        try young.rename("综合法规科", beside: [Self.food], today: Self.today)
        #expect(young.earlierNames.isEmpty)
    }

    @Test("is not closed backwards, nor twice, nor while posts stand in it and go nowhere")
    func closed() throws {
        var office = Self.licensing
        #expect(throws: DomainError.invalid("until", "最后一天不能早于今天：此前完成的步骤记在这个科室名下。")) {
            try office.close(on: day(-1), posts: 0, to: nil, today: Self.today)
        }
        #expect(throws: DomainError.self) {
            try office.close(on: day(400), posts: 0, to: nil, today: Self.today)
        }
        #expect(
            throws: DomainError.conflict("还有 \(2) 个岗位在「\("登记许可科")」，请选由哪个科室接收，或者先把岗位调走。")
        ) { try office.close(on: Self.today, posts: 2, to: nil, today: Self.today) }
        let elsewhere = OrganOffice(organ: "zjj", position: 1, name: "工程科")
        for heir in [Self.licensing, elsewhere] {
            #expect(throws: DomainError.invalid("heir", "请选同一部门里没有撤销的另一个科室。")) {
                try office.close(on: Self.today, posts: 2, to: heir, today: Self.today)
            }
        }
        try office.close(on: day(6), posts: 2, to: Self.food, today: Self.today)
        #expect(office.validUntil == day(6) && !office.isOpen)
        #expect(throws: DomainError.conflict("「\("登记许可科")」已经撤销。")) {
            try office.close(on: day(6), posts: 0, to: nil, today: Self.today)
        }
        #expect(throws: DomainError.conflict("「\("登记许可科")」已经撤销，不能更名。")) {
            try office.rename("别的", beside: [], today: Self.today)
        }
    }

    @Test("is read as it was written, and ends with its organ")
    func stored() async throws {
        let database = try await TestDistrict.loaded()
        let day = Self.today
        let offices = try await database.write { tx in
            var office = try #require(try Directory.office("scjg-1", in: tx))
            try office.rename("登记注册科", beside: [], today: day)
            try Directory.update(office, in: tx)
            // Opened on the day on which the organ ends.
            try Directory.register(
                OrganOffice(organ: "scjg", position: 9, name: "法规科", validFrom: day), in: tx)
            try Directory.end("scjg", successor: "zjj", from: day, in: tx)
            return try Directory.offices(of: "scjg", in: tx)
        }
        #expect(offices.map(\.key) == ["scjg-1", "scjg-2", "scjg-3", "scjg-9"])
        #expect(offices.first?.name(on: day.adding(days: -1)) == "登记许可科")
        #expect(
            offices.map(\.validUntil) == [
                day.adding(days: -1), day.adding(days: -1), day.adding(days: -1), day,
            ])
        #expect(try await Directory(database).everyOffice().filter(\.isOpen).map(\.organ) == ["zjj", "zjj"])
        try await Government.seed(into: database)
        #expect(try await Directory(database).everyOffice().count == 6)
    }
}
