/// Where the pages of content stand, written once.
public enum ContentPath {
    /// The desk of the editorial office.
    public static let desk = "/desk/content"
    /// The desk of whoever keeps the sites.
    public static let sites = "/desk/sites"

    /// What everybody is told at once.
    static let emergency = "/desk/emergency-notice"
    /// Where it is taken down.
    static let emergencyRemoval = "/desk/emergency-notice/removal"

    /// The home of a site.
    static func site(_ code: String) -> String { "/sites/\(code)" }
    /// A column.
    static func column(_ site: String, _ code: String) -> String { "/sites/\(site)/\(code)" }
    /// A document.
    static func document(_ site: String, _ column: String, _ id: String) -> String {
        "/sites/\(site)/\(column)/\(id)"
    }
    /// The feed of a column (Atom).
    static func feed(_ site: String, _ column: String) -> String { "/feeds/\(site)/\(column)" }
    /// The index of all maps.
    static let siteMap = "/sitemap.xml"
    /// The map of one year of a site.
    static func map(_ site: String, _ year: String) -> String { "/sitemaps/\(site)/\(year)" }
    /// What machines are asked to leave alone.
    static let robots = "/robots.txt"

    /// A column on the desk.
    static func deskColumn(_ id: String) -> String { "\(desk)/columns/\(id)" }
    /// Where an edition of a new document begins.
    static func begin(_ column: String) -> String { "\(desk)/columns/\(column)/editions" }
    /// An edition on the desk.
    static func edition(_ id: String) -> String { "\(desk)/editions/\(id)" }
    /// What is done with an edition: `text`, `submission`, `clearance`, `return`, `publication`, `discard`, `restoration`.
    static func act(_ id: String, _ noun: String) -> String { "\(edition(id))/\(noun)" }
    /// Its page as everybody will see it.
    static func preview(_ id: String) -> String { "\(edition(id))/preview" }
    /// The texts that were saved.
    static func versions(_ id: String) -> String { "\(edition(id))/versions" }
    /// What is done with a document that is out: `revision`, `withdrawal`.
    static func document(_ id: String, act noun: String) -> String { "\(desk)/documents/\(id)/\(noun)" }

    /// A site on the desk.
    static func deskSite(_ id: String) -> String { "\(sites)/\(id)" }
    /// Where a column is added.
    static func columns(of site: String) -> String { "\(sites)/\(site)/columns" }
    /// Where somebody is given a place in a column of a site.
    static func posts(of site: String) -> String { "\(sites)/\(site)/posts" }
}
