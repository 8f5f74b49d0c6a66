import Web

/// What performance asks for.
extension Power {
    static let readPerformance = Power("performance.read", "查看全区绩效", .matters, isSight: true)
    static let readOwnPerformance = Power("performance.read_own", "查看本部门绩效", .matters)
    static let readPersonPerformance = Power("performance.read_persons", "查看本部门每个人的绩效", .matters)
    static let writeModels = Power("performance.write_models", "起草绩效指标", .matters)
    static let switchModels = Power("performance.switch_models", "启用绩效指标", .matters)
    static let reportPerformance = Power("performance.report", "填报本部门的绩效自评", .matters)
    static let reviewReports = Power("performance.review", "审核其他部门的绩效自评", .matters)
    static let appealScores = Power("performance.appeal", "对本部门核定的得分申诉", .matters)
    static let decideAppeals = Power("performance.decide_appeals", "裁定其他部门的绩效申诉", .matters)
    static let freezePeriods = Power("performance.freeze", "核定一期绩效", .matters)
}

/// Where the pages stand.
public enum PerformancePath {
    /// The ranking of a period.
    public static let ranking = "/desk/performance"
    /// What everybody may see.
    public static let published = "/supervision"
    /// All frozen periods, for everybody.
    static let publishedPeriods = "/supervision/periods"
    /// All periods that are frozen or are to be.
    static let periods = "/desk/performance/periods"
    static let models = "/desk/performance/models"
    static let freezing = "/desk/performance/periods/{period}/freezing"

    /// One version of the model.
    static func model(_ id: String) -> String { "\(models)/\(id)" }
    /// What is done with a version: `activation`, `versions`.
    static func modelAct(_ id: String, _ act: String) -> String { "\(model(id))/\(act)" }
    /// The sheet of an organ.
    static func sheet(_ period: String, _ organ: String) -> String {
        "\(ranking)/periods/\(period)/organs/\(organ)"
    }
    static let reports = "/desk/performance/reports"
    /// What an organ reports for an indicator.
    static func report(_ period: String, _ organ: String, _ indicator: String) -> String {
        "\(sheet(period, organ))/reports/\(indicator)"
    }
    static func report(_ address: ReportAddress) -> String {
        report(address.period.text, address.organ, address.indicator)
    }
    static let appeals = "/desk/performance/appeals"
    static func appeal(_ id: String) -> String { "\(appeals)/\(id)" }
    /// Where an appeal against an indicator begins.
    static func newAppeal(_ period: String, _ organ: String, _ indicator: String) -> String {
        "\(sheet(period, organ))/indicators/\(indicator)/appeal"
    }
    /// The sheet of an office of an organ; `none` for what was done outside offices.
    static func office(_ period: String, _ organ: String, _ office: String) -> String {
        "\(sheet(period, organ))/offices/\(office.isEmpty ? AssessedOffice.none : office)"
    }
    /// All points of a period, from organs to persons, as a file.
    static func export(_ period: String) -> String { "\(ranking)/periods/\(period)/scores.csv" }
    /// The sheet of somebody in it.
    static func person(_ period: String, _ organ: String, _ id: String) -> String {
        "\(sheet(period, organ))/persons/\(id)"
    }
    /// The cases behind a figure.
    static func cases(_ period: String, _ organ: String, _ figure: String) -> String {
        "\(sheet(period, organ))/cases/\(figure)"
    }
}
