import Government
import Identity
import Refusals
import Testing

@testable import Restructuring

@Suite("What stands against a plan")
struct PlanCheckTests {
    private func sentences(_ steps: RestructuringStep..., facts: PlanFacts = Samples.facts) throws -> [String]
    {
        var plan = try Samples.plan()
        for step in steps { try plan.add(step, by: Samples.drafter, at: Samples.now) }
        return plan.findings(facts).filter(\.blocks).map(\.sentence.chinese)
    }

    @Test("A plan without steps moves nothing and cannot be approved")
    func empty() throws {
        #expect(try sentences() == ["方案还没有步骤。"])
    }

    @Test("An organ is not used after it is gone, not even as somebody's successor")
    func afterwards() throws {
        let found = try sentences(
            .merge(organs: ["scjg"], into: "wsjk"), .abolish(organ: "zjj", successor: "scjg"),
            .rename(organ: "scjg", name: "市监局", fullName: "市监局"))
        #expect(
            found == [
                "市场监督管理局在第 1 步已经撤并，之后不能再用。", "市场监督管理局在第 1 步已经撤并，之后不能再用。",
            ])
    }

    @Test("Two organs cannot succeed each other")
    func cycle() throws {
        let found = try sentences(
            .merge(organs: ["scjg"], into: "wsjk"), .merge(organs: ["wsjk"], into: "scjg"))
        #expect(found == ["市场监督管理局在第 1 步已经撤并，之后不能再用。"])
        #expect(try sentences(.merge(organs: ["scjg"], into: "scjg")) == ["市场监督管理局不能由自己承接。"])
    }

    @Test("The hall and the street offices do not end this way")
    func kinds() throws {
        #expect(try sentences(.abolish(organ: "zwfw", successor: "scjg")).count == 1)
        #expect(try sentences(.merge(organs: ["cd"], into: "scjg")).first?.contains("行政区划") == true)
        #expect(try sentences(.rename(organ: "cd", name: "城东街道办", fullName: "端州区城东街道办事处")).isEmpty)
    }

    @Test("A new organ has a key, names and a code that nobody else has")
    func founding() throws {
        #expect(try sentences(.create(Samples.newOrgan)).isEmpty)
        var organ = Samples.newOrgan
        organ.code = "11441202MB9D000171"
        #expect(try sentences(.create(organ)).first?.hasPrefix("统一社会信用代码不正确") == true)
        organ = Samples.newOrgan
        organ.fullName = "肇庆市端州区卫生健康局"
        #expect(try sentences(.create(organ)) == ["全称「肇庆市端州区卫生健康局」已由别的部门使用。"])
        for key in ["lead", "co1", "applicant", "Y", "应急"] {
            organ = Samples.newOrgan
            organ.key = key
            #expect(try sentences(.create(organ)).count == 1, "\(key)")
        }
        #expect(try sentences(.merge(organs: ["scjg"], into: "xksp")) == ["没有代号为「xksp」的部门。"])
    }

    @Test("A split gives something away, and only what the organ has")
    func splitting() throws {
        #expect(try sentences(.split(.init(organ: "scjg", rest: "scjg"))).count == 1)
        #expect(
            try sentences(.split(.init(organ: "scjg", rest: "wsjk", items: ["other": "zjj"])))
                == ["事项 other 现在不由市场监督管理局办理。"])
        #expect(
            try sentences(.split(.init(organ: "scjg", rest: "wsjk", items: ["food": "scjg"])))
                == ["市场监督管理局拆分后不再存在，不能再承接。"])
        #expect(
            try sentences(.split(.init(organ: "scjg", rest: "wsjk", cases: ["123": "zjj"])))
                == ["没有在办的办件 123。"])
    }

    @Test("What somebody works on now is not left to a post that nobody holds")
    func vacancy() throws {
        let found = try sentences(
            .split(
                .init(organ: "scjg", rest: "scjg", items: ["food": "xfjy"])))
        #expect(found == ["消防救援大队没有经办人员，市场监督管理局移交的待办环节将无人办理。"])
        #expect(
            try sentences(
                .split(
                    .init(
                        organ: "scjg", rest: "scjg", items: ["food": "xfjy"],
                        posts: ["officer-scjg/officer": "xfjy"]))
            ).isEmpty)
    }

    @Test("What waits for nobody today is listed and stands against nothing")
    func vacancyAsBefore() throws {
        let plan = try Samples.plan(.merge(organs: ["scjg"], into: "wsjk"))
        let findings = plan.findings(Samples.facts)
        #expect(findings.filter(\.blocks).isEmpty)
        #expect(findings.map(\.sentence.chinese) == ["卫生健康局没有区领导，市场监督管理局移交的待办环节将无人办理。"])
    }

    @Test("Somebody goes with a post they hold, and to an organ that is there")
    func posts() throws {
        #expect(
            try sentences(
                .movePost(.init(login: "officer-scjg", role: .head, from: "scjg", to: "wsjk"))
            ) == ["账号 officer-scjg 在市场监督管理局没有「部门负责人」岗位。"])
        #expect(
            try sentences(.movePost(.init(login: "head-scjg", role: .head, from: "scjg", to: "wsjk")))
                .isEmpty)
    }
}
