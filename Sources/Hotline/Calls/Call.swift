import Refusals
import WorkingTime

/// A telephone call at the hotline, as the exchange tells of it and as the agent concludes it.
struct Call: Sendable, Hashable, Identifiable {
    let id: Int64
    let exchangeID: Int64
    /// The exchange's own number of it.
    let reference: String
    /// Key of the organ that answers.
    let organ: String
    /// The number that calls; nil when it is hidden.
    let caller: String?
    /// The extension.
    private(set) var line: String
    /// Whoever is on duty there.
    var agent: Agent?
    let ringingAt: Instant
    private(set) var answeredAt: Instant?
    private(set) var endedAt: Instant?
    private(set) var conclusion: Conclusion?

    /// Who answers.
    struct Agent: Sendable, Hashable {
        let id: Int64
        let name: String
    }

    init(
        id: Int64, exchangeID: Int64, reference: String, organ: String, caller: String?, line: String,
        agent: Agent? = nil, ringingAt: Instant, answeredAt: Instant? = nil, endedAt: Instant? = nil,
        conclusion: Conclusion? = nil
    ) {
        (self.id, self.exchangeID, self.reference, self.organ) = (id, exchangeID, reference, organ)
        (self.caller, self.line, self.agent, self.ringingAt) = (caller, line, agent, ringingAt)
        (self.answeredAt, self.endedAt, self.conclusion) = (answeredAt, endedAt, conclusion)
    }

    /// A call begins with its ringing.
    ///
    /// - Throws: `conflict` for what is told of a call of which nothing is known.
    init(_ event: CallEvent, id: Int64, from exchange: Exchange) throws {
        guard event.kind == .ringing else {
            throw DomainError.conflict("还没有收到这个通话的来电事件，请按先后顺序重发。")
        }
        self.init(
            id: id, exchangeID: exchange.id, reference: event.reference, organ: exchange.organ,
            caller: event.caller, line: event.line, ringingAt: event.at)
    }

    /// What the exchange tells next.
    ///
    /// - Returns: no when it has told it before.
    /// - Throws: `conflict`, `invalid` for what cannot have happened in this order.
    mutating func receive(_ event: CallEvent) throws -> Bool {
        switch event.kind {
        case .ringing:
            // It rings elsewhere: the exchange looks for somebody else.
            guard answeredAt == nil, endedAt == nil, line != event.line else { return false }
            line = event.line
        case .answered:
            guard answeredAt == nil else { return false }
            guard endedAt == nil else { throw DomainError.conflict("这个通话已经结束，不能再接通。") }
            guard event.at >= ringingAt else { throw DomainError.invalid("at", "接通时间早于来电时间。") }
            (answeredAt, line) = (event.at, event.line)
        case .ended:
            guard endedAt == nil else { return false }
            guard event.at >= answeredAt ?? ringingAt else {
                throw DomainError.invalid("at", "结束时间早于来电或者接通的时间。")
            }
            endedAt = event.at
        }
        return true
    }

    /// Says what came of it, once; after an emergency was handed over, a ticket is written about it once
    /// (先转接，再登记), and the handover stays what is counted.
    ///
    /// - Throws: `conflict` when that was said.
    mutating func conclude(_ conclusion: Conclusion) throws {
        guard let earlier = self.conclusion else {
            self.conclusion = conclusion
            return
        }
        guard earlier.awaitsTicket, conclusion.outcome == .ticket else {
            throw DomainError.conflict("这个来电已经处理过了。")
        }
        self.conclusion?.ticket = conclusion.key
    }

    /// Whether a ticket may still be written about it.
    var takesTicket: Bool { conclusion?.awaitsTicket ?? true }

    /// In a word.
    var state: String {
        if endedAt != nil { return answeredAt == nil ? "没有接通" : "已结束" }
        return answeredAt == nil ? "正在呼入" : "通话中"
    }
}
