import Cases
import Identity
import Web
import WorkingTime

/// What an officer looks for; all of it stands in the address.
struct CaseSearch: Sendable {
    /// Longest text to search for, in characters.
    private static let textLimit = 100

    let text: String
    let phase: Phase?
    let isOverdue: Bool
    let organ: String?
    /// Whether the officer looks over several organs and may choose one.
    let choosesOrgan: Bool

    init(_ request: WebRequest, officer: OfficerContext) {
        self.init(officer) { request.query($0) }
    }

    /// The same, asked for with a button.
    init(_ form: FormData, officer: OfficerContext) {
        self.init(officer) { name in form[name].flatMap { $0.isEmpty ? nil : $0 } }
    }

    private init(_ officer: OfficerContext, _ value: (String) -> String?) {
        text = String((value("q") ?? "").prefix(Self.textLimit)).trimmed
        phase = value("phase").flatMap(Phase.init(rawValue:))
        isOverdue = value("overdue") == "1"
        choosesOrgan = !officer.roles.isDisjoint(with: [.leader, .supervisor]) || officer.organs.count > 1
        organ = choosesOrgan ? value("organ") : nil
    }

    /// What a form sends along to ask for the same again.
    var values: [(name: String, value: String)] {
        [
            ("q", text), ("phase", phase?.rawValue ?? ""), ("overdue", isOverdue ? "1" : ""),
            ("organ", organ ?? ""),
        ]
        .filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
    }

    /// Nothing was asked for.
    var isEmpty: Bool { text.isEmpty && phase == nil && !isOverdue && organ == nil }

    func filter(now: Instant) -> CaseFilter {
        var filter = CaseFilter()
        filter.text = text.isEmpty ? nil : text
        filter.phase = phase
        filter.organ = organ
        filter.overdueAt = isOverdue ? now : nil
        return filter
    }
}

extension String {
    /// Without the blanks around it, which come along when a number is pasted.
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
