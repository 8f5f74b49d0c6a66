import Identity
import Journal
import Refusals

/// The way of a takeover. Each rule throws a sentence why not.
extension TakeoverRecord {
    /// Says what departments and roles of the older system are here.
    ///
    /// - Throws: `conflict` unless it is before the request.
    mutating func arrange(_ plan: StaffPlan) throws {
        guard state == .read || state == .tried else {
            throw DomainError.conflict("已经提交的迁入不能再改对应关系，请先由安全管理员退回。")
        }
        self.plan = plan
    }

    /// Begins a trial.
    mutating func look() throws {
        guard state == .read || state == .tried else {
            throw DomainError.conflict("现在不能试运行：\(state.chinese)。")
        }
        state = .trying
    }

    /// Asks for it to be approved.
    ///
    /// - Parameter count: how many lines would be taken over.
    mutating func ask(taking count: Int, by actor: Actor) throws {
        guard state == .tried else { throw DomainError.conflict("请先试运行，看过报告再提交。") }
        guard count > 0 else { throw DomainError.conflict("没有可以迁入的行，请核对报告。") }
        (state, asked, approved, remark) = (.asked, actor, nil, nil)
    }

    /// Approves it; it is then carried out.
    mutating func approve(by actor: Actor) throws {
        try requireDecider(actor)
        (state, approved) = (.taking, actor)
    }

    /// Turns it down, with the reason; it can be changed and asked for again.
    mutating func refuse(remark: String, by actor: Actor) throws {
        try requireDecider(actor)
        guard !remark.allSatisfy(\.isWhitespace) else {
            throw DomainError.invalid("remark", "请写明退回的原因，提交人会看到。")
        }
        guard remark.count <= 500 else { throw DomainError.invalid("remark", "最多 500 字，请精简。") }
        (state, self.remark) = (.tried, remark)
    }

    /// Begins to undo it.
    ///
    /// - Parameter obstacles: what stands in the way.
    mutating func undo(obstacles: [TakeoverObstacle]) throws {
        guard state == .done else { throw DomainError.conflict("只有已经完成的迁入可以撤销。") }
        guard obstacles.isEmpty else {
            throw DomainError.conflict("已有 \(obstacles.count) 行迁入以后又有变动，不能整批撤销。")
        }
        state = .undoing
    }

    /// What went on in the background has come to its end.
    mutating func finish() {
        switch state {
        case .trying: state = .tried
        case .taking: state = .done
        case .undoing: state = .undone
        default: break
        }
    }

    private func requireDecider(_ actor: Actor) throws {
        guard state == .asked, let asked else { throw DomainError.conflict("这次迁入没有等待审定。") }
        guard actor.roles.contains(Role.secadmin.rawValue) else {
            throw DomainError.forbidden("迁入由安全管理员审定。")
        }
        guard actor.accountID != asked.accountID else {
            throw DomainError.forbidden("提交人不能审定，请由另一位安全管理员审定。")
        }
    }
}

extension TakeoverRecord.State {
    /// The state in words.
    var chinese: String {
        switch self {
        case .read: "已读入，还没有试运行"
        case .trying: "正在试运行"
        case .tried: "已试运行，没有改动任何内容"
        case .asked: "等待安全管理员审定"
        case .taking: "正在迁入"
        case .done: "已迁入"
        case .undoing: "正在撤销"
        case .undone: "已撤销"
        }
    }
}

/// A line that cannot be undone, and why.
struct TakeoverObstacle: Sendable, Hashable {
    let line: Int
    let name: String
    let words: String
}
