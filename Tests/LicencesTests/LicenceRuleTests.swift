import Cases
import Journal
import Refusals
import Testing
import WorkingTime

@testable import Licences

@Suite("Where a licence stands, and who may change it")
struct LicenceRuleTests {
    private let now = at("2026-11-28")

    @Test("another organ changes nothing")
    func otherOrgan() {
        var licence = Licence.sample()
        let refusal = DomainError.forbidden("只有发证机关（\("端州区市场监督管理局")）可以改变这份证照的状态。")
        #expect(throws: refusal) {
            try licence.suspend(because: "整改", by: .panXiaoyan, at: now)
        }
        #expect(throws: refusal) {
            try licence.askRevocation(.penalty, because: "违法", by: .panXiaoyan, at: now)
        }
        #expect(licence == .sample())
    }

    @Test("every act has a reason", arguments: ["", "  \n"])
    func reasons(_ reason: String) {
        var licence = Licence.sample()
        #expect(throws: DomainError.invalid("reason", "请写明原因。")) {
            try licence.cancel(because: reason, by: .liMin, at: now)
        }
        #expect(licence.state == .valid)
    }

    @Test("whoever asked for a revocation does not confirm it")
    func secondPerson() throws {
        var licence = Licence.sample()
        try licence.askRevocation(.penalty, because: "经营腐败变质食品", by: .wangJianhua, at: now)
        #expect(throws: DomainError.forbidden("提出的人不能自己审定，请由另一位负责人审定。")) {
            try licence.decideRevocation(true, by: .wangJianhua, at: now)
        }
        #expect(licence.standing(on: now.day) == .valid)
    }

    @Test("what was asked for once is not asked for again, and nothing else ends it meanwhile")
    func waiting() throws {
        var licence = Licence.sample()
        try licence.askRevocation(.annulment, because: "发错了人", by: .liMin, at: now)
        #expect(throws: DomainError.conflict("已经有人提出，正等待另一人审定。")) {
            try licence.askRevocation(.penalty, because: "违法", by: .wangJianhua, at: now)
        }
        #expect(throws: DomainError.conflict("有人提出了吊销或撤销，审定以前不能注销。")) {
            try licence.cancel(because: "歇业", by: .wangJianhua, at: now)
        }
    }

    @Test("a revocation nobody asked for is not confirmed")
    func nothingAsked() {
        var licence = Licence.sample()
        #expect(throws: DomainError.conflict("没有等待审定的吊销或撤销，可能已经有人审定。")) {
            try licence.decideRevocation(true, by: .wangJianhua, at: now)
        }
    }

    @Test("what has ended stays ended")
    func ended() throws {
        var licence = Licence.sample()
        try licence.cancel(because: "歇业", by: .liMin, at: now)
        #expect(throws: DomainError.conflict("这份证照没有暂停，不用恢复。")) {
            try licence.resume(because: "又开业了", by: .liMin, at: now)
        }
        #expect(throws: DomainError.conflict("这份证照\("已注销")，不能\("暂停")。")) {
            try licence.suspend(because: "整改", by: .liMin, at: now)
        }
        #expect(throws: DomainError.conflict("这份证照\("已注销")，不能再\("吊销")。")) {
            try licence.askRevocation(.penalty, because: "违法", by: .liMin, at: now)
        }
    }

    @Test("an expired licence is not suspended")
    func expiredIsNotSuspended() {
        var licence = Licence.sample(until: "2026-11-27")
        #expect(throws: DomainError.conflict("这份证照\("已过期")，不能\("暂停")。")) {
            try licence.suspend(because: "整改", by: .liMin, at: now)
        }
    }

    @Test(
        "it expires with its last day, without anybody doing anything",
        arguments: [
            ("2026-11-27" as String?, Standing.expired), ("2026-11-28", .valid), (nil, .valid),
        ])
    func expiry(until: String?, standing: Standing) {
        #expect(Licence.sample(until: until).standing(on: now.day) == standing)
    }

    @Test("suspended and resumed, with a line for each")
    func suspended() throws {
        var licence = Licence.sample()
        try licence.suspend(because: "限期整改", by: .liMin, at: now)
        #expect(licence.standing(on: now.day) == .suspended)
        #expect(licence.obstacle(on: now.day)?.chinese.contains("已于2026年11月28日暂停使用，不能使用。原因：限期整改") == true)
        try licence.resume(because: "整改合格", by: .liMin, at: now)
        #expect(licence.standing(on: now.day) == .valid)
        #expect(licence.reason == nil)
        #expect(licence.acts.map(\.kind) == [.suspended, .resumed])
    }

    @Test("revoked by two people, for the reason of the first")
    func revoked() throws {
        var licence = Licence.sample()
        try licence.askRevocation(.annulment, because: "发错了人", by: .liMin, at: now)
        try licence.decideRevocation(true, by: .wangJianhua, at: now)
        #expect(licence.words(on: now.day) == "已撤销")
        #expect(licence.reason == "发错了人")
        #expect(licence.confirmedBy == Actor.wangJianhua.accountID)
    }

    @Test("a declined revocation leaves it as it was")
    func declined() throws {
        var licence = Licence.sample()
        try licence.askRevocation(.penalty, because: "违法", by: .liMin, at: now)
        try licence.decideRevocation(false, by: .wangJianhua, at: now)
        #expect(licence.standing(on: now.day) == .valid)
        #expect(licence.asked == nil)
    }

    @Test("somebody else's licence, another kind, and one that is not in force take no upload's place")
    func unusable() throws {
        var licence = Licence.sample()
        #expect(throws: DomainError.forbidden("这份证照的持有人不是本次申请的申请人，不能使用。")) {
            try licence.requireUsable(by: Applicant.chenJing.code, as: nil, on: now.day)
        }
        #expect(throws: DomainError.conflict("「\("食品经营许可证")」不是这份材料要的证照，请上传材料。")) {
            try licence.requireUsable(
                by: Applicant.zhangWei.code, as: "11440000MB9E00026W003", on: now.day)
        }
        try licence.requireUsable(by: Applicant.zhangWei.code, as: Licence.typeCode, on: now.day)
        try licence.cancel(because: "歇业", by: .liMin, at: now)
        #expect(throws: DomainError.self) {
            try licence.requireUsable(by: Applicant.zhangWei.code, as: nil, on: now.day)
        }
    }
}
