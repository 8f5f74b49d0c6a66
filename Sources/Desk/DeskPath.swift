import Cases

/// The addresses of the desk, written once: the routes are mounted from here, and links lead here.
public enum DeskPath {
    /// The list of tasks.
    public static let home = "/desk"
    /// The search for cases.
    public static let search = "/desk/cases"

    /// Where a clerk applies for the person at the counter; mounted by the hall.
    public static let counter = "/desk/counter"

    /// Where a clerk records who acts for whom; mounted by the hall.
    public static let relatives = "/desk/relatives"

    /// Where the hall looks at applications before they are handed in; mounted by the hall.
    public static let prechecks = "/desk/prechecks"

    /// The lists of cases that are made into files.
    static let exports = "/desk/exports"

    /// How far one of them has come.
    static func export(_ id: String) -> String { "\(exports)/\(id)" }

    /// Its file.
    static func exportFile(_ id: String) -> String { "\(export(id))/file" }

    /// Where it is cancelled.
    static func exportCancellation(_ id: String) -> String { "\(export(id))/cancellation" }

    /// What the system could not do, in all cases.
    static let incidents = "/desk/incidents"

    /// Where it is tried again.
    static func retries(of number: String) -> String { "\(page(of: number))/retries" }

    /// Where the whole of people's data is asked for.
    static func disclosures(of number: String) -> String { "\(page(of: number))/disclosures" }

    static let caseTemplate = "/desk/cases/{number}"

    /// One of the lists.
    public static func queue(_ queue: DeskQueue) -> String {
        queue == .mine ? home : "\(home)?queue=\(queue.rawValue)"
    }

    /// The page on which a case is worked on.
    public static func page(of number: String) -> String { "\(search)/\(number)" }

    /// The page with one of several tasks opened.
    static func page(of number: String, task: Int64) -> String { "\(page(of: number))?task=\(task)" }

    /// The page after something was done with it.
    ///
    /// - Parameter task: the task that stays open, where one does.
    static func page(of number: String, done action: CaseAction, task: Int64? = nil) -> String {
        "\(page(of: number))?done=\(action.rawValue)\(task.map { "&task=\($0)" } ?? "")"
    }

    /// Where something is done with a task.
    static func post(_ action: CaseAction, task: Int64) -> String {
        "\(home)/tasks/\(task)/\(action.rawValue)"
    }

    /// Where something is done with a case.
    static func post(_ action: CaseAction, case number: String) -> String {
        "\(page(of: number))/\(action.rawValue)"
    }

    /// The route on which an action is mounted.
    static func template(_ action: CaseAction) -> String {
        action.isAboutTask ? "\(home)/tasks/{id}/\(action.rawValue)" : "\(caseTemplate)/\(action.rawValue)"
    }
}
