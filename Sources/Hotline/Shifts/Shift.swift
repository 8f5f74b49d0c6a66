import Refusals
import WorkingTime

/// A turn of duty at the hotline: who sits at which extension.
struct Shift: Sendable, Hashable, Identifiable {
    enum State: String, Sendable, CaseIterable {
        /// Takes calls.
        case ready
        /// Rests for a while.
        case resting

        var chinese: String { self == .ready ? "接听" : "小休" }
    }

    let id: Int64
    let organ: String
    let agent: Call.Agent
    let line: String
    var state: State
    let startedAt: Instant

    /// Somebody comes on duty.
    ///
    /// - Parameter others: whoever is on duty at the same office.
    /// - Throws: `invalid` for a line that is none or where somebody else sits, `conflict` for who is on duty already.
    static func start(
        id: Int64, organ: String, agent: Call.Agent, line: String, beside others: [Shift], at now: Instant
    ) throws -> Shift {
        guard line.wholeMatch(of: /[0-9]{2,8}/) != nil else {
            throw DomainError.invalid("line", "分机应为 2 到 8 位数字，例如 8001。")
        }
        guard !others.contains(where: { $0.agent.id == agent.id }) else {
            throw DomainError.conflict("您已经在班，请先下班再换分机。")
        }
        if let other = others.first(where: { $0.line == line }) {
            throw DomainError.invalid("line", "分机 \(line) 现在由\(other.agent.name)值守。")
        }
        return Shift(id: id, organ: organ, agent: agent, line: line, state: .ready, startedAt: now)
    }
}
