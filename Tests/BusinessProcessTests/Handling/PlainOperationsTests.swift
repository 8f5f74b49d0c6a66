import BusinessProcess
import Testing

@Suite("驳回, 转办, 委托, 催办, 挂起, 终止: the same in every position")
struct PlainOperationsTests {
    @Test("驳回: everything begins anew", arguments: Position.allCases)
    func reject(_ position: Position) throws {
        var stage = try position.stage()
        let first = stage.done("a")
        _ = try stage.instance.reject(stage.id("x"), in: stage.definition, given: [:])
        #expect(stage.open == ["a"])
        #expect(stage.instance.tokens.isEmpty && stage.instance.taken == ["1"])
        #expect(stage.instance.active.first?.repeats == first)
        try stage.play()
        #expect(stage.instance.isEnded)
    }

    @Test("转办: somebody else has it, and nothing else moves", arguments: Position.allCases)
    func transfer(_ position: Position) throws {
        var stage = try position.stage()
        let (id, open) = (stage.id("x"), stage.open)
        let effects = try stage.instance.transfer(id, to: "李敏", in: stage.definition)
        #expect(effects == [.handedOver(activity: id, holder: "李敏")])
        #expect(stage.instance.activity(id)?.holder == "李敏" && stage.open == open)
        let again = refusal { _ = try stage.instance.transfer(id, to: "李敏", in: stage.definition) }
        #expect(again == "这一步本来就由对方办理。")
    }

    @Test("委托: the deputy gives it back before the owner completes it", arguments: Position.allCases)
    func delegate(_ position: Position) throws {
        var stage = try position.stage()
        let id = stage.id("x")
        #expect(refusal { _ = try stage.instance.handBack(id, in: stage.definition) } == "这一步没有委托，不用交回。")
        _ = try stage.instance.delegate(id, from: "王强", to: "李敏", in: stage.definition)
        #expect(
            refusal { _ = try stage.instance.complete(id, in: stage.definition, given: [:]) }
                == "这一步是受委托办理的，请先交回委托人，由委托人办结。")
        #expect(
            refusal { _ = try stage.instance.transfer(id, to: "赵六", in: stage.definition) }
                == "受委托办理的一步不能转办，请先交回委托人。")
        #expect(
            refusal { _ = try stage.instance.delegate(id, from: "李敏", to: "赵六", in: stage.definition) }
                == "这一步已经委托他人办理，不能再委托。")
        _ = try stage.instance.handBack(id, in: stage.definition)
        #expect(stage.instance.activity(id)?.holder == "王强" && stage.instance.activity(id)?.owner == nil)
        _ = try stage.instance.complete(id, in: stage.definition, given: [:])
    }

    @Test("催办: counted, and told to whoever has it", arguments: Position.allCases)
    func urge(_ position: Position) throws {
        var stage = try position.stage()
        let id = stage.id("x")
        #expect(try stage.instance.urge(id, in: stage.definition) == [.urged(activity: id, times: 1)])
        #expect(try stage.instance.urge(id, in: stage.definition) == [.urged(activity: id, times: 2)])
        let done = stage.done("a")
        #expect(refusal { _ = try stage.instance.urge(done, in: stage.definition) } == "这一步已经办完或者已经取消。")
    }

    @Test("挂起: nothing happens to it until it is resumed", arguments: Position.allCases)
    func suspend(_ position: Position) throws {
        var stage = try position.stage()
        let id = stage.id("x")
        #expect(refusal { _ = try stage.instance.resume(in: stage.definition) } == "流程没有挂起。")
        #expect(try stage.instance.suspend(in: stage.definition) == [.suspended(activity: 0)])
        let refusals = [
            refusal { _ = try stage.instance.complete(id, in: stage.definition, given: [:]) },
            refusal { _ = try stage.instance.sendBack(id, to: "a", in: stage.definition, given: [:]) },
            refusal { _ = try stage.instance.urge(id, in: stage.definition) },
            refusal {
                _ = try stage.instance.withdraw(
                    stage.done("a"), by: "a", in: stage.definition, given: [:])
            },
        ]
        #expect(refusals.allSatisfy { $0 == "流程已挂起，恢复以后才能办理。" })
        #expect(refusal { _ = try stage.instance.suspend(in: stage.definition) } == "流程已经挂起。")
        #expect(try stage.instance.resume(in: stage.definition) == [.resumed(activity: 0)])
        try stage.play()
        #expect(stage.instance.isEnded)
    }

    @Test("挂起 of one step leaves the others alone", arguments: Position.allCases)
    func suspendOne(_ position: Position) throws {
        var stage = try position.stage()
        let id = stage.id("x")
        _ = try stage.instance.suspend(id, in: stage.definition)
        #expect(
            refusal { _ = try stage.instance.complete(id, in: stage.definition, given: [:]) }
                == "流程已挂起，恢复以后才能办理。")
        if position == .branch { try stage.finish("y") }
        _ = try stage.instance.resume(id, in: stage.definition)
        try stage.play()
        #expect(stage.instance.isEnded)
    }

    @Test("终止: every open step is cancelled, and nothing can be done any more", arguments: Position.allCases)
    func terminate(_ position: Position) throws {
        var stage = try position.stage()
        let id = stage.id("x")
        let effects = stage.instance.terminate()
        #expect(effects.contains(.cancelled(activity: id)))
        #expect(stage.instance.isEnded && stage.open.isEmpty)
        #expect(refusal { _ = try stage.instance.urge(id, in: stage.definition) } == "流程已经结束。")
    }
}
