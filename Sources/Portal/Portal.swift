import Cases
import Foundation
import Modules
import Services
import Web

/// The district's face: the home page, the life events, and what is said about the site itself.
public struct Portal: Sendable {
    let library: ServiceLibrary
    let cases: Cases
    let cache: PageCache
    let news: NewsSource

    /// The portal of an installation.
    ///
    /// - Parameter news: where the newest on its home page comes from.
    public init(library: ServiceLibrary, cases: Cases, cache: PageCache, news: NewsSource) {
        self.library = library
        self.cases = cases
        self.cache = cache
        self.news = news
    }

    /// What the portal contributes.
    public func module() throws -> Module {
        let (lifeEvents, audiences) = (try ItemFiles.lifeEvents(), try ItemFiles.audiences())
        return Module(
            name: "portal",
            routes: HomePages(portal: self, lifeEvents: lifeEvents, audiences: audiences).routes
                + AboutPages().routes)
    }
}

/// Where the portal's pages stand.
enum PortalPath {
    static let home = "/"
    static let about = "/about"
    static let accessibility = "/accessibility"
    static let opinions = "/opinions"

    static let services = "/services"
    static let search = "/search"
    static let progress = "/progress"
    /// Where one says something to the government, and reads what others were answered: pages of another feature.
    static let requestForm = "/requests/form"
    static let answeredRequests = "/requests"
}
