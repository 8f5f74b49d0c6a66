/// What somebody says, as a program sends it.
struct RequestInput: Codable, Sendable {
    struct Point: Codable, Sendable {
        let lon: Double
        let lat: Double
    }

    let category: String, kind: String, title: String, content: String
    let division: String?, place: String?
    let point: Point?
    let people: Int?
    let representatives: [String]?
    let against: String?
    let is_public: Bool?, is_anonymous: Bool?

    /// The same form as that of the page.
    var form: RequestForm {
        var form = RequestForm()
        (form.category, form.kind, form.title, form.content) = (category, kind, title, content)
        (form.division, form.place, form.against) = (division ?? "", place ?? "", against ?? "")
        form.point = point.map { "\($0.lon),\($0.lat)" } ?? ""
        form.people = String(people ?? 1)
        form.representatives = (representatives ?? []).joined(separator: "、")
        (form.isPublic, form.isAnonymous) = (is_public ?? true, is_anonymous ?? false)
        return form
    }
}

struct UrgencyInput: Codable, Sendable { let urgency: String }

struct ReassignmentInput: Codable, Sendable {
    let organ: String
    let why: String
}

/// An answer as a program drafts it; it is approved like one that was written on the page.
struct AnswerInput: Codable, Sendable {
    let words: String
    let result: String?
    let is_public: Bool?
    let public_title: String?, public_words: String?, public_answer: String?

    /// The same form as that of the page.
    var form: AnswerForm {
        var form = AnswerForm()
        (form.words, form.result, form.isPublic) = (words, result ?? "", is_public ?? false)
        (form.publicTitle, form.publicWords) = (public_title ?? "", public_words ?? "")
        form.publicAnswer = public_answer ?? ""
        return form
    }
}

struct ReportInput: Codable, Sendable { let report: String }

struct CallBackInput: Codable, Sendable {
    let solved: String
    let grade: Int
    let lack: String?

    /// What was said, checked as on the page.
    var assessment: Assessment {
        get throws { try Assessment(solved: solved, grade: String(grade), reason: lack ?? "") }
    }
}

struct ReviewInput: Codable, Sendable {
    let channel: String
    let dissent: String
}
