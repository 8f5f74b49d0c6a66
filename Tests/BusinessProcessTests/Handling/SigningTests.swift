import BusinessProcess
import Testing

@Suite("加签, 减签: others sign a step as well")
struct SigningTests {
    @Test("前加签: the step waits for the new signer", arguments: Position.allCases)
    func before(_ position: Position) throws {
        var stage = try position.stage()
        let x = stage.id("x")
        let effects = try stage.instance.addSigner("李敏", .before, to: x, in: stage.definition)
        #expect(effects.contains(.parked(activity: x)))
        #expect(
            refusal { _ = try stage.instance.complete(x, in: stage.definition, given: [:]) }
                == "还没有轮到这一步，要等加签的人先办。")
        let signer = stage.instance.active.first { $0.holder == "李敏" }?.id ?? 0
        let next = try stage.instance.complete(signer, in: stage.definition, given: [:])
        #expect(next.contains(.unparked(activity: x)))
        try stage.play()
        #expect(stage.instance.isEnded)
    }

    @Test(
        "后加签: the new signer comes after the step, before the process goes on", arguments: Position.allCases)
    func after(_ position: Position) throws {
        var stage = try position.stage()
        let x = stage.id("x")
        _ = try stage.instance.addSigner("李敏", .after, to: x, in: stage.definition)
        #expect(!stage.instance.active.contains { $0.holder == "李敏" })
        _ = try stage.instance.complete(x, in: stage.definition, given: [:])
        #expect(stage.instance.active.contains { $0.holder == "李敏" })
        #expect(!stage.open.contains("z"))
        try stage.play()
        #expect(stage.instance.isEnded)
    }

    @Test("并签: all have to sign, in any order", arguments: Position.allCases)
    func parallel(_ position: Position) throws {
        var stage = try position.stage()
        let x = stage.id("x")
        _ = try stage.instance.addSigner("李敏", .parallel, to: x, in: stage.definition)
        let signer = stage.instance.active.first { $0.holder == "李敏" }?.id ?? 0
        _ = try stage.instance.complete(signer, in: stage.definition, given: [:])
        #expect(stage.open.contains("x") && !stage.open.contains("z"))
        try stage.play()
        #expect(stage.instance.isEnded)
    }

    @Test("a signer is not added twice", arguments: Position.allCases)
    func twice(_ position: Position) throws {
        var stage = try position.stage()
        let x = stage.id("x")
        _ = try stage.instance.addSigner("李敏", .parallel, to: x, in: stage.definition)
        #expect(
            refusal { _ = try stage.instance.addSigner("李敏", .after, to: x, in: stage.definition) }
                == "对方已经在这一步签办，不用再加签。")
    }

    @Test(
        "减签: whoever has not signed yet is taken away, and who waited for them goes on",
        arguments: Position.allCases)
    func remove(_ position: Position) throws {
        var stage = try position.stage()
        let x = stage.id("x")
        if position != .several {
            #expect(
                refusal { _ = try stage.instance.removeSigner(x, in: stage.definition, given: [:]) }
                    == "这一步只有一人办理，不能减签。")
        }
        _ = try stage.instance.addSigner("李敏", .before, to: x, in: stage.definition)
        let signer = stage.instance.active.first { $0.holder == "李敏" }?.id ?? 0
        let effects = try stage.instance.removeSigner(signer, in: stage.definition, given: [:])
        #expect(effects == [.cancelled(activity: signer), .unparked(activity: x)])
        try stage.play()
        #expect(stage.instance.isEnded)
    }

    @Test("whose step it is cannot be taken away, and the last one stays")
    func last() throws {
        var stage = try Position.sequence.stage()
        let x = stage.id("x")
        _ = try stage.instance.addSigner("李敏", .parallel, to: x, in: stage.definition)
        #expect(
            refusal { _ = try stage.instance.removeSigner(x, in: stage.definition, given: [:]) }
                == "原办理人不能减签，请改用转办。")
        var several = try Position.several.stage()
        for _ in 1...2 {
            _ = try several.instance.removeSigner(several.id("x"), in: several.definition, given: [:])
        }
        #expect(
            refusal {
                _ = try several.instance.removeSigner(several.id("x"), in: several.definition, given: [:])
            }
                == "至少要留一人办理，不能减签。")
    }

    @Test("退回 while others sign takes the whole step back", arguments: Position.allCases)
    func sendBack(_ position: Position) throws {
        var stage = try position.stage()
        let x = stage.id("x")
        _ = try stage.instance.addSigner("李敏", .parallel, to: x, in: stage.definition)
        _ = try stage.instance.sendBack(x, to: "a", in: stage.definition, given: [:])
        #expect(stage.open == ["a"])
        try stage.play()
        #expect(stage.instance.isEnded)
    }
}
