/// What pages depend on, by the names under which they are dropped and which nodes tell each other.
enum ContentTopic {
    /// What all of them begin with.
    static let prefix = "content "
    /// Which sites there are.
    static let sites = "content sites"
    /// Which old addresses lead where.
    static let redirects = "content redirects"
    /// What everybody is told at once.
    static let emergency = "content emergency notice"
    /// The newest of the portal, as the home page shows it.
    static let portal = "content portal"

    /// What is found under life events and groups of people.
    static let themes = "content themes"

    /// The name and the columns of a site: they stand on all its pages.
    static func frame(_ site: Int64) -> String { "content frame \(site)" }
    /// What is published in a site, whatever its column.
    static func site(_ id: Int64) -> String { "content site \(id)" }
    /// What is published in a column.
    static func column(_ id: Int64) -> String { "content column \(id)" }
    /// One document, and what others say of it.
    static func document(_ id: Int64) -> String { "content document \(id)" }
}
