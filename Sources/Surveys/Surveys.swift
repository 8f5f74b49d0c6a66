import Government
import Modules
import Storage
import Web

/// Surveys (网上调查): an organ asks, everybody with a proven name answers once, and nobody can say who said what. What was
/// counted is published by itself when the survey closes.
public struct Surveys: Sendable {
    private let database: Database
    private let directory: Directory

    /// The surveys of an installation.
    public init(database: Database, directory: Directory) {
        (self.database, self.directory) = (database, directory)
    }

    /// The columns that are kept sealed.
    public static let sealedTables = [SurveyStore.sealed]

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let office = SurveyOffice(database: database, directory: directory)
        let closing = Job(name: "surveys.close", intervalSeconds: 60) { now in
            try await Closing(database: office.database).run(at: now)
        }
        return Module(
            name: "surveys", migrations: try Migration.all(in: .module, module: "surveys"),
            routes: SurveyPages(office: office).routes + DeskPages(office: office).routes
                + QuestionPages(office: office).routes + PanelPages(office: office).routes,
            jobs: [closing])
    }
}

extension Power {
    static let editSurveys = Power("survey.edit", "设计本部门的问卷", .matters)
    static let publishSurveys = Power("survey.publish", "发布和结束本部门的问卷", .matters)
}

/// Where the pages stand.
public enum SurveyPath {
    /// All surveys, for everybody.
    public static let all = "/surveys"
    /// The surveys of one's organ.
    public static let desk = "/desk/surveys"
    /// Where one is begun.
    static let new = "/desk/surveys-new"

    /// One survey, to be answered or with what was answered.
    public static func survey(_ id: String) -> String { "\(all)/\(id)" }
    /// What was counted, as a file.
    static func file(_ id: String) -> String { "\(survey(id))/results.csv" }
    /// One survey on the desk.
    static func edit(_ id: String) -> String { "\(desk)/\(id)" }
    /// How it looks to those who answer.
    static func preview(_ id: String) -> String { "\(edit(id))/preview" }
    /// Where something is done with it: `publication`, `end`, `conclusion`, `panels`.
    static func act(_ id: String, _ act: String) -> String { "\(edit(id))/\(act)" }
    /// A question of it; `new` for one more.
    static func question(_ id: String, _ key: String) -> String { "\(edit(id))/questions/\(key)" }
    /// Where a question goes up or away.
    static func questionAct(_ id: String, _ key: String, _ act: String) -> String {
        "\(question(id, key))/\(act)"
    }
}
