import Storage
import WorkingTime

/// The newest of the district portal, for a page of somebody else's.
public struct Newest: Sendable {
    /// A line: its words, where they lead, and the day it was published.
    public struct Line: Sendable {
        /// The title.
        public let title: String
        /// The address.
        public let path: String
        /// The day.
        public let day: CivilDate
    }

    /// What a page that shows it depends on, for `PageCache`.
    public static let topic = ContentTopic.portal

    /// A column of the portal with its newest lines.
    public struct Part: Sendable {
        /// The name of the column.
        public let name: String
        /// Its address.
        public let path: String
        /// Its newest.
        public let lines: [Line]
    }

    /// The first columns of the portal with their newest; nothing before there is a portal.
    public static func parts(_ count: Int, lines: Int, in tx: Transaction) throws -> [Part] {
        guard let site = try SiteStore.portal(in: tx) else { return [] }
        return try SiteStore.columns(of: site.id, in: tx).prefix(count).map { column in
            let newest = try PublicStore.newest(ofColumn: column.id, limit: lines, in: tx)
            return Part(
                name: column.name, path: ContentPath.column(site.code, column.code),
                lines: newest.map { Line(title: $0.manuscript.title, path: $0.path, day: $0.liveAt.day) })
        }
    }
}
