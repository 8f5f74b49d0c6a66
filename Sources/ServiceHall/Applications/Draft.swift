import Cases
import Services
import Storage
import WorkingTime

/// An application on its way: kept as the person goes, until it becomes a case.
struct Draft: Sendable {
    let id: Int64
    let itemCode: String
    /// The version of the item it was begun with; when the item has changed since, the person is told.
    let itemVersion: Int
    let itemName: String
    let applicant: Applicant
    let channel: String
    let form: FormAnswers
    /// What the government filled in.
    let known: FormAnswers
    let materials: [DraftMaterial]
    /// The case it became.
    let submittedNumber: String?

    /// Begun by a clerk for the person at the counter.
    var isAtCounter: Bool { channel == FilingRecord.counter }

    /// The uploads for one material, in the order they came.
    func uploads(for requirement: String) -> [DraftMaterial] {
        materials.filter { $0.requirement == requirement }
    }
}

extension Draft {
    /// The uploads that are materials; the others answer questions of the form.
    var handedIn: [DraftMaterial] { materials.filter { !$0.requirement.hasPrefix("form.") } }

    /// The uploads by their names; a question has one.
    var drawings: [String: Int64] {
        let answers = materials.filter { $0.requirement.hasPrefix("form.") }
        return Dictionary(answers.map { ($0.requirement, $0.fileID) }) { _, later in later }
    }
}

/// One upload of a draft.
struct DraftMaterial: Sendable, Hashable {
    let requirement: String
    let fileID: Int64
    let name: String
    /// In bytes.
    let size: Int
}

/// A draft as a line of 我的办件.
struct DraftSummary: Sendable, Hashable, Identifiable {
    let id: Int64
    let serviceName: String
    let updatedAt: Instant
    /// Where to go on.
    let path: String
}

/// What a draft is begun with.
struct DraftStart: Sendable {
    let service: PublicService
    let applicant: Applicant
    let channel: String
    let known: FormAnswers
}

extension Draft {
    init(_ row: Row, materials: [DraftMaterial]) throws {
        self.init(
            id: try row.id("id"), itemCode: try row.text("item_code"),
            itemVersion: try row.int("item_version"),
            itemName: try row.text("item_name"), applicant: try row.json("applicant"),
            channel: try row.text("channel"), form: try row.json("form"), known: try row.json("known"),
            materials: materials, submittedNumber: try row.optionalText("submitted_number"))
    }
}

extension DraftMaterial {
    init(_ row: Row) throws {
        self.init(
            requirement: try row.text("requirement"), fileID: try row.id("file_id"),
            name: try row.text("name"),
            size: try row.int("size"))
    }
}
