import Cases
import Codes
import Journal
import Refusals

/// The sentences of a history, each under the name of the organ it belongs to, names masked where the public
/// looks.
struct HistoryWords {
    private let children: [Case]
    private let masked: [String]

    init(_ view: CaseView, masksNames: Bool) {
        children = view.children
        let subject = view.subject
        let person = subject.applicant.kind == .person ? subject.applicant.name : nil
        let names = [person, subject.applicant.agentName, subject.filing.filedBy].compactMap(\.self)
        masked = masksNames ? names.filter { !$0.isEmpty } : []
    }

    func text(_ entry: JournalEntry) -> String {
        masked.reduce(told(entry)) { $0.replacing($1, with: Masking.name($1)) }
    }

    /// In a joint service every step is told under the name of the organ that took it.
    private func told(_ entry: JournalEntry) -> String {
        let words = entry.sentence.chinese
        guard let child = child(of: entry), !words.contains(child.plan.name),
            !words.contains(child.plan.organName)
        else { return words }
        return "\(child.plan.organName)：\(words)"
    }

    /// The organs check their part of the materials in the parent's process.
    private func child(of entry: JournalEntry) -> Case? {
        if let child = children.first(where: { $0.number.text == entry.subject }) { return child }
        guard entry.action == HistoryWords.step else { return nil }
        return children.first { $0.plan.organ == entry.actor.organ }
    }

    /// The action of a finished step, which what it brought about makes superfluous.
    static let step = "task.completed"
}
