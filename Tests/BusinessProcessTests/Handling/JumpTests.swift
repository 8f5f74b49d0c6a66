import BusinessProcess
import Testing

@Suite("跳转: an administrator moves a step, and says why")
struct JumpTests {
    @Test("not without a reason, not to nowhere", arguments: Position.allCases)
    func refused(_ position: Position) throws {
        var stage = try position.stage()
        let x = stage.id("x")
        #expect(
            refusal {
                _ = try stage.instance.jump(x, to: "a", reason: " ", in: stage.definition, given: [:])
            }
                == "请写明跳转的原因。")
        #expect(
            refusal {
                _ = try stage.instance.jump(x, to: "q", reason: "系统故障", in: stage.definition, given: [:])
            }
                == "流程没有可以跳转到的步骤「q」。")
    }

    static let table: [(Position, String, String?)] = [
        (.sequence, "z", nil), (.branch, "z", "跳转到「z」以后，其他分支会等不齐或者重复办理，不能跳转。"), (.branch, "b", nil),
        (.several, "z", nil), (.subprocess, "z", "「z」不在同一个流程或子流程里，不能跳转到那里。"),
        (.subprocess, "b", nil), (.subprocess, "ie", nil), (.afterJoin, "a", nil),
        (.afterJoin, "b", "跳转到「b」以后，其他分支会等不齐或者重复办理，不能跳转。"),
    ]

    @Test("only where everything can still come to its end", arguments: table)
    func jump(_ position: Position, _ target: String, _ words: String?) throws {
        var stage = try position.stage()
        let x = stage.id("x")
        let found = refusal {
            _ = try stage.instance.jump(x, to: target, reason: "系统故障", in: stage.definition, given: [:])
        }
        #expect(found == words)
        try stage.play()
        #expect(stage.instance.isEnded)
    }
}
