import Cases
import Foundation
import Government
import Messaging
import Modules
import RuleBooks
import Storage
import Web

/// Administrative accountability (行政问责): from a card, an order that failed or a complaint to a decision about an official,
/// who is heard, is told and may appeal. Each is a case, and nobody but those concerned knows of it.
public struct Accountability: Sendable {
    let desk: InquiryDesk

    /// The feature of an installation.
    ///
    /// - Parameter grounds: how what it is begun from is looked up.
    /// - Throws: when the delivered rules cannot be read.
    public init(
        database: Database, cases: Cases, directory: Directory, outbox: Outbox, grounds: InquiryGrounds
    ) throws {
        desk = InquiryDesk(
            database: database, cases: cases, directory: directory, outbox: outbox, grounds: grounds,
            book: try RuleBook())
    }

    /// The columns that are kept sealed: who it is about, and what was said.
    public static let sealedTables = [InquiryStore.sealed, InquiryStore.sealedSteps]

    /// What is kept beside the case, in the transactions of the case.
    public static var follower: CaseFollower {
        CaseFollower { _, subject, _, tx in
            guard subject.plan.matterKind == .accountability else { return }
            try InquiryStore.follow(subject, in: tx)
        }
    }

    /// The process on which it runs (BPMN 2.0 XML).
    ///
    /// - Throws: `CocoaError` when the file cannot be read.
    public static func processFiles() throws -> [Data] {
        [
            try Data(
                contentsOf: Bundle.module.bundleURL.appending(path: "Resources/Processes/accountability.bpmn")
            )
        ]
    }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        Module(
            name: "accountability", migrations: try Migration.all(in: .module, module: "accountability"),
            routes: InquiryPages(desk: desk).routes + ProposalPages(desk: desk).routes
                + RuleBookPages(
                    desk.book, in: desk.database, at: AccountabilityPath.rules,
                    power: .setAccountabilityRules,
                    hint: "可以给予的措施和各步的期限。公布以后的决定按新的措施选，以后提出的问责按新的期限，已经作出的决定、已经提出的问责不变。"
                ).routes + InquiryAPI(desk: desk).routes,
            jobs: [
                Job(name: "accountability.silence", intervalSeconds: 30) { [desk] in
                    try await desk.endSilence(at: $0)
                }
            ])
    }
}
