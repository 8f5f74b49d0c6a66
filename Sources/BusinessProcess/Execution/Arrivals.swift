import Refusals

extension ProcessInstance {
    /// The time of a timer is over: of a boundary event, an intermediate event, an event after an event-based
    /// gateway, or the start of an event subprocess (`activity` is then the subprocess it is in, 0 for the
    /// process). A timer without interruption fires once, a cycle as often as it says.
    ///
    /// - Throws: `notActive`, `noSuchTimer`, `suspended`, and what `complete` throws.
    public mutating func fire(
        timer activity: Int, boundary: String, in definition: ProcessDefinition, given: Circumstances
    ) throws(ProcessError) -> [Effect] {
        let host = activity == 0 ? nil : try open(activity, in: definition)
        if host == nil { try requireRunning(in: definition) }
        if isStill(activity) { throw .suspended }
        guard let number = definition.graph.index[boundary],
            let timer = definition.graph[number].node.timer,
            definition.graph.waits(for: number, on: host?.element)
        else { throw .noSuchTimer(boundary: boundary) }
        let fired = (host?.firedTimers ?? firedTimers).count { $0 == boundary }
        guard fired < timer.maximumFirings else { throw .noSuchTimer(boundary: boundary) }
        return try change(in: definition, given) { run throws(ProcessError) in
            try run.expire(number, on: activity)
            run.remember(timer, on: activity, times: fired + 1)
        }
    }

    /// A message for this instance has come; whoever has waited longest takes it.
    ///
    /// - Throws: `nobodyWaits`, `suspended`, and what `complete` throws.
    public mutating func receive(
        message: String, in definition: ProcessDefinition, given: Circumstances
    ) throws(ProcessError) -> [Effect] {
        try arrive(.message(message), name: message, toAll: false, in: definition, given)
    }

    /// A signal was broadcast; everybody who waits for it takes it.
    ///
    /// - Throws: `nobodyWaits`, `suspended`, and what `complete` throws.
    public mutating func receive(
        signal: String, in definition: ProcessDefinition, given: Circumstances
    ) throws(ProcessError) -> [Effect] {
        try arrive(.signal(signal), name: signal, toAll: true, in: definition, given)
    }

    private mutating func arrive(
        _ trigger: EventTrigger, name: String, toAll: Bool, in definition: ProcessDefinition,
        _ given: Circumstances
    ) throws(ProcessError) -> [Effect] {
        try requireRunning(in: definition)
        guard !isSuspended else { throw .suspended }
        return try change(in: definition, given) { run throws(ProcessError) in
            guard try run.deliver(trigger, toAll: toAll) > 0 else { throw .nobodyWaits(name: name) }
        }
    }

    /// The work of a step has failed in a way the drawing provides for: its error event takes over.
    ///
    /// - Throws: `refused` when nothing around the step catches this error.
    public mutating func raise(
        error code: String, at activity: Int, in definition: ProcessDefinition, given: Circumstances
    ) throws(ProcessError) -> [Effect] {
        let open = try workable(activity, in: definition)
        return try change(in: definition, given) { run throws(ProcessError) in
            if try run.passBoundary(of: activity, { $0.catches(error: code) }) { return }
            guard try run.raise(error: code, in: open.scope) else {
                throw .refused("没有处理错误「\(code)」的边界事件。")
            }
        }
    }

    /// The system could not do a step: it stays open and becomes an incident, and nothing is lost.
    ///
    /// - Throws: `notActive`, `ended`.
    public mutating func fail(
        _ activity: Int, reason: String, in definition: ProcessDefinition
    ) throws(ProcessError) -> [Effect] {
        _ = try open(activity, in: definition)
        return try change(in: definition, [:]) { run throws(ProcessError) in
            run.handle(activity) { $0.incident = reason }
            run.effects.append(.incident(activity: activity, reason: reason))
        }
    }

    /// Tries a step that has failed again.
    ///
    /// - Throws: `refused` when nothing went wrong with it.
    public mutating func retry(
        _ activity: Int, in definition: ProcessDefinition
    ) throws(ProcessError) -> [Effect] {
        let open = try workable(activity, in: definition)
        guard open.incident != nil else { throw .refused("这一步没有出错，不用重试。") }
        return try change(in: definition, [:]) { run throws(ProcessError) in
            run.handle(activity) { $0.incident = nil }
            if let number = run.graph.index[open.element] { run.announce(activity, number) }
        }
    }
}

extension ProcessGraph {
    /// Whether a timer can fire while a step at this element is open; `nil` is the process itself.
    fileprivate func waits(for timer: Int, on element: String?) -> Bool {
        let host = element.flatMap { index[$0] }
        if let host {
            if host == timer || self[host].boundaries.contains(timer) { return true }
            let isNext = self[host].outgoing.contains { flows[$0].target == timer }
            if self[host].node.kind == .eventBasedGateway, isNext { return true }
        }
        return body(of: host).eventSubprocesses.contains { self[$0].body.start == timer }
    }
}

extension TokenRun {
    fileprivate mutating func expire(_ timer: Int, on id: Int) throws(ProcessError) {
        if graph[timer].node.boundary != nil { return try happen(timer, on: id) }
        if case .start = graph[timer].node.kind {
            if let handler = graph[timer].node.scope.flatMap({ graph.index[$0] }) {
                try beginHandler(handler, in: id)
            }
            return
        }
        let host = activity(id)
        guard let number = graph.index[host.element] else { return }
        if let way = graph[number].outgoing.first(where: { graph.flows[$0].target == timer }), number != timer
        {
            return try choose(way, at: id)
        }
        try finish(id)
    }

    fileprivate mutating func remember(_ timer: TimerEvent, on id: Int, times: Int) {
        if id == 0 {
            instance.firedTimers.append(timer.id)
        } else {
            update(id) { $0.firedTimers.append(timer.id) }
        }
        let isOver = id == 0 ? instance.isEnded : !activity(id).isOpen
        if times < timer.maximumFirings, !isOver { effects.append(.setTimer(activity: id, timer)) }
    }
}
