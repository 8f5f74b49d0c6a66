import BusinessProcess
import Cases

/// How far every element of a case's process has come, with what the process itself does not know: clocks
/// that stand still, and how the items of a joint service are doing.
struct CaseStates {
    let view: CaseView

    var byElement: [String: ElementState] {
        guard let process = view.subject.process else { return [:] }
        var states = process.states(in: view.definition)
        for task in view.subject.openTasks where task.activity != nil && isPaused(task) {
            states[task.element] = .paused
        }
        for (id, element) in view.definition.elements {
            guard case .serviceTask(let task) = element.kind, let child = child(of: task) else { continue }
            guard let state = states[id], state != .waiting else { continue }
            states[id] = CaseStates.state(of: child)
        }
        return states
    }

    /// A clock that stands still does not stop the applicant from acting.
    private func isPaused(_ task: CaseTask) -> Bool {
        task.isSuspended || task.act == .inspect
            || (view.subject.isPaused && task.organ != CaseTask.applicant)
    }

    private func child(of task: ServiceTask) -> Case? {
        guard task.service == "child" else { return nil }
        return view.children.first { child in
            guard let item = task.parameters["item"] else {
                return child.plan.organ == task.parameters["organ"]
            }
            return child.plan.slug == item
        }
    }

    static func state(of child: Case) -> ElementState {
        switch child.result?.outcome {
        case .granted, .partial, .answered: .done
        case .denied, .refused, .withdrawn, .terminated: .refused
        case nil: child.isPaused ? .paused : .current
        }
    }
}
