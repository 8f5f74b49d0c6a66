import Cases
import Codes
import Government
import Identity
import Services

extension Applicants {
    /// Everyone in whose name an account may apply for an item: its enterprises, where the item serves
    /// enterprises, itself, and its relatives where the item allows that. An account without an enterprise may always ask in its own name.
    func choices(of account: Account, for item: ServiceItem) async throws -> [Applicant] {
        var choices: [Applicant] = []
        if item.audiences.contains(.enterprise) {
            for code in account.entities(for: item.slug) {
                choices.append(try await named(code, by: account, for: item))
            }
        }
        guard item.audiences.contains(.person) || choices.isEmpty,
            let id = account.personID, let person = try await directory.person(id)
        else { return choices }
        return choices + [try await named(person.identityNumber.text, by: account, for: item)]
            + (try await relatives(of: account, for: item))
    }
}
