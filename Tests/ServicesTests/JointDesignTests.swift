import Refusals
import Services
import Testing
import WorkingTime

@Suite("Designing a joint service")
struct JointDesignTests {
    private static let company = [
        "company-registration", "seal-engraving-record", "social-insurance-registration",
        "invoice-application",
    ]

    /// As items are kept: the divisions to pick from are the district's own.
    private static func offered() throws -> [ServiceItem] { try District.files.get() }

    private func item(_ slug: String) throws -> ServiceItem {
        try #require(try Self.offered().first { $0.slug == slug })
    }

    @Test("Items that would wait for each other in a circle are refused in words")
    func circle() throws {
        var item = try item("qykb")
        #expect(
            throws: DomainError.conflict(
                "前后顺序绕成了一圈，谁也不能先办：\("“公司设立登记”要等“公章刻制备案”要等“公司设立登记”")。请去掉其中一个。")
        ) {
            try item.wait("company-registration", for: ["seal-engraving-record"], of: Self.offered())
        }
        #expect(throws: DomainError.conflict("一个事项不能等它自己。")) {
            try item.wait("company-registration", for: ["company-registration"], of: Self.offered())
        }
    }

    @Test("Nothing shorter than the longest way can be promised, and the sentence says which it is")
    func promise() throws {
        var item = try item("qykb")
        #expect(item.limits.promised == TimeLimit(value: 2, unit: .workingDay))
        #expect(throws: DomainError.self) { try item.promise(1, of: Self.offered()) }
        let least = try #require(item.jointPromise(of: Self.offered()))
        #expect(
            least.reason.chinese
                == "最长的一条路是公司设立登记（1 个工作日） → 公章刻制备案（1 个工作日），共 2 个工作日，承诺时限不能比它短。")
        try item.promise(5, of: Self.offered())
        #expect(item.limits.promised?.value == 5)
        try item.promise(nil, of: Self.offered())
        #expect(item.limits.promised?.value == 2)
    }

    @Test("What is done at the same time is one step of the guide, and what takes longer is named beside it")
    func steps() throws {
        let restaurant = try item("kbcyd")
        #expect(restaurant.steps.map(\.name) == ["食品经营许可、公共场所卫生许可、污水排入排水管网许可、公众聚集场所投入使用、营业前消防安全检查"])
        #expect(restaurant.steps[0].limit == TimeLimit(value: 7, unit: .workingDay))
        #expect(restaurant.limits.legal == TimeLimit(value: 45, unit: .workingDay))
        #expect(try item("kblg").steps.count == 2)
    }

    @Test("A promise that somebody wrote into the draft by another way is found")
    func promiseFound() throws {
        var item = try item("qykb")
        item.limits.promised = TimeLimit(value: 1, unit: .workingDay)
        let findings = item.jointFindings(children: try Self.offered())
        #expect(findings.map(\.path) == ["limits"])
        #expect(findings[0].message.hasPrefix("最长的一条路是公司设立登记"))
    }

    @Test("An item that is joint itself, or in already, or the last but two, is refused")
    func members() throws {
        var item = try item("kbwb")
        #expect(throws: DomainError.invalid("item", "请从列表里选择一个在用的单个事项。")) {
            try item.takeIn("kbcyd", of: Self.offered())
        }
        #expect(throws: DomainError.conflict("“\("公众聚集场所投入使用、营业前消防安全检查")”已经在这件事里。")) {
            try item.takeIn("fire-safety-inspection", of: Self.offered())
        }
        #expect(throws: DomainError.conflict("一件事至少由两个事项组成，不能再减。")) {
            try item.leaveOut("fire-safety-inspection", of: Self.offered())
        }
    }

    @Test("What two items ask is asked once, as strictly as the stricter asks")
    func merged() throws {
        let item = try item("qykb")
        #expect(Set(item.fields.map(\.name)).count == item.fields.count)
        let questions = item.jointQuestions(of: try Self.offered())
        let name = try #require(questions.first { $0.id == "applicant_name" })
        #expect(name.asked.map(\.item) == Self.company)
        #expect(item.pages.first?.title == "共同信息" && item.pages.last?.title == "结果领取")
        #expect(item.findings(known: District.known) == [])
    }

    @Test("Questions of the same words and kind are the same under any name, and can be told apart by hand")
    func sameWords() throws {
        var item = try item("cjrfw")
        #expect(item.joint?.question("mobile", of: "disability-allowance") == "phone")
        #expect(item.field("mobile") == nil)
        try item.separate("mobile", of: "disability-allowance", among: Self.offered())
        #expect(item.field("mobile") != nil)
        #expect(throws: DomainError.conflict("“\("联系电话")”本来就是单独问的。")) {
            try item.separate("mobile", of: "disability-allowance", among: Self.offered())
        }
        try item.merge("mobile", of: "disability-allowance", into: "phone", among: Self.offered())
        #expect(item.field("mobile") == nil)
    }

    @Test(
        "A question of the same name, told apart, gets a name of its own, and both answers arrive where they belong"
    )
    func sameName() throws {
        var item = try item("qykb")
        try item.separate("applicant_name", of: "seal-engraving-record", among: Self.offered())
        #expect(item.field("applicant_name_2") != nil)
        let child = try self.item("seal-engraving-record")
        let answers = item.answers(for: child, from: ["applicant_name": "张伟", "applicant_name_2": "陈静"])
        #expect(answers["applicant_name"] == "陈静")
        #expect(item.jointFindings(children: try Self.offered()) == [])
    }

    @Test("Questions that are answered in different ways, or belong to one item, are not made one")
    func notMerged() throws {
        var item = try item("qykb")
        #expect(throws: DomainError.conflict("“\("刻制的印章")”和“\("参保职工人数")”的答法不同，不能合并成一个问题。")) {
            try item.merge(
                "staff_count", of: "social-insurance-registration", into: "seal_kinds",
                among: Self.offered())
        }
        #expect(throws: DomainError.conflict("“\("申请人姓名")”和“\("公章刻制企业名称")”是同一个事项的问题，不能合并。")) {
            try item.merge(
                "seal_maker", of: "seal-engraving-record", into: "applicant_name", among: Self.offered())
        }
        #expect(throws: DomainError.notFound("这件事没有这个问题。")) {
            try item.separate("nobody", of: "seal-engraving-record", among: Self.offered())
        }
    }

    @Test("What one item issues is not asked of the applicant for the next")
    func handedOn() throws {
        let hotel = try item("kblg")
        #expect(!hotel.materials.contains { $0.id == "fire-approval" })
        #expect(hotel.materials.filter { $0.waivedBy == .onlineForm }.map(\.name) == ["开办旅馆一件事申请表"])
        var loose = hotel
        try loose.wait("hotel-industry-licence", for: [], of: Self.offered())
        #expect(loose.materials.contains { $0.id == "fire-approval" })
    }

    @Test("A material of the same name is handed in once, and of the same id but another name twice")
    func materials() throws {
        var item = try item("kblg")
        let plan = try #require(item.materials.first { $0.id == "floor-plan" })
        #expect(plan.neededBy == ["public-hygiene-permit", "fire-safety-inspection"])
        try item.hand("floor-plan", of: "fire-safety-inspection", as: nil, among: Self.offered())
        #expect(item.joint?.material("floor-plan", of: "fire-safety-inspection") == "floor-plan-2")
        #expect(item.materials.filter { $0.name == plan.name }.count == 2)
        try item.hand("floor-plan", of: "fire-safety-inspection", as: "floor-plan", among: Self.offered())
        #expect(item.materials.filter { $0.name == plan.name }.count == 1)
        #expect(throws: DomainError.invalid("target", "请选择要合并的材料。")) {
            try item.hand("floor-plan", of: "fire-safety-inspection", as: "nothing", among: Self.offered())
        }
    }

    @Test(
        "Answers to the joint form make complete forms of every item",
        arguments: ["kbcyd", "qykb", "kblg", "kbwb", "gckg", "cjrfw"])
    func complete(_ slug: String) throws {
        let joint = try District.item(slug)
        for child in try joint.children.map(District.item) {
            let form = joint.answers(for: child, from: District.answers(joint))
            #expect(child.check(form).map(\.sentence.chinese) == [], "\(child.slug)")
        }
    }

    @Test("A service that was drawn by hand can be taken over, and asks each question once as before")
    func takenOver() throws {
        var item = try item("kbcyd")
        let asked = Set(item.fields.map(\.name))
        item.joint = nil
        item.process = "open-restaurant"
        item.pages.removeLast()
        try item.beginDesign(of: Self.offered())
        #expect(item.isDrawn && item.process == "joint-kbcyd")
        #expect(Set(item.fields.map(\.name)) == asked)
        #expect(item.jointFindings(children: try Self.offered()) == [])
    }
}
