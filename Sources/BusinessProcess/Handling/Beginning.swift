import Refusals

extension ProcessInstance {
    /// The holder has begun; from now on nobody can withdraw what led here.
    ///
    /// - Parameter person: who takes it up and has it from now on; `nil` leaves it with whoever has it.
    /// - Throws: `notActive`, `suspended`, `ended`.
    public mutating func begin(
        _ activity: Int, by person: String? = nil, in definition: ProcessDefinition
    ) throws(ProcessError) -> [Effect] {
        _ = try workable(activity, in: definition)
        return try change(in: definition, [:]) { run throws(ProcessError) in
            run.handle(activity) { handling in
                handling.isBegun = true
                if let person { handling.holder = person }
            }
        }
    }

    /// Puts a step back that somebody had taken, for everybody with its role (放回).
    ///
    /// - Throws: `refused` while it is delegated, `notActive`, `suspended`, `ended`.
    public mutating func putBack(
        _ activity: Int, in definition: ProcessDefinition
    ) throws(ProcessError) -> [Effect] {
        let open = try personal(activity, in: definition)
        guard open.owner == nil else { throw .refused("受委托办理的一步不能放回，请先交回委托人。") }
        return try change(in: definition, [:]) { run throws(ProcessError) in
            run.handle(activity) { handling in
                handling.holder = nil
                handling.isBegun = false
            }
            run.effects.append(.handedOver(activity: activity, holder: nil))
        }
    }

    /// Takes a step from whoever has it, delegated or not: it has become the work of another post.
    ///
    /// - Throws: `notActive`, `ended`.
    public mutating func vacate(
        _ activity: Int, in definition: ProcessDefinition
    ) throws(ProcessError) -> [Effect] {
        _ = try open(activity, in: definition)
        return try change(in: definition, [:]) { run throws(ProcessError) in
            run.handle(activity) { handling in
                (handling.holder, handling.owner, handling.isBegun) = (nil, nil, false)
            }
            run.effects.append(.handedOver(activity: activity, holder: nil))
        }
    }
}
