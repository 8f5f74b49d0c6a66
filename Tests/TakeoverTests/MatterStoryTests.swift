import CSV
import Cases
import Codes
import Files
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Takeover

@Suite("迁入在办件")
struct MatterStoryTests {
    private let house: MovingHouse

    init() async throws { house = try await MovingHouse() }

    private static let accepted: [MatterColumn: String] = [
        .reference: "SP-2026-0301", .item: "食品经营许可", .applicant: "肇庆端州星湖餐饮有限公司",
        .code: "91441202MA4W12346L", .state: "办理中", .filedAt: "2026-11-09 09:00",
        .acceptedAt: "2026-11-10 10:00", .answers: "店铺名称=星湖小馆", .history: "11月9日 窗口收件｜11月10日 李敏受理",
    ]

    private func file(_ rows: [[MatterColumn: String]]) -> (name: String, text: String) {
        let lines = rows.map { row in CSVLine.text(MatterColumn.allCases.map { row[$0] ?? "" }) }
        return ("在办件.csv", MatterColumn.template + lines.joined())
    }

    private func tried(
        _ rows: [[MatterColumn: String]], beside: [(name: String, bytes: [UInt8])] = []
    ) async throws -> Int64 {
        let file = file(rows)
        try await house.visit(as: "sysadmin") { client in
            let answer = try await client.upload(TakeoverPath.cases, [file], beside: beside)
            #expect(answer.status == .seeOther, "\(answer.text)")
        }
        await house.work()
        return try #require(try await house.takeovers.newest(after: nil).items.first).id
    }

    private func settle(_ id: Int64) async throws {
        let (asker, decider, now) = (
            try await house.actor("sysadmin"), try await house.actor("secadmin"), house.clock.now
        )
        try await house.takeovers.change(id, "takeover.requested", "提交", by: asker, at: now) { record, tx in
            try record.ask(taking: LineStore.counts(of: record.id, in: tx)[.new] ?? 0, by: asker)
        }
        try await house.takeovers.approve(id, by: decider, at: now)
        await house.work()
    }

    private static let finished: [MatterColumn: String] = [
        .state: "已办结", .outcome: "准予", .decidedAt: "2026-11-16 09:00", .closedAt: "2026-11-17",
    ]

    @Test("已办结的，结果、日期、理由对不上就说明；没办结的不写结果")
    func wrongEndings() async throws {
        let id = try await tried([
            changed([.reference: "A", .state: "已办结"]),
            changed(Self.finished.merging([.reference: "B", .outcome: "不予许可"]) { $1 }),
            changed(Self.finished.merging([.reference: "C", .acceptedAt: ""]) { $1 }),
            changed(Self.finished.merging([.reference: "D", .decidedAt: "2026-11-09"]) { $1 }),
            changed(Self.finished.merging([.reference: "E", .pauses: "2026-11-12～ 听证"]) { $1 }),
            changed([.reference: "F", .outcome: "准予"]),
            changed([.reference: "G", .extensions: "2026-11-12 30个工作日 案情复杂"]),
            changed([.reference: "H", .extensions: "明天延长"]),
        ])
        let words = try await house.view(id).lines.items.map(\.words)
        #expect(words[0].hasPrefix("已办结的办件要写“办理结果”：准予、"))
        #expect(words[1] == "不予许可的办件要写决定的理由，请核对。" && words[2] == "准予的办件要写受理时间，请核对。")
        #expect(words[3] == "收件、受理、决定、办结的时间前后矛盾，请核对。")
        #expect(words[4] == "暂停计时的起止时间前后矛盾，请核对。" || words[4] == "已经办结的办件不会还在暂停计时，请核对。")
        #expect(words[5].hasPrefix("只有已办结的办件写") && words[6].hasPrefix("最多延长 10 个工作日"))
        #expect(words[7].hasPrefix("“延长”看不懂：明天延长"))
    }

