import Cases
import Codes
import Government
import Identity
import Refusals
import Storage
import WorkingTime

/// What would tell who a protected author is, if they wrote it: the organ that handles what they say reads every word. Whom
/// they accuse they may name.
struct OwnWords: Sendable {
    /// The name, the telephone, the number of the identity card.
    var words: [String] = []
    /// Whether somebody else writes it down for them.
    var isEntered = false

    /// What is wrong, one error for each text that tells.
    ///
    /// - Parameter texts: each with its field.
    func errors(in texts: [(String, String)]) -> [FieldError] {
        let sentence: Sentence =
            isEntered ? "内容里有反映人的姓名或电话，承办单位会看到，请删去。" : "内容里有您的姓名或电话，承办单位会看到，请删去。"
        return texts.filter { _, text in PersonalData.isTold(in: text, any: words) }
            .map { field, _ in FieldError(field, sentence) }
    }
}

extension RequestOffice {
    /// Everything that is wrong with a form of somebody, one error each.
    func errors(
        in form: RequestForm, of author: Author, on surroundings: Surroundings
    ) async throws -> [FieldError] {
        let isProtected = surroundings.rules.category(form.category)?.isProtected == true
        let own = try await isProtected ? ownWords(of: author) : OwnWords()
        return form.errors(on: surroundings.ground(author, hiding: own))
    }

    /// - Throws: `invalid` at the field, where the protected author of a request says in it who they are.
    func requireUntold(_ text: String, field: String, of subject: Case) async throws {
        guard subject.pseudonym == .protected, let known = try await author(behind: subject) else { return }
        let errors = try await ownWords(of: known).errors(in: [(field, text)])
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }

    private func ownWords(of author: Author) async throws -> OwnWords {
        switch author {
        case .nobody: return OwnWords()
        case .caller(let name, let phone): return OwnWords(words: [name, phone], isEntered: true)
        case .account(let account):
            guard let id = account.personID, let person = try await directory.person(id) else {
                return OwnWords(words: [account.displayName])
            }
            // The last place of the number may be a letter, large or small.
            let number = String(person.identityNumber.text.prefix(17))
            return OwnWords(words: [person.name, person.phone, number])
        }
    }

    /// Who stands behind a protected name; nil where nobody is known.
    private func author(behind subject: Case) async throws -> Author? {
        let today = cases.now.day
        return try await database.read { tx in
            if let id = subject.applicant.accountID,
                let account = try Accounts.account(id, on: today, in: tx)
            {
                return Author.account(account)
            }
            // Behind the author's name may stand those who speak for a group.
            return try HiddenAuthor.kept(of: subject.id, in: tx).map { kept in
                Author.caller(name: String(kept.name.prefix { $0 != "，" }), phone: kept.phone ?? "")
            }
        }
    }
}
