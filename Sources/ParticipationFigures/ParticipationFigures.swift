import Identity
import Messaging
import Modules
import RuleBooks
import Storage
import Web

/// What people speak of (民意数据): hot words, what is said again and again, months, places, and topics that rise unusually. It
/// counts and knows nobody.
public struct ParticipationFigures: Sendable {
    private let database: Database
    private let making: FigureMaking

    /// The figures of an installation.
    ///
    /// - Parameter sources: where people speak.
    /// - Throws: when the delivered rules cannot be read.
    public init(database: Database, outbox: Outbox, sources: [SpokenSource]) throws {
        self.database = database
        making = FigureMaking(database: database, outbox: outbox, book: try RuleBook(), sources: sources)
    }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let making = making
        return Module(
            name: "participation-figures",
            migrations: try Migration.all(in: .module, module: "participation-figures"),
            routes: FiguresPages(database: database).routes
                + RuleBookPages(
                    making.book, in: database, at: FiguresPath.rules, power: .setParticipationRules,
                    hint: "一类事情这一周比前几周多到什么程度算异常、告诉谁；怎样算重复反映。公布以后下一次计算生效。"
                ).routes,
            jobs: [
                Job(name: "participation.figures", intervalSeconds: 3_600) { try await making.make(at: $0) }
            ])
    }
}

/// Where the pages stand.
public enum FiguresPath {
    /// The figures.
    public static let figures = "/desk/participation-figures"
    static let file = "/desk/participation-figures.csv"
    static let rules = "/desk/participation-rules"
}

extension Power {
    static let readParticipation = Power("participation.read", "查看民意数据", .matters)
    static let setParticipationRules = Power("participation.set_rules", "修改民意预警规则", .system)
}