    @Test("已办结的按原来的结果留存，没有要办的事，不打扰申请人；办得晚的仍看得出晚了")
    func finished() async throws {
        let late = changed(Self.finished.merging([.decidedAt: "2026-11-18 09:00", .closedAt: ""]) { $1 })
        let denied = changed(
            Self.finished.merging([.reference: "SP-2", .outcome: "不予许可", .reason: "场所不合规定"]) { $1 })
        let id = try await tried([late, denied])
        #expect(try await house.view(id).lines.items[0].words == "食品经营许可，已办结（准予），没有要办的环节。")
        try await settle(id)
        let lines = try await house.view(id).lines.items
        let view = try await house.cases.view(try #require(lines[0].caseNumber), for: .system)
        let subject = view.subject
        #expect(subject.phase == .closed && subject.openTasks.isEmpty && subject.result?.outcome == .granted)
        #expect(subject.closedAt == MatterCells.time("2026-11-18 09:00"))
        let promised = try #require(subject.clock(.promised))
        #expect(promised.isOverdue(at: house.clock.now) && promised.stoppedAt == subject.result?.decidedAt)
        #expect(subject.clock(.acceptance)?.stoppedAt == subject.acceptedAt)
        #expect(subject.governingClock == nil)
        let other = try await house.cases.view(try #require(lines[1].caseNumber), for: .system).subject
        #expect(other.result?.reason == "场所不合规定" && other.result?.decidedBy?.name == "原系统")
        let told = try await house.database.read { try $0.count("SELECT count(*) FROM message /* all */") }
        #expect(told == 0)
    }

    @Test("延长过的时限接着算，写明延长了多少和理由")
    func extended() async throws {
        let id = try await tried([changed([.extensions: "2026-11-12 5个工作日 案情复杂"])])
        try await settle(id)
        let number = try #require(try await house.view(id).lines.items[0].caseNumber)
        let subject = try await house.cases.view(number, for: .system).subject
        #expect(subject.clock(.promised)?.extensions.map(\.reason) == ["案情复杂"])
        // Five working days and five more: the 10th, and then until the 24th.
        #expect(subject.clock(.promised)?.dueAt?.day.iso == "2026-11-24")
    }

    @Test("缺的、冒充的、事项没有的材料逐行说明；其余的跟着办件走，撤销以后放开")
    func materials() async throws {
        let png = DemoPaper.png
        let id = try await tried(
            [
                changed([.materials: "经营场所平面布局图=0301/平面图.png"]),
                changed([.reference: "B", .materials: "经营场所平面布局图=没有.png"]),
                changed([.reference: "C", .materials: "经营场所平面布局图=程序.pdf"]),
                changed([.reference: "D", .materials: "没有的材料=散件.png"]),
            ],
            beside: [
                ("材料.zip", DemoPaper.archive("0301/平面图.png", png)), ("散件.png", png),
                ("程序.pdf", Array("MZ\u{90}".utf8) + [UInt8](repeating: 0, count: 600)),
            ])
        let words = try await house.view(id).lines.items.map(\.words)
        #expect(words[1] == "没有上传文件“没有.png”。" && words[2].hasPrefix("文件“程序.pdf”："))
        #expect(words[3] == "“食品经营许可”没有材料“没有的材料”。")
        try await settle(id)
        let number = try #require(try await house.view(id).lines.items[0].caseNumber)
        let subject = try await house.cases.view(number, for: .system).subject
        #expect(subject.materials.map(\.name) == ["平面图.png"])
        let kept = try await house.database.read { [house] in try house.files.files(ofCase: number, in: $0) }
        #expect(kept.count == 1)
        let actor = try await house.actor("sysadmin")
        try await house.takeovers.change(
            id, "takeover.undo_requested", "撤销", by: actor, at: house.clock.now
        ) {
            [takeovers = house.takeovers] record, tx in
            try record.undo(obstacles: takeovers.obstacles(to: record, in: tx))
        }
        await house.work()
        let left = try await house.database.read { [house] in try house.files.files(ofCase: number, in: $0) }
        #expect(left.isEmpty)
    }

    @Test("等审定的材料过了两天也不会被清掉，办完或者放弃的不再留")
    func renewed() async throws {
        let id = try await tried(
            [changed([.materials: "经营场所平面布局图=a.png"])], beside: [("a.png", DemoPaper.png)])
        let made = house.clock.now
        func renewed() async throws -> Bool {
            try await house.database.write { [house] tx in
                try KeptFiles.renew(in: house.files, at: made.adding(seconds: 86_400), in: tx)
                return try tx.count("SELECT count(*) FROM file_object WHERE created_at > \(made) /* all */")
                    == 1
            }
        }
        try await house.database.write {
            try TakeoverStore.forget(readBefore: made.adding(seconds: 1), at: made, in: $0)
        }
        #expect(try await !renewed())
        let again = try await tried(
            [changed([.materials: "经营场所平面布局图=a.png"])], beside: [("a.png", DemoPaper.png)])
        #expect(again != id)
        #expect(try await renewed())
    }

    private func changed(_ changes: [MatterColumn: String]) -> [MatterColumn: String] {
        Self.accepted.merging(changes) { $1 }
    }

    @Test("有误的行逐行说明原因，一件也不写入")
    func wrong() async throws {
        let id = try await tried([
            changed([.item: "没有的事项"]), changed([.reference: "B", .code: "91441202MA4W12346X"]),
            changed([.reference: "C", .acceptedAt: "2026-11-01"]),
            changed([.reference: "D", .filedAt: "2026-12-01", .acceptedAt: "2026-12-02"]),
            changed([.reference: "E", .applicant: "另一家公司"]), changed([.reference: "E"]),
            changed([.reference: "F", .item: "开办餐饮店一件事"]),
            changed([.reference: "G", .answers: "不存在的问题=1；经营面积=很大"]),
            changed([.reference: "H", .state: "待受理", .acceptedAt: "", .pauses: "2026-11-12～ 听证"]),
        ])
        let view = try await house.view(id)
        #expect(view.record.state == .tried && view.count(.wrong) == 9)
        let words = view.lines.items.map(\.words)
        #expect(words[0].contains("本区没有“没有的事项”") && words[1].contains("既不是有效的身份证号码"))
        #expect(words[2] == "受理时间早于收件时间，请核对。" && words[3] == "收件时间还没有到，请核对。")
        #expect(words[4].contains("在法人库中是“肇庆端州星湖餐饮有限公司”") && words[5] == "原系统编号与第 6 行重复。")
        #expect(words[6] == "“开办餐饮店一件事”是一件事，请按其中的事项逐件迁入。")
        #expect(words[7].contains("的表单里没有“不存在的问题”") && words[8] == "还没有受理的办件不会暂停计时，请核对。")
        let cases = try await house.database.read {
            try $0.count("SELECT count(*) FROM service_case /* all */")
        }
        #expect(cases == 0)
    }

    @Test("时限从原来的日期接着算，暂停的天数不算；原编号和记录都在，系统管理员看不到办件")
    func taken() async throws {
        let paused = changed([.reference: "SP-2", .pauses: "2026-11-11～2026-11-13 检验"])
        let id = try await tried([Self.accepted, paused])
        let outlook = try await house.view(id).lines.items.map(\.words)
        #expect(outlook.allSatisfy { $0.hasPrefix("食品经营许可，下一步「") && $0.contains("承诺办结时限 2026-11-") })
        #expect(outlook[0] != outlook[1])
        try await settle(id)
        let lines = try await house.view(id).lines.items
        #expect(lines.map(\.verdict) == [.taken, .taken] && lines.map(\.content) == ["", ""])
        let view = try await house.cases.view(try #require(lines[0].caseNumber), for: .system)
        let subject = view.subject
        #expect(subject.phase == .accepted && subject.filing.reference == "SP-2026-0301")
        #expect(subject.acceptedAt == MatterCells.time("2026-11-10 10:00") && subject.documents.isEmpty)
        // Accepted on Tuesday the 10th; five working days end with the 17th.
        #expect(subject.clock(.promised)?.dueAt?.day.iso == "2026-11-17")
        #expect(subject.governingClock?.isOverdue(at: house.clock.now) == true)
        let told = view.history.map(\.entry.sentence.chinese)
        #expect(told.contains("原系统记录：11月10日 李敏受理") && told[0].contains("原办件编号 SP-2026-0301"))
        let other = try await house.cases.view(try #require(lines[1].caseNumber), for: .system).subject
        #expect(
            other.clock(.promised)?.pauses.count == 1
                && other.clock(.promised)?.dueAt?.day.iso == "2026-11-19")
        let officer = try await house.account("officer-scjg").viewer
        var filter = CaseFilter()
        filter.text = "SP-2026-0301"
        #expect(
            try await house.cases.list(filter, for: officer, after: nil).items.map(\.number) == [
                subject.number.text
            ])
        let sysadmin = try await house.account("sysadmin").viewer
        #expect(try await house.cases.list(CaseFilter(), for: sysadmin, after: nil).items.isEmpty)
    }

    @Test("没有受理的，受理期限过了就视为受理；迁过的不再迁")
    func deemed() async throws {
        let old = changed([.state: "待受理", .acceptedAt: "", .filedAt: "2026-11-02"])
        let id = try await tried([old])
        #expect(try await house.view(id).lines.items[0].words.contains("已过，迁入后即视为受理。"))
        try await settle(id)
        let number = try #require(try await house.view(id).lines.items[0].caseNumber)
        let again = try await tried([old])
        #expect(try await house.view(again).lines.items[0].words == "已经迁入，办件编号 \(number)。")
    }

    @Test("没有人办过可以撤销；办过的说明是什么，不能整批撤销")
    func undone() async throws {
        let id = try await tried([Self.accepted])
        try await settle(id)
        let number = try #require(try await house.view(id).lines.items[0].caseNumber)
        let actor = try await house.actor("sysadmin")
        let officer = try await house.actor("officer-scjg")
        let task = try #require(try await house.cases.matter(number, for: .system).root.openTasks.first)
        #expect(task.organ == "scjg")
        try await house.cases.change(number, by: officer, as: .system) { try $0.claim(task: task.id, on: $1) }
        try await house.visit(as: "sysadmin") { client in
            let answer = try await client.press(TakeoverPath.act(String(id), "undoing"))
            #expect(answer.status == .conflict && answer.text.contains("迁入以后办件已经变动：李敏领取"))
        }
        let fresh = try await tried([changed([.reference: "SP-9"])])
        try await settle(fresh)
        let other = try #require(try await house.view(fresh).lines.items[0].caseNumber)
        try await house.takeovers.change(
            fresh, "takeover.undo_requested", "撤销", by: actor, at: house.clock.now
        ) {
            [takeovers = house.takeovers] record, tx in
            try record.undo(obstacles: takeovers.obstacles(to: record, in: tx))
        }
        await house.work()
        #expect(try await house.view(fresh).record.state == .undone)
        let left = try await house.database.read { tx in
            try tx.count("SELECT count(*) FROM service_case WHERE number = \(other)")
        }
        #expect(left == 0)
        let entries = try await house.database.read {
            try Journal.entries(subject: other, onlyPublic: false, limit: 20, in: $0)
        }
        #expect(entries.last?.entry.action == "case.takeover_undone")
    }
}
