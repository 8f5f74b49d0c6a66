import DecisionModel
import Refusals

extension TryOut {
    /// Writes down what an effect means.
    mutating func note(_ effect: Effect) {
        switch effect {
        case .openTask(_, let task):
            // A step that is done anew has not ended in any way yet.
            remember(nil, of: task.id)
            say("「\(definition.title(task.id))」等待办理。")
        case .decide(_, let task): say("「\(definition.title(task.id))」等待判定表「\(task.decision)」的结果。")
        case .setTimer(_, let timer): say("「\(definition.title(timer.id))」开始计时：\(timer.words)。")
        case .expect(_, .message(let name)): say("等待消息「\(name)」。")
        case .expect(_, .signal(let name)): say("等待信号「\(name)」。")
        case .send(let message, _): say("发出消息「\(message)」。")
        case .broadcast(let name): say("发出信号「\(name)」。")
        case .escalated(let code, _): say("升级「\(code)」没有人处理，流程继续。")
        case .assigned(let variable, let value): say("算得 \(variable) = \(value.words)。")
        case .cancelled(let activity): say("「\(title(of: activity))」取消。")
        case .completed(let activity): say("「\(title(of: activity))」全部办完。")
        case .incident(let activity, _): say("「\(title(of: activity))」出错，停在这里等待重试。")
        case .ended(let element, _): say("流程在「\(definition.title(element))」结束。")
        case .invoke, .expect, .parked, .unparked, .timersMoved, .timerCancelled, .handedOver, .urged,
            .suspended, .resumed:
            break
        }
    }

    private func title(of activity: Int) -> String {
        instance?.activity(activity).map { definition.title($0.element) } ?? ""
    }
}

extension Value {
    /// The value as it stands in a sentence: texts in marks, yes and no, lists with 、.
    public var words: String {
        switch self {
        case .null: "（空）"
        case .bool(let value): value ? "是" : "否"
        case .number(let value): "\(value)"
        case .string(let value): "「\(value)」"
        case .list(let values): values.map(\.words).joined(separator: "、")
        case .context(let values):
            values.sorted { $0.key < $1.key }.map { "\($0.key)：\($0.value.words)" }.joined(separator: "，")
        }
    }
}
