import BusinessProcess
import Journal
import Refusals
import WorkingTime

/// The system could not do a step. `code` is what an error boundary event of the drawing may catch.
struct ServiceFailure: Error {
    let code: String
    let sentence: Sentence

    /// Why something failed, for officers; what is no sentence of ours is named by its kind alone.
    init(_ error: any Error) {
        switch error {
        case let failure as ServiceFailure: self = failure
        case let error as ProcessError: self.init("process", error.sentence)
        case let error as DomainError: self.init("refused", error.sentence)
        default: self.init("fault", "系统出错（\(String(describing: type(of: error)))），请联系系统管理员。")
        }
    }

    init(_ code: String, _ sentence: Sentence) {
        self.code = code
        self.sentence = sentence
    }
}

/// What the system does without a person, and what becomes of it when it cannot.
///
/// A `DomainError` speaks to the person whose act led here: they can correct it, and their act is refused. Everything
/// else, and a `DomainError` when the clock acts, is nobody's to correct: the act is saved, and the step becomes an
/// incident.
extension Matter {
    /// Lets the system do a step, all of it or nothing.
    mutating func attempt(
        _ activity: Int, of element: String, in position: Int, on occasion: Occasion,
        _ work: (inout Matter) throws -> Void
    ) throws {
        let before = self
        do {
            try countAutomaticStep()
            try work(&self)
        } catch let refusal as DomainError where occasion.actor != .system {
            throw refusal
        } catch {
            self = before
            try fail(activity, of: element, in: position, because: ServiceFailure(error), on: occasion)
        }
    }

    /// The drawing's error event takes over where there is one; otherwise the step waits.
    private mutating func fail(
        _ activity: Int, of element: String, in position: Int, because failure: ServiceFailure,
        on occasion: Occasion
    ) throws {
        guard var instance = cases[position].process else { return }
        let definition = try definition(of: position)
        do {
            let effects = try instance.raise(
                error: failure.code, at: activity, in: definition,
                given: circumstances(of: position, on: occasion))
            cases[position].process = instance
            record(
                "case.error_caught", position,
                "「\(definition.title(of: element))」没有办成，转入出错处理：\(failure.sentence.chinese)",
                isPublic: false, isAutomatic: true)
            return try apply(effects, to: position, on: occasion)
        } catch is ProcessError {
            let effects = try instance.fail(activity, reason: failure.sentence.chinese, in: definition)
            cases[position].process = instance
            try apply(effects, to: position, on: occasion)
        }
    }

    /// The process says that a step waits.
    mutating func note(incidentAt activity: Int, _ reason: String, in position: Int, on occasion: Occasion) {
        let element = cases[position].process?.activity(activity)?.element ?? ""
        note(incidentAt: activity, of: element, reason, in: position, on: occasion)
    }

    mutating func note(
        incidentAt activity: Int, of element: String, _ reason: String, in position: Int,
        on occasion: Occasion
    ) {
        let name = (try? definition(of: position))?.title(of: element) ?? element
        cases[position].incidents.removeAll { $0.isAbout(activity, element) }
        cases[position].incidents.append(
            CaseIncident(
                activity: activity, element: element, name: name, reason: reason, since: occasion.now,
                actor: occasion.actor))
        record(
            "case.incident", position, "「\(name)」没有办成，等待重试：\(reason)", isPublic: false, isAutomatic: true)
    }

    /// Tries again what the system could not do (重试).
    ///
    /// - Throws: `conflict` when nothing waits there any more, `forbidden` unless it is the head of the organ in
    ///   charge or the system administrator.
    public mutating func retry(
        _ number: String, incidentAt activity: Int, of element: String, on occasion: Occasion
    ) throws {
        let position = try index(of: number)
        try requireRepairer(position, occasion.actor)
        let incidents = cases[position].incidents
        guard let incident = incidents.first(where: { $0.isAbout(activity, element) }) else {
            throw DomainError.conflict("这一步已经办成，不需要重试。")
        }
        cases[position].incidents.removeAll { $0 == incident }
        record("case.retried", position, "\(occasion.actor.name)重试「\(incident.name)」。", isPublic: false)
        let again = occasion.acting(as: incident.actor)
        if try definition(of: position).timer(element) == nil, var instance = cases[position].process {
            do {
                let effects = try instance.retry(activity, in: try definition(of: position))
                cases[position].process = instance
                try apply(effects, to: position, on: again)
            } catch let error as ProcessError {
                throw DomainError.conflict(error.sentence)
            }
        }
        settle(by: occasion.calendar, now: occasion.now)
        try fireTimers(on: again)
    }

    private func requireRepairer(_ position: Int, _ actor: Actor) throws {
        let isHead = actor.roles.contains("head") && actor.organ == cases[position].plan.organ
        guard isHead || actor.roles.contains("sysadmin") else {
            throw DomainError.forbidden("系统没有办成的步骤，由主办部门负责人或系统管理员重试。")
        }
    }

    /// More steps without a person than any process needs: it goes round in a circle.
    mutating func countAutomaticStep() throws {
        automaticSteps += 1
        guard automaticSteps <= Self.maximumAutomaticSteps else { throw ProcessError.endless }
    }

    static var maximumAutomaticSteps: Int { 200 }
}

extension ProcessDefinition {
    /// What people call an element.
    func title(of element: String) -> String { elements[element]?.title ?? element }
}
