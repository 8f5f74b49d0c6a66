import Journal
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Audit

/// A Monday at noon.
let noon = Instant(day: CivilDate(iso: "2026-11-23") ?? .first, hour: 12)

@Suite("审计规则")
struct RuleTests {
    private static func observed(
        _ action: String, at: Instant = noon, organ: String? = "scjg",
        detail: [String: String] = ["case": "A1"]
    ) throws -> [Observation] {
        let actor = Actor(
            accountID: 7, name: "李敏", organ: organ, channel: "page", address: "192.0.2.7")
        let entry = JournalEntry(
            at: at, actor: actor, action: action, subject: "account:7", sentence: "。", detail: detail)
        return AuditRules().observations(
            of: try StoredEntry(id: 1, entry: entry), calendar: .weekendsOnly)
    }

    @Test("不是整数、越出范围、下班早于上班的规则不能保存，一次说清")
    func refused() throws {
        #expect(throws: DomainError.self) { _ = try AuditRules { _ in nil } }
        do {
            _ = try AuditRules { $0 == "casesPerHour" ? "0" : $0 == "casesPerDay" ? "多" : "9" }
            Issue.record("was taken")
        } catch DomainError.invalid(let errors) {
            #expect(errors.map(\.field).prefix(2) == ["casesPerHour", "casesPerDay"])
        }
        let late = { (name: String) in
            name == "opensAtHour" ? "20" : name == "closesAtHour" ? "8" : "9"
        }
        #expect(throws: DomainError.invalid("closesAtHour", "下班时间要晚于上班时间。")) { _ = try AuditRules(late) }
    }

    @Test("改过的规则就是填写的数")
    func typed() throws {
        let rules = try AuditRules { $0 == "closesAtHour" ? "20" : "7" }
        #expect(rules.casesPerHour == 7 && rules.closesAtHour == 20 && rules.answerDays == 7)
    }

    @Test("工作时间的查看只按数量计，夜间和周末另计")
    func offHours() throws {
        #expect(try Self.observed("case.read").map(\.pattern) == [.hourlyReading, .dailyReading])
        let night = Instant(day: noon.day, hour: 23)
        let sunday = Instant(day: noon.day.adding(days: -1), hour: 12)
        for instant in [night, sunday] {
            #expect(try Self.observed("case.read", at: instant).map(\.pattern).contains(.offHours))
        }
        #expect(try Self.observed("case.disclosed").map(\.pattern).contains(.dailyDisclosure))
    }

    @Test("同一终端只看工作人员；登录失败按账号和地址各计")
    func signIns() throws {
        #expect(try Self.observed("session.opened", organ: nil).isEmpty)
        #expect(try Self.observed("session.opened").map(\.member) == ["7"])
        #expect(
            try Self.observed("session.refused", organ: nil).map(\.key)
                == ["account:7@2026-11-23T12", "192.0.2.7@2026-11-23T12"])
        #expect(try Self.observed("case.accepted").isEmpty)
    }
}

@Suite("异常线索的处理")
struct FindingTests {
    private static let auditor = Actor(
        accountID: 9, name: "审计员", organ: "zwfw", roles: ["auditadmin"], channel: "page", address: "")

    private static func finding(organ: String? = "scjg", of account: Int64 = 7) -> Finding {
        Finding(
            id: 1, pattern: .hourlyReading, who: "李敏", accountID: account, organ: organ, subject: "A1",
            count: 60, since: noon, until: noon, rulesVersion: 1, state: .open)
    }

    @Test("没有说明、涉及本人、没有部门、已经处理的，都不能处理")
    func refused() throws {
        var finding = Self.finding()
        #expect(throws: DomainError.invalid("reason", "请写明核查情况。")) {
            try finding.dismiss(" ", by: Self.auditor, at: noon)
        }
        var own = Self.finding(of: 9)
        #expect(throws: DomainError.forbidden("线索涉及您本人，不能由您处理。")) {
            try own.dismiss("没有问题", by: Self.auditor, at: noon)
        }
        var homeless = Self.finding(organ: nil)
        #expect(throws: DomainError.conflict("这条线索没有所属部门，不能移交，请核查后排除。")) {
            try homeless.hand(over: "请核查", by: Self.auditor, at: noon)
        }
        try finding.dismiss("集中清理积案", by: Self.auditor, at: noon)
        #expect(finding.state == .dismissed && finding.settledBy == "审计员")
        #expect(throws: DomainError.conflict("这条线索\(Finding.State.dismissed.chinese)，不能重复处理。")) {
            try finding.hand(over: "请核查", by: Self.auditor, at: noon)
        }
    }
}

@Suite("检索条件")
struct QueryTests {
    @Test(
        "时间写错、前后颠倒的不检索",
        arguments: [("昨天", ""), ("2026-13-01T00:00", ""), ("2026-11-02T00:00", "2026-11-01T00:00")])
    func times(_ from: String, _ until: String) {
        let query = AuditQuery { $0 == "from" ? from : $0 == "until" ? until : nil }
        #expect(throws: DomainError.self) { _ = try query.search() }
    }

    @Test("整分钟都算在内，去掉首尾空格，过长的截短")
    func parsed() throws {
        let query = AuditQuery { $0 == "until" ? "2026-11-23T12:00" : $0 == "person" ? " 李敏 " : nil }
        #expect(query.person == "李敏" && query.namesSomebody)
        #expect(try query.search().until == noon.adding(seconds: 59))
        #expect(AuditQuery { _ in String(repeating: "a", count: 500) }.person.count == AuditQuery.textLimit)
        #expect(!AuditQuery { $0 == "organ" ? "scjg" : nil }.namesSomebody)
    }
}
