import XMLTree

extension ProcessReader {
    /// How often an activity is done, `nil` for once.
    mutating func loop(of element: XMLElement, _ node: FlowNode) -> Loop? {
        guard let written = element.elements.first(where: { BPMN.loops.contains($0.localName) }) else {
            return nil
        }
        guard node.isResting else {
            draft.find("这种元素不能重复办理", at: element)
            return nil
        }
        return written.localName == "standardLoopCharacteristics"
            ? standard(written, at: element) : multiple(written, at: element)
    }

    private mutating func standard(_ written: XMLElement, at element: XMLElement) -> Loop {
        let condition = written.first("loopCondition").flatMap { expression($0, "循环条件", at: element) }
        let maximum = written["loopMaximum"].flatMap { Int($0) }
        if condition == nil, maximum == nil { draft.find("循环没有写条件，也没有写最多几次", at: element) }
        return Loop(
            manner: .standard(testBefore: written["testBefore"] == "true"), items: nil, condition: condition,
            itemName: nil, vote: nil, maximum: maximum)
    }

    private mutating func multiple(_ written: XMLElement, at element: XMLElement) -> Loop {
        let cardinality = written.first("loopCardinality").flatMap { expression($0, "份数", at: element) }
        let collection = written["collection", in: BPMN.minben].flatMap { expression($0, "名单", at: element) }
        if (cardinality == nil) == (collection == nil) {
            draft.find("多份办理要么写 loopCardinality，要么写 minben:collection", at: element)
        }
        let items: Loop.Items? = cardinality.map { .cardinality($0) } ?? collection.map { .collection($0) }
        return Loop(
            manner: written["isSequential"] == "true" ? .sequential : .parallel, items: items,
            condition: written.first("completionCondition").flatMap { expression($0, "完成条件", at: element) },
            itemName: written["item", in: BPMN.minben], vote: vote(written, at: element), maximum: nil)
    }

    private mutating func vote(_ written: XMLElement, at element: XMLElement) -> Loop.Vote? {
        let veto = written["veto", in: BPMN.minben]
        guard let code = written["vote", in: BPMN.minben] else {
            if veto != nil { draft.find("写了 minben:veto，缺少 minben:vote", at: element) }
            return nil
        }
        let needs = written["needs", in: BPMN.minben]
        if let needs, (Int(needs) ?? 0) < 1 { draft.find("minben:needs「\(needs)」不是正整数", at: element) }
        return Loop.Vote(
            code: code, needs: needs.flatMap { Int($0) }, veto: veto,
            otherwise: written["otherwise", in: BPMN.minben])
    }
}
