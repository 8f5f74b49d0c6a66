import Testing
import WorkingTime

@testable import Takeover

@Suite("在办件的一行")
struct MatterCellsTests {
    private func cells(_ values: [MatterColumn: String]) -> MatterCells {
        var row = MatterRow()
        for (column, value) in values { row.cells[column.rawValue] = value }
        return MatterCells(row)
    }

    @Test("必填的没有填，一次说全")
    func missing() {
        #expect(
            cells([.reference: "A1"]).mistakes == [
                "“事项”没有填写。", "“申请人”没有填写。", "“证件号码”没有填写。", "“状态”没有填写。", "“收件时间”没有填写。",
            ])
    }

    @Test(
        "时间写错",
        arguments: ["昨天", "2026-13-01", "2026-11-31", "2026-11-18 25:00", "20261118", "2026-11", "1-1-1"])
    func wrongTimes(_ text: String) {
        #expect(MatterCells.time(text) == nil)
    }

    @Test("时间的写法：日期、带时分、表格软件改过的、中文的")
    func times() {
        let nine = Instant(day: CivilDate(iso: "2026-10-08") ?? .first, hour: 9, minute: 5)
        for text in ["2026-10-08 09:05", "2026/10/8 9:05", "2026年10月8日 9时5分", "2026-10-08T09:05:30"] {
            #expect(MatterCells.time(text) == nine)
        }
        #expect(MatterCells.time("2026/10/8") == nine.day.startOfDay)
    }

    @Test("暂停计时看不懂就说是哪一段；最后一段可以没有结束")
    func pauses() {
        var wrong = cells([.pauses: "2026-10-20～2026-11-02 听证；听证三天"])
        #expect(wrong.pauses().count == 1 && wrong.mistakes.last?.contains("听证三天") == true)
        var right = cells([.pauses: "2026-10-20～2026-11-02 听证\n2026-11-10~ 专家评审"])
        let pauses = right.pauses()
        #expect(pauses.map(\.reason) == ["听证", "专家评审"] && pauses.last?.until == nil)
        #expect(pauses.first?.until?.day.iso == "2026-11-02")
    }

    @Test("状态写不对的说明；已办结的不一定受理过，办理中的要有受理时间")
    func states() {
        var other = cells([.state: "办完了"])
        #expect(other.isAccepted() == nil && other.mistakes.last?.hasPrefix("“状态”应为") == true)
        var closed = cells([.state: "已办结"])
        #expect(closed.isAccepted() == false && closed.ending() == nil)
        #expect(closed.mistakes.last?.hasPrefix("已办结的办件要写“办理结果”") == true)
        var accepted = cells([.state: "办理中"])
        #expect(accepted.isAccepted() == true && accepted.mistakes.last == "办理中的办件要写“受理时间”。")
    }

    @Test("办理记录一条一行，空的不算")
    func history() {
        #expect(cells([.history: "收件｜ \n受理 "]).history() == ["收件", "受理"])
    }
}
