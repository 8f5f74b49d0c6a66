import Refusals

extension ProcessInstance {
    /// Gives a step to somebody else for good (转办).
    ///
    /// - Throws: `refused` while it is delegated, `notActive`, `suspended`, `ended`.
    public mutating func transfer(
        _ activity: Int, to person: String, in definition: ProcessDefinition
    ) throws(ProcessError) -> [Effect] {
        let open = try personal(activity, in: definition)
        guard open.owner == nil else { throw .refused("受委托办理的一步不能转办，请先交回委托人。") }
        guard open.holder != person else { throw .refused("这一步本来就由对方办理。") }
        return try handOver(activity, to: person, owner: nil, in: definition)
    }

    /// Lets somebody else do a step in one's place (委托); they give it back, and the owner completes it.
    ///
    /// - Throws: `refused` when it is delegated already, `notActive`, `suspended`, `ended`.
    public mutating func delegate(
        _ activity: Int, from owner: String, to person: String, in definition: ProcessDefinition
    ) throws(ProcessError) -> [Effect] {
        let open = try personal(activity, in: definition)
        guard open.owner == nil else { throw .refused("这一步已经委托他人办理，不能再委托。") }
        guard owner != person else { throw .refused("不能委托给自己。") }
        guard open.holder == nil || open.holder == owner else { throw .refused("这一步由他人办理，不能由您委托。") }
        return try handOver(activity, to: person, owner: owner, in: definition)
    }

    /// Gives a delegated step back to its owner (交回).
    ///
    /// - Throws: `refused` when it is not delegated, `notActive`, `suspended`, `ended`.
    public mutating func handBack(
        _ activity: Int, in definition: ProcessDefinition
    ) throws(ProcessError) -> [Effect] {
        let open = try personal(activity, in: definition)
        guard let owner = open.owner else { throw .refused("这一步没有委托，不用交回。") }
        return try handOver(activity, to: owner, owner: nil, in: definition)
    }

    private mutating func handOver(
        _ activity: Int, to person: String, owner: String?, in definition: ProcessDefinition
    ) throws(ProcessError) -> [Effect] {
        try change(in: definition, [:]) { run throws(ProcessError) in
            run.handle(activity) { handling in
                handling.holder = person
                handling.owner = owner
                handling.isBegun = false
            }
            run.effects.append(.handedOver(activity: activity, holder: person))
        }
    }

    /// The step, when it is a person's and may be worked on.
    func personal(_ activity: Int, in definition: ProcessDefinition) throws(ProcessError) -> Activity {
        let open = try workable(activity, in: definition)
        guard definition.elements[open.element]?.isUserTask == true else {
            throw .refused("这一步由系统办理。")
        }
        return open
    }
}
