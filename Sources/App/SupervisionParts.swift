import AccessFigures
import Accountability
import Audit
import Cases
import Files
import Government
import Identity
import Messaging
import Modules
import OpenID
import Oversight
import Performance
import Reengineering
import Rights
import ServiceRequests
import Services
import Storage
import SupervisionOrders
import Web

extension Installation {
    /// What watches over those who use the routes: the audit's desk, who has which rights and why, and who comes by which
    /// way.
    static func accountability(
        _ cases: Cases, _ library: ServiceLibrary, _ outbox: Outbox, _ directory: Directory,
        _ files: FileStore, _ grants: GrantChanges, _ database: Database, of routes: [Route]
    ) throws -> [Module] {
        let watching = try watching(cases, outbox, directory, files, database, library)
        // Those who watch are audited too, and have their posts.
        let routes = routes + watching.flatMap(\.routes)
        let audit = Audit(
            cases: cases, library: library, outbox: outbox, routes: routes, database: database,
            consents: OpenID.permissionsPath)
        let rights = Rights(database: database, directory: directory, grants: grants, routes: routes)
        return [try audit.module(), rights.module] + watching
    }

    private static func watching(
        _ cases: Cases, _ outbox: Outbox, _ directory: Directory, _ files: FileStore, _ database: Database,
        _ library: ServiceLibrary
    ) throws -> [Module] {
        [
            try supervision(directory, outbox, database),
            try SupervisionOrders(
                database: database, cases: cases, directory: directory, outbox: outbox, files: files,
                accountability: AccountabilityPath.new, proposals: { try OrderBeginning($0, $1, $2) },
                taking: { try Oversight.take($0, lead: $1, outbox: outbox, at: $2, in: $3) },
                leaving: { try Oversight.tellUnfinished($0, because: $1, outbox: outbox, at: $2, in: $3) },
                signals: { try OrderedSignal($0, $1, isHeld: $2, $3) },
                posts: .ofForum(outbox: outbox)
            ).module(),
            try officials(cases, directory, outbox, database).module(),
            try targets(directory, outbox, database),
            try AccessFigures(database: database, directory: directory).module(),
            try cockpit(directory, outbox, database),
            try Reengineering(
                database: database, services: library, directory: directory, processes: cases.processes
            ).module(),
            try Performance(
                database: database, files: files, outbox: outbox,
                complaint: "\(RequestPath.form)?category=conduct"
            ).module(),
        ]
    }
}
