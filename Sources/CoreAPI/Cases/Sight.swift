import Cases
import Codes
import Identity
import Refusals

/// How much of a case its reader gets to see. Whether they see it at all was decided by the store.
struct Sight: Sendable {
    /// Reads opinions, names of officers and internal lines.
    let isStaff: Bool
    /// Reads the applicant's data, the form, the materials and the papers: the applicant, and who handles it.
    let isWhole: Bool
    /// Does not read people's numbers and telephones: staff who have not said what they need them for.
    var hidesNumbers = false

    /// Whoever holds the receipt: progress, masked.
    static let receipt = Sight(isStaff: false, isWhole: false)

    init(isStaff: Bool, isWhole: Bool) {
        self.isStaff = isStaff
        self.isWhole = isWhole
    }

    init(_ view: CaseView, seenBy viewer: Viewer) {
        switch viewer {
        case .everyone: self = .receipt
        case .account: self.init(isStaff: false, isWhole: true)
        case .system: self.init(isStaff: true, isWhole: true)
        case .officer(let id, let organs, _, _):
            let subject = view.subject
            let own = subject.filing.accountID == id || subject.applicant.accountID == id
            self.init(isStaff: true, isWhole: own || !view.handlingOrgans.isDisjoint(with: organs))
        }
    }

    /// A person's name, as this reader may know it.
    func name(_ name: String) -> String { isWhole ? name : Masking.name(name) }

    /// What happened, in words; names of the applicant's side are masked where the reader may not know them.
    func words(_ sentence: Sentence, hiding names: [String]) -> String {
        guard !isWhole else { return sentence.chinese }
        let parameters = sentence.parameters.map { parameter in
            names.reduce(parameter) { $0.replacing($1, with: Masking.name($1)) }
        }
        return Sentence(template: sentence.template, parameters: parameters).chinese
    }
}

extension CaseView {
    /// The persons on the applicant's side.
    var applicantNames: [String] {
        let names = [subject.applicant.name, subject.applicant.agentName, subject.filing.filedBy]
        return names.compactMap { $0 }.filter { !$0.isEmpty }
    }
}
