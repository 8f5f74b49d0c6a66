/// Where the pages of content stand, written once.
public enum ContentPath {
    /// The desk of the editorial office.
    public static let desk = "/desk/content"
    /// The desk of whoever keeps the sites.
    public static let sites = "/desk/sites"

    /// The desk of old addresses.
    static let redirects = "/desk/redirects"
    /// Where one is removed.
    static func redirectRemoval(_ id: String) -> String { "\(redirects)/\(id)/removal" }
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
    /// The map of what stands in no column: guides, life events, groups of people.
    static let standingMap = "/sitemaps/standing"
    /// What machines are asked to leave alone.
    static let robots = "/robots.txt"

    /// A column on the desk.
    static func deskColumn(_ id: String) -> String { "\(desk)/columns/\(id)" }
    /// What was out in a column and is off.
    static func off(_ column: String) -> String { "\(deskColumn(column))/off" }
    /// Where an edition of a new document begins.
    static func begin(_ column: String) -> String { "\(desk)/columns/\(column)/editions" }
    /// What is being written there, as everybody will see it, before it is saved.
    static func beginPreview(_ column: String) -> String { "\(desk)/columns/\(column)/preview" }
    /// An edition on the desk.
    static func edition(_ id: String) -> String { "\(desk)/editions/\(id)" }
    /// What is done with an edition: `text`, `submission`, `clearance`, `return`, `publication`, `recall`, `discard`, `restoration`.
    static func act(_ id: String, _ noun: String) -> String { "\(edition(id))/\(noun)" }
    /// The attachments and images of an edition.
    static func files(_ id: String) -> String { "\(edition(id))/files" }
    /// Where a file is taken out of an edition.
    static func fileRemoval(_ id: String, _ file: String) -> String { "\(files(id))/\(file)/removal" }
    /// An attachment of an edition that is not out yet.
    static func draftAttachment(_ id: String) -> String { "\(desk)/attachments/\(id)" }
    /// An image of an edition that is not out yet.
    static func draftImage(_ id: String) -> String { "\(desk)/images/\(id)" }
    /// An attachment of a document that is out.
    static func attachment(_ id: String) -> String { "/attachments/\(id)" }
    /// An image of a document that is out.
    static func image(_ id: String) -> String { "/images/\(id)" }
    /// The smaller drawing of an image.
    static func smallImage(_ id: String) -> String { "/images/\(id)/small" }
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
