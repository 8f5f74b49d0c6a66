import Cases
import Codes
import WorkingTime

/// What an officer may do about a hearing and about papers, each tried on a copy by the rule itself.
extension CaseDuties {
    private var number: String { subject.number.text }
    private static let words = "—"

    var mayTellHearingRight: Bool {
        would { try $0.tellHearingRight(number, cause: Self.words, on: $1) }
    }

    /// The day is the officer's to choose; whether there is a hearing to be set is not.
    var mayScheduleHearing: Bool {
        subject.hearing?.state(at: now) == .requested && organ == subject.plan.organ && maySetClocks
    }

    var mayRegisterParticipant: Bool {
        would { try $0.registerParticipant(number, name: Self.words, capacity: Self.words, on: $1) }
    }

    var mayRecordHearing: Bool { would { try $0.recordHearing(number, words: Self.words, on: $1) } }

    var mayCloseHearing: Bool { would { try $0.closeHearing(number, reason: Self.words, on: $1) } }

    func mayCorrect(_ paper: IssuedDocument) -> Bool {
        let lines = (paper.kind == .licence ? paper.facts.map(\.value) : paper.paragraphs).map {
            $0 + Self.words
        }
        let correction =
            paper.kind == .licence
            ? PaperCorrection(values: lines, reason: Self.words)
            : PaperCorrection(paragraphs: lines, reason: Self.words)
        return paper.isCorrectable
            && would { try $0.correct(number, document: paper.id, with: correction, on: $1) }
    }
}
