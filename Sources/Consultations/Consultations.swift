import Government
import Identity
import Messaging
import Modules
import Storage
import Web

/// Consultations (征求意见): an organ publishes what it is about to decide, everybody may comment on every passage of it,
/// and every comment is answered before anything is closed.
public struct Consultations: Sendable {
    private let office: ConsultationOffice

    /// The consultations of an installation.
    public init(database: Database, directory: Directory, outbox: Outbox) {
        office = ConsultationOffice(database: database, directory: directory, outbox: outbox)
    }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let commenting = Commenting(office: office)
        let open =
            ConsultationPages(office: office).routes
            + CommentPages(office: office, commenting: commenting).routes
            + ConsultationAPI(office: office, commenting: commenting).routes
        let desk =
            DeskPages(office: office).routes + PassagePages(office: office).routes
            + AnswerPages(office: office).routes + RulesPages(database: office.database).routes
        let reminder = AnswerReminder(office: office)
        return Module(
            name: "consultations", migrations: try Migration.all(in: .module, module: "consultations"),
            routes: open + desk,
            jobs: [
                Job(name: "consultations.remind", intervalSeconds: 3_600) {
                    try await reminder.remind(at: $0)
                }
            ])
    }
}

extension Power {
    static let editConsultations = Power("consultation.edit", "起草本部门征求意见的稿子", .matters)
    static let openConsultations = Power("consultation.open", "公布和结束本部门的征求意见", .matters)
    static let answerConsultations = Power("consultation.answer", "答复对本部门稿子的意见", .matters)
    static let setConsultationRules = Power("consultation.set_rules", "修改征求意见的规则", .system)
}

/// Where the pages stand.
public enum ConsultationPath {
    /// All of them, for everybody.
    public static let all = "/consultations"
    /// Those of one's organ.
    public static let desk = "/desk/consultations"
    /// Where one is begun.
    static let new = "/desk/consultations-new"
    /// The rules.
    static let rules = "/desk/consultation-rules"
    /// For programs.
    static let api = "/api/v1/consultations"

    /// One of them.
    public static func one(_ id: String) -> String { "\(all)/\(id)" }
    /// A part of it: `comments`, `comparison`, `results.csv`.
    static func part(_ id: String, _ part: String) -> String { "\(one(id))/\(part)" }
    /// Something done with a comment: `support`, `withdrawal`.
    static func comment(_ id: String, _ number: String, _ act: String) -> String {
        "\(one(id))/comments/\(number)/\(act)"
    }
    /// One of them on the desk.
    static func edit(_ id: String) -> String { "\(desk)/\(id)" }
    /// Where something is done with it: `opening`, `versions`, `closing`, `answers`.
    static func act(_ id: String, _ act: String) -> String { "\(edit(id))/\(act)" }
    /// A passage of it; `new` for one more.
    static func passage(_ id: String, _ anchor: String) -> String { "\(edit(id))/passages/\(anchor)" }
    /// Where a passage goes up or away.
    static func passageAct(_ id: String, _ anchor: String, _ act: String) -> String {
        "\(passage(id, anchor))/\(act)"
    }
}
