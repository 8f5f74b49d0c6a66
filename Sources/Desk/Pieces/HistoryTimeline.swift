import Cases
import Codes
import Journal
import Refusals
import Web
import WorkingTime

/// What happened in a case, the newest first, in the words of the journal; what one change did stands together.
public struct HistoryTimeline: Sendable {
    private let view: CaseView
    private let words: HistoryWords
    private let showsActors: Bool

    /// The history of a case.
    ///
    /// - Parameters:
    ///   - showsActors: adds who did it, for those who work here.
    ///   - masksNames: hides the names of persons, where the public looks.
    public init(_ view: CaseView, showsActors: Bool = false, masksNames: Bool = false) {
        self.view = view
        self.showsActors = showsActors
        words = HistoryWords(view, masksNames: masksNames)
    }

    /// The timeline.
    public var html: HTML { Timeline(moments.map(entry)).html }

    /// Entries of one instant belong to one change; it happened as a whole.
    private var moments: [[StoredEntry]] {
        view.history.reversed().reduce(into: []) { moments, stored in
            if let last = moments.last?.first?.entry, last.at == stored.entry.at,
                last.actor == stored.entry.actor
            {
                moments[moments.count - 1].insert(stored, at: 0)
            } else {
                moments.append([stored])
            }
        }
    }

    private func entry(_ moment: [StoredEntry]) -> Timeline.Entry {
        let isNewest = moment.last?.id == view.history.last?.id
        let words: HTML = "\(each: told(moment), { "<p>\(self.words.text($0.entry))</p>" })\(actor(moment))"
        return Timeline.Entry(moment[0].entry.at, words, state(moment, isNewest: isNewest))
    }

    /// Applicants are told what a step brought about; that it was finished is said only when nothing else is.
    private func told(_ moment: [StoredEntry]) -> [StoredEntry] {
        let effects = moment.filter { $0.entry.action != HistoryWords.step }
        return showsActors || effects.isEmpty ? moment : effects
    }

    private func actor(_ moment: [StoredEntry]) -> HTML? {
        guard showsActors, let actor = moment.first?.entry.actor else { return nil }
        return "<p class=\"hint\">\(actor.name)</p>"
    }

    private func state(_ moment: [StoredEntry], isNewest: Bool) -> Timeline.Entry.State {
        let ends: Set<String> = ["case.denied", "case.refused", "case.withdrawn", "case.terminated"]
        if moment.contains(where: { ends.contains($0.entry.action) }) { return .bad }
        return isNewest && !view.subject.phase.isFinal ? .now : .done
    }
}
