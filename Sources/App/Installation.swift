import AdministrativeHall
import Cases
import DirectorySync
import Disclosure
import Files
import Hotline
import Identity
import Jobs
import Licences
import Modules
import OpenID
import PublicLog
import Services
import SiteSearch
import Storage
import Web

/// One running Minben: its database, its parts, and the list of modules. It decides nothing.
public struct Installation: Sendable {
    /// What it was told.
    public let configuration: Configuration
    /// Where everything is kept.
    public let database: Database
    /// The matters.
    public let cases: Cases
    /// The services.
    public let library: ServiceLibrary
    /// Electronic licences.
    let licences: Licences
    /// Accounts and sessions.
    public let identity: Identity
    /// Signing in elsewhere with these accounts.
    let openID: OpenID
    /// Appointments and tickets.
    let halls: AdministrativeHall
    /// The telephone.
    let hotline: Hotline
    /// Every module, each after those it refers to.
    public let modules: [Module]
    /// What works off the queue of jobs on this node.
    public let runner: QueueRunner
    /// The number this process makes ids under.
    public let node: NodeLease
    let directorySync: DirectorySync
    let web: WebSettings
    let pages: PageCache
    let files: FileStore
    /// How people are told something.
    let messages: MessageParts
    /// Who cosigns our checkpoints, when somebody does.
    let witnesses: RemoteWitnesses?
    let readiness = Readiness()

    /// The number of the site in the national register (网站标识码); the demo's is made up.
    static let siteIdentifier = "4412020000"
    /// The six digits every case number begins with: 端州区.
    static let division = "441202"
}
