import BusinessProcess
import Web

/// What can be done with one open step or one thing that is waited for: a button for each way it may go.
struct TryOutStepForm {
    let title: String
    let note: String
    let controls: HTML

    init(_ step: TryOut.Step, in process: ProcessDefinition) {
        title = step.place > 1 || step.item != nil ? "\(step.title)（第 \(step.place) 份）" : step.title
        switch step.work {
        case .task(let task):
            note = process.lane(of: task.id)?.name ?? "\(task.organ) \(task.role)"
            controls =
                "\(each: task.outcomes, { Self.button($0.label, .complete(step.element, outcome: $0.code, place: step.place)) })"
        case .service(let service):
            note = "系统步骤「\(service.service)」出错，等待重试"
            controls = Self.button("重试", step.move)
        case .decision(let task):
            note = "判定表「\(task.decision)」"
            controls = Self.answer(step)
        }
    }

    init(_ waiting: TryOut.Waiting) {
        title = waiting.title
        switch waiting.trigger {
        case .message(let name):
            note = "等待消息「\(name)」"
            controls = Self.button("消息到了", waiting.move)
        case .signal(let name):
            note = "等待信号「\(name)」"
            controls = Self.button("信号到了", waiting.move)
        default:
            note = "计时"
            controls = Self.button("到时", waiting.move)
        }
    }

    var html: HTML {
        """
        <p><b>\(title)</b> <span class="hint">\(note)</span></p><div class="actions">\(controls)</div>
        """
    }

    private static func button(_ label: String, _ move: TryOut.Move) -> HTML {
        "<button class=\"button quiet\" name=\"move\" value=\"\(move.text)\">\(label)</button>"
    }

    private static func answer(_ step: TryOut.Step) -> HTML {
        let field = Field("answer", "「\(step.title)」的结果", hint: "FEEL 写法，例如 \"高\" 或 3")
        return """
            <input type="hidden" name="decision" value="\(step.element)">\
            <input type="hidden" name="place" value="\(step.place)">\
            \(field.html)<button class="button quiet">给出结果</button>
            """
    }
}
