import Search
import Storage

/// What a case is found by: its names, for everybody and once more for each organ that has to do with it, and who its
/// parties are.
struct CaseWords {
    let id: Int64
    let service: String
    let applicant: String
    let parties: Set<String>

    /// The words as one text with spaces between.
    func text(for dialect: Dialect) -> String {
        let names = SearchWords.of("\(service) \(applicant)")
        let organs = parties.filter(Party.isOrgan).sorted().map(Self.word)
        let scopes = ([""] + organs).map { Self.scope($0, span: WordSpan.of(id), for: dialect) }
        let scoped = scopes.flatMap { scope in
            scope.isEmpty ? names : names.map { SearchWords.scoped($0, to: scope) }
        }
        return (scoped + parties.sorted().map(Self.word)).joined(separator: " ")
    }

    /// The scope in which a word stands for an organ, or for everybody when the organ is empty: on PostgreSQL apart for
    /// each span.
    static func scope(_ organ: String, span: Int64, for dialect: Dialect) -> String {
        dialect == .sqlite ? organ : "\(organ)t\(span)"
    }

    /// A party as one word that no name can be: `organ:scjg` is `porganscjg`.
    static func word(_ party: String) -> String {
        "p" + party.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}

extension CaseWords {
    init(of subject: Case, _ parties: Set<String>) {
        // People ask for a case that was taken over by the number it had before.
        let names = [subject.applicant.name, subject.filing.reference].compactMap(\.self)
        self.init(
            id: subject.id, service: subject.plan.name, applicant: names.joined(separator: " "),
            parties: parties)
    }
}

/// Twelve and a half days of ids. PostgreSQL's index gives all that fit, in no order: with the words of each span apart it
/// is asked for the newest spans first, and a page of a frequent word does not cost as much as all its cases.
enum WordSpan {
    static func of(_ id: Int64) -> Int64 { id >> 52 }
}
